//! 占比的说法: what one number is of another, 占总支出的x%, （占x%）, 分别占x%和y%, 为年度计划4亿元的x%,
//! 占合同价的x%，即y万元.

use crate::domain::vocabulary::money::{self, Money, SUMS};

use super::rates::{before, is_of_part, name, own_name, pairs, states};
use crate::domain::facts::judging::ledger::Ledger;
use crate::domain::facts::judging::relation::{Id, Relation, Verdict};
use crate::domain::facts::reading::fact::Measure;
use crate::domain::facts::reading::printed::Kind;
use crate::domain::facts::reading::tag::{Tag, Tagged};

/// Words between a part and its share.
const BESIDE: [&str; 9] = ["", "其", "分别", "各", "共", "约", "合计", "仅", "占比"];

/// The measure of the office that the name of a whole says.
pub fn office_whole(of: &str) -> Option<Measure> {
    let whole = money::name_at_end(of).filter(|(_, before)| before.is_empty());
    // 占结余的, 占预算总额的: whatever these are elsewhere, by themselves they are the whole.
    let bare = of.strip_suffix("资金").unwrap_or(of);
    let is_whole = |money: Money| money == Money::Unspent || SUMS.ending(bare).is_some();
    let alone = money::before_number(bare).filter(|(money, word)| *word == bare && is_whole(*money));
    whole.or(alone).map(|(money, _)| money.into())
}

/// The name of the whole that the words before a share say, without 占 and 的; none without 占.
pub fn whole_name(said: &str) -> Option<&str> {
    let of = said.rfind('占').and_then(|at| said.get(at + '占'.len_utf8()..))?;
    let of = of.trim_end_matches(['的', '比', '为', '达', '约', '到']);
    Some(
        of.trim_start_matches('其')
            .trim_start_matches("全部")
            .trim_start_matches("了")
            .trim_start_matches("本"),
    )
}

/// Adds the shares that a text states.
pub fn add(text: &str, tagged: &Tagged, ledger: &mut Ledger) {
    let mut last = 0;
    for (id, tag) in tagged.tags.iter().enumerate().filter(|(_, tag)| states(tag)) {
        if tag.measure != Measure::Share || id < last {
            continue;
        }
        let ratio = |(part, whole)| Relation::Ratio { rate: id, part, whole };
        let row = in_a_row(text, tagged, id);
        if row.len() > 1 {
            last = id + row.len();
            ledger.relations.extend(respective(text, tagged, &row, ledger));
            continue;
        }
        let stated = share(text, tagged, id, ledger);
        let others = pairs(tagged, id).filter(|pair| is_said(text, tagged, id, *pair, stated));
        ledger.settle(stated.map(ratio), others.map(ratio));
    }
}

/// The part and the whole of one share.
fn share(text: &str, tagged: &Tagged, id: Id, ledger: &Ledger) -> Option<(Id, Id)> {
    let tag = tagged.tags.get(id)?;
    let said = text.get(tag.before.clone()).unwrap_or_default().trim();
    let mut near = before(tagged, id).filter(|(_, other)| is_counted(other));
    let (last, previous) = near.next()?;
    let in_sentence = |other: &Tag| tagged.sentence(other) == tagged.sentence(tag);
    // 占合同价1,450.00万元的80%，即1,160.00万元: the part comes last.
    let next = tagged.tags.get(id + 1).filter(|next| {
        let leads = text.get(next.before.clone()).unwrap_or_default().trim();
        in_sentence(next)
            && next.number.kind == previous.number.kind
            && matches!(leads, "即" | "为" | "计" | "共" | "约")
    });
    if said == "的" && previous.piece == tag.piece && next.is_some() {
        return Some((id + 1, last));
    }
    // 受益3,600人，其中脱贫户占25%，即900人: of what stands before.
    if next.is_some_and(|next| {
        let leads = text.get(next.before.clone()).unwrap_or_default().trim();
        leads == "即" && next.piece <= tag.piece + 1 && in_sentence(previous)
    }) {
        return Some((id + 1, last));
    }
    if said == "的" && previous.piece == tag.piece {
        // The number right before is the whole, the one before that of the same kind the part.
        let (part, other) = near.find(|(_, other)| other.number.kind == previous.number.kind)?;
        return in_sentence(other).then_some((part, last));
    }
    let of = whole_name(said)?;
    let whose = said.get(..said.rfind('占')?)?.trim();
    // 项目支出占总支出的73.99%: of what was called so before; else of what stands right before.
    let part = if BESIDE.contains(&whose) {
        in_sentence(previous).then_some(last)?
    } else {
        let called = |(_, other): &(Id, &Tag)| is_counted(other) && is_called(text, other, whose);
        before(tagged, id).find(called)?.0
    };
    let kind = &tagged.tags.get(part)?.number.kind;
    let alike = |(found, other): &(Id, &Tag)| *found != part && other.number.kind == *kind && is_counted(other);
    if matches!(of, "" | "总额" | "总数" | "总量" | "总") {
        // 占x% of the total whose part it is, of what 其中 names a part of, or of what the other shares are of.
        let within = text
            .get(tagged.tags.get(part)?.before.clone())
            .unwrap_or_default()
            .trim_start()
            .starts_with("其中");
        let around = || {
            before(tagged, part)
                .filter(alike)
                .find(|(_, other)| within && in_sentence(other))
        };
        let total = ledger.total_of(part).or_else(|| Some(around()?.0));
        let total = total.or_else(|| by_the_others(tagged, id, ledger))?;
        return Some((part, total));
    }
    if let Some(measure) = office_whole(of) {
        let is_whole = |(found, other): &(Id, &Tag)| {
            other.measure == measure
                && own_name(text, other).is_empty()
                && !is_of_part(text, tagged, *found)
                && ledger.total_of(*found).is_none()
        };
        return Some((part, before(tagged, id).filter(alike).find(is_whole)?.0));
    }
    // 占总投资的86.54%: of what was called so before.
    let called = |(_, other): &(Id, &Tag)| text.get(other.before.clone()).unwrap_or_default().contains(of);
    Some((part, before(tagged, id).filter(alike).find(called)?.0))
}

/// Whether the words of a share leave it open that it is of another pair of numbers than they state: 项目支出占总支出的45.54%
/// is of 项目支出, and of nothing that has a name of its own.
fn is_said(text: &str, tagged: &Tagged, id: Id, (part, whole): (Id, Id), stated: Option<(Id, Id)>) -> bool {
    let Some(tag) = tagged.tags.get(id) else { return false };
    let said = text.get(tag.before.clone()).unwrap_or_default().trim();
    let whose = said
        .rfind('占')
        .and_then(|at| said.get(..at))
        .unwrap_or_default()
        .trim();
    let is_named = !BESIDE.contains(&whose);
    let has_part = stated.is_none_or(|(own, _)| !is_named || own == part);
    let is_own = |of: Id| tagged.tags.get(of).is_some_and(|of| !own_name(text, of).is_empty());
    let of_office = whole_name(said).and_then(office_whole).is_some();
    has_part && !(of_office && is_own(whole)) && !(is_named && whole_name(said) == Some(""))
}

fn is_counted(tag: &Tag) -> bool {
    !matches!(tag.number.kind, Kind::Percent | Kind::PercentPoints | Kind::Points)
}

/// Whether a number is called so.
fn is_called(text: &str, tag: &Tag, whose: &str) -> bool {
    let own = name(text, tag);
    let before = text.get(tag.before.clone()).unwrap_or_default();
    before.contains(whose) || own.chars().count() > 1 && whose.contains(own)
}

/// The whole that most of the other shares of a sentence are of, where at least two of them are.
fn by_the_others(tagged: &Tagged, id: Id, ledger: &Ledger) -> Option<Id> {
    let sentence = tagged.tags.get(id).map(|tag| tagged.sentence(tag))?;
    let mut bare: Vec<(Id, Id)> = Vec::new();
    for (place, tag) in tagged.tags.iter().enumerate() {
        if tag.measure == Measure::Share && tagged.sentence(tag) == sentence && place > 0 {
            bare.push((place, place - 1));
        }
    }
    let (_, first) = *bare.first()?;
    let kind = &tagged.tags.get(first)?.number.kind;
    let wholes = before(tagged, first).filter(|(_, tag)| tag.number.kind == *kind);
    let held = |whole: Id| {
        let holds = |(rate, part): &&(Id, Id)| {
            let relation = Relation::Ratio {
                rate: *rate,
                part: *part,
                whole,
            };
            *part != whole && ledger.judge(&relation) == Verdict::Holds
        };
        bare.iter().filter(holds).count()
    };
    let (whole, count) = wholes
        .map(|(whole, _)| (whole, held(whole)))
        .max_by_key(|(_, count)| *count)?;
    (count > 1 && count * 2 > bare.len()).then_some(whole)
}

/// The shares that stand in a row: 分别占57.00%和43.00%.
fn in_a_row(text: &str, tagged: &Tagged, first: Id) -> Vec<Id> {
    let mut row = vec![first];
    let said = |id: Id| {
        tagged
            .tags
            .get(id)
            .map(|tag| text.get(tag.before.clone()).unwrap_or_default().trim())
    };
    if !said(first).is_some_and(|said| said.contains("分别") || said.contains("依次")) {
        return row;
    }
    for id in first + 1..tagged.tags.len() {
        let is_next = matches!(said(id), Some("" | "和" | "与" | "及" | "以及"));
        if !is_next || tagged.tags[id].number.kind != Kind::Percent {
            break;
        }
        row.push(id);
    }
    row
}

/// The shares of a row, of as many numbers right before it, with the whole of which most of them are.
fn respective(text: &str, tagged: &Tagged, row: &[Id], ledger: &Ledger) -> Vec<Relation> {
    let Some(first) = row.first().copied() else {
        return Vec::new();
    };
    let counted = before(tagged, first).filter(|(_, tag)| is_counted(tag));
    let mut parts: Vec<Id> = counted.map(|(id, _)| id).take(row.len()).collect();
    parts.reverse();
    let alike = |id: &Id| tagged.tags[*id].number.kind == tagged.tags[parts[0]].number.kind;
    if parts.len() < row.len() || !parts.iter().all(alike) {
        return Vec::new();
    }
    let said = text.get(tagged.tags[first].before.clone()).unwrap_or_default().trim();
    let measure = whole_name(said).and_then(office_whole);
    let ratios = |whole: Id| {
        let pairs = row.iter().zip(&parts);
        let ratios = pairs.map(|(rate, part)| Relation::Ratio {
            rate: *rate,
            part: *part,
            whole,
        });
        ratios.collect::<Vec<Relation>>()
    };
    let held = |relations: &[Relation]| {
        let holds = |relation: &&Relation| ledger.judge(relation) == Verdict::Holds;
        relations.iter().filter(holds).count()
    };
    let wholes =
        before(tagged, parts[0]).filter(|(id, tag)| alike(id) && measure.as_ref().is_none_or(|of| tag.measure == *of));
    // 分别为600万元、400万元，占比依次为60%、40%，合计1000万元: the whole may come last.
    let last = row.last().copied().unwrap_or(first);
    let behind = tagged.tags.iter().enumerate().skip(last + 1).take(1);
    let behind = behind.filter(|(id, tag)| alike(id) && tag.measure == Measure::Total);
    let best = wholes
        .chain(behind)
        .map(|(whole, _)| ratios(whole))
        .max_by_key(|relations| held(relations));
    best.filter(|relations| held(relations) > 0 && held(relations) * 2 >= relations.len())
        .unwrap_or_default()
}
