//! Copies of a draft: what each says of itself, which is current, which versions are kept.

pub mod choice;
pub mod copy;
pub mod patch;
pub mod versions;
