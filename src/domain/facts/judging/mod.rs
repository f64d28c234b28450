//! 数怎么判: relations between numbers as data, whether they can hold, and which number is to blame where they do not.

pub mod cause;
pub mod ledger;
pub mod relation;
pub mod score_rule;
pub mod slip;
mod verdicts;
