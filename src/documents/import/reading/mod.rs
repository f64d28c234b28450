//! A document read: passages, items, narrative, and the source that is kept.

pub mod annexes;
mod covered;
pub mod reading;
pub mod report_file;
pub mod source_text;
