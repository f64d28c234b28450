//! Documents in a real office program; skipped where LibreOffice is not installed.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a panic is how a test fails"
)]

#[path = "../drafts/mod.rs"]
mod drafts;
#[path = "../libreoffice/mod.rs"]
mod libreoffice;
#[path = "../workbook/mod.rs"]
mod workbook;

mod word;
mod workbooks;
