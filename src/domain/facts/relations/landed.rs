//! 增减到: a change between the number that it starts from and the one that it lands at.

use crate::domain::prose::words::WordList;

use super::changes::{is_earlier, kind_of_base};
use crate::domain::facts::judging::ledger::Ledger;
use crate::domain::facts::judging::relation::{Id, Relation};
use crate::domain::facts::reading::fact::Measure;
use crate::domain::facts::reading::printed::Kind;
use crate::domain::facts::reading::tag::Tagged;

/// Adds the changes of a text that stand between their numbers.
pub fn add(text: &str, tagged: &Tagged, ledger: &mut Ledger) {
    for (id, tag) in tagged.tags.iter().enumerate() {
        if let Measure::Growth { down } = tag.measure
            && !tag.bound
            && !ledger.is_explained(id)
        {
            ledger.relations.extend(landed(text, tagged, id, down));
        }
    }
}

/// 较2022年的3.2万吨减少0.4万吨，降至2.8万吨; 比上年的76.5%提升3.5个百分点，达到80%: from the number right before a change to the one right
/// behind it.
fn landed(text: &str, tagged: &Tagged, id: Id, down: bool) -> Option<Relation> {
    const LANDS: WordList = WordList::of(&[
        "降至",
        "降到",
        "下降到",
        "下降至",
        "减至",
        "减少到",
        "减少至",
        "增至",
        "增加到",
        "增加至",
        "增长到",
        "升至",
        "升到",
        "上升到",
        "上升至",
        "提高到",
        "提高至",
        "提升到",
        "提升至",
        "达到",
        "达",
    ]);
    let (before, now) = (id.checked_sub(1)?, id + 1);
    let (tag, earlier, later) = (tagged.tags.get(id)?, tagged.tags.get(before)?, tagged.tags.get(now)?);
    let is_row =
        earlier.piece == tag.piece && later.piece == tag.piece + 1 && tagged.sentence(later) == tagged.sentence(tag);
    let said = text.get(later.before.clone())?.trim().trim_start_matches('已');
    let lands = LANDS
        .beginning(said)
        .is_some_and(|_| LANDS.beginnings(said).any(|word| word == said));
    let kind = kind_of_base(tag);
    let is_alike = earlier.number.kind == later.number.kind
        && (tag.number.kind == Kind::Percent && earlier.number.kind != Kind::Percent || earlier.number.kind == kind);
    let lead = text.get(earlier.before.clone())?;
    let is_base = is_earlier(text, tagged, before) || lead.contains(['比', '较']);
    if !is_row || !lands || !is_alike || !is_base || later.number.about || later.bound || tag.number.about {
        return None;
    }
    if tag.number.kind == Kind::Percent {
        return Some(Relation::Change {
            rate: id,
            now,
            before,
            down: Some(down),
        });
    }
    let (more, less) = if down { (before, now) } else { (now, before) };
    Some(Relation::Difference { of: id, more, less })
}
