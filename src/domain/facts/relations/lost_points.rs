//! 扣分的说法: what is taken off against the whole score (自评得分99.03分，合计扣0.97分), against its weight and score (满分8分，得6.5分，扣1.5分),
//! and by the rule that the text states (每低1个百分点扣0.5分，执行率96%，扣2分).

use rust_decimal::Decimal;

use crate::domain::prose::words::WordList;

use super::points::{OFF, SCORE, WEIGHT, is_points};
use super::rates::states;
use crate::domain::facts::judging::ledger::Ledger;
use crate::domain::facts::judging::relation::{Id, Relation, Verdict};
use crate::domain::facts::judging::slip::looks_like;
use crate::domain::facts::reading::fact::Measure;
use crate::domain::facts::reading::printed::Kind;
use crate::domain::facts::reading::tag::{Tag, Tagged};
use crate::domain::prose::stops::Mark;

/// What some points that are taken off follow from.
pub fn lost(text: &str, tagged: &Tagged, off: Id, ledger: &Ledger) -> Option<Relation> {
    let tag = tagged.tags.get(off)?;
    if !is_points(text, tag, &OFF) || text.get(tag.before.clone())?.contains('每') {
        return None;
    }
    by_steps(text, tagged, off)
        .or_else(|| of_weight(text, tagged, off))
        .or_else(|| in_all(text, tagged, off, ledger))
}

/// 满分8分，得6.5分，扣1.5分: what the score lacks of its weight, right behind both.
fn of_weight(text: &str, tagged: &Tagged, off: Id) -> Option<Relation> {
    let (weight, score) = (off.checked_sub(2)?, off.checked_sub(1)?);
    let tag = |id: Id| &tagged.tags[id];
    let is_row = tag(weight).piece + 1 == tag(score).piece && tag(score).piece + 1 == tag(off).piece;
    let is_row = is_row && tagged.sentence(tag(weight)) == tagged.sentence(tag(off));
    (is_row && is_points(text, tag(weight), &WEIGHT) && is_points(text, tag(score), &SCORE)).then_some(
        Relation::Difference {
            of: off,
            more: weight,
            less: score,
        },
    )
}

/// 合计扣0.97分 beside 自评得分99.03分, or 扣分情况：…扣2分，…扣2.5分 behind it: both make a hundred.
fn in_all(text: &str, tagged: &Tagged, off: Id, ledger: &Ledger) -> Option<Relation> {
    const IN_ALL: [&str; 6] = ["合计扣", "共扣", "共计扣", "总共扣", "累计扣", "合计扣分"];
    const LISTED: WordList = WordList::of(&["扣分情况", "扣分原因", "扣分项", "扣分指标", "失分情况", "失分原因"]);
    const TOTAL: WordList = WordList::of(&["总分", "得分", "总得分", "自评分", "综合得分", "自评得分", "共得"]);
    const LEAST: Decimal = Decimal::from_parts(60, 0, 0, false, 0);
    let tag = tagged.tags.get(off)?;
    let said = text.get(tag.before.clone())?.trim_end_matches(['了', ' ']).trim_start();
    let line = tagged.line(tag);
    let mut totals = tagged.tags.iter().enumerate().filter(|(_, other)| {
        is_points(text, other, &TOTAL)
            && other.number.value > LEAST
            && other.number.value < Decimal::ONE_HUNDRED
            && tagged.line(other) == line
    });
    let (total, own) = totals.next()?;
    let is_next = || matches!(said, "扣" | "扣分" | "扣除") && total + 1 == off && own.piece + 1 == tag.piece;
    let parts = if IN_ALL.iter().any(|word| said.ends_with(word)) || is_next() {
        vec![total, off]
    } else {
        // The last of those that are listed.
        let lead = text
            .get(own.range.end..tag.range.start)
            .filter(|lead| LISTED.any_in(lead))?;
        let behind = tagged
            .tags
            .iter()
            .enumerate()
            .skip(total + 1)
            .take_while(|(_, other)| tagged.line(other) == line);
        let offs: Vec<Id> = behind
            .filter(|(_, other)| is_points(text, other, &OFF))
            .map(|(id, _)| id)
            .collect();
        let is_last = offs.last() == Some(&off) && !lead.contains("主要");
        // Those before the last may be the parts of it.
        let value = |id: &Id| tagged.tags[*id].number.value;
        let others: Decimal = offs.iter().filter(|id| **id != off).map(value).sum();
        let is_sum = others == value(&off);
        let offs = if is_sum { vec![off] } else { offs };
        is_last.then(|| [total].into_iter().chain(offs).collect())?
    };
    let sum: Decimal = parts.iter().map(|id| tagged.tags[*id].number.value).sum();
    let relation = Relation::Whole { parts };
    let is_meant = ledger.judge(&relation) == Verdict::Holds
        || looks_like(
            tagged.tags[total].number.value,
            Decimal::ONE_HUNDRED - (sum - tagged.tags[total].number.value),
        )
        || (sum - Decimal::ONE_HUNDRED).abs() < Decimal::TWO;
    is_meant.then_some(relation)
}

/// 每低1个百分点扣0.5分，执行率96%，扣2分; 每低于95%一个百分点扣1分: by so much for each step that the rate lacks of its aim.
fn by_steps(text: &str, tagged: &Tagged, off: Id) -> Option<Relation> {
    let tag = |id: Id| &tagged.tags[id];
    let said = |id: Id| text.get(tag(id).before.clone()).unwrap_or_default();
    let line = tagged.line(tag(off));
    let sentence = tagged.sentence(tag(off));
    let near: Vec<Id> = (0..off)
        .rev()
        .take(8)
        .take_while(|id| tagged.line(tag(*id)) == line && tagged.sentence(tag(*id)) + 1 >= sentence)
        .collect();
    let each = near.iter().copied().find(|id| is_points(text, tag(*id), &OFF))?;
    let before = each.checked_sub(1).filter(|id| near.contains(id))?;
    let is_each = |id: Id| {
        ["每低", "每少", "每下降", "每降低", "每减少", "每差"]
            .iter()
            .any(|word| said(id).contains(word))
    };
    // One step is one point of a percent, where it is not said in digits.
    let (step, inline) = match &tag(before).number.kind {
        Kind::PercentPoints if is_each(before) => (Some(before), None),
        Kind::Percent if is_each(before) && is_one_point(text, tag(before)) => (None, Some(before)),
        Kind::Percent if is_each(before) => (Some(before), None),
        _ => return None,
    };
    let is_rate = |id: &Id| tag(*id).number.kind == Kind::Percent && !tag(*id).number.about && *id != before;
    let is_set =
        |id: Id| ["目标", "低于", "标准"].iter().any(|word| said(id).contains(word)) && !said(id).contains("实际");
    let behind = near
        .iter()
        .copied()
        .find(|id| *id > each && is_rate(id) && states(tag(*id)));
    // 执行率为94%，按每低1个百分点扣0.2分计算，扣1.2分.
    let done = behind.or_else(|| {
        near.iter()
            .copied()
            .find(|id| *id < before && is_rate(id) && states(tag(*id)) && !is_set(*id))
    })?;
    let is_aim = |id: &Id| {
        is_rate(id)
            && *id < before
            && *id != done
            && ["目标", "低于", "以", "标准", "达到", "不足"]
                .iter()
                .any(|word| said(*id).contains(word))
    };
    let aim = inline.or_else(|| near.iter().copied().find(is_aim));
    let is_of_all = matches!(tag(done).measure, Measure::Rate(_));
    // Another rule, or one that starts elsewhere, may be in force.
    let others = near.iter().any(|id| *id > each && is_points(text, tag(*id), &SCORE));
    let between = text.get(tag(each).range.end..tag(off).range.start)?;
    let is_other = ["以上", "其中", "另"].iter().any(|word| between.contains(word)) || others;
    if is_other || aim.is_none() && !is_of_all || tag(off).piece > tag(done).piece.max(tag(each).piece) + 2 {
        return None;
    }
    let is_below = aim.map_or(Decimal::ONE_HUNDRED, |aim| tag(aim).number.value) > tag(done).number.value;
    is_below.then_some(Relation::Deducted {
        off,
        each,
        done,
        aim,
        step,
    })
}

/// 每低于95%一个百分点.
fn is_one_point(text: &str, tag: &Tag) -> bool {
    let after = text.get(tag.range.end..).unwrap_or_default();
    ["一个百分点", "1个百分点", "的一个百分点", "每个百分点"]
        .iter()
        .any(|word| after.starts_with(word))
        && tag.number.kind == Kind::Percent
        && tagged_mark_is_none(after)
}

/// Whether nothing ends the clause right behind the number.
fn tagged_mark_is_none(after: &str) -> bool {
    after.chars().next().is_some_and(|c| Mark::at(after, 0, c).is_none())
}
