//! What the program knows and how it changes: model, messages, update, effects as data.
//!
//! Absent on purpose: the browser. Everything here runs and is tested natively.

pub mod model;
pub mod update;
