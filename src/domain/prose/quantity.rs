//! Reads the quantities that stand in Chinese prose: money, percents, counts with their units, dates.
//!
//! What can be read in two ways is not read: ranges ("3—5个"), ordinals ("第6"), document numbers
//! ("2号"), numbers without a unit, and words that count nothing for certain ("一个中心", "三公经费").

use std::ops::Range;

use crate::domain::values::amount::Amount;
use crate::domain::values::calendar::Date;
use crate::domain::values::input::Value;
use crate::domain::values::parse::half_width;
use crate::domain::values::quantity::Quantity;
use crate::domain::values::rate::Rate;

use super::found::{Found, What, Words};
use super::in_words::{counts_for_certain, percent_of_hundred, share_in_words};
use super::number::{Number, follows_joint, is_named, leads_joint, next_number, number_end, spaces};
use super::unit;

/// All quantities of a text, in their order.
pub fn quantities(text: &str) -> Vec<Found> {
    read(text, Words::Sure)
}

/// The same, with small numbers in words as well, where something is counted: 四个派出法庭, 两座泵站.
pub fn quantities_in_words(text: &str) -> Vec<Found> {
    read(text, Words::All)
}

/// All quantities of a text, in their order.
pub(super) fn read(text: &str, words: Words) -> Vec<Found> {
    let mut found = Vec::new();
    let mut place = 0;
    while let Some(number) = next_number(text, place) {
        let Range { start, end } = number.range;
        place = end;
        if is_named(&text[..start], number.in_words) {
            continue;
        }
        if let Some((date, to)) = date(text, start, end) {
            place = to;
            found.extend(date.map(|date| Found {
                range: start..to,
                what: What::Date(date),
            }));
            continue;
        }
        // 百分之两百分之1: the second 百 belongs to the number before.
        let free = found.last().map_or(0, |last: &Found| last.range.end);
        let head = text[..start].strip_suffix("百分之").filter(|head| head.len() >= free);
        let before = head.unwrap_or(&text[..start]);
        if follows_joint(before) || before.ends_with("分之") {
            continue;
        }
        let unit = end + spaces(&text[end..]);
        let rest = &text[unit..];
        if leads_joint(rest) {
            continue;
        }
        let what = match head {
            Some(_) => percent_of_hundred(&number, &text[end..]).map(|(what, length)| (what, end + length)),
            None => measured(&number, before, rest, words).map(|(what, length)| (what, unit + length)),
        };
        if let Some((what, to)) = what {
            place = to;
            found.push(Found {
                range: before.len()..to,
                what,
            });
        }
    }
    found
}

/// What a number is by the unit after it, and how many bytes the unit has.
fn measured(number: &Number, before: &str, rest: &str, words: Words) -> Option<(What, usize)> {
    let digits = &number.digits;
    if number.in_words {
        if let Some(share) = share_in_words(digits, before, rest) {
            return Some(share);
        }
        // 主要做法有四点：….
        if words == Words::All
            && rest.starts_with('点')
            && rest['点'.len_utf8()..].trim_start().starts_with(['：', ':', '，'])
        {
            return Some((
                What::Count(Quantity::read(digits).ok()?, "点".to_owned()),
                '点'.len_utf8(),
            ));
        }
        if words == Words::Sure && !counts_for_certain(digits, before, rest) {
            return None;
        }
    }
    if let Some(unit) = unit::money(rest) {
        let amount = Amount::read(&format!("{digits}{unit}")).ok()?;
        return Some((What::Money(amount), unit.len()));
    }
    if let Some(sign) = rest.chars().next().filter(|c| matches!(c, '%' | '％')) {
        // "3%-5%" is a range.
        let rate = Rate::read(&format!("{digits}%")).ok()?;
        return (!leads_joint(&rest[sign.len_utf8()..])).then_some((What::Percent(rate), sign.len_utf8()));
    }
    let unit = unit::unit(rest)?;
    let quantity = Quantity::read(digits).ok()?;
    Some((What::Count(quantity, unit.to_owned()), unit.len()))
}

/// A whole date from its year on: the date, none where there is no such day, and its end.
fn date(text: &str, start: usize, end: usize) -> Option<(Option<Date>, usize)> {
    let mut parts = [0_u16; 3];
    let mut place = start;
    let mut number = start..end;
    for (part, mark) in parts.iter_mut().zip(["年", "月", "日"]) {
        *part = half_width(&text[number.clone()]).parse().ok()?;
        place = number.end + spaces(&text[number.end..]);
        place += text[place..].starts_with(mark).then_some(mark.len())?;
        let next = place + spaces(&text[place..]);
        number = next..number_end(text, next);
    }
    let [year, month, day] = parts;
    let read = Date::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    (year >= 1900).then_some((read, place))
}
