//! E7 of spans that are said in years: 实施期两年，自2021年1月至2023年12月; 《三年行动计划（2021—2023年）》实施四年来.

use crate::domain::checks::context::of_text::OfText;
use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::prose::number::digit_of_word;
use crate::domain::prose::stops::{self, Mark};
use crate::domain::prose::words::WordList;

/// Words before the number of years that the span lasts.
const LASTS: WordList = WordList::of(&[
    "实施期",
    "实施周期",
    "建设期",
    "合同期",
    "服务期",
    "期限",
    "为期",
    "共",
    "历时",
    "周期",
    "工期",
    "有效期",
    "实施期限",
    "实施",
    "执行期",
    "委托期",
    "建设周期",
    "期限为",
    "实施期为",
    "周期为",
    "建设期为",
    "合同期为",
    "服务期为",
    "有效期为",
    "共计",
]);

/// From one month to another, both among them.
struct Span<'a> {
    said: &'a str,
    months: u32,
    end: usize,
    start: usize,
}

/// Finds E7 of spans in years in one text.
pub fn check(of: &OfText<'_>, found: &mut Vec<Finding>) {
    let OfText { field, text, .. } = *of;
    if !text.contains('年') {
        return;
    }
    for sentence in stops::pieces(text, Mark::Group) {
        if sentence.contains(['\t', '|', '｜']) {
            continue;
        }
        let spans = spans(sentence);
        let [span] = spans.as_slice() else { continue };
        for (years, said) in years_said(sentence, span) {
            // A span of months that is a little shorter or longer is told by whole years.
            let apart = span.months.abs_diff(years * 12);
            if apart < 7 {
                continue;
            }
            found.push(Finding::new(
                Code::E7,
                field,
                format!("“{}”是 {}，这里说的是“{said}”。", span.said, length(span.months)),
                "核对起止时间和年数，改写错的那个。",
            ));
            return;
        }
    }
}

fn length(months: u32) -> String {
    match (months / 12, months % 12) {
        (years, 0) => format!("{years} 年"),
        (0, months) => format!("{months} 个月"),
        (years, months) => format!("{years} 年 {months} 个月"),
    }
}

/// 2021—2023年, 2021年至2023年, 2021年1月至2023年12月.
fn spans(sentence: &str) -> Vec<Span<'_>> {
    let mut found = Vec::new();
    for (at, mark) in sentence.match_indices(['至', '—', '-', '～', '~', '–', '到']) {
        let (before, after) = (
            &sentence[..at],
            sentence[at + mark.len()..].trim_start_matches(['—', '-']),
        );
        let Some((from, start)) = month_before(before.trim_end_matches(['—', '-', '起'])) else {
            continue;
        };
        let Some((to, length)) = month_after(after) else {
            continue;
        };
        let (from, to) = match (from, to) {
            ((year, None), (last, None)) => (year * 12 + 1, last * 12 + 12),
            ((year, Some(month)), (last, Some(end))) => (year * 12 + month, last * 12 + end),
            _ => continue,
        };
        let end = sentence.len() - after.len() + length;
        if to > from {
            found.push(Span {
                said: &sentence[start..end],
                months: to - from + 1,
                end,
                start,
            });
        }
    }
    found
}

/// A year with its month, where one is said.
type Month = (u32, Option<u32>);

fn digits_before(text: &str) -> Option<(u32, &str)> {
    let rest = text.trim_end_matches(|c: char| c.is_ascii_digit());
    Some((text[rest.len()..].parse().ok()?, rest))
}

/// The year, or the month of a year, that a text ends with, and where it begins.
fn month_before(text: &str) -> Option<(Month, usize)> {
    // 2021年1月1日 is a day of its month.
    let text = match text.strip_suffix('日') {
        Some(rest) => digits_before(rest)?.1,
        None => text,
    };
    let (month, rest) = match text.strip_suffix('月') {
        Some(rest) => {
            let (month, rest) = digits_before(rest)?;
            (Some(month), rest)
        }
        None => (None, text),
    };
    let (year, rest) = digits_before(rest.strip_suffix('年').unwrap_or(rest))?;
    (1990..2100).contains(&year).then_some(((year, month), rest.len()))
}

/// The same that a text begins with, and how many bytes it has.
fn month_after(text: &str) -> Option<(Month, usize)> {
    let digits = |text: &str| text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let many = digits(text);
    let year: u32 = text[..many].parse().ok().filter(|year| (1990..2100).contains(year))?;
    let rest = text[many..].strip_prefix('年')?;
    let month = digits(rest);
    let after = match rest[month..].strip_prefix('月').filter(|_| month > 0) {
        Some(after) => after,
        None => return Some(((year, None), text.len() - rest.len())),
    };
    let day = digits(after);
    let end = after[day..].strip_prefix('日').unwrap_or(after);
    let month = rest[..month].parse().ok()?;
    Some(((year, Some(month)), text.len() - end.len()))
}

/// The numbers of years that the words around a span say it lasts: 实施期两年, 三年间, 实施四年来, 三年行动计划.
fn years_said<'a>(sentence: &'a str, span: &Span<'_>) -> Vec<(u32, &'a str)> {
    const REACH: usize = 36;
    let mut found = Vec::new();
    for (at, sign) in sentence.match_indices('年') {
        if (span.start..span.end).contains(&at) {
            continue;
        }
        let before = &sentence[..at];
        let Some(number) = before.chars().next_back() else {
            continue;
        };
        let start = at - number.len_utf8();
        let years = digit_of_word(number)
            .and_then(|digit| u32::try_from(digit).ok())
            .or_else(|| number.to_digit(10));
        let Some(years) = years.filter(|years| (1..10).contains(years)) else {
            continue;
        };
        let lead = &sentence[..start];
        let goes_on = lead.ends_with(|c: char| c.is_ascii_digit() || digit_of_word(c).is_some() || "十第".contains(c));
        let gap = span.start.saturating_sub(at).max(start.saturating_sub(span.end));
        if goes_on || gap > REACH {
            continue;
        }
        let after = &sentence[at + sign.len()..];
        let is_span = LASTS.ending(lead.trim_end_matches(['为', '是'])).is_some()
            || after.starts_with("行动")
            || after.starts_with("来")
            || after.starts_with("间")
            || after.starts_with("计划")
            || after.starts_with("规划");
        if is_span && !after.starts_with(['前', '后']) {
            found.push((years, &sentence[start..at + sign.len()]));
        }
    }
    found
}
