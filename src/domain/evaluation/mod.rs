//! Every figure, score and grade that follows from a draft, or the gap that stands in its way.

pub mod completion;
pub mod evaluation;
pub mod money;
pub mod reasons;
pub mod scoring;
