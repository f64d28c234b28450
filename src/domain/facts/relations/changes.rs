//! 增减的说法: by how much and at which rate a number became more or less than another.

use rust_decimal::Decimal;

use crate::domain::prose::words::WordList;

use super::balances::initial;
use super::rates::{before, own_name, pairs};
use crate::domain::facts::judging::ledger::Ledger;
use crate::domain::facts::judging::relation::{Id, Relation, Verdict};
use crate::domain::facts::judging::slip::{is_near, looks_like};
use crate::domain::facts::reading::fact::{Measure, Period};
use crate::domain::facts::reading::multiples::is_multiple;
use crate::domain::facts::reading::printed::Kind;
use crate::domain::facts::reading::tag::{Tag, Tagged};
use crate::domain::prose::year::years;

/// Adds the changes that a text states.
pub fn add(text: &str, tagged: &Tagged, ledger: &mut Ledger) {
    for (id, tag) in tagged.tags.iter().enumerate() {
        let Measure::Growth { down } = tag.measure else {
            continue;
        };
        if tag.bound || ledger.is_explained(id) {
            continue;
        }
        if let Some(relation) = of_rates(text, tagged, id, down, ledger) {
            match relation {
                Claimed::Agrees(relation) => ledger.agreeing.push(relation),
                Claimed::Breaks(relation) => ledger.relations.push(relation),
            }
            continue;
        }
        if tag.number.kind == Kind::Percent {
            let change = |(now, before)| Relation::Change {
                rate: id,
                now,
                before,
                down: Some(down),
            };
            let growth = |(now, by)| Relation::Growth {
                rate: id,
                now,
                by,
                down,
            };
            // 比上年7390件增加656件，上升8.88%: what it changed by, of what it was.
            let of_base = |(part, whole)| Relation::Ratio { rate: id, part, whole };
            let is_initial = |id: Id| tagged.tags[id].measure == Measure::Initial;
            let is_by = |pair: &(Id, Id)| {
                // 年初预算28,640万元，年中调整增加4,872.50万元，增幅17.01%: the budget is what it was.
                matches!(tagged.tags[pair.0].measure, Measure::Growth { .. })
                    && (is_initial(pair.1) || is_earlier(text, tagged, pair.1))
            };
            let by = pairs(tagged, id).filter(is_by).map(of_base);
            // 减少三分之一 fits many numbers by chance.
            let is_rough = tag.number.scale > Decimal::ONE;
            let others = pairs(tagged, id)
                .filter(|pair| !is_turned(text, tagged, *pair))
                .map(change)
                .chain(
                    pairs(tagged, id)
                        .filter(|pair| !is_rough && !is_initial(pair.0))
                        .map(growth),
                )
                .chain(by.filter(|_| !is_rough));
            ledger.settle(rate(text, tagged, id, down), others);
        } else {
            let kind = kind_of_base(tag);
            let near: Vec<Id> = before(tagged, id)
                .filter(|(_, other)| other.number.kind == kind)
                .take(6)
                .map(|(id, _)| id)
                .collect();
            let pairs = near.iter().flat_map(|now| near.iter().map(|before| (*now, *before)));
            let others = pairs.filter(|(now, before)| now != before);
            let difference = |(now, before)| {
                let (more, less) = if down { (before, now) } else { (now, before) };
                Relation::Difference { of: id, more, less }
            };
            let stated = difference_of(text, tagged, id);
            // The words say which number is the later one.
            let turned = stated.map(|(now, before)| (before, now));
            let others = others.filter(|pair| Some(*pair) != turned && !is_turned(text, tagged, *pair));
            ledger.settle(stated.map(difference), others.map(difference));
        }
    }
}

/// What came of a claim of two rates.
enum Claimed {
    Agrees(Relation),
    Breaks(Relation),
}

/// 由94.2%提高到96.8%，提高2.6%: of two rates the words right before name. What lies between them is 百分点; of its own size the
/// later is more by 2.76%.
fn of_rates(text: &str, tagged: &Tagged, id: Id, down: bool, ledger: &Ledger) -> Option<Claimed> {
    let tag = tagged.tags.get(id).filter(|tag| tag.number.kind == Kind::Percent)?;
    let (now, earlier) = difference_of(text, tagged, id)?;
    let change = Relation::Change {
        rate: id,
        now,
        before: earlier,
        down: Some(down),
    };
    let (more, less) = if down { (earlier, now) } else { (now, earlier) };
    let difference = Relation::Difference { of: id, more, less };
    let value = |id: Id| tagged.tags[id].number.value;
    let is_apart = value(more) - value(less) == tag.number.value && value(less) != Decimal::ONE_HUNDRED;
    if is_apart {
        return Some(Claimed::Breaks(change));
    }
    if ledger.judge(&change) == Verdict::Holds {
        return Some(Claimed::Agrees(change));
    }
    // Of a thing with a name of its own, or of numbers further back, it may be of others.
    let last = now.max(earlier);
    let is_next = tag.piece <= tagged.tags[last].piece + 1 && own_name(text, tag).is_empty();
    let is_close =
        is_near(tag.number.value, value(more) - value(less)) || looks_like(tag.number.value, value(more) - value(less));
    if is_multiple(&tag.number) {
        return is_next.then_some(Claimed::Breaks(change));
    }
    (is_next && is_close).then_some(Claimed::Breaks(difference))
}

/// The kind of the numbers that differ by one: 个百分点 lie between percents.
pub fn kind_of_base(tag: &Tag) -> Kind {
    match &tag.number.kind {
        Kind::PercentPoints => Kind::Percent,
        kind => kind.clone(),
    }
}

/// Whether of two numbers, the later and the earlier, the words make the first that of the earlier time.
pub fn is_turned(text: &str, tagged: &Tagged, (now, before): (Id, Id)) -> bool {
    is_earlier(text, tagged, now) && !is_earlier(text, tagged, before)
}

/// Whether the words before a number make it that of an earlier time, or what another is compared with.
pub fn is_earlier(text: &str, tagged: &Tagged, id: Id) -> bool {
    const EARLIER: WordList = WordList::of(&["上年", "去年", "同期", "上一年"]);
    let tag = &tagged.tags[id];
    let said = text.get(tag.before.clone()).unwrap_or_default().trim();
    if matches!(tag.measure, Measure::Growth { .. }) || said.ends_with(['到', '至']) {
        return false;
    }
    // 由740元提高到780元, 由上半年的42%提高到年末的97%: the number that leads to the next.
    let next = tagged.tags.get(id + 1).filter(|next| next.piece == tag.piece);
    let leads = next.is_some_and(|next| {
        let said = text.get(next.before.clone()).unwrap_or_default().trim();
        said.contains(['到', '至']) || said.ends_with('为')
    });
    // 比上年（95.3%）提高: the words stand before the bracket.
    let opened = text
        .get(..tag.range.start)
        .unwrap_or_default()
        .trim_end_matches(['（', '(']);
    let in_bracket = said.is_empty() && opened.len() < tag.range.start && EARLIER.ending(opened).is_some();
    let after = text.get(tag.range.end..).unwrap_or_default();
    let compared = after.starts_with("相比")
        || after.starts_with("比较")
        || in_bracket
        || said.starts_with(['比', '较', '由', '从'])
        || EARLIER.any_in(said);
    tag.measure == Measure::Before || compared || leads && said.contains(['由', '从'])
}

/// 增长x%: the numbers that it follows from.
fn rate(text: &str, tagged: &Tagged, id: Id, down: bool) -> Option<Relation> {
    let tag = tagged.tags.get(id)?;
    let sentence = tagged.sentence(tag);
    let said = text.get(tag.before.clone()).unwrap_or_default();
    let near: Vec<(Id, &Tag)> = before(tagged, id)
        .take_while(|(_, other)| tagged.sentence(other) == sentence)
        .filter(|(_, other)| !matches!(other.number.kind, Kind::Percent | Kind::PercentPoints | Kind::Points))
        .collect();
    let (last, previous) = near.first().copied()?;
    let change = |now, before| Relation::Change {
        rate: id,
        now,
        before,
        down: Some(down),
    };
    if let Some((initial, _)) =
        initial(text, tagged, id).filter(|(initial, _)| *initial != last && !AGAINST.any_in(said))
    {
        // 年初900万元，调整后950万元，增长5.56%; 年初900万元，追加50万元，追加幅度5.56%.
        if previous.measure == Measure::Adjusted && own_name(text, previous).is_empty() {
            return Some(change(last, initial));
        }
        if previous.number.kind == Kind::Money && is_change_of_budget(text, previous) {
            return Some(Relation::Ratio {
                rate: id,
                part: last,
                whole: initial,
            });
        }
    }
    let mut alike = near
        .iter()
        .skip(1)
        .filter(|(_, other)| other.number.kind == previous.number.kind);
    if previous.measure == (Measure::Growth { down }) {
        let is_now = |(id, other): &&(Id, &Tag)| {
            !is_earlier(text, tagged, *id) && !matches!(other.measure, Measure::Growth { .. })
        };
        let growth = |now| Relation::Growth {
            rate: id,
            now,
            by: last,
            down,
        };
        // 与2022年项目支出6055.00万元相比，增加658.10万元，增长10.87%: the later number stands elsewhere.
        let of_base = |whole| Relation::Ratio {
            rate: id,
            part: last,
            whole,
        };
        // 2020年支出2,700万元，2021年比上年增加195万元，增长7.22%: the number is of the year before the one that changed.
        let year = |tag: &Tag| {
            years(text.get(tag.before.clone()).unwrap_or_default())
                .last()
                .map(|year| year.year)
        };
        let of_earlier = alike.clone().find(|(_, other)| match (year(other), year(previous)) {
            (Some(was), Some(now)) => was < now,
            _ => false,
        });
        if let Some((was, _)) = of_earlier {
            return Some(of_base(*was));
        }
        // 部门预算900万元，年中追加50万元，增幅5.56%: what is added to a budget is a share of what it was.
        let is_adjusted = |other: &Tag| text.get(other.before.clone()).unwrap_or_default().contains('调');
        let was = alike
            .clone()
            .find(|(_, other)| !is_adjusted(other) && other.number.kind == Kind::Money);
        if let Some((was, _)) = was.filter(|_| is_change_of_budget(text, previous)) {
            return Some(of_base(*was));
        }
        // 减少8.4万元，下降8.75%（上年为96万元）: the base stands in a bracket right behind.
        let behind = tagged.tags.get(id + 1).filter(|base| {
            let is_alike = base.number.kind == previous.number.kind && tagged.depth(base) > tagged.depth(tag);
            is_alike && is_earlier(text, tagged, id + 1) && base.piece == tag.piece + 1
        });
        let now = alike.clone().find(is_now).map(|(now, _)| growth(*now));
        return now.or_else(|| behind.map(|_| of_base(id + 1))).or_else(|| {
            let is_earlier = |(id, _): &&(Id, &Tag)| is_earlier(text, tagged, *id);
            alike.find(is_earlier).map(|(before, _)| of_base(*before))
        });
    }
    if said.contains("年初") {
        return None;
    }
    // 支出32.40万元，其中…。2021年支出36.00万元，同比下降10%: the year before stands in a sentence of its own.
    if let Some(now) = later_year(text, tagged, last) {
        return Some(change(now, last));
    }
    let (other, _) = alike.next()?;
    if is_earlier(text, tagged, last) {
        // 82.1吨，比2022年的76.5吨增长7.3%; 由76.5吨增加到82.1吨 has the later one after it.
        return Some(change(*other, last));
    }
    is_earlier(text, tagged, *other).then(|| change(last, *other))
}

/// The number of the year after, where a number is that of a year that is named: of the same figure, said before.
fn later_year(text: &str, tagged: &Tagged, id: Id) -> Option<Id> {
    let tag = tagged.tags.get(id)?;
    let Period::Year(year) = tag.period else { return None };
    let called = |tag: &Tag| text.get(tag.subject.clone()).unwrap_or_default().trim().to_owned();
    let name = called(tag);
    let is_same = |other: &Tag| other.measure == tag.measure && other.number.kind == tag.number.kind;
    let (found, _) = before(tagged, id).find(|(_, other)| {
        let own = called(other);
        is_same(other) && other.period == Period::Year(year + 1) && (name.is_empty() || own.contains(&name))
    })?;
    Some(found)
}

/// Words that compare with another year.
const AGAINST: WordList = WordList::of(&["同比", "上年", "去年", "相比", "同期"]);

/// Whether a number is what a budget was changed by in the year.
fn is_change_of_budget(text: &str, tag: &Tag) -> bool {
    const CHANGED: WordList = WordList::of(&["追加", "调增", "调减", "核增", "核减"]);
    CHANGED.any_in(text.get(tag.before.clone()).unwrap_or_default())
}

/// 增加x万元, 提高x个百分点: the later and the earlier number.
fn difference_of(text: &str, tagged: &Tagged, id: Id) -> Option<(Id, Id)> {
    let tag = tagged.tags.get(id)?;
    let said = text.get(tag.before.clone()).unwrap_or_default();
    if said.trim_end().ends_with(['到', '至']) {
        return None;
    }
    let (kind, sentence) = (kind_of_base(tag), tagged.sentence(tag));
    let is_base = |other: &Tag| other.number.kind == kind && !matches!(other.measure, Measure::Growth { .. });
    let near: Vec<(Id, &Tag)> = before(tagged, id)
        .take_while(|(_, other)| tagged.sentence(other) == sentence)
        .filter(|(_, other)| is_base(other) && (other.number.scale == tag.number.scale || kind != Kind::Money))
        .collect();
    if let Some(pair) = compared_by_name(text, tagged, id, said, &kind) {
        return Some(pair);
    }
    // 比目标值95%高3个百分点，比上年提高1.2个百分点: the aim is not of the year before.
    let is_aim = |tag: &Tag| {
        let own = text.get(tag.before.clone()).unwrap_or_default();
        AGAINST.any_in(said) && ["目标", "计划", "任务"].iter().any(|word| own.contains(word))
    };
    let is_then = |other: Id, tag: &Tag| {
        is_earlier(text, tagged, other) && !is_aim(tag)
            || (said.contains("年初") || said.contains('调')) && tag.measure == Measure::Initial
    };
    let earlier = near
        .iter()
        .find(|(other, tag)| is_then(*other, tag))
        .map(|(other, _)| *other);
    let now = near
        .iter()
        .find(|(other, tag)| !is_then(*other, tag))
        .map(|(other, _)| *other);
    if let (Some(now), Some(earlier)) = (now, earlier) {
        return Some((now, earlier));
    }
    // 得分89.44分；2022年度得分为91.05分，同比下降1.61分: nothing else can be compared.
    match near.as_slice() {
        [(one, first), (other, second)] if AGAINST.any_in(said) => {
            let called = |tag: &Tag| text.get(tag.subject.clone()).unwrap_or_default().trim();
            let (one_name, other_name) = (called(first), called(second));
            let is_same = one_name.contains(other_name) || other_name.contains(one_name);
            let named = |tag: &Tag| matches!(tag.period, Period::Year(_));
            match (named(first), named(second)) {
                (true, false) if is_same => Some((*other, *one)),
                (false, true) if is_same => Some((*one, *other)),
                _ => None,
            }
        }
        _ => None,
    }
}

/// 核定编制128名…。实有121人，比核定编制少7人: what a number is compared with by a name that an earlier one has.
fn compared_by_name(text: &str, tagged: &Tagged, id: Id, said: &str, kind: &Kind) -> Option<(Id, Id)> {
    const PEOPLE: [&str; 3] = ["人", "名", "位"];
    let is_person = |kind: &Kind| matches!(kind, Kind::Count(unit) if PEOPLE.contains(&unit.as_str()));
    let alike = |other: &Kind| other == kind || is_person(other) && is_person(kind);
    let name = said.trim().strip_prefix('比')?;
    let end = name.find(['少', '多', '低', '高', '减', '增', '超', '节'])?;
    let name = name.get(..end).filter(|name| name.chars().count() > 1)?;
    let called = |tag: &Tag| {
        text.get(tag.before.clone())
            .unwrap_or_default()
            .trim_end()
            .ends_with(name)
    };
    let (base, _) = before(tagged, id).find(|(_, tag)| alike(&tag.number.kind) && called(tag))?;
    let sentence = tagged.sentence(tagged.tags.get(id)?);
    // The first of the sentence: those behind 其中 are its parts.
    let first = before(tagged, id)
        .take_while(|(other, tag)| tagged.sentence(tag) == sentence && *other > base)
        .filter(|(_, tag)| alike(&tag.number.kind))
        .last()?;
    Some((first.0, base))
}
