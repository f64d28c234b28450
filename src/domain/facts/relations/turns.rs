//! 由…到… and 1—6月…、1—9月…: the direction that the words say of a number that became another (由23件增加到9件 is none), and
//! amounts counted from the beginning of the year, which do not become less.

use crate::domain::prose::stops::{self, Mark};
use crate::domain::prose::words::WordList;

use crate::domain::facts::judging::ledger::Ledger;
use crate::domain::facts::judging::relation::Relation;
use crate::domain::facts::reading::fact::Measure;
use crate::domain::facts::reading::multiples::is_multiple;
use crate::domain::facts::reading::printed::Kind;
use crate::domain::facts::reading::tag::Tagged;

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
        // 由8万人次增至24万人次，扩大到原来的3倍.
        let next = tagged
            .tags
            .get(to + 1)
            .filter(|next| is_multiple(&next.number) && next.piece <= other.piece + 1);
        let is_of_first = next.is_some_and(|next| {
            let said = text.get(next.before.clone()).unwrap_or_default();
            ["原来的", "上年的", "去年的", "过去的", "年初的", "以前的"]
                .iter()
                .any(|word| said.ends_with(word))
        });
        if is_of_first {
            ledger.relations.push(Relation::Ratio {
                rate: to + 1,
                part: to,
                whole: to - 1,
            });
        }
    }
    grown(text, tagged, ledger);
}

/// 1—6月支出142.30万元，1—9月支出236.20万元: each counts the one before.
fn grown(text: &str, tagged: &Tagged, ledger: &mut Ledger) {
    let mut last: Option<(usize, u32)> = None;
    for (id, tag) in tagged.tags.iter().enumerate() {
        let said = text.get(tag.before.clone()).unwrap_or_default();
        let counts = tag.number.kind == Kind::Money
            && !matches!(
                tag.measure,
                Measure::Growth { .. } | Measure::Adjusted | Measure::Initial
            );
        let Some(month) = last_month(said).filter(|_| counts) else {
            continue;
        };
        if let Some((earlier, before)) = last
            && tagged.line(tag) == tagged.line(&tagged.tags[earlier])
            && month > before
            && tagged.tags[earlier].measure == tag.measure
            && !stops::is_cut(said, Mark::Sentence)
        {
            ledger.relations.push(Relation::Bound {
                less: earlier,
                more: id,
            });
        }
        last = Some((id, month));
    }
}

/// The month up to which the words before a number count from the beginning of the year.
fn last_month(said: &str) -> Option<u32> {
    for (words, month) in [("前三季度", 9), ("上半年", 6)] {
        if said.contains(words) && !said.contains(['比', '较']) {
            return Some(month);
        }
    }
    let end = said.find('月')?;
    let before = &said[..end];
    let digits = before.trim_end_matches(|c: char| c.is_ascii_digit());
    let from = digits.trim_end_matches("1月").len();
    let range = digits.trim_end_matches(['—', '-', '至', '～', '~', '–']);
    let begins = range.trim_end_matches('月').ends_with('1') && range.len() < digits.len() && from > 0;
    let alone = !range
        .trim_end_matches('月')
        .trim_end_matches('1')
        .ends_with(|c: char| c.is_ascii_digit());
    (begins && alone).then(|| before[digits.len()..].parse().ok()).flatten()
}
