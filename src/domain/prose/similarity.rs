//! Compares two texts by pairs of characters: whether an 实现情况 merely repeats its target.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::bound::{Bound, bounds};
use super::number::{is_digit, next_number};
use super::quantity::quantities;
use crate::domain::indicator::Comparator;
use crate::domain::rate::Rate;
use crate::domain::reading::half_width;

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
    let known = numbers(target);
    Repetition {
        taken: share(common, own.len().saturating_sub(1)),
        added: share(length - common, length),
        new_number: numbers(actual).iter().any(|number| !known.contains(number)),
    }
}

/// Whether an actual merely repeats its target: most of the target comes back, little is added, no number is new.
pub fn repeats(target: &str, actual: &str) -> bool {
    let (own, other) = (normal(target), normal(actual));
    if other.len() < SHORTEST {
        return false;
    }
    if own == other {
        return true;
    }
    let repetition = repetition(target, actual);
    let is_share = |rate: Rate, (part, whole): (u64, u64)| rate.decimal() * Decimal::from(whole) >= Decimal::from(part);
    is_share(repetition.taken, TAKEN)
        && !(is_share(repetition.added, ADDED) || repetition.new_number)
        && !measures(target, actual)
}

/// Whether the actual states as a fact what the target bounds: 30场次 for 不少于30场次.
fn measures(target: &str, actual: &str) -> bool {
    let (target, actual) = (bounds(target), bounds(actual));
    let is_open = |bound: &Bound| bound.comparator != Comparator::Exactly;
    target.iter().any(is_open) && !actual.is_empty() && !actual.iter().any(is_open)
}

/// The letters and digits of a text, half-width.
fn normal(text: &str) -> Vec<char> {
    half_width(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// How many pairs of characters two texts have in common, each as often as it stands in both.
fn common(one: &[char], other: &[char]) -> usize {
    let mut left: BTreeMap<&[char], usize> = BTreeMap::new();
    for pair in one.windows(2) {
        *left.entry(pair).or_default() += 1;
    }
    let takes = |pair: &&[char]| match left.get_mut(*pair) {
        Some(many) if *many > 0 => {
            *many -= 1;
            true
        }
        _ => false,
    };
    other.windows(2).filter(takes).count()
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
