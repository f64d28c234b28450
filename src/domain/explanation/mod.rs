//! How a figure came about: formula, inputs, exact value, rounding, source of the rule.

pub mod attained;
pub mod explain;
pub mod explanation;
pub mod formula;
pub mod indicator;
pub mod money;
pub mod rule;
pub mod scoring;
