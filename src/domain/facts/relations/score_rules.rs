//! 计分办法的说法: a score that a text gives, against the weight and the rule that it states: 按比例, 得分＝执行率×10分,
//! 每低1个百分点扣0.5分, 扣2分; what is taken off is read by `lost_points`.

use rust_decimal::Decimal;

use crate::domain::prose::words::WordList;

use super::lost_points::lost;
use super::points::{OFF, SCORE, WEIGHT, is_points};

use crate::domain::facts::judging::ledger::Ledger;
use crate::domain::facts::judging::relation::{Id, Relation, Verdict};
use crate::domain::facts::judging::score_rule::Rule;
use crate::domain::facts::judging::slip::{is_near, is_swapped, looks_like};
use crate::domain::facts::reading::fact::Measure;
use crate::domain::facts::reading::printed::Kind;
use crate::domain::facts::reading::tag::{Tag, Tagged};

/// Words of a score in proportion.
const BY_RATE: WordList = WordList::of(&[
    "按比例",
    "比例计",
    "比例得",
    "比例折算",
    "按完成率",
    "按执行率",
    "乘以",
    "×",
    "之比",
    "按实际完成率",
    "完成比例",
    "按支出进度",
    "按满意度",
    "*",
    "÷",
]);

/// Words of what was to be reached.
const AIM: WordList = WordList::of(&["目标", "计划", "应", "标准", "任务", "指标值", "年初"]);

/// Words that leave another rule in force beside.
const OTHERWISE: WordList = WordList::of(&[
    "得满分",
    "计满分",
    "不得分",
    "扣完为止的",
    "加分",
    "以上的",
    "分档",
    "酌情",
]);

/// So many numbers before a score are looked at.
const MOST: usize = 9;

/// Adds the scores that follow from the rule that a text states beside them.
pub fn add(text: &str, tagged: &Tagged, ledger: &mut Ledger) {
    if !tagged.tags.iter().any(|tag| tag.number.kind == Kind::Points) {
        return;
    }
    for id in 0..tagged.tags.len() {
        let found = scored(text, tagged, id, ledger).or_else(|| lost(text, tagged, id, ledger));
        ledger.relations.extend(found);
    }
}

fn scored(text: &str, tagged: &Tagged, score: Id, ledger: &Ledger) -> Option<Relation> {
    let tag = tagged.tags.get(score)?;
    if !is_points(text, tag, &SCORE) {
        return None;
    }
    let line = tagged.line(tag);
    let near: Vec<(Id, &Tag)> = tagged.tags.get(..score)?.iter().enumerate().rev().take(MOST).collect();
    let near: Vec<(Id, &Tag)> = near
        .into_iter()
        .take_while(|(_, other)| tagged.line(other) == line)
        .collect();
    // The score before this one has its own weight and rule.
    let own = near
        .iter()
        .position(|(_, other)| is_points(text, other, &SCORE))
        .unwrap_or(near.len());
    let near = &near[..own];
    let is_weight = |other: &Tag| {
        if is_points(text, other, &OFF) {
            return false;
        }
        let said = text.get(other.before.clone()).unwrap_or_default().trim_end();
        is_points(text, other, &WEIGHT)
            || other.number.kind == Kind::Points
                && (other.measure == Measure::Weight || said.ends_with(['×', '*']) || said.ends_with("乘以"))
    };
    let (weight, whole) = near.iter().find(|(_, other)| is_weight(other)).copied()?;
    // The rule may stand before the first number.
    let before = text.get(..tag.range.start)?;
    let line = before.rfind('\n').map_or(0, |at| at + 1);
    let last = tagged
        .tags
        .get(..score)?
        .iter()
        .rev()
        .find(|other| is_points(text, other, &SCORE));
    let start = last.map_or(line, |other| other.range.end.max(line));
    let said = text.get(start..tag.range.start)?;
    if tag.number.value > whole.number.value && !said.contains("加分") {
        return Some(Relation::Bound {
            less: score,
            more: weight,
        });
    }
    if OTHERWISE.any_in(said) && tag.number.value == whole.number.value {
        return None;
    }
    let is_step = |other: &Tag| text.get(other.before.clone()).unwrap_or_default().contains('每');
    let by = steps(text, near, is_step)
        .or_else(|| for_each(text, near))
        .or_else(|| BY_RATE.any_in(said).then(|| in_proportion(text, near)).flatten());
    if let Some(by) = by {
        let relation = Relation::Scored { score, weight, by };
        return match ledger.judge(&relation) {
            Verdict::Holds => Some(relation),
            Verdict::Broken { expected } => {
                let (stated, meant) = (tag.number.value, expected.middle());
                (is_near(stated, meant) || looks_like(stated, meant)).then_some(relation)
            }
            Verdict::Unknown => None,
        };
    }
    // 满分10分，执行率93.4%，得9.43分: in proportion but for a slip, whatever the words.
    if let Some(by @ Rule::Rate(_)) = in_proportion(text, near) {
        let relation = Relation::Scored { score, weight, by };
        match ledger.judge(&relation) {
            Verdict::Holds => return Some(relation),
            Verdict::Broken { expected } if is_swapped(tag.number.value, expected.middle()) => return Some(relation),
            _ => {}
        }
    }
    // 分值10分，扣2分，得8分.
    let mut off = near
        .iter()
        .filter(|(id, other)| *id > weight && is_points(text, other, &OFF) && !is_step(other));
    let (less, _) = off.next().copied()?;
    (off.next().is_none()).then_some(Relation::Difference {
        of: score,
        more: weight,
        less,
    })
}

/// What was done and what was to be done, of one kind, nearest first: the one that words of an aim name, and another.
fn pair(text: &str, near: &[(Id, &Tag)], kind: &Kind, leave: &[Id]) -> Option<(Id, Id)> {
    let mut all = near
        .iter()
        .filter(|(id, other)| other.number.kind == *kind && !leave.contains(id));
    let (one, other) = (all.next()?, all.next()?);
    let is_aim = |tag: &Tag| {
        let said = text.get(tag.before.clone()).unwrap_or_default();
        tag.bound || tag.measure == Measure::Target || AIM.any_in(said)
    };
    match (is_aim(one.1), is_aim(other.1)) {
        (false, true) => Some((one.0, other.0)),
        (true, false) => Some((other.0, one.0)),
        _ => None,
    }
}

/// 按比例: by a rate, or by what was done of what was to be done.
fn in_proportion(text: &str, near: &[(Id, &Tag)]) -> Option<Rule> {
    let is_rate = |tag: &Tag| {
        let said = text.get(tag.before.clone()).unwrap_or_default();
        let is_own = matches!(tag.measure, Measure::Rate(_)) || said.contains("完成率") || said.contains("执行率");
        tag.number.kind == Kind::Percent && tag.number.scale == Decimal::ONE && is_own && !tag.bound
    };
    if let Some((rate, _)) = near.iter().find(|(_, tag)| is_rate(tag)) {
        return Some(Rule::Rate(*rate));
    }
    let kinds = near.iter().map(|(_, tag)| &tag.number.kind);
    let mut kinds = kinds.filter(|kind| !matches!(kind, Kind::Points | Kind::PercentPoints));
    let found = kinds.find_map(|kind| pair(text, near, kind, &[]));
    found.map(|(done, aim)| Rule::Part { done, aim })
}

/// 每逾期一件扣0.5分，全年逾期2件: what is taken off for each of something, and how many there were, the only count behind it.
fn for_each(text: &str, near: &[(Id, &Tag)]) -> Option<Rule> {
    let said = |tag: &Tag| text.get(tag.before.clone()).unwrap_or_default().to_owned();
    let is_each = |tag: &Tag| is_points(text, tag, &OFF) && said(tag).contains('每') && !said(tag).contains("百分点");
    let (off, _) = near.iter().find(|(_, tag)| is_each(tag)).copied()?;
    let is_count = |(id, tag): &&(Id, &Tag)| *id > off && matches!(tag.number.kind, Kind::Count(_)) && !tag.bound;
    let mut counts = near.iter().filter(is_count);
    let (times, _) = counts.next().copied()?;
    counts.next().is_none().then_some(Rule::Each { off, times })
}

/// 每少完成1场扣0.5分, 每低于目标1个百分点扣1分.
fn steps(text: &str, near: &[(Id, &Tag)], is_step: impl Fn(&Tag) -> bool) -> Option<Rule> {
    let (step, own) = near
        .iter()
        .find(|(_, tag)| is_step(tag) && tag.number.kind != Kind::Points)
        .copied()?;
    let (off, _) = near
        .iter()
        .find(|(id, tag)| *id == step + 1 && is_points(text, tag, &OFF))
        .copied()?;
    let kind = match &own.number.kind {
        Kind::PercentPoints => Kind::Percent,
        kind => kind.clone(),
    };
    let (done, aim) = pair(text, near, &kind, &[step])?;
    Some(Rule::Steps { done, aim, step, off })
}
