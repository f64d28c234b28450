//! What was accepted of a reading, made into a draft.

pub mod compose;
mod indicators;
pub mod making;
pub mod outline;
mod scheme;
