//! Compares two texts by pairs of characters: whether an 实现情况 merely repeats its target.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use crate::domain::values::comparator::Comparator;
use crate::domain::values::parse::half_width_letters;
use crate::domain::values::rate::Rate;

use super::bound::{Bound, bounds};
use super::number::{is_digit, is_letter, next_number};
use super::quantity::quantities;
use super::words::WordList;

/// How much a text takes from another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Repetition {
    /// The share of the target that comes back in the actual.
    pub taken: Rate,
    /// The share of the actual that the target does not have.
    pub added: Rate,
    /// Whether the actual has a number that the target does not have.
    pub new_number: bool,
}

/// From this share on a target comes back.
const TAKEN: (u64, u64) = (4, 5);
/// Up to this share an actual adds nothing of weight.
const ADDED: (u64, u64) = (2, 5);
/// Shorter than this a text has no choice but to repeat: 全部验收合格.
const SHORTEST: usize = 8;

/// 相似度: the Dice coefficient of the pairs of characters of both texts, without marks and white space.
/// Texts of one character or none are alike only when they are the same.
pub fn similarity(one: &str, other: &str) -> Rate {
    let (one, other) = (normal(one), normal(other));
    let all = one.len().saturating_sub(1) + other.len().saturating_sub(1);
    if all == 0 {
        return if one == other { Rate::FULL } else { Rate::NONE };
    }
    share(2 * common(&one, &other), all)
}

/// What an actual takes from its target, and what it adds.
pub fn repetition(target: &str, actual: &str) -> Repetition {
    let (own, other) = (normal(target), normal(actual));
    let common = common(&own, &other);
    let length = other.len().saturating_sub(1);
    Repetition {
        taken: share(common, own.len().saturating_sub(1)),
        added: share(length - common, length),
        new_number: has_new_number(target, actual),
    }
}

/// How many pairs of characters of one text another has as well, and how many the first has.
pub fn shared_pairs(one: &str, other: &str) -> (usize, usize) {
    let (one, other) = (normal(one), normal(other));
    (common(&one, &other), one.len().saturating_sub(1))
}

/// Whether an actual merely repeats its target: most of the target comes back, little is added, no number is new.
pub fn repeats(target: &str, actual: &str) -> bool {
    let (own, other) = (normal(target), normal(actual));
    if other.len() < SHORTEST || has_not_happened(target, actual) {
        return false;
    }
    if own == other {
        return true;
    }
    let pairs = |text: &[char]| text.len().saturating_sub(1) as u64;
    let (all, told) = (pairs(&own), pairs(&other));
    let is_share = |part: u64, whole: u64, (over, under): (u64, u64)| part * under >= whole * over;
    let is_taken = |common: u64| is_share(common, all, TAKEN) && !is_share(told - common, told, ADDED);
    // Most are too long or too short for it, whatever they say.
    is_taken(all.min(told))
        && is_taken(common(&own, &other) as u64)
        && !has_new_number(target, actual)
        && !measures(target, actual)
}

/// Whether something should not happen and did not: there is no more to say of 未发生安全事故.
fn has_not_happened(target: &str, actual: &str) -> bool {
    const SHALL: WordList = WordList::of(&["不发生", "未发生", "不出现", "无", "零", "杜绝", "为0"]);
    const DID: WordList = WordList::of(&["未发生", "没有发生", "未出现", "没有出现", "无", "零"]);
    SHALL.any_in(target) && DID.any_in(actual)
}

/// Whether the actual has a number that the target lacks.
fn has_new_number(target: &str, actual: &str) -> bool {
    let known = numbers(target);
    numbers(actual).iter().any(|number| !known.contains(number))
}

/// Whether the actual states as a fact what the target bounds: 30场次 for 不少于30场次.
fn measures(target: &str, actual: &str) -> bool {
    let (target, actual) = (bounds(target), bounds(actual));
    let is_open = |bound: &Bound| bound.comparator != Comparator::Exactly;
    target.iter().any(is_open) && !actual.is_empty() && !actual.iter().any(is_open)
}

/// The letters and digits of a text, half-width.
fn normal(text: &str) -> Vec<char> {
    half_width_letters(text).filter(is_letter).collect()
}

/// How many pairs of characters two texts have in common, each as often as it stands in both.
fn common(one: &[char], other: &[char]) -> usize {
    let (one, other) = (pairs(one), pairs(other));
    let (mut left, mut right, mut count) = (one.iter().peekable(), other.iter().peekable(), 0);
    while let (Some(a), Some(b)) = (left.peek(), right.peek()) {
        match a.cmp(b) {
            Ordering::Less => _ = left.next(),
            Ordering::Greater => _ = right.next(),
            Ordering::Equal => {
                count += 1;
                left.next();
                right.next();
            }
        }
    }
    count
}

/// The pairs of neighbouring characters, in the order of their codes.
fn pairs(text: &[char]) -> Vec<[char; 2]> {
    let windows = text.iter().zip(text.iter().skip(1));
    let mut pairs: Vec<[char; 2]> = windows.map(|(one, other)| [*one, *other]).collect();
    pairs.sort_unstable();
    pairs
}

fn share(part: usize, whole: usize) -> Rate {
    Rate::of(part.into(), whole.into()).unwrap_or(Rate::NONE)
}

/// The numbers of a text in digits, and the quantities that it has in words.
fn numbers(text: &str) -> BTreeSet<String> {
    let mut numbers = BTreeSet::new();
    let mut place = 0;
    while let Some(number) = next_number(text, place) {
        place = number.range.end;
        if !number.in_words {
            numbers.insert(number.digits);
        }
    }
    let in_words = quantities(text)
        .into_iter()
        .filter(|found| !text[found.range.clone()].contains(is_digit));
    numbers.extend(in_words.map(|found| format!("{:?}", found.what)));
    numbers
}
