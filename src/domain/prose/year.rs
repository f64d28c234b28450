//! Reads the years of a text: 2022年, 2022 年度, 二〇二二年.

use std::ops::Range;

use crate::domain::values::parse::half_width;

use super::number::{digit_of_word, is_digit, spaces};

/// A year and where it stands, with its 年.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Year {
    /// The bytes from the first digit to 年.
    pub range: Range<usize>,
    /// The year.
    pub year: u16,
}

/// All years of a text from 1949 to 2099, in their order; also those of whole dates.
pub fn years(text: &str) -> Vec<Year> {
    let mut found = Vec::new();
    for (place, _) in text.match_indices('年') {
        let before = text[..place].trim_end_matches([' ', '\u{3000}']);
        let digits = |is: fn(char) -> bool| before.len() - before.trim_end_matches(is).len();
        let in_digits = digits(is_digit);
        let in_words = digits(|c| digit_of_word(c).is_some());
        let start = before.len() - in_digits.max(in_words);
        let written = &before[start..];
        let year = if in_digits > 0 {
            half_width(written)
        } else {
            written
                .chars()
                .filter_map(digit_of_word)
                .map(|digit| digit.to_string())
                .collect()
        };
        let year = Some(year)
            .filter(|year| year.len() == 4)
            .and_then(|year| year.parse().ok());
        if let Some(year) = year.filter(|year| (1949..2100).contains(year)) {
            found.push(Year {
                range: start..place + '年'.len_utf8(),
                year,
            });
        }
    }
    found
}

/// The year that a text begins with, without its 年, and how many bytes it has.
pub(super) fn leading_year(text: &str) -> Option<(u16, usize)> {
    let from = spaces(text);
    let rest = &text[from..];
    let digits = &rest[..rest.find(|c| !is_digit(c)).unwrap_or(rest.len())];
    let year = half_width(digits)
        .parse()
        .ok()
        .filter(|year| (1949..2100).contains(year))?;
    Some((year, from + digits.len()))
}
