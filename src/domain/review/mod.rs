//! 复核预计得分: what a reviewer would leave of the self-given score by the scheme's rules of review.
//!
//! Absent on purpose: numbers of its own. How much each rule leaves is a datum of the scheme.

pub mod materials;
pub mod objections;
pub mod review;
pub mod review_words;
