//! 比率的说法: 执行率, 完成率 and the remainder, with the two numbers that each follows from.

use crate::domain::prose::spending_part::begins_with_part;
use crate::domain::prose::words::WordList;

use super::denied::denies;

use crate::domain::facts::judging::ledger::Ledger;
use crate::domain::facts::judging::relation::{Id, Relation};
use crate::domain::facts::reading::fact::{Measure, Period};
use crate::domain::facts::reading::printed::Kind;
use crate::domain::facts::reading::rate_names::{REMAINDER, rate_named};
use crate::domain::facts::reading::tag::{Tag, Tagged};

/// Adds the rates and remainders that a text states.
pub fn add(text: &str, tagged: &Tagged, ledger: &mut Ledger) {
    for (id, tag) in tagged.tags.iter().enumerate().filter(|(_, tag)| states(tag)) {
        let ratio = |(part, whole)| Relation::Ratio { rate: id, part, whole };
        let remainder = |(more, less)| Relation::Difference { of: id, more, less };
        match &tag.measure {
            Measure::Rate(word) if !ledger.is_explained(id) => {
                let stated = named_rate(text, tagged, id, word, ledger);
                // The name says which number is of which: the other way round is no reading of it.
                let turned = stated.map(|(part, whole)| (whole, part));
                // Where the budget was adjusted, what there was at first is no base of 执行率.
                let is_outdated = |(_, whole): &(Id, Id)| {
                    let is_adjusted = stated.is_some_and(|(_, whole)| tagged.tags[whole].measure == Measure::Adjusted);
                    let is_of_initial = text.get(tag.before.clone()).is_some_and(|said| said.contains("年初"));
                    is_adjusted && tagged.tags[*whole].measure == Measure::Initial && !is_of_initial
                };
                let others = pairs(tagged, id).filter(|pair| Some(*pair) != turned && is_of_rate(tagged, id, *pair));
                let others = others.filter(|pair| !is_outdated(pair));
                ledger.settle(stated.map(ratio), others.map(ratio));
            }
            Measure::Plain if is_rate_of_change(text, tag) => {
                let stated = of(text, tagged, id, &[Measure::Adjusted], ledger)
                    .zip(of(text, tagged, id, &[Measure::Initial], ledger))
                    .filter(|(now, before)| {
                        tagged.sentence(&tagged.tags[*now]) == tagged.sentence(&tagged.tags[*before])
                    });
                let change = |(now, before)| Relation::Change {
                    rate: id,
                    now,
                    before,
                    down: None,
                };
                // 追加150万元，预算调整率15%: what was added, of what there was.
                let added = || {
                    Some((
                        added(text, tagged, id)?,
                        of(text, tagged, id, &[Measure::Initial], ledger)?,
                    ))
                };
                let stated = stated.map(change).or_else(|| added().map(ratio));
                ledger.settle(stated, pairs(tagged, id).map(ratio));
            }
            Measure::Plain if tag.number.kind == Kind::Percent && !ledger.is_explained(id) => {
                let stated = plain_rate(text, tagged, id).map(ratio);
                ledger.settle(stated, pairs(tagged, id).map(ratio));
            }
            // What there was at first and what came may make it as well (stocks).
            Measure::Unspent if tag.number.kind == Kind::Money && !ledger.is_explained(id) => {
                let stated = remaining(text, tagged, id, ledger).map(remainder);
                ledger.settle(stated, pairs(tagged, id).map(remainder));
            }
            _ => {}
        }
    }
}

/// 年中追加600万元: what a budget changed by, the only such amount in the sentence of its rate.
fn added(text: &str, tagged: &Tagged, id: Id) -> Option<Id> {
    let sentence = tagged.sentence(tagged.tags.get(id)?);
    let is_added = |tag: &Tag| {
        let said = text.get(tag.before.clone()).unwrap_or_default().trim_end();
        tag.number.kind == Kind::Money && CHANGED.ending(said).is_some()
    };
    let mut all = before(tagged, id)
        .take_while(|(_, tag)| tagged.sentence(tag) == sentence)
        .filter(|(_, tag)| is_added(tag));
    let (found, _) = all.next()?;
    all.next().is_none().then_some(found)
}

/// 预算调整率: by how much a budget changed, whichever way.
pub fn is_rate_of_change(text: &str, tag: &Tag) -> bool {
    const NAMES: WordList = WordList::of(&["调整率", "调整幅度", "变动率", "调整比例"]);
    let said = text.get(tag.before.clone()).unwrap_or_default();
    let said = said.trim_end_matches(['为', '达', '是', '约', ' ']);
    tag.number.kind == Kind::Percent && NAMES.ending(said).is_some()
}

/// Whether a number states what is, of the report's own time.
pub fn states(tag: &Tag) -> bool {
    !tag.bound && !matches!(tag.period, Period::Last | Period::Planned)
}

/// The numbers of a line before one, nearest first, up to so many.
pub fn before(tagged: &Tagged, id: Id) -> impl Iterator<Item = (Id, &Tag)> {
    let line = tagged.tags.get(id).map_or(0, |tag| tagged.line(tag));
    let earlier = tagged.tags.get(..id).unwrap_or_default().iter().enumerate().rev();
    earlier.take_while(move |(_, tag)| tagged.line(tag) == line).take(12)
}

/// All pairs of numbers of one kind before one on its line.
pub fn pairs(tagged: &Tagged, id: Id) -> impl Iterator<Item = (Id, Id)> {
    // The more pairs, the more of them fit by chance.
    let counted = before(tagged, id).filter(|(_, tag)| tag.number.kind != Kind::Percent);
    let near: Vec<(Id, &Tag)> = counted.take(6).collect();
    let mut pairs = Vec::new();
    for (one, first) in &near {
        let alike = near
            .iter()
            .filter(|(other, second)| other != one && first.number.kind == second.number.kind);
        pairs.extend(alike.map(|(other, _)| (*one, *other)));
    }
    pairs.into_iter()
}

/// Whether a part and a whole have the measures that the rate of the field is made of, as far as their words say; any
/// that has no name in the field may be of anything.
pub fn is_of_rate(tagged: &Tagged, id: Id, (part, whole): (Id, Id)) -> bool {
    let measure = |id: Id| tagged.tags.get(id).map(|tag| &tag.measure);
    let Some(Measure::Rate(word)) = measure(id) else {
        return true;
    };
    let may_be = |id: Id, measures: &[Measure]| {
        measure(id).is_none_or(|own| matches!(own, Measure::Plain | Measure::Total) || measures.contains(own))
    };
    rate_named(word).is_none_or(|rate| may_be(part, rate.part) && may_be(whole, rate.whole))
}

fn named_rate(text: &str, tagged: &Tagged, id: Id, word: &'static str, ledger: &Ledger) -> Option<(Id, Id)> {
    let rate = rate_named(word)?;
    of(text, tagged, id, rate.part, ledger)
        .zip(of(text, tagged, id, rate.whole, ledger))
        .filter(|(part, whole)| is_pair(text, tagged, *part, *whole, id))
}

/// The nearest number before one that has the first of some measures that any has: in its sentence, or said of the
/// office in the sentences of the line before.
fn of(text: &str, tagged: &Tagged, id: Id, measures: &[Measure], ledger: &Ledger) -> Option<Id> {
    let sentence = |id: Id| tagged.tags.get(id).map(|tag| tagged.sentence(tag));
    // What was added to 年初预算 in between may not have been said.
    let is_office =
        |tag: &Tag| matches!(tag.measure, Measure::Adjusted | Measure::Executed) && name(text, tag).is_empty();
    measures.iter().find_map(|measure| {
        let mut near = before(tagged, id)
            .filter(|(_, other)| other.measure == *measure && is_said(other) && other.number.kind != Kind::Percent)
            // 17,986.52万元（约1.80亿元）: the same once more.
            .filter(|(_, other)| !other.number.about);
        let (found, _) = near.next()?;
        // 支出855万元，其中甲600万元、乙255万元，执行率95%: the rate is that of the whole.
        let whole = ledger
            .total_of(found)
            .filter(|total| sentence(*total) == sentence(found));
        let found = whole.unwrap_or(found);
        let is_near = sentence(found) == sentence(id) || tagged.tags.get(found).is_some_and(is_office);
        is_near.then_some(found)
    })
}

/// Whether a number says what is or was to be in the report's own year.
fn is_said(tag: &Tag) -> bool {
    states(tag) || tag.measure == Measure::Target && !tag.bound
}

/// Whether a number is of a part of what the office spent by the words that its group begins with.
pub fn is_of_part(text: &str, tagged: &Tagged, id: Id) -> bool {
    let before = tagged.tags.get(id).and_then(|tag| text.get(..tag.range.start));
    before.is_some_and(begins_with_part)
}

/// Words that say that a budget did not stay as it was.
const CHANGED: WordList = WordList::of(&["追加", "调增", "调减", "核减", "调整", "收回"]);

/// Whether a budget did not stay as it was up to a rate: 年初预算900万元，年中追加100万元. What was spent is not measured by
/// what there was at first.
pub fn is_changed(text: &str, budget: &Tag, rate: &Tag) -> bool {
    let said = text.get(budget.range.end..rate.range.start).unwrap_or_default();
    budget.measure == Measure::Initial && CHANGED.any_in(said)
}

/// Whether two numbers may be what a third follows from: of one kind, of one thing, and not spoken of by a rate that
/// stands between.
fn is_pair(text: &str, tagged: &Tagged, part: Id, whole: Id, id: Id) -> bool {
    let (Some(spent), Some(budget), Some(tag)) = (tagged.tags.get(part), tagged.tags.get(whole), tagged.tags.get(id))
    else {
        return false;
    };
    let between = tagged.tags.get(part.min(whole)..id).unwrap_or_default();
    let is_behind = is_changed(text, budget, tag) || between.iter().any(|tag| matches!(tag.measure, Measure::Rate(_)));
    part != whole && spent.number.kind == budget.number.kind && !is_behind && same_subject(text, spent, budget, tag)
}

/// What the words before a number call it.
pub fn name<'a>(text: &'a str, tag: &Tag) -> &'a str {
    text.get(tag.subject.clone()).unwrap_or_default().trim()
}

/// What is left of what a number is called without words that any money is called by: 预算执行率, 项目预算.
pub fn own_name<'a>(text: &'a str, tag: &Tag) -> &'a str {
    const ANY: WordList = WordList::of(&[
        "预算",
        "资金",
        "支出",
        "整体",
        "部门",
        "总体",
        "项目",
        "收入",
        "总",
        "调整后",
        "调整",
        "财政拨款",
        "数",
        "为",
    ]);
    let mut own = name(text, tag);
    while let Some(rest) = ANY.ending(own).and_then(|word| own.strip_suffix(word)) {
        own = rest;
    }
    own
}

/// Whether three numbers may be of one thing: only one of them may be called by a name of its own.
fn same_subject(text: &str, part: &Tag, whole: &Tag, rate: &Tag) -> bool {
    let (part, rate, whole) = (own_name(text, part), own_name(text, rate), own_name(text, whole));
    let within =
        |one: &str, other: &str| one.is_empty() || other.is_empty() || one.contains(other) || other.contains(one);
    within(part, whole) && within(rate, whole) && within(part, rate)
}

/// 按期完工9个，按期完工率75%: a rate whose words the number before it says as well.
fn plain_rate(text: &str, tagged: &Tagged, id: Id) -> Option<(Id, Id)> {
    let tag = tagged.tags.get(id)?;
    let name = text
        .get(tag.before.clone())
        .unwrap_or_default()
        .trim_end_matches(['为', '达', '到', '是', ' ']);
    let stem = ["率", "度", "比例"]
        .into_iter()
        .find_map(|end| name.strip_suffix(end))?;
    let length = stem.chars().count().checked_sub(2)?;
    let stem: String = stem.chars().skip(length).collect();
    let sentence = tagged.sentence(tag);
    let mut near = before(tagged, id).take_while(|(_, other)| tagged.sentence(other) == sentence);
    let (part, one) = near.next()?;
    let (whole, other) = near.find(|(_, other)| other.number.kind == one.number.kind)?;
    // 非常满意171份、满意94份，满意率92.66%: of both together.
    let says = |tag: &Tag| {
        let said = text
            .get(tag.before.clone())
            .unwrap_or_default()
            .trim_end_matches(['”', '的', '有']);
        said.ends_with(&stem) && !denies(text, tag, &stem)
    };
    let is_of_several = says(one) && says(other);
    let around = text.get(one.before.start..one.after.end).unwrap_or_default();
    let by_roles = one.measure == Measure::Actual && other.measure == Measure::Target;
    let fits = one.number.value <= other.number.value && states(one) && is_said(other) && !is_of_several;
    let is_denied = denies(text, one, &stem);
    (fits && !is_denied && (by_roles || around.contains(&stem)) && one.number.kind != Kind::Percent)
        .then_some((part, whole))
}

/// 结余 = 预算 − 执行.
fn remaining(text: &str, tagged: &Tagged, id: Id, ledger: &Ledger) -> Option<(Id, Id)> {
    let (_, wholes, parts) = REMAINDER;
    let tag = |id: Id| &tagged.tags[id];
    let alike = |other: Id| tag(other).number.kind == tag(id).number.kind;
    of(text, tagged, id, wholes, ledger)
        .zip(of(text, tagged, id, parts, ledger))
        .filter(|(whole, part)| alike(*whole) && alike(*part) && whole != part)
        .filter(|(whole, part)| same_subject(text, tag(*part), tag(*whole), tag(id)))
}
