//! 四舍五入: the only place that rounds.
//!
//! `rust_decimal` rounds half to even by default and its formatting truncates; both give figures
//! that an accountant would reject, so clippy.toml forbids them everywhere else.

#![expect(clippy::disallowed_methods, reason = "this is the one place that rounds")]

use rust_decimal::{Decimal, RoundingStrategy};

/// Rounds half away from zero to `places` decimals: 97.885 → 97.89, −0.005 → −0.01.
pub fn half_away_from_zero(value: Decimal, places: u32) -> Decimal {
    value.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero)
}

/// The next whole number towards more: a started step counts.
pub fn up(value: Decimal) -> Decimal {
    value.ceil()
}

/// The next whole number towards less: a step that is not full does not count.
pub fn down(value: Decimal) -> Decimal {
    value.floor()
}

/// The value with exactly `places` decimals, rounded, without separators: 29.4 → "29.40".
pub fn fixed(value: Decimal, places: u32) -> String {
    let mut rounded = half_away_from_zero(value, places);
    rounded.rescale(places);
    rounded.to_string()
}

/// The value with at most `places` decimals and no trailing zeros: 30.00 → "30".
pub fn trimmed(value: Decimal, places: u32) -> String {
    half_away_from_zero(value, places).normalize().to_string()
}

/// Up to `places` decimals cut off, with an ellipsis when digits were cut: for showing exact values.
pub fn exact(value: Decimal, places: u32) -> String {
    let cut = value.trunc_with_scale(places).normalize();
    let more = if cut == value { "" } else { "…" };
    format!("{cut}{more}")
}

/// Puts a comma between each three integer digits: "-15329.35" → "-15,329.35".
pub fn grouped(plain: &str) -> String {
    let (sign, unsigned) = match plain.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", plain),
    };
    let (integer, fraction) = unsigned.split_at(unsigned.find('.').unwrap_or(unsigned.len()));
    let mut out = String::from(sign);
    for (position, digit) in integer.chars().enumerate() {
        if position > 0 && (integer.len() - position).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out + fraction
}

#[cfg(test)]
mod tests {
    use crate::domain::values::rounding::*;

    fn check(value: &str, places: u32, expected: &str) {
        let value = Decimal::from_str_exact(value).expect("a decimal in the table");
        assert_eq!(fixed(value, places), expected, "{value} to {places}");
    }

    #[test]
    fn rounds_half_away_from_zero() {
        check("97.885", 2, "97.89");
        check("99.995", 2, "100.00");
        check("97.8847658", 2, "97.88");
        check("2.5", 0, "3");
        check("-0.005", 2, "-0.01");
        check("30", 2, "30.00");
        check("29.365429", 2, "29.37");
    }

    #[test]
    fn groups_by_three() {
        for (plain, expected) in [
            ("0", "0"),
            ("999", "999"),
            ("1000", "1,000"),
            ("-15329.35", "-15,329.35"),
            ("1234567.891", "1,234,567.891"),
        ] {
            assert_eq!(grouped(plain), expected);
        }
    }
}
