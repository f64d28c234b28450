//! What the program knows: model, messages, effects as data.

pub mod contest;
pub mod departure;
pub mod effect;
pub mod findings_told;
pub mod history;
pub mod intake;
pub mod intake_excerpt;
pub mod journal;
pub mod kept;
pub mod last_look;
pub mod locking;
pub mod message;
pub mod model;
pub mod new_report;
pub mod packs;
pub mod recovery;
pub mod reports;
pub mod returned;
pub mod route;
pub mod stepping;
pub mod storage_space;
pub mod tables;
pub mod ticks;
pub mod verifying;
pub mod working_off;
pub mod workspace;
