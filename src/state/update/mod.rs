//! What an event does to the model, and which effects follow.

pub mod changes_taken;
pub mod contest;
pub mod departure;
mod editing;
pub mod grid;
pub mod intake;
mod intake_kept;
pub mod journal;
pub mod locking;
pub mod new_report;
mod opening;
mod palette;
pub mod recovery;
mod saving;
pub mod scheme;
pub mod stepping;
pub mod tables;
pub mod update;
pub mod verifying;
pub mod working_off;
