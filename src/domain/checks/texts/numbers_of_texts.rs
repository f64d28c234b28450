//! A2 and D6 of one text: sums, rates, changes and differences that its own numbers do not make.

use std::ops::Range;

use crate::domain::checks::finding::finding::Finding;
use crate::domain::draft::field::Field;
use crate::domain::facts::judging::cause::Cause;
use crate::domain::facts::judging::ledger::Ledger;
use crate::domain::facts::judging::relation::{Id, Relation, Verdict};
use crate::domain::facts::reading::fact::{Fact, Place};
use crate::domain::facts::reading::printed::Printed;

/// What is wrong among the numbers of a text, and where those numbers stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The finding.
    pub finding: Finding,
    /// The numbers of all relations that it explains. Where one of them is wrong for another reason that is told
    /// already, this is no cause of its own.
    pub places: Vec<Range<usize>>,
}

/// A2 and D6 of one text, one for each cause.
pub fn told(field: Field, text: &str, ledger: &Ledger) -> Vec<Told> {
    let said = Said { text, ledger };
    let tell = |cause: Cause| {
        let relation = cause.relations.first().and_then(|place| ledger.relations.get(*place))?;
        let Verdict::Broken { expected } = ledger.judge(relation) else {
            return None;
        };
        let (code, message, hint) = said.tell(relation, expected)?;
        let hint = match said.suspect(relation, &cause) {
            Some(suspect) => format!("{hint}其余的数互相对得上，多半是“{suspect}”写错了。"),
            None => hint.to_owned(),
        };
        let of = cause.relations.iter().filter_map(|place| ledger.relations.get(*place));
        let facts = of.flat_map(Relation::facts).filter_map(|id| ledger.facts.get(id));
        let blamed = cause.blamed.iter().filter_map(|id| range(ledger.facts.get(*id)?));
        Some(Told {
            finding: Finding::new(code, field, message, hint).about(blamed.map(|place| (field, place))),
            places: facts.filter_map(range).collect(),
        })
    };
    ledger.causes().into_iter().filter_map(tell).collect()
}

/// A text and its numbers.
pub(super) struct Said<'a> {
    pub text: &'a str,
    pub ledger: &'a Ledger,
}

impl Said<'_> {
    pub fn is_in_table(&self, fact: &Fact) -> bool {
        let place = range(fact);
        let mut tables = self.ledger.tables.iter();
        tables.any(|table| place.as_ref().is_some_and(|place| table.range.contains(&place.start)))
    }

    pub fn number(&self, id: Id) -> Option<&Printed> {
        self.ledger.number(id)
    }

    /// The text from the first to the last number of a relation, with the words that lead to the first, and with the
    /// bracket that closes behind it.
    pub fn quote(&self, relation: &Relation) -> &str {
        let places = relation
            .facts()
            .into_iter()
            .filter_map(|id| self.ledger.facts.get(id))
            .filter_map(range);
        let (mut start, mut end) = (self.text.len(), 0);
        for place in places {
            (start, end) = (start.min(place.start), end.max(place.end));
        }
        let after = self.text.get(end..).unwrap_or_default();
        let closing = after.chars().next().filter(|c| matches!(c, '）' | ')'));
        let end = end + closing.map_or(0, char::len_utf8);
        self.text.get(start..end).unwrap_or_default()
    }

    /// The number that alone is to blame, where it is not the one that the sentence holds against the others.
    fn suspect(&self, relation: &Relation, cause: &Cause) -> Option<&str> {
        let [blamed] = cause.blamed.as_slice() else { return None };
        let is_told = relation.facts().first() == Some(blamed);
        let place = self.ledger.facts.get(*blamed).and_then(range).filter(|_| !is_told)?;
        self.text.get(place)
    }
}

pub(super) fn range(fact: &Fact) -> Option<Range<usize>> {
    match &fact.at {
        Place::Text(_, range) => Some(range.clone()),
        Place::Typed(_) | Place::Cell(..) => None,
    }
}
