//! Reads how quantities bind: 不少于3个, 95%以上, ≤10天.

use std::ops::Range;

use crate::domain::values::comparator::Comparator;
use crate::domain::values::input::Value;
use crate::domain::values::quantity::Quantity;

use super::found::{Found, What, Words};
use super::quantity::{quantities, read};
use super::words::WordList;

/// A quantity that something must reach, keep below, or be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bound {
    /// Where it stands, with the words before it that bind it.
    pub range: Range<usize>,
    /// How.
    pub comparator: Comparator,
    /// The number.
    pub value: Quantity,
    /// The unit; "%" for percents.
    pub unit: String,
}

/// Words before a number. The longest that fits counts, because 不低于 ends with 低于.
const BEFORE: [(Comparator, WordList); 3] = [
    (
        Comparator::AtLeast,
        WordList::of(&[
            "不少于",
            "不得少于",
            "不低于",
            "不得低于",
            "不小于",
            "大于等于",
            "大于或等于",
            "不下于",
            "至少",
            "最少",
            "达到",
            "达",
            "超过",
            "高于",
            "多于",
            "大于",
            "≥",
            "≧",
            ">=",
            ">",
            "＞",
            "＞＝",
            "﹥",
        ]),
    ),
    (
        Comparator::AtMost,
        WordList::of(&[
            "不超过",
            "不得超过",
            "不能超过",
            "未超过",
            "没有超过",
            "不超出",
            "不多于",
            "不得多于",
            "不高于",
            "不得高于",
            "不大于",
            "小于等于",
            "小于或等于",
            "控制在",
            "至多",
            "最多",
            "低于",
            "少于",
            "小于",
            "≤",
            "≦",
            "<=",
            "<",
            "＜",
            "＜＝",
            "﹤",
        ]),
    ),
    (Comparator::Exactly, WordList::of(&["等于", "=", "＝", "═", "﹦"])),
];

const ABOVE: WordList = WordList::of(&["及以上", "（含）以上", "(含)以上", "以上", "及其以上"]);
const BELOW: WordList = WordList::of(&["及以下", "（含）以下", "(含)以下", "以下", "以内", "之内"]);

/// The quantities that a text on a result states as reached: those that bind nothing. "95%以上" repeats a target.
pub fn stated(text: &str, quantities: &[Found]) -> Vec<Found> {
    let limits = bounds_among(text, quantities);
    let is_limit = |found: &&Found| {
        limits.iter().any(|bound| {
            bound.comparator != Comparator::Exactly
                && bound.range.start <= found.range.start
                && found.range.end <= bound.range.end
        })
    };
    quantities.iter().filter(|found| !is_limit(found)).cloned().collect()
}

/// The quantities of a target, with how they bind: "不少于3个", "95%以上", "≤10天", a bare "100%".
/// Money among them makes nothing: it is no quantity that an indicator counts.
pub fn bounds(text: &str) -> Vec<Bound> {
    bounds_among(text, &quantities(text))
}

/// As `bounds`, with all numbers in words where the place says that something is counted.
pub(super) fn bounds_with(text: &str, words: Words) -> Vec<Bound> {
    bounds_among(text, &read(text, words))
}

/// The same, where the quantities of the text have been read already.
pub fn bounds_among(text: &str, quantities: &[Found]) -> Vec<Bound> {
    let counted = quantities.iter().filter_map(|found| {
        let (value, unit) = match &found.what {
            What::Count(value, unit) => (*value, unit.clone()),
            What::Percent(rate) => {
                let value = Quantity::read(&rate.percent().normalize().to_string()).ok()?;
                (value, "%".to_owned())
            }
            What::Money(_) | What::Date(_) => return None,
        };
        let before = text[..found.range.start].trim_end();
        let (comparator, word) = binding(before, text[found.range.end..].trim_start());
        Some(Bound {
            range: word.map_or(found.range.start, |length| before.len() - length)..found.range.end,
            comparator,
            value,
            unit,
        })
    });
    counted.collect()
}

/// Whether a quantity is just so much: not bound by words around it, and not about so much.
pub(super) fn is_exact(text: &str, range: &Range<usize>) -> bool {
    let before = text[..range.start].trim_end();
    let (comparator, _) = binding(before, text[range.end..].trim_start());
    comparator == Comparator::Exactly && !before.ends_with(['约', '近', '逾', '超'])
}

/// Whether words around a quantity make it a limit and no statement: 不少于3个, 95%以上. 达95% states what was reached.
pub fn is_bound(text: &str, range: &Range<usize>) -> bool {
    let before = text[..range.start].trim_end();
    let (comparator, length) = binding(before, text[range.end..].trim_start());
    let word = length.map_or("", |length| &before[before.len() - length..]);
    comparator != Comparator::Exactly && !matches!(word, "达" | "达到")
}

/// Whether words right after a quantity make it a limit: 45%以上.
pub fn is_limit(text: &str, range: &Range<usize>) -> bool {
    let after = text[range.end..].trim_start();
    ABOVE.beginning(after).is_some() || BELOW.beginning(after).is_some()
}

/// How the words around a number bind it, and how many bytes of them stand right before it.
fn binding(before: &str, after: &str) -> (Comparator, Option<usize>) {
    let word = BEFORE
        .iter()
        .filter_map(|(comparator, words)| Some((*comparator, words.ending(before)?.len())))
        .max_by_key(|(_, length)| *length);
    match word {
        // What stands after the number decides: 达95%以上.
        _ if ABOVE.beginning(after).is_some() => (Comparator::AtLeast, None),
        _ if BELOW.beginning(after).is_some() => (
            Comparator::AtMost,
            word.filter(|(comparator, _)| *comparator == Comparator::AtMost)
                .map(|(_, length)| length),
        ),
        Some((comparator, length)) => (comparator, Some(length)),
        None => (Comparator::Exactly, None),
    }
}
