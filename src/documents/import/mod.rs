//! Other people's files and clipboards, read into the draft with the user looking on.

pub mod compose;
pub mod pdf;
pub mod reading;
pub mod recognise;
pub mod recognised;
pub mod tables;
pub mod text;
