//! Other people's files and clipboards, read into the draft with the user looking on.

pub mod book;
pub mod cells;
pub mod clipboard;
pub mod header;
pub mod html;
pub mod joining;
pub mod meaning;
pub mod of_indicators;
pub mod passage;
pub mod separated;
pub mod sheet;
pub mod taking;
pub mod target;
pub mod template;
pub mod workbook;
