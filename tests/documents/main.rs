//! Tests of documents, a folder per room.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a panic is how a test fails"
)]

#[path = "../drafts/mod.rs"]
mod drafts;
#[path = "../mutation/mod.rs"]
mod mutation;
#[path = "../packages/mod.rs"]
mod packages;
#[path = "../readings/mod.rs"]
mod readings;
#[path = "../strange/mod.rs"]
mod strange;
#[path = "../wordml/mod.rs"]
mod wordml;
#[path = "../workbook/mod.rs"]
mod workbook;
#[path = "../worked/mod.rs"]
mod worked;

mod archive;
mod copies;
mod docx;
mod exchange;
mod import;
mod pinyin;
mod project_file;
mod report;
mod xlsx;
