//! 上限: numbers that cannot be greater than another of the same sentence: what came back than what was sent out, what
//! passed than what was examined.

use crate::domain::prose::stops::{self, Mark};
use crate::domain::prose::words::WordList;

use super::portions::{PORTIONS, Portion};
use super::rates::{before, states};
use crate::domain::facts::judging::ledger::Ledger;
use crate::domain::facts::judging::relation::{Id, Relation};
use crate::domain::facts::reading::fact::Measure;
use crate::domain::facts::reading::printed::Kind;
use crate::domain::facts::reading::tag::{Tag, Tagged};

/// Adds what a text says of a part and its whole, in either order.
pub fn add(text: &str, tagged: &Tagged, ledger: &mut Ledger) {
    for (id, tag) in tagged.tags.iter().enumerate() {
        let fits = |tag: &Tag| {
            matches!(tag.number.kind, Kind::Count(_))
                && states(tag)
                && tag.measure != Measure::Each
                && !tag.number.about
                // 6个乡镇各发放问卷40份，共240份: what each has is not the whole.
                && !text.get(tag.before.clone()).unwrap_or_default().contains(['各', '每'])
        };
        if !fits(tag) {
            continue;
        }
        let said = |tag: &Tag| text.get(tag.before.clone()).unwrap_or_default().to_owned();
        let own = said(tag);
        let sentence = tagged.sentence(tag);
        let near = || {
            before(tagged, id)
                .take(6)
                .take_while(|(_, other)| tagged.sentence(other) == sentence)
        };
        for Portion {
            part, whole, in_order, ..
        } in &PORTIONS
        {
            let find = |words: &WordList| -> Option<Id> {
                let mut alike = near().filter(|(_, other)| fits(other) && other.number.kind == tag.number.kind);
                alike
                    .find(|(_, other)| words.any_in(&said(other)))
                    .map(|(other, _)| other)
            };
            let pair = if part.any_in(&own) {
                find(whole).map(|whole| (id, whole))
            } else if !in_order && whole.any_in(&own) {
                // 办结413件；受理信访50件 are two matters.
                find(part)
                    .filter(|part| is_one_group(text, tagged, *part, id))
                    .map(|part| (part, id))
            } else {
                None
            };
            // 发放1500份和1000份: the whole is two numbers.
            let is_joined = |id: Id| {
                let after = text.get(tagged.tags[id].range.end..).unwrap_or_default();
                after.starts_with(['和', '、', '及', '与'])
            };
            if let Some((less, more)) = pair.filter(|(less, more)| !is_joined(*less) && !is_joined(*more)) {
                ledger.relations.push(Relation::Bound { less, more });
                break;
            }
        }
    }
}

/// Whether no semicolon stands between two numbers.
fn is_one_group(text: &str, tagged: &Tagged, one: Id, other: Id) -> bool {
    let between = text.get(tagged.tags[one].range.end..tagged.tags[other].range.start);
    between.is_some_and(|between| !stops::is_cut(between, Mark::Group))
}
