//! Exact decimals as the numbers of a workbook, which hold fifteen digits.

use rust_decimal::Decimal;

use crate::domain::values::rounding;

/// How many digits a cell holds for certain.
const DIGITS: u32 = 15;

/// A typed number, if a cell can hold every digit of it.
pub fn is_held(value: Decimal) -> bool {
    digits(value.normalize()) <= DIGITS
}

/// A derived number with as many digits as a cell holds.
pub fn held(value: Decimal) -> Decimal {
    let value = value.normalize();
    let over = digits(value).saturating_sub(DIGITS);
    match value.scale().checked_sub(over) {
        Some(places) if over > 0 => rounding::half_away_from_zero(value, places).normalize(),
        _ => value,
    }
}

/// The number as the library takes it. Up to fifteen digits come out as they went in, because the shortest
/// decimal that names the same binary number is the one that it was made of.
#[expect(
    clippy::disallowed_types,
    reason = "the library takes nothing else, as Excel has nothing else"
)]
pub fn float(value: Decimal) -> f64 {
    held(value).to_string().parse().unwrap_or_default()
}

/// The digits that count, from the first that is not zero.
fn digits(value: Decimal) -> u32 {
    value
        .mantissa()
        .unsigned_abs()
        .checked_ilog10()
        .map_or(0, |log| log + 1)
}
