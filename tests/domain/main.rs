//! Tests of the domain, a folder per room.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a panic is how a test fails"
)]

#[path = "../arithmetic/mod.rs"]
mod arithmetic;
#[path = "../drafts/mod.rs"]
mod drafts;

mod checks;
mod checkup;
mod draft;
mod evaluation;
mod explanation;
mod facts;
mod overview;
mod prose;
mod references;
mod review;
mod scheme;
mod values;
