//! The only floor that keeps bytes: drafts in localStorage, files in and out.
//!
//! Absent on purpose: `clear()`. On `file://` Chromium shares one storage among all local pages.

pub mod drafts;
pub mod files;
pub mod packs;
pub mod slot;
