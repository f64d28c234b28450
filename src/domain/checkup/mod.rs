//! 指标体检: how good an indicator is, whatever its score.

pub mod card;
mod circumstances;
pub mod demands;
pub mod likeness;
mod numbers;
pub mod quality;
pub mod split;
pub mod wording;
