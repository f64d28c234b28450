//! Says whether an 实现情况 answers a clause of its target.

use std::collections::BTreeSet;

use super::clause::{Clause, key_phrase};
use super::quantity::{What, Words, read};
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
    let head = asked.len().saturating_sub(2);
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
