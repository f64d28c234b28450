//! Documents that leave and come back: exports, 送审包, what was changed in them since.

pub mod exports;
pub mod submission;
