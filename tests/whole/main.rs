//! What only the whole core shows: faults found, edits undone.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a panic is how a test fails"
)]

#[path = "../drafts/mod.rs"]
mod drafts;

mod foreign;
mod found;
mod properties;
mod read_foreign;
mod vocabulary;
