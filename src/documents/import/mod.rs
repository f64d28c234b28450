//! Other people's files and clipboards, read into the draft with the user looking on.

pub mod passage;
