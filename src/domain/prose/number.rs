//! Finds the numbers of a text, in digits and in words (三十, 一百二十).

use std::ops::Range;

use rust_decimal::Decimal;

use crate::domain::values::input::Value;
use crate::domain::values::parse::half_width;
use crate::domain::values::quantity::Quantity;

use super::unit;

/// Longer than this no figure is written.
const LONGEST: usize = 40;

/// A number and where it stands, without its unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Number {
    pub range: Range<usize>,
    /// Half-width digits as typed, with their commas; of words their value.
    pub digits: String,
    /// Whether it is written 三十 and not 30.
    pub in_words: bool,
}

/// The first number at or after a place. Words that make no number (十四五, 二〇二二, 七八) are passed over.
pub(super) fn next_number(text: &str, from: usize) -> Option<Number> {
    let mut place = from;
    loop {
        let (at, _) = text.get(place..)?.char_indices().find(|(_, c)| is_numeral(*c))?;
        match numeral_at(text, place + at) {
            Ok(number) => return Some(number),
            Err(end) => place = end,
        }
    }
}

/// The number that begins right at a place.
pub(super) fn number_at(text: &str, place: usize) -> Option<Number> {
    text[place..]
        .starts_with(is_numeral)
        .then(|| numeral_at(text, place).ok())
        .flatten()
}

/// The number that the numeral at a place makes, or the end of the numeral where it makes none.
fn numeral_at(text: &str, start: usize) -> Result<Number, usize> {
    let run = &text[start..];
    if run.starts_with(is_digit) {
        let range = start..number_end(text, start);
        let digits = half_width(&text[range.clone()]);
        return Ok(Number {
            range,
            digits,
            in_words: false,
        });
    }
    let run = &run[..run.find(|c| !is_word(c)).unwrap_or(run.len())];
    // A last 万 or 亿 belongs to the unit, as in "3万元", but not in 一亿两千万.
    let counted = run
        .strip_suffix(['万', '亿'])
        .filter(|front| !front.contains(['万', '亿']));
    let counted = counted.unwrap_or(run);
    let value = if run == "百" && text[..start].ends_with("百分之") {
        Some(100)
    } else {
        value_of_words(counted)
    };
    match value {
        Some(value) => Ok(Number {
            range: start..start + counted.len(),
            digits: value.to_string(),
            in_words: true,
        }),
        None => Err(start + run.len()),
    }
}

/// The value of a numeral written in words, none where it is not well made.
fn value_of_words(run: &str) -> Option<u64> {
    // What is complete above the present 万, what is complete below it, the digit still without a place.
    let (mut total, mut section, mut digit) = (0, 0, None);
    let (mut last_place, mut last_scale, mut after_zero) = (u64::MAX, u64::MAX, true);
    for c in run.chars() {
        if let Some(value) = digit_of_word(c) {
            if digit.is_some() || value == 0 && total + section == 0 {
                return None;
            }
            digit = (value > 0).then_some(value);
            after_zero |= value == 0;
            continue;
        }
        let place = match c {
            '十' => 10,
            '百' => 100,
            '千' => 1000,
            _ => {
                let scale = if c == '万' { 10_000 } else { 100_000_000 };
                section += digit.take().unwrap_or(0);
                if section == 0 || scale >= last_scale {
                    return None;
                }
                total += section * scale;
                (section, last_place, last_scale, after_zero) = (0, u64::MAX, scale, false);
                continue;
            }
        };
        let many = match digit.take() {
            Some(many) => many,
            None if c == '十' && section == 0 && total == 0 => 1,
            None => return None,
        };
        if place >= last_place {
            return None;
        }
        section += many * place;
        (last_place, after_zero) = (place, false);
    }
    match digit {
        // 三百五 and 一万五 leave out a place.
        Some(_) if total + section > 0 && last_place != 10 && !after_zero => None,
        Some(value) => Some(total + section + value),
        None => (total + section > 0).then_some(total + section),
    }
}

/// The digit that a word stands for.
pub fn digit_of_word(c: char) -> Option<u64> {
    Some(match c {
        '零' | '〇' | '○' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

fn is_word(c: char) -> bool {
    // One list: this is asked of every character of every text.
    matches!(
        c,
        '零' | '〇'
            | '○'
            | '一'
            | '二'
            | '两'
            | '三'
            | '四'
            | '五'
            | '六'
            | '七'
            | '八'
            | '九'
            | '十'
            | '百'
            | '千'
            | '万'
            | '亿'
    )
}

/// A digit or a word that can begin a number.
pub(super) fn is_numeral(c: char) -> bool {
    is_digit(c) || is_word(c)
}

pub(super) fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '０'..='９')
}

/// A letter, a digit or a Chinese character; most are the last, which need not be looked up.
pub(super) fn is_letter(c: &char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(c) || c.is_alphanumeric()
}

/// The end of a number that begins here: digits, a point between digits, commas or blanks before three digits.
pub(super) fn number_end(text: &str, start: usize) -> usize {
    let end = grouped(text, start).unwrap_or(start);
    plain_end(text, end)
}

/// A blank between the groups of a number: 3 200, copied out of a PDF as a narrow one or a wide one.
pub(super) fn is_group_blank(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}')
}

/// Where the last group of three begins in a number whose groups blanks part: 3 200件, 1 286.50万元. Only before a unit,
/// and where no other number stands beside it as in a row of cells: 10 100个 98个.
fn grouped(text: &str, start: usize) -> Option<usize> {
    let digits = |at: usize| text[at..].bytes().take_while(u8::is_ascii_digit).take(4).count();
    let is_figure = |c: Option<char>| c.is_some_and(|c| is_digit(c) || matches!(c, '%' | '％'));
    let mut at = start;
    let mut many = digits(start);
    let mut groups = 0;
    while (1..=3).contains(&many) {
        let blank = text[at + many..].chars().next().filter(|c| is_group_blank(*c));
        let next = blank
            .map(|c| at + many + c.len_utf8())
            .filter(|next| digits(*next) == 3);
        let Some(next) = next else { break };
        (at, many, groups) = (next, 3, groups + 1);
    }
    let end = plain_end(text, at);
    let rest = text.get(end..)?;
    let unit = unit::money(rest).or_else(|| unit::unit(rest))?;
    let before = text[..start].trim_end_matches(is_group_blank);
    let is_apart = before.len() == start || !is_figure(before.chars().next_back());
    let after = &rest[unit.len()..];
    let next = after.trim_start_matches(is_group_blank);
    let is_last = next.len() == after.len() || !is_figure(next.chars().next());
    (groups > 0 && is_apart && is_last).then_some(at)
}

fn plain_end(text: &str, start: usize) -> usize {
    let mut end = start;
    let mut chars = text[start..].char_indices();
    while let Some((place, c)) = chars.next() {
        if is_digit(c) {
            end = start + place + c.len_utf8();
            continue;
        }
        let digits_after = chars.clone().take_while(|(_, c)| is_digit(*c)).take(4).count();
        let is_within = match c {
            '.' | '．' | ',' => digits_after > 0,
            // In prose the wide comma also stands between clauses.
            '，' => digits_after == 3,
            _ => false,
        };
        if !is_within {
            break;
        }
    }
    end
}

/// How many bytes of white space a text begins with, within its line.
pub(super) fn spaces(text: &str) -> usize {
    let trimmed = text.trim_start_matches([' ', '\t', '\u{3000}', '\u{a0}']);
    text.len() - trimmed.len()
}

/// Whether what stands before a number makes it a name: 第6, A3, 周三, 数十.
pub(super) fn is_named(before: &str, in_words: bool) -> bool {
    before.trim_end_matches(' ').chars().next_back().is_some_and(|c| {
        c.is_ascii_alphabetic()
            || matches!(c, '第' | '#' | '＃')
            || in_words
                && matches!(
                    c,
                    '初' | '周' | '几' | '数' | '统' | '唯' | '单' | '专' | '另' | '逐' | '任'
                )
    })
}

/// Whether a number is the second end of a range, or a later part of a name such as "4+5+1".
pub(super) fn follows_joint(before: &str) -> bool {
    let mut back = before.trim_end_matches(' ').chars().rev();
    back.next().is_some_and(is_joint)
        && back
            .find(|c| *c != ' ')
            .is_some_and(|c| is_numeral(c) || matches!(c, '%' | '％'))
}

/// Whether another number is joined on right here.
pub(super) fn leads_joint(after: &str) -> bool {
    let mut chars = after.chars();
    chars.next().is_some_and(is_joint) && chars.find(|c| *c != ' ').is_some_and(is_numeral)
}

/// A mark between two ends of a range, or between the parts of a name such as "4+5+1".
pub(super) fn is_joint(c: char) -> bool {
    is_range_mark(c) || matches!(c, '/' | '+' | '＋' | '.' | '．' | ',' | ':' | '：')
}

/// A mark between two ends of a range.
pub(super) fn is_range_mark(c: char) -> bool {
    matches!(c, '-' | '－' | '—' | '–' | '~' | '～' | '至' | '到')
}

/// Whether a text is nothing but one plain number, and which.
pub fn plain_number(text: &str) -> Option<Decimal> {
    let plain = half_width(text);
    (plain.len() <= LONGEST && plain.bytes().next().is_some_and(|b| b.is_ascii_digit()))
        .then(|| Quantity::read(&plain).ok())
        .flatten()
        .map(Quantity::decimal)
}
