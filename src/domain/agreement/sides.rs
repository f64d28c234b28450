//! 两处对照: the places that a finding holds against each other, each with what stands there.

use crate::domain::checks::finding::finding::Finding;
use crate::domain::checks::findings::Findings;
use crate::domain::draft::draft::Draft;
use crate::domain::draft::field::Field;
use crate::domain::draft::names;

use super::known::around;

/// One place, and the words or the value there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// Where.
    pub field: Field,
    /// What it is called.
    pub name: String,
    /// What stands there.
    pub quote: String,
}

/// The places of a finding, the wrong one first, then those in other texts, then the fields that it rests on. None
/// where it is not of a number in a text, or where the other side has nothing to show.
pub fn sides(finding: &Finding, draft: &Draft, findings: &Findings) -> Vec<Side> {
    const MOST: usize = 3;
    let in_text = |(field, range): &(Field, std::ops::Range<usize>)| {
        let mut readings = findings.texts.readings.iter();
        let quote = match readings.find(|reading| reading.field == *field) {
            Some(reading) => around(&reading.text, range),
            None => around(&draft.text(*field), range),
        };
        side(draft, *field, quote)
    };
    let mut sides: Vec<Side> = finding.places.iter().map(in_text).collect();
    if sides.is_empty() {
        return sides;
    }
    let is_told = |field: Field| finding.places.iter().any(|(own, _)| *own == field);
    let rests_on = finding.also.iter().filter(|field| !is_told(**field));
    let typed = rests_on.filter_map(|field| {
        let value = draft.input(*field)?.shown();
        (!value.trim().is_empty()).then(|| side(draft, *field, value))
    });
    sides.extend(typed.take(MOST));
    if sides.len() < 2 { Vec::new() } else { sides }
}

fn side(draft: &Draft, field: Field, quote: String) -> Side {
    Side {
        field,
        name: names::full_name(draft, field),
        quote,
    }
}
