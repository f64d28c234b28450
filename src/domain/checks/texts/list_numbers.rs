//! E1 of numbers within a paragraph: 一是…二是…四是, 第一，…第三，, ①…③, （1）…（3）.

use std::ops::Range;

use crate::domain::checks::context::of_text::OfText;
use crate::domain::checks::finding::excerpt::excerpt;
use crate::domain::checks::finding::finding::{Code, Finding};

const NUMBERS: &str = "一二三四五六七八九十";

/// A way of counting in running text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Way {
    /// 一是.
    Is,
    /// 第一，.
    Ordinal,
    /// ①.
    Circled,
    /// （1）.
    Bracketed,
}

/// Finds E1 of one text: the first number that repeats or skips, for each way of counting.
pub fn check(of: &OfText<'_>, found: &mut Vec<Finding>) {
    let OfText { field, text, .. } = *of;
    let marks = marks(text);
    for way in [Way::Is, Way::Ordinal, Way::Circled, Way::Bracketed] {
        // A list may stand within an item of another, whose numbers go on behind it.
        let mut open: Vec<usize> = Vec::new();
        for (_, place, range) in marks.iter().filter(|(own, ..)| *own == way) {
            if *place == 1 {
                open.push(1);
                continue;
            }
            // Numbers that do not begin with the first belong to something that cannot be told here.
            let Some(before) = open.last().copied() else { continue };
            if let Some(level) = open.iter().rposition(|last| last + 1 == *place) {
                open.truncate(level);
                open.push(*place);
                continue;
            }
            let fault = if *place == before { "重复" } else { "不连续" };
            let said = text.get(range.start..).unwrap_or_default();
            found.push(Finding::new(
                Code::E1,
                field,
                format!("段落里的序号{fault}：第 {before} 之后是“{}”。", excerpt(said, 14)),
                "按顺序编号，不跳号，不重号；删去一项的，后面的号跟着改。",
            ));
            break;
        }
    }
}

/// All numbers of lists, in their order.
fn marks(text: &str) -> Vec<(Way, usize, Range<usize>)> {
    let mut marks = Vec::new();
    let mut before = '\n';
    for (place, c) in text.char_indices() {
        let rest = text.get(place..).unwrap_or_default();
        let begins = matches!(before, '\n' | '。' | '；' | '：' | '，' | ';' | ':' | ' ' | '　' | '！');
        let mark = match c {
            '①'..='⑳' => Some((Way::Circled, (u32::from(c) - u32::from('①')) as usize + 1, c.len_utf8())),
            '第' if begins => ordinal(rest),
            '（' if begins && before != '，' => bracketed(rest),
            c if begins && NUMBERS.contains(c) => is(rest),
            _ => None,
        };
        if let Some((way, number, length)) = mark {
            marks.push((way, number, place..place + length));
        }
        before = c;
    }
    marks
}

/// The number that a text begins with, from 1 to 19, and its bytes.
fn number(text: &str) -> Option<(usize, usize)> {
    let value = |c: char| NUMBERS.chars().position(|number| number == c).map(|place| place + 1);
    let mut chars = text.chars();
    let first = chars.next()?;
    let one = value(first)?;
    match chars.next().and_then(value) {
        Some(ones) if one == 10 && ones < 10 => Some((10 + ones, 6)),
        Some(_) => None,
        None => Some((one, 3)),
    }
}

fn is(text: &str) -> Option<(Way, usize, usize)> {
    let (value, length) = number(text)?;
    text.get(length..)?
        .starts_with('是')
        .then_some((Way::Is, value, length + 3))
}

fn ordinal(text: &str) -> Option<(Way, usize, usize)> {
    let after = text.strip_prefix('第')?;
    let (value, length) = number(after)?;
    after
        .get(length..)?
        .starts_with(['，', '、'])
        .then_some((Way::Ordinal, value, length + 6))
}

fn bracketed(text: &str) -> Option<(Way, usize, usize)> {
    let after = text.strip_prefix('（')?;
    let end = after.find('）').filter(|end| *end <= 2)?;
    let value: usize = after.get(..end)?.parse().ok()?;
    // A number alone in brackets at the end of a clause is a reference.
    let goes_on = after
        .get(end + 3..)?
        .chars()
        .next()
        .is_some_and(|c| c.is_alphabetic() || c == '《' || c == '“');
    (goes_on && value > 0).then_some((Way::Bracketed, value, end + 6))
}
