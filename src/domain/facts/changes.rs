//! 增减的说法: by how much and at which rate a number became more or less than another.

use super::fact::Measure;
use super::ledger::Ledger;
use super::printed::Kind;
use super::rates::{before, that_holds};
use super::relation::{Id, Relation, Verdict};
use super::tag::{Tag, Tagged};

/// Adds the changes that a text states.
pub fn add(text: &str, tagged: &Tagged, ledger: &mut Ledger) {
    for (id, tag) in tagged.tags.iter().enumerate() {
        let Measure::Growth { down } = tag.measure else {
            continue;
        };
        if tag.bound {
            continue;
        }
        let relation = match tag.number.kind {
            Kind::Percent => rate(text, tagged, id, down, ledger),
            _ => difference(text, tagged, id, down, ledger),
        };
        ledger.relations.extend(relation);
    }
}

/// Whether the words before a number make it that of an earlier time, or what another is compared with.
fn is_earlier(text: &str, tag: &Tag) -> bool {
    let said = text.get(tag.before.clone()).unwrap_or_default().trim();
    let compared = said.starts_with(['比', '较', '由', '从'])
        || said.contains("上年")
        || said.contains("去年")
        || said.contains("同期");
    let leads = !said.ends_with(['到', '至']);
    tag.measure == Measure::Before || compared && leads && !matches!(tag.measure, Measure::Growth { .. })
}

/// 增长x%.
fn rate(text: &str, tagged: &Tagged, id: Id, down: bool, ledger: &Ledger) -> Option<Relation> {
    let tag = tagged.tags.get(id)?;
    let sentence = tagged.sentence(tag);
    let near: Vec<(Id, &Tag)> = before(tagged, id)
        .take_while(|(_, other)| tagged.sentence(other) == sentence)
        .filter(|(_, other)| !matches!(other.number.kind, Kind::Percent | Kind::PercentPoints | Kind::Points))
        .collect();
    let (last, previous) = near.first()?;
    let alike = || {
        near.iter()
            .skip(1)
            .filter(|(_, other)| other.number.kind == previous.number.kind)
    };
    let change = |now, before| Relation::Change {
        rate: id,
        now,
        before,
        down: Some(down),
    };
    let stated = if matches!(previous.measure, Measure::Growth { down: same } if same == down) {
        let mut others = alike();
        let earlier = others.clone().find(|(_, other)| is_earlier(text, other));
        let now =
            others.find(|(_, other)| !is_earlier(text, other) && !matches!(other.measure, Measure::Growth { .. }));
        match (now, earlier) {
            (Some((now, _)), _) => Some(Relation::Growth {
                rate: id,
                now: *now,
                by: *last,
                down,
            }),
            (None, Some(_)) | (None, None) => None,
        }
    } else if is_earlier(text, previous) {
        // 82.1吨，比2022年的76.5吨增长7.3%; 由76.5吨增加到82.1吨 has the later one after it.
        alike().next().map(|(now, _)| change(*now, *last))
    } else {
        alike()
            .next()
            .filter(|(_, other)| is_earlier(text, other))
            .map(|(before, _)| change(*last, *before))
    };
    if let Some(relation) = &stated
        && ledger.judge(relation) == Verdict::Holds
    {
        return stated;
    }
    let growth = |now, by| Relation::Growth {
        rate: id,
        now,
        by,
        down,
    };
    that_holds(tagged, id, ledger, change)
        .or_else(|| that_holds(tagged, id, ledger, growth))
        .or(stated)
}

/// 增加x万元, 提高x个百分点.
fn difference(text: &str, tagged: &Tagged, id: Id, down: bool, ledger: &Ledger) -> Option<Relation> {
    let tag = tagged.tags.get(id)?;
    let said = text.get(tag.before.clone()).unwrap_or_default();
    if said.trim_end().ends_with(['到', '至']) {
        return None;
    }
    let kind = if tag.number.kind == Kind::PercentPoints {
        Kind::Percent
    } else {
        tag.number.kind.clone()
    };
    let sentence = tagged.sentence(tag);
    let near: Vec<(Id, &Tag)> = before(tagged, id)
        .filter(|(_, other)| other.number.kind == kind)
        .collect();
    let relation = |now, before| {
        let (more, less) = if down { (before, now) } else { (now, before) };
        Relation::Difference { of: id, more, less }
    };
    let in_sentence = |other: &&(Id, &Tag)| tagged.sentence(other.1) == sentence;
    let earlier = near
        .iter()
        .find(|(_, other)| is_earlier(text, other) || said.contains("年初") && other.measure == Measure::Initial);
    let now = near.iter().find(|(other, tag)| {
        Some(*other) != earlier.map(|(id, _)| *id)
            && !is_earlier(text, tag)
            && !matches!(tag.measure, Measure::Growth { .. })
    });
    let stated = earlier
        .filter(in_sentence)
        .zip(now.filter(in_sentence))
        .map(|((before, _), (now, _))| relation(*now, *before));
    if let Some(relation) = &stated
        && ledger.judge(relation) == Verdict::Holds
    {
        return stated;
    }
    for (now, _) in &near {
        for (before, _) in &near {
            let relation = relation(*now, *before);
            if now != before && ledger.judge(&relation) == Verdict::Holds {
                return Some(relation);
            }
        }
    }
    stated
}
