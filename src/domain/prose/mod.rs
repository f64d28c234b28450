//! Reads what Chinese prose says: quantities, what binds them, lists, sums, clauses, repetitions.
//!
//! All readings are pure, and what can be read in two ways is not read: each place is found for
//! certain or not at all.

pub mod answer;
pub mod binding;
pub mod bound;
pub mod brackets;
pub mod clause;
pub mod document_number;
pub mod ending;
pub mod enumeration;
pub mod found;
pub mod frequency;
pub mod in_time;
mod in_words;
pub mod list;
mod list_before;
pub mod number;
pub mod pasted;
pub mod quantified;
pub mod quantity;
pub mod range;
pub mod similarity;
pub mod spending_part;
pub mod stops;
pub mod unit;
pub mod words;
pub mod year;
