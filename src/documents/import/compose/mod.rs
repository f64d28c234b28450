//! What was accepted of a reading, made into a draft.

pub mod compose;
mod form;
mod indicators;
pub mod kept;
pub mod making;
pub mod outline;
mod scheme;
