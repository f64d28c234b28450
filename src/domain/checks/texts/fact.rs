//! A fact that a text states, to be compared with the same fact elsewhere.

use rust_decimal::Decimal;

/// A number in a text with what it is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What the number is of.
    pub subject: String,
    /// In which unit.
    pub unit: String,
    /// The number.
    pub value: Decimal,
    /// As it is written.
    pub shown: String,
    /// Of which year, where its sentence says so.
    pub year: Option<u16>,
}
