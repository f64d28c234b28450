//! Documents that leave and come back: exports, 送审包, what was changed in them since.

pub mod alignment;
pub mod exports;
pub mod line;
pub mod reopened;
pub mod rewritten;
pub mod submission;
pub mod text_changes;
pub mod tries;
pub mod typed;
