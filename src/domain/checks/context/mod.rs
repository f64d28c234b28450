//! What a check is given. One shape for each of the four things that are looked at, so that every list of checks in
//! `run.rs` is an array of functions of one kind: the draft, a row, a text by itself, a text beside the draft.

pub mod of_draft;
pub mod of_row;
pub mod of_text;
pub mod result_in_words;
