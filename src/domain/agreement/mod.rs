//! 标注: each number of the report with what it agrees with, what it contradicts, or that nothing speaks of it.
//!
//! Absent on purpose: blocks and pages. A number is marked in the text or the field that it stands in.

pub mod known;
pub mod mark;
pub mod of_field;
pub mod of_text;
pub mod relation_words;
pub mod sides;
