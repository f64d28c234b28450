//! Other people's files and clipboards, read into the draft with the user looking on.

pub mod columns;
pub mod compose;
mod composed_indicators;
mod composed_scheme;
pub mod flat;
pub mod homes;
pub mod lines;
pub mod marks;
pub mod outline;
pub mod passage;
pub mod reading;
pub mod recognise;
pub mod recognised;
