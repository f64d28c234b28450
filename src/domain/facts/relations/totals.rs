//! 总数: which numbers may be the total of others, and the sum that one is of its parts.

use crate::domain::facts::judging::relation::{Id, Relation};
use crate::domain::facts::reading::fact::Measure;
use crate::domain::facts::reading::printed::Kind;
use crate::domain::facts::reading::tag::Tagged;
use crate::domain::prose::words::WordList;

/// Words before a total that make it a balance of what came and went: 减少2人（退休5人、调入3人）.
const BALANCE: WordList = WordList::of(&["净增", "净减", "增加", "减少", "净流"]);

/// Whether a number may be a total of what follows.
pub fn may_be_total(text: &str, tagged: &Tagged, id: Id) -> bool {
    let tag = &tagged.tags[id];
    let before = text[tag.before.clone()].trim_end();
    let countable = !matches!(tag.number.kind, Kind::Percent | Kind::PercentPoints | Kind::Bare);
    // 追加518.60万元，其中…: what a budget was changed by has parts as well.
    const CHANGED: WordList = WordList::of(&["追加", "调增", "调减", "核增", "核减", "增拨", "压减"]);
    let is_change = tag.number.kind == Kind::Money && CHANGED.ending(before).is_some();
    let other = !is_change
        && matches!(
            tag.measure,
            Measure::Growth { .. } | Measure::Share | Measure::Rate(_) | Measure::Each | Measure::Before
        )
        || tag.measure == Measure::Weight && tag.number.kind != Kind::Points;
    let after = text.get(tag.range.end..).unwrap_or_default();
    // 60分（含）至80分 is a band, 6台（套） counts two kinds of things.
    let in_two_ways = [after.strip_prefix('（'), after.strip_prefix('(')]
        .into_iter()
        .flatten()
        .any(|rest| {
            let end = rest.find(['）', ')']).unwrap_or(rest.len());
            rest[..end].chars().count() < 3
        });
    let other = other || in_two_ways || !after.starts_with("——") && after.starts_with(['至', '—', '-']);
    countable && !other && !tag.bound && !tag.number.about && BALANCE.ending(before).is_none()
}

/// A total and all of its parts.
pub fn sum(total: Id, parts: &[Id]) -> Relation {
    Relation::Sum {
        total,
        parts: parts.to_vec(),
        complete: true,
    }
}
