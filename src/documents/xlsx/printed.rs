//! A number as a cell shows it.

use crate::documents::workbooks::number;
use rust_decimal::Decimal;

/// A number as the report prints them: plain, with thousands, or in percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Printed {
    /// "29.37", with so many decimals.
    Plain(u32),
    /// "20,571.11", with so many decimals.
    Grouped(u32),
    /// "97.88%", with so many decimals.
    Percent(u32),
}

/// The number that a text prints, if the text is a number and nothing else, so that a reviewer can add it up.
pub fn printed_number(text: &str) -> Option<(Decimal, Printed)> {
    let digits = text.strip_suffix('%').unwrap_or(text);
    let is_percent = digits.len() < text.len();
    let plain = digits.replace(',', "");
    if !plain.starts_with(|c: char| c.is_ascii_digit() || c == '-') || !plain.ends_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let value = Decimal::from_str_exact(&plain).ok()?;
    let places = value.scale();
    let is_grouped = plain.len() < digits.len();
    // A text that the program would print in another way is somebody's own: 007, 1,2,3, −0.
    let again = match is_grouped {
        true => crate::domain::values::rounding::grouped(&value.to_string()),
        false => value.to_string(),
    };
    let as_printed = match (is_percent, is_grouped) {
        (true, _) => Printed::Percent(places),
        (false, true) => Printed::Grouped(places),
        (false, false) => Printed::Plain(places),
    };
    let value = if is_percent {
        value / Decimal::ONE_HUNDRED
    } else {
        value
    };
    (again == digits && number::is_held(value)).then_some((value, as_printed))
}
