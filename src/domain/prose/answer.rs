//! Says whether an 实现情况 answers a clause of its target.

use std::collections::BTreeSet;

use super::bound::Bound;
use super::clause::{Clause, clauses, key_phrase};
use super::quantity::{Found, What, Words, read};
use super::unit;

/// Whether a clause is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// What it is about is named, and where it asks for a quantity, one in its unit.
    Yes,
    /// It asks for a quantity, and neither its subject nor its unit is there.
    No,
    /// It cannot be told by words alone.
    Unsure,
}

/// Whether `actual` answers a clause of `target`. Only a clause with a quantity can be unanswered.
pub fn answers(target: &str, clause: &Clause, actual: &str) -> Answer {
    let phrase = key_phrase(target, clause);
    let asked: Vec<[char; 2]> = phrase.split(' ').flat_map(pairs).collect();
    let there: BTreeSet<[char; 2]> = pairs(actual).collect();
    let named = asked.iter().filter(|pair| there.contains(*pair)).count();
    // The last noun of a Chinese phrase is its head: 垃圾分类投放点.
    let head = asked.len().saturating_sub(1);
    let head_is_named = asked.iter().skip(head).any(|pair| there.contains(pair));
    let is_measured = !clause.bounds.is_empty() && clause.bounds.iter().all(|bound| has_unit(actual, &bound.unit));
    let mostly = named * 2 > asked.len();
    match () {
        _ if asked.is_empty() => Answer::Unsure,
        _ if clause.bounds.is_empty() => {
            if named * 5 >= asked.len() * 3 {
                Answer::Yes
            } else {
                Answer::Unsure
            }
        }
        _ if is_measured && mostly => Answer::Yes,
        _ if !is_measured && !mostly && !head_is_named => Answer::No,
        _ => Answer::Unsure,
    }
}

/// The clauses of a target that ask for a quantity and that `actual` leaves without an answer. `is_known` tells
/// of a bound whether its value is known otherwise.
pub fn unanswered(target: &str, actual: &str, is_known: impl Fn(&Bound) -> bool) -> Vec<Clause> {
    let all = clauses(target);
    let asks = |clause: &Clause| !clause.bounds.is_empty() && !clause.bounds.iter().any(&is_known);
    if !all.iter().any(asks) {
        return Vec::new();
    }
    let phrases: Vec<BTreeSet<[char; 2]>> = all
        .iter()
        .map(|clause| key_phrase(target, clause).split(' ').flat_map(pairs).collect())
        .collect();
    let there: BTreeSet<[char; 2]> = pairs(actual).collect();
    let is_missing = |(place, clause): &(usize, &Clause)| {
        if !asks(clause) {
            return false;
        }
        if answers(target, clause, actual) == Answer::No {
            return true;
        }
        // 新增线路2条，延长线路3条: what tells two alike clauses apart has to be there, or a number for each.
        let Some(bound) = clause.bounds.first() else {
            return false;
        };
        let alike = all
            .iter()
            .flat_map(|clause| &clause.bounds)
            .filter(|other| other.unit == bound.unit);
        let others: BTreeSet<[char; 2]> = phrases
            .iter()
            .enumerate()
            .filter(|(other, _)| other != place)
            .flat_map(|(_, phrase)| phrase.iter().copied())
            .collect();
        let own = phrases
            .get(*place)
            .into_iter()
            .flatten()
            .filter(|pair| !others.contains(*pair));
        let own: Vec<_> = own.collect();
        let is_told_apart = !own.is_empty() && own.iter().all(|pair| !there.contains(*pair));
        is_told_apart && count_of_unit(actual, &bound.unit) < alike.count()
    };
    let missing: Vec<usize> = all
        .iter()
        .enumerate()
        .filter(is_missing)
        .map(|(place, _)| place)
        .collect();
    let rows = all.into_iter().enumerate();
    rows.filter(|(place, _)| missing.contains(place))
        .map(|(_, clause)| clause)
        .collect()
}

/// How many quantities a text has in this unit.
fn count_of_unit(text: &str, wanted: &str) -> usize {
    let wanted = unit::plain(wanted).0;
    let same = |found: &Found| matches!(&found.what, What::Count(_, own) if is_same(unit::plain(own).0, wanted));
    read(text, Words::All).iter().filter(|found| same(found)).count()
}

/// Whether a text has a quantity in this unit.
fn has_unit(text: &str, wanted: &str) -> bool {
    let wanted = unit::plain(wanted).0;
    read(text, Words::All).into_iter().any(|found| match found.what {
        What::Count(_, own) => is_same(unit::plain(&own).0, wanted),
        What::Percent(_) => wanted == "%",
        What::Money(_) | What::Date(_) => false,
    })
}

/// Units that stand for each other: 场 and 场次, 人 and 名.
fn is_same(one: &str, other: &str) -> bool {
    const GROUPS: [&[&str]; 5] = [
        &["次", "场", "场次", "期", "批次", "次数"],
        &["人", "名", "位", "人次"],
        &["个", "家", "所", "处", "座", "间"],
        &["件", "宗", "起", "例"],
        &["项", "个"],
    ];
    one == other
        || GROUPS
            .iter()
            .any(|group| group.contains(&one) && group.contains(&other))
}

/// The pairs of neighbouring characters of a text, without white space and marks.
fn pairs(text: &str) -> impl Iterator<Item = [char; 2]> {
    let chars = || text.chars().filter(|c| c.is_alphanumeric());
    chars().zip(chars().skip(1)).map(|(first, second)| [first, second])
}
