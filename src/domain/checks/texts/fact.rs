//! A fact that a text states, to be compared with the same fact elsewhere.

use std::ops::Range;

use crate::domain::facts::reading::printed::Printed;

/// A number in a text with what it is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What the number is of.
    pub subject: String,
    /// The number.
    pub number: Printed,
    /// Where it is written.
    pub range: Range<usize>,
    /// Of which year, where its sentence says so.
    pub year: Option<u16>,
    /// Whether it has a name of its own, so that it is one figure wherever it is said.
    pub is_named: bool,
}
