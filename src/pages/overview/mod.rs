//! 概览: the first page of a draft, to be looked at and printed. Each plot is a column of the table that says the same.

mod bars;
mod changes;
mod left;
mod link;
mod lost;
mod money;
pub mod page;
mod progress;
mod scores;
