//! 由…到…: the direction that the words say of a number that became another: 由23件增加到9件 is none.

use crate::domain::prose::words::WordList;

use super::ledger::Ledger;
use super::printed::Kind;
use super::relation::Relation;
use super::tag::Tagged;

const UP: WordList = WordList::of(&[
    "增加", "增", "增长", "提高", "提升", "上升", "升", "扩大", "上涨", "延长", "扩容", "攀升", "扩建", "扩增",
]);
const DOWN: WordList = WordList::of(&[
    "减少", "减", "下降", "降低", "降", "压减", "压缩", "缩短", "缩减", "回落", "压降", "下调",
]);

/// Adds what the words of a text say of a number that became another, each of one kind, right behind each other.
pub fn add(text: &str, tagged: &Tagged, ledger: &mut Ledger) {
    for to in 1..tagged.tags.len() {
        let (from, other) = (&tagged.tags[to - 1], &tagged.tags[to]);
        let said = text.get(from.range.end..other.range.start).unwrap_or_default();
        // 2022年的23件增加到: what stands before the first leads to the second.
        let Some(verb) = said.trim().strip_suffix(['到', '至', '为']) else {
            continue;
        };
        let verb = verb.trim_start_matches(|c: char| "，,）) ".contains(c));
        let is_one =
            from.number.kind == other.number.kind && from.piece == other.piece || other.piece == from.piece + 1;
        let leads = text.get(from.before.clone()).unwrap_or_default().contains(['由', '从']);
        if !is_one
            || !leads
            || from.number.kind != other.number.kind
            || other.number.kind == Kind::Points
            || verb.chars().count() > 4
        {
            continue;
        }
        let down = match (UP.ending(verb), DOWN.ending(verb)) {
            (Some(_), None) => false,
            (None, Some(_)) => true,
            _ => continue,
        };
        ledger.relations.push(Relation::Turn { from: to - 1, to, down });
    }
}
