//! 概览: what a chief asks of a report before reading it, drawn from the draft and its figures. Plots only scale it.

pub mod left;
pub mod lost;
pub mod money;
pub mod progress;
pub mod standing;
pub mod years;
