//! 倍数、番数、几分之几: 3倍, 翻了一番, 减半, 三分之一 as numbers. 倍 is a hundred percent, so that each is a percentage: what
//! grew by 3倍 grew by 300%.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::domain::prose::number::{digit_of_word, plain_number};

use super::fact::Measure;
use super::printed::{Kind, Printed};

/// Whether a percentage is written in 倍.
pub fn is_multiple(number: &Printed) -> bool {
    number.kind == Kind::Percent && number.scale == Decimal::ONE_HUNDRED
}

/// A number in such words, where it stands, and what it says where its own words say so: 翻番 is a growth.
pub type Multiple = (Range<usize>, Printed, Option<Measure>);

/// All of a text, in no order.
pub fn multiples(text: &str) -> Vec<Multiple> {
    let mut found = Vec::new();
    if !text.contains(['倍', '番', '半', '之']) {
        return found;
    }
    times(text, &mut found);
    doubled(text, &mut found);
    halved(text, &mut found);
    more_than_half(text, &mut found);
    fractions(text, &mut found);
    found
}

/// 2.5倍, 三倍; 翻了一倍 is a growth.
fn times(text: &str, found: &mut Vec<Multiple>) {
    for (place, sign) in text.match_indices('倍') {
        let end = place + sign.len();
        if text[end..].starts_with(['数', '增', '频', '感', '率', '加']) {
            continue;
        }
        let before = text[..place].trim_end_matches(' ');
        let Some((start, value, places)) = number_before(before) else {
            continue;
        };
        let lead = &text[..start];
        // 几十倍, 数倍, 3至5倍, 第1倍.
        if lead.ends_with(['几', '数', '多', '至', '-', '—', '～', '~', '.', '第']) {
            continue;
        }
        let grown = lead.ends_with("翻了") || lead.ends_with('翻');
        let measure = grown.then_some(Measure::Growth { down: false });
        found.push((start..end, in_percent(value, Decimal::ONE_HUNDRED, places), measure));
    }
}

/// 翻番, 翻了一番, 翻两番.
fn doubled(text: &str, found: &mut Vec<Multiple>) {
    for (place, sign) in text.match_indices('番') {
        let said = &text[..place];
        let (start, many) = match said.strip_suffix('翻') {
            Some(before) => (before.len(), 1),
            None => {
                let Some(many) = said.chars().next_back().and_then(digit_of_word) else {
                    continue;
                };
                let before = &said[..said.len() - '一'.len_utf8()];
                let Some(before) = before.strip_suffix("翻了").or_else(|| before.strip_suffix('翻')) else {
                    continue;
                };
                (before.len(), many)
            }
        };
        if !(1..=4).contains(&many) {
            continue;
        }
        let times = Decimal::from((1_u64 << many) - 1);
        let number = in_percent(times, Decimal::ONE_HUNDRED, 0);
        found.push((start..place + sign.len(), number, Some(Measure::Growth { down: false })));
    }
}

/// 减半, but not 减半征收.
fn halved(text: &str, found: &mut Vec<Multiple>) {
    for (start, word) in text.match_indices("减半") {
        let end = start + word.len();
        if text[end..].chars().next().is_none_or(|c| !c.is_alphanumeric()) {
            let number = in_percent(Decimal::from(50), Decimal::TEN, 0);
            found.push((start..end, number, Some(Measure::Growth { down: true })));
        }
    }
}

/// 过半, of which the words before the half say how it is meant.
fn more_than_half(text: &str, found: &mut Vec<Multiple>) {
    for (start, word) in text.match_indices("半数") {
        let end = start + word.len();
        let is_rough = ["过", "近", "足", "到", "逾"]
            .iter()
            .any(|lead| text[..start].ends_with(lead));
        if is_rough && text[end..].chars().next().is_none_or(|c| !c.is_alphanumeric()) {
            found.push((start..end, in_percent(Decimal::from(50), Decimal::TEN, 0), None));
        }
    }
    for (start, word) in text.match_indices("过半") {
        let end = start + word.len();
        let half = start + '过'.len_utf8()..end;
        if text[end..].chars().next().is_none_or(|c| !c.is_alphanumeric()) {
            found.push((half, in_percent(Decimal::from(50), Decimal::TEN, 0), None));
        }
    }
}

/// 三分之一, 四分之三; it is said of what is near it.
fn fractions(text: &str, found: &mut Vec<Multiple>) {
    const STEP: Decimal = Decimal::from_parts(6, 0, 0, false, 0);
    for (place, words) in text.match_indices("分之") {
        let below = text[..place].chars().next_back();
        let above = text[place + words.len()..].chars().next();
        let (Some(below), Some(above)) = (below, above) else {
            continue;
        };
        let value = |c: char| if c == '十' { Some(10) } else { digit_of_word(c) };
        let (Some(under), Some(over)) = (value(below), value(above)) else {
            continue;
        };
        let (start, end) = (place - below.len_utf8(), place + words.len() + above.len_utf8());
        // 二十分之一, 三分之一百.
        let goes_on = text[..start].chars().next_back().is_some_and(|c| value(c).is_some())
            || text[end..].starts_with(|c: char| value(c).is_some() || c == '点');
        if goes_on || over >= under || over == 0 {
            continue;
        }
        let share = Decimal::from(over * 100) / Decimal::from(under);
        let number = Printed {
            kind: Kind::Percent,
            value: share,
            scale: STEP,
            places: 0,
            about: false,
        };
        found.push((start..end, number, None));
    }
}

fn in_percent(value: Decimal, scale: Decimal, places: u32) -> Printed {
    let value = if scale == Decimal::ONE_HUNDRED {
        value * scale
    } else {
        value
    };
    Printed {
        kind: Kind::Percent,
        value,
        scale,
        places,
        about: false,
    }
}

/// The number that a text ends with, in digits or as one character: where it begins, and its decimals.
fn number_before(before: &str) -> Option<(usize, Decimal, u32)> {
    let start = before.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.').len();
    let digits = &before[start..];
    if !digits.is_empty() {
        let value = plain_number(digits)?;
        return Some((start, value, value.scale()));
    }
    let word = before.chars().next_back()?;
    let value = if word == '十' { 10 } else { digit_of_word(word)? };
    let start = before.len() - word.len_utf8();
    let goes_on = before[..start]
        .chars()
        .next_back()
        .is_some_and(|c| c == '十' || digit_of_word(c).is_some());
    (value > 0 && !goes_on).then(|| (start, Decimal::from(value), 0))
}
