//! What in a text could be a figure of the report: quantities, points, grades.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::domain::prose::found::{Found, What};
use crate::domain::prose::number::plain_number;
use crate::domain::scheme::scheme::Grade;
use crate::domain::values::input::Choice;

use super::figure_names::{Measure, name_at_end, without_links};
use super::stated::Stated;

/// What is written at a place that could be a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// The bytes that a reference would stand in for.
    pub range: Range<usize>,
    /// What kind of figure it could be.
    pub measure: Measure,
    /// What the text says.
    pub stated: Stated,
    /// What it counts; empty where it counts nothing.
    pub unit: String,
    /// Where its unit ends, which a reference would leave standing.
    pub end: usize,
}

/// Marks around a grade.
pub(super) const QUOTES: [char; 7] = ['“', '"', '「', '‘', '”', '」', '’'];

/// All that could be a figure, in order: quantities, points, grades. It follows from the text alone.
pub fn tokens(text: &str, quantities: &[Found]) -> Vec<Token> {
    let mut tokens: Vec<Token> = quantities.iter().filter_map(|found| token(text, found)).collect();
    for (place, _) in text.match_indices('分') {
        let before = text.get(..place).unwrap_or_default();
        let number = before
            .trim_end()
            .trim_end_matches(|c: char| c.is_ascii_digit() || c == '.')
            .len();
        let digits = before.get(number..).unwrap_or_default().trim_end();
        let more = text.get(place..).unwrap_or_default().starts_with("分钟");
        if let (Some(points), false) = (plain_number(digits), more) {
            tokens.push(Token {
                range: number..number + digits.len(),
                measure: Measure::Points,
                stated: Stated::Points(points, last_place(digits)),
                unit: String::new(),
                end: place + '分'.len_utf8(),
            });
        }
    }
    let is_grade = |c: char| Grade::ALL.iter().any(|grade| grade.label().starts_with(c));
    for (place, word) in text.match_indices(is_grade) {
        for grade in Grade::ALL.iter().filter(|grade| grade.label() == word) {
            let before = text.get(..place).unwrap_or_default().trim_end_matches(QUOTES);
            let (before, _) = without_links(before);
            let mut end = place + word.len();
            let after = text.get(end..).unwrap_or_default();
            let longer = ["秀", "好", "等"]
                .into_iter()
                .find(|rest| after.starts_with(rest))
                .unwrap_or_default();
            end += longer.len();
            let after = text.get(end..).unwrap_or_default();
            let ends = after.chars().next().is_none_or(|c| !c.is_alphanumeric());
            if ends && name_at_end(before, Measure::Grade).is_some() {
                tokens.push(Token {
                    range: place..end,
                    measure: Measure::Grade,
                    stated: Stated::Grade(*grade),
                    unit: String::new(),
                    end,
                });
            }
        }
    }
    tokens.sort_by_key(|token| token.range.start);
    tokens
}

fn token(text: &str, found: &Found) -> Option<Token> {
    let written = text.get(found.range.clone())?;
    let number = written.trim_end_matches(|c: char| !c.is_numeric());
    let (measure, stated, unit) = match &found.what {
        What::Money(amount) => {
            let scale = match written.get(number.len()..)?.trim() {
                "亿元" => Decimal::from(10_000),
                "万元" => Decimal::ONE,
                "千元" => Decimal::new(1, 1),
                _ => Decimal::new(1, 4),
            };
            (
                Measure::Money,
                Stated::Amount(amount.decimal(), last_place(number) * scale),
                "",
            )
        }
        What::Percent(rate) => (
            Measure::Percent,
            Stated::Percent(rate.percent(), last_place(number)),
            "",
        ),
        What::Count(count, unit) => (Measure::Count, Stated::Count(count.decimal()), unit.as_str()),
        _ => return None,
    };
    // The unit of a count stays in the sentence.
    let range = match measure {
        Measure::Count => found.range.start..found.range.start + number.len(),
        _ => found.range.clone(),
    };
    Some(Token {
        range,
        measure,
        stated,
        unit: unit.to_owned(),
        end: found.range.end,
    })
}

/// One unit of the last place of a number as it is written.
fn last_place(number: &str) -> Decimal {
    let places = number
        .rsplit_once(['.', '．'])
        .map_or(0, |(_, places)| places.chars().count());
    Decimal::new(1, u32::try_from(places.min(12)).unwrap_or_default())
}
