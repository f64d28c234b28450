//! Every figure, score and grade that follows from a draft, or the gap that stands in its way.

pub mod completeness;
pub mod completion;
pub mod derived;
pub mod evaluate;
pub mod evaluation;
pub mod figure;
pub mod formula_value;
pub mod gap_words;
pub mod money;
pub mod reasons;
pub mod rule_points;
pub mod scoring;
