//! Reads how often something is done: 每月不少于1次, 每半年一次, 2次/季度.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::domain::values::quantity::Quantity;

use super::bound::{Bound, bounds_with};
use super::found::Words;
use super::number::{number_at, spaces};

/// So many times in each period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frequency {
    /// From 每 to the end of the unit.
    pub range: Range<usize>,
    /// The period.
    pub per: Period,
    /// How many of these periods together: 2 for 每两个月.
    pub every: u32,
    /// How often, and in which unit: 不少于1次.
    pub times: Bound,
}

/// A period of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// 每周.
    Week,
    /// 每月.
    Month,
    /// 每季度.
    Quarter,
    /// 每半年.
    HalfYear,
    /// 每年.
    Year,
}

impl Period {
    /// How many of them a year has.
    pub fn in_a_year(self) -> u32 {
        match self {
            Period::Week => 52,
            Period::Month => 12,
            Period::Quarter => 4,
            Period::HalfYear => 2,
            Period::Year => 1,
        }
    }
}

impl Frequency {
    /// How often that is in a whole year: 12 for 每月1次.
    pub fn a_year(&self) -> Quantity {
        Quantity::from_decimal(self.times.value.decimal() * Decimal::from(self.per.in_a_year() / self.every.max(1)))
    }
}

/// Words of a period, longest first where one begins another.
const PERIODS: [(&str, Period); 12] = [
    ("半年", Period::HalfYear),
    ("个季度", Period::Quarter),
    ("季度", Period::Quarter),
    ("季", Period::Quarter),
    ("个月", Period::Month),
    ("月份", Period::Month),
    ("月", Period::Month),
    ("个星期", Period::Week),
    ("星期", Period::Week),
    ("周", Period::Week),
    ("年度", Period::Year),
    ("年", Period::Year),
];

/// Units that say how often.
const TIMES: [&str; 8] = ["次", "场", "场次", "期", "轮", "批次", "班次", "人次"];

/// So many characters at most stand between the period and the end of the number.
const REACH: usize = 32;

/// All frequencies of a text, in their order. 每天 is none: days may be those of work or all.
pub fn frequencies(text: &str) -> Vec<Frequency> {
    let mut found: Vec<Frequency> = Vec::new();
    for (place, each) in text.match_indices(['每', '/', '／']) {
        let frequency = if each == "每" {
            forward(text, place)
        } else {
            backward(text, place, each.len())
        };
        let from = found.last().map_or(0, |last| last.range.end);
        found.extend(frequency.filter(|frequency| frequency.range.start >= from));
    }
    found
}

/// 每月开展不少于1次.
fn forward(text: &str, place: usize) -> Option<Frequency> {
    let (per, every, start) = period(text, place + '每'.len_utf8())?;
    let ends = |c: char| matches!(c, '，' | ',' | '；' | ';' | '。' | '！' | '\n' | '每' | '、');
    let rest = &text[start..];
    let end = rest
        .char_indices()
        .take(REACH)
        .find(|(_, c)| ends(*c))
        .map(|(at, _)| at);
    let end = end.or_else(|| rest.char_indices().nth(REACH).map(|(at, _)| at));
    let counted = bounds_with(&rest[..end.unwrap_or(rest.len())], Words::All);
    let times = counted.iter().find(|bound| TIMES.contains(&bound.unit.as_str()));
    let times = times.or_else(|| counted.first().filter(|bound| counted.len() == 1 && bound.unit != "%"))?;
    let mut times = times.clone();
    times.range = start + times.range.start..start + times.range.end;
    Some(Frequency {
        range: place..times.range.end,
        per,
        every,
        times,
    })
}

/// 2次/季度.
fn backward(text: &str, place: usize, mark: usize) -> Option<Frequency> {
    let before = text[..place].trim_end_matches(' ');
    let start = before.char_indices().rev().take(REACH / 2).last()?.0;
    let mut times = bounds_with(&before[start..], Words::Sure).pop()?;
    times.range = start + times.range.start..start + times.range.end;
    let after = place + mark;
    let each = if text[after..].starts_with('每') {
        '每'.len_utf8()
    } else {
        0
    };
    let (per, every, end) = period(text, after + each)?;
    (times.range.end == before.len() && TIMES.contains(&times.unit.as_str())).then_some(Frequency {
        range: times.range.start..end,
        per,
        every,
        times,
    })
}

/// The period that begins at a place, how many of it, and its end.
fn period(text: &str, place: usize) -> Option<(Period, u32, usize)> {
    let start = place + spaces(&text[place..]);
    let number = number_at(text, start);
    let every = number.as_ref().map_or(Some(1), |number| number.digits.parse().ok())?;
    let start = number.map_or(start, |number| number.range.end);
    let start = start + spaces(&text[start..]);
    let rest = &text[start..];
    let (word, period) = PERIODS.into_iter().find(|(word, _)| rest.starts_with(word))?;
    let after = &rest[word.len()..];
    // 每年级, 每周年, 每年龄段, 每月嫂.
    let goes_on = after.starts_with(['级', '龄', '嫂', '饼', '边']) || word == "周" && after.starts_with('年');
    let divides = every > 0 && period.in_a_year().is_multiple_of(every);
    (divides && !goes_on).then_some((period, every, start + word.len()))
}
