//! What the program knows and how it changes: model, messages, update, effects as data.
//!
//! Absent on purpose: the browser. Everything here runs and is tested natively.

pub mod departure;
mod editing;
pub mod effect;
pub mod history;
pub mod intake;
pub mod intake_excerpt;
mod intake_kept;
pub mod journal;
pub mod last_look;
pub mod locking;
pub mod message;
pub mod model;
mod opening;
pub mod packs;
pub mod recovery;
pub mod room;
pub mod route;
mod saving;
pub mod scheme;
pub mod shelf;
pub mod stepping;
pub mod tables;
pub mod update;
pub mod verifying;
pub mod working_off;
pub mod workspace;
