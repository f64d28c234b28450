//! Reads ranges: 3—5个, 10～20人, 95%-98%, 三至五个.

use std::ops::Range;

use crate::domain::values::input::Value;
use crate::domain::values::quantity::Quantity;

use super::number::{follows_joint, is_digit, is_named, is_range_mark, leads_joint, next_number, number_at, spaces};
use super::unit;

/// A quantity that lies between two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Between {
    /// The bytes from the first digit to the end of the unit.
    pub range: Range<usize>,
    /// The lower end.
    pub from: Quantity,
    /// The upper end, greater than the lower.
    pub to: Quantity,
    /// The unit of both; "%" for percents.
    pub unit: String,
}

/// All ranges of a text, in their order. Those of years, months and hours are none.
pub fn ranges(text: &str) -> Vec<Between> {
    let mut found = Vec::new();
    let mut place = 0;
    while let Some(lower) = next_number(text, place) {
        place = lower.range.end;
        let before = &text[..lower.range.start];
        // 020-8640 is a telephone.
        let is_telephone = lower
            .digits
            .strip_prefix('0')
            .is_some_and(|rest| rest.starts_with(is_digit));
        if is_named(before, lower.in_words) || follows_joint(before) || is_telephone {
            continue;
        }
        let (own_unit, after) = unit_after(text, lower.range.end);
        let after = after + spaces(&text[after..]);
        let marks = text[after..].trim_start_matches(is_range_mark);
        let mark = &text[after..text.len() - marks.len()];
        let start = text.len() - marks.len() + spaces(marks);
        if mark.is_empty() || mark.chars().count() > 2 {
            continue;
        }
        let Some(upper) = number_at(text, start) else {
            continue;
        };
        let (unit, end) = unit_after(text, upper.range.end);
        let Some(unit) = unit.filter(|unit| own_unit.is_none_or(|own| own == *unit)) else {
            continue;
        };
        if leads_joint(&text[end..]) || upper.in_words != lower.in_words {
            continue;
        }
        if let (Ok(from), Ok(to)) = (Quantity::read(&lower.digits), Quantity::read(&upper.digits))
            && from < to
        {
            place = end;
            found.push(Between {
                range: lower.range.start..end,
                from,
                to,
                unit: unit.to_owned(),
            });
        }
    }
    found
}

/// The unit after a number and its end; the number's end where there is none.
fn unit_after(text: &str, end: usize) -> (Option<&str>, usize) {
    let start = end + spaces(&text[end..]);
    let rest = &text[start..];
    let percent = rest.chars().next().filter(|c| matches!(c, '%' | '％'));
    match percent {
        Some(sign) => (Some("%"), start + sign.len_utf8()),
        None => {
            let unit = unit::money(rest).or_else(|| unit::unit(rest));
            (unit, unit.map_or(end, |unit| start + unit.len()))
        }
    }
}
