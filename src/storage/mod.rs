//! The only floor that keeps bytes: drafts in localStorage and IndexedDB, files in and out.
//!
//! Absent on purpose: `clear()`. On `file://` Chromium shares one storage among all local pages.

pub mod backups;
pub mod channel;
pub mod database;
pub mod files;
pub mod hints;
pub mod last_look;
pub mod links;
pub mod local;
pub mod new_report;
pub mod opening;
pub mod packs;
pub mod pen;
pub mod requests;
pub mod session;
pub mod slots;
pub mod vault;
pub mod versions;
