//! 说定的变化: changes and differences whose words leave no doubt of which numbers they are, and which of these is the earlier.

use crate::domain::prose::words::WordList;

use super::changes::{is_earlier, is_turned};
use super::claim::{Claim, fits};
use crate::domain::facts::judging::ledger::Ledger;
use crate::domain::facts::judging::relation::{Id, Relation, Verdict};
use crate::domain::facts::reading::fact::Measure;
use crate::domain::facts::reading::tag::Tagged;

/// What the words leave no doubt of: 同比增长20%，上年为80万人次, where the sentence has one other number of the kind; 比目标值95%高2.2个百分点.
pub fn explicit(text: &str, tagged: &Tagged, id: Id, claim: Claim, near: &[Id]) -> Option<Relation> {
    const BACK: WordList = WordList::of(&["同比", "较上年", "比上年", "较去年", "比去年"]);
    const SHORT: usize = 8;
    let [one, other] = near else { return None };
    let tag = &tagged.tags[id];
    let said = text.get(tag.before.clone()).unwrap_or_default().trim();
    if !fits(text, tagged, tag, near) {
        return None;
    }
    // 98%，比目标95%高3个百分点，比上年提高1.2个百分点: the aim is not of the year before.
    let is_aim = |id: &Id| {
        let said = text.get(tagged.tags[*id].before.clone()).unwrap_or_default();
        ["目标", "计划", "任务"].iter().any(|word| said.contains(word))
    };
    if BACK.any_in(said) && near.iter().any(is_aim) {
        return None;
    }
    match (claim, &tag.measure) {
        (Claim::Difference, Measure::Growth { down }) if BACK.any_in(said) && said.chars().count() < SHORT => {
            let (now, before) = match (is_earlier(text, tagged, *one), is_earlier(text, tagged, *other)) {
                (false, true) => (*one, *other),
                (true, false) => (*other, *one),
                _ => return None,
            };
            let (more, less) = if *down { (before, now) } else { (now, before) };
            Some(Relation::Difference { of: id, more, less })
        }
        (Claim::Change(down), _) if BACK.any_in(said) && said.chars().count() < SHORT => {
            let (now, before) = match (is_earlier(text, tagged, *one), is_earlier(text, tagged, *other)) {
                (false, true) => (*one, *other),
                (true, false) => (*other, *one),
                _ => return None,
            };
            Some(Relation::Change {
                rate: id,
                now,
                before,
                down: Some(down),
            })
        }
        (Claim::Difference, Measure::Plain) if beyond(text, tagged, said, near).is_some() => {
            let (base, other, over) = beyond(text, tagged, said, near)?;
            let (more, less) = if over { (other, base) } else { (base, other) };
            Some(Relation::Difference { of: id, more, less })
        }
        (Claim::Difference, Measure::Plain) => {
            // The nearest is what the other is compared with.
            let base = &tagged.tags[*one];
            let lead = text.get(base.before.clone()).unwrap_or_default();
            let is_next = base.piece == tag.piece && *one + 1 == id && lead.contains(['比', '较']);
            let (more, less) = match said {
                "高" | "多" | "高出" | "超出" | "多出" => (*other, *one),
                "低" | "少" => (*one, *other),
                _ => return None,
            };
            is_next.then_some(Relation::Difference { of: id, more, less })
        }
        _ => None,
    }
}

/// The later and the earlier number of a change that is said to be up or down.
pub fn directed(tagged: &Tagged, id: Id, relation: &Relation) -> Option<(Id, Id)> {
    let Measure::Growth { down } = tagged.tags.get(id)?.measure else {
        return None;
    };
    match relation {
        Relation::Change { now, before, .. } => Some((*now, *before)),
        Relation::Difference { more, less, .. } if down => Some((*less, *more)),
        Relation::Difference { more, less, .. } => Some((*more, *less)),
        _ => None,
    }
}

/// What the words say of two numbers where it would hold only the other way round.
pub fn turned(text: &str, tagged: &Tagged, id: Id, candidates: &[Relation], ledger: &Ledger) -> Option<Relation> {
    let is_back =
        |relation: &Relation| directed(tagged, id, relation).is_some_and(|pair| is_turned(text, tagged, pair));
    let held = candidates
        .iter()
        .find(|relation| ledger.judge(relation) == Verdict::Holds)?;
    let (now, before) = directed(tagged, id, held).filter(|_| is_back(held))?;
    let is_meant = |relation: &&Relation| directed(tagged, id, relation) == Some((before, now));
    candidates.iter().find(is_meant).cloned()
}

/// 编制68名，实有71人，超编3人; 概算1,260万元，决算1,318万元，超概算58万元: which of two numbers the words go beyond or stay behind, the other,
/// and whether they go beyond.
fn beyond(text: &str, tagged: &Tagged, said: &str, near: &[Id]) -> Option<(Id, Id, bool)> {
    const WORDS: [(&str, &str, bool); 11] = [
        ("超编", "编", true),
        ("缺编", "编", false),
        ("空编", "编", false),
        ("超概算", "概算", true),
        ("超概", "概算", true),
        ("超预算", "预算", true),
        ("超计划", "计划", true),
        ("超目标", "目标", true),
        ("超任务", "任务", true),
        ("超标准", "标准", true),
        ("超限额", "限额", true),
    ];
    let [one, other] = near else { return None };
    let (_, stem, over) = WORDS.iter().find(|(word, ..)| said.ends_with(word))?;
    let calls = |id: Id| {
        text.get(tagged.tags[id].before.clone())
            .unwrap_or_default()
            .contains(stem)
    };
    match (calls(*one), calls(*other)) {
        (true, false) => Some((*one, *other, *over)),
        (false, true) => Some((*other, *one, *over)),
        _ => None,
    }
}
