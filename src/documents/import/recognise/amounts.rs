//! An amount as a report has it, with the unit that it is read in.

use crate::documents::import::recognised::{Slot, Source};
use crate::domain::values::amount::Amount;

/// An amount and what the text calls it.
#[derive(Clone)]
pub(super) struct FoundAmount {
    pub slot: Slot,
    pub text: String,
    pub amount: Amount,
    pub source: Source,
    /// Other rows that are part of it.
    pub others: Vec<Source>,
    /// Whether it stands in the part of the report that is about money.
    pub at_home: bool,
    /// Whether its column was named in the same clause, not taken over from the one before.
    pub is_named: bool,
    /// Whether the words for its column say nothing of when the budget was made.
    pub is_vague: bool,
}

/// The text as one would type it: 万元 is what the form takes a bare number for.
pub(super) fn typed(text: &str) -> String {
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    plain.strip_suffix("万元").unwrap_or(&plain).to_owned()
}
