//! Scenarios of the state, without a browser.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a panic is how a test fails"
)]

#[path = "../drafts/mod.rs"]
mod drafts;
#[path = "../worked/mod.rs"]
mod worked;

mod answers;
mod contest;
mod grid;
mod help;
mod indicator_sheet;
mod journal;
mod more_columns;
mod new_report;
mod palette;
mod safekeeping;
mod side;
mod ticks;
mod typing;
mod update;
mod wording;
mod working_off;
