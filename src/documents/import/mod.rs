//! Other people's files and clipboards, read into the draft with the user looking on.

pub mod book;
pub mod cells;
pub mod clipboard;
pub mod columns;
pub mod compose;
mod composed_indicators;
mod composed_scheme;
pub mod flat;
pub mod header;
pub mod homes;
pub mod html;
pub mod joining;
pub mod lines;
pub mod marks;
pub mod meaning;
pub mod of_indicators;
pub mod outline;
pub mod reading;
pub mod recognise;
pub mod recognised;
pub mod separated;
pub mod sheet;
pub mod side_by_side;
pub mod taking;
pub mod target;
pub mod template;
pub mod workbook;
