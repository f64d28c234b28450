//! What a finding is, and the one table of codes.

pub mod catalogue;
pub mod excerpt;
pub mod finding;
