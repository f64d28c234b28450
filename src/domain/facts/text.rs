//! 读一段文字: the facts of a text and the relations between them. They follow from the text alone.

use super::fact::{Fact, Place, Subject};
use super::ledger::Ledger;
use super::tag::Tagged;
use super::{changes, rates, sums};
use crate::domain::field::Field;
use crate::domain::prose::quantity::Found;

/// Reads a text whose quantities have been found.
pub fn read(field: Field, text: &str, quantities: &[Found]) -> Ledger {
    let tagged = Tagged::of(text, quantities);
    let mut ledger = Ledger::default();
    for tag in &tagged.tags {
        let name = text.get(tag.subject.clone()).unwrap_or_default().trim();
        ledger.add(Fact {
            at: Place::Text(field, tag.range.clone()),
            of: match name {
                "" => Subject::Office,
                name => Subject::Named(name.to_owned()),
            },
            what: tag.measure.clone(),
            when: tag.period,
            number: tag.number.clone(),
        });
    }
    if tagged.tags.len() > 1 {
        sums::add(text, &tagged, &mut ledger);
        rates::add(text, &tagged, &mut ledger);
        changes::add(text, &tagged, &mut ledger);
    }
    ledger
}
