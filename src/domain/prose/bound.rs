//! Reads how quantities bind: 不少于3个, 95%以上, ≤10天.

use std::ops::Range;

use crate::domain::values::comparator::Comparator;
use crate::domain::values::input::Value;
use crate::domain::values::quantity::Quantity;

use super::binding;
use super::found::{Found, What, Words};
use super::quantity::{quantities, read};

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
    let (comparator, word) = binding(before, text[range.end..].trim_start());
    comparator != Comparator::Exactly && !(word.is_some() && binding::is_arrival(before))
}

/// Whether words right after a quantity make it a limit: 45%以上.
pub fn is_limit(text: &str, range: &Range<usize>) -> bool {
    binding::behind(text[range.end..].trim_start()).is_some()
}

/// How the words around a number bind it, and how many bytes of them stand right before it.
fn binding(before: &str, after: &str) -> (Comparator, Option<usize>) {
    let word = binding::before(before);
    match (binding::behind(after), word) {
        // What stands after the number decides: 达95%以上.
        (Some((Comparator::AtMost, _)), Some((Comparator::AtMost, length))) => (Comparator::AtMost, Some(length)),
        (Some((comparator, _)), _) => (comparator, None),
        (None, Some((comparator, length))) => (comparator, Some(length)),
        (None, None) => (Comparator::Exactly, None),
    }
}
