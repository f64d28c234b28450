//! 分别为: names in a row, then their numbers in the same order: 年初预算、调整预算、执行数分别为900万元、950万元、900万元.

use std::ops::Range;

use super::names::measure_of;
use super::tag::Tagged;
use crate::domain::prose::stops::Mark;

/// Words that part the names from the numbers.
const RESPECTIVELY: &str = "分别";

/// Gives each number of such a row the name that it belongs to.
pub fn assign(text: &str, tagged: &mut Tagged) {
    let firsts: Vec<usize> = (0..tagged.tags.len())
        .filter(|id| text[tagged.tags[*id].before.clone()].contains(RESPECTIVELY))
        .collect();
    for first in firsts {
        let names = names_before(text, tagged, first);
        let values = values_from(tagged, text, first);
        if names.len() < 2 || names.len() != values.len() {
            continue;
        }
        for (name, id) in names.into_iter().zip(values) {
            let tag = &mut tagged.tags[id];
            let (measure, subject, _) = measure_of(text, name, &tag.number.kind);
            (tag.measure, tag.subject) = (measure, subject);
        }
    }
}

/// The names before 分别: the pieces between 、, of which the last may join two by 和.
fn names_before(text: &str, tagged: &Tagged, first: usize) -> Vec<Range<usize>> {
    let tag = &tagged.tags[first];
    let said = &text[tag.before.clone()];
    let end = tag.before.start + said.find(RESPECTIVELY).unwrap_or_default();
    let mut names: Vec<Range<usize>> = Vec::new();
    names.push(tag.before.start..end);
    let mut place = tag.piece;
    while tagged.pieces.get(place).is_some_and(|piece| piece.mark == Mark::Item)
        && let Some(before) = place.checked_sub(1)
        && !tagged.tags.iter().any(|tag| tag.piece == before)
    {
        names.insert(0, tagged.pieces[before].range.clone());
        place = before;
    }
    let last = names.pop().unwrap_or_default();
    let joined = ["和", "及", "与"]
        .into_iter()
        .find_map(|word| Some((text[last.clone()].find(word)?, word.len())));
    match joined {
        Some((at, length)) => names.extend([last.start..last.start + at, last.start + at + length..last.end]),
        None => names.push(last),
    }
    names
}

/// The numbers from one on that stand between 、 or 和 with no words of their own.
fn values_from(tagged: &Tagged, text: &str, first: usize) -> Vec<usize> {
    let mut values = vec![first];
    for id in first + 1..tagged.tags.len() {
        let (last, tag) = (&tagged.tags[id - 1], &tagged.tags[id]);
        let alone = matches!(text[tag.before.clone()].trim(), "" | "和" | "及" | "与");
        let next = tag.piece == last.piece || tag.piece == last.piece + 1 && tagged.mark(tag) <= Mark::Clause;
        if !alone || !next || tag.number.kind != last.number.kind {
            break;
        }
        values.push(id);
    }
    values
}
