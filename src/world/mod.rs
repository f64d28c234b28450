//! The hands of `app.rs`: carries effects out and says what came of them.

pub mod alarms;
pub mod effects;
pub mod handover;
pub mod inserting;
pub mod keeping;
pub mod pasting;
pub mod pen;
pub mod placing;
pub mod pressing;
pub mod recovery;
pub mod reports;
pub mod rescue;
pub mod screen;
pub mod time;
pub mod versions;
pub mod window;
