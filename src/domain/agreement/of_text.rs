//! 标注一段文字: each number of a text, held against its own sentences, the data, the rows and all other texts.

use std::ops::Range;

use crate::domain::checks::finding::finding::Finding;
use crate::domain::checks::findings::Findings;
use crate::domain::checks::texts::figures_in_words::bindable;
use crate::domain::checks::texts::reading::Reading;
use crate::domain::draft::draft::Draft;
use crate::domain::draft::field::Field;
use crate::domain::draft::names;
use crate::domain::evaluation::evaluation::Evaluation;
use crate::domain::facts::fact::{Fact, Place};
use crate::domain::facts::ledger::Ledger;
use crate::domain::facts::relation::Verdict;
use crate::domain::facts::text::read;
use crate::domain::prose::found::Found;
use crate::domain::prose::quantity::quantities;
use crate::domain::references::figure_tokens::tokens;
use crate::domain::references::reference::fields_of;

use super::known::{KnownNumbers, around};
use super::mark::{Mark, Witness};
use super::relation_words::words;

/// A draft with all that its numbers can be held against.
pub struct Marking<'a> {
    /// The draft.
    pub draft: &'a Draft,
    /// What follows from it.
    pub evaluation: &'a Evaluation,
    /// What is wrong with it.
    pub findings: &'a Findings,
    known: KnownNumbers,
}

impl<'a> Marking<'a> {
    /// That of a draft with its findings.
    pub fn of(draft: &'a Draft, evaluation: &'a Evaluation, findings: &'a Findings) -> Self {
        Marking {
            draft,
            evaluation,
            findings,
            known: KnownNumbers::of(draft, evaluation, &findings.texts.readings),
        }
    }

    /// The numbers of a text that the checks have read, in their order.
    pub fn reading(&self, reading: &Reading) -> Vec<Mark> {
        self.marks(
            reading.field,
            &reading.text,
            &reading.quantities,
            &reading.ledger,
            Some(reading),
        )
    }

    /// The numbers of another text.
    pub fn text(&self, field: Field, text: &str) -> Vec<Mark> {
        let quantities = quantities(text);
        let ledger = read(field, text, &quantities);
        self.marks(field, text, &quantities, &ledger, None)
    }

    fn marks(
        &self,
        field: Field,
        text: &str,
        quantities: &[Found],
        ledger: &Ledger,
        reading: Option<&Reading>,
    ) -> Vec<Mark> {
        let mut numbers: Vec<Number<'_>> = ledger.facts.iter().enumerate().filter_map(Number::of).collect();
        self.contradictions(field, &mut numbers);
        for binding in bindable(field, text, &tokens(text, quantities), self.draft, self.evaluation) {
            let place = fields_of(binding.reference.source, self.draft, self.evaluation);
            let said = format!("和数据里的“{}”相符", binding.reference.name);
            let witness = match place.first() {
                Some(place) => Witness::at(said, *place, names::full_name(self.draft, *place)),
                None => Witness::plain(said),
            };
            add(&mut numbers, &binding.range, witness);
        }
        let held = ledger
            .relations
            .iter()
            .filter(|relation| ledger.judge(relation) == Verdict::Holds);
        for relation in held.chain(&ledger.agreeing) {
            let Some(said) = words(relation, ledger) else { continue };
            let ids = relation.facts();
            for number in numbers.iter_mut().filter(|number| ids.contains(&number.id)) {
                number.with.push(Witness::plain(said.clone()));
            }
        }
        for (range, label, place) in reading
            .into_iter()
            .flat_map(|reading| self.findings.rows.agreements(reading))
        {
            let said = format!("和{label}相符");
            let witness = match place {
                Some(place) => Witness::at(said, place, names::full_name(self.draft, place)),
                None => Witness::plain(said),
            };
            add(&mut numbers, &range, witness);
        }
        let marks = numbers.into_iter().map(|mut number| {
            if number.with.is_empty() && number.against.is_empty() {
                number.with = self.known.elsewhere(self.draft, field, number.fact);
            }
            Mark::of(number.range.clone(), number.against, number.with)
        });
        let mut marks: Vec<Mark> = marks.collect();
        marks.sort_by_key(|mark| mark.range.start);
        // Of two that overlap the first counts: 12.5万元/户 is one number.
        marks.dedup_by(|later, earlier| later.range.start < earlier.range.end);
        marks
    }

    /// What the checks say of numbers of this field. A finding that names a longer piece is about its first number.
    fn contradictions(&self, field: Field, numbers: &mut [Number<'_>]) {
        for finding in self.findings.iter() {
            for (place, (of, range)) in finding.places.iter().enumerate() {
                if *of != field {
                    continue;
                }
                let first = numbers.iter_mut().find(|number| overlap(number.range, range));
                if let Some(number) = first {
                    number.against.push(self.contradicted(finding, place));
                }
            }
        }
    }

    /// The finding, with the other place that it speaks of: one in a text, or the field that it rests on.
    fn contradicted(&self, finding: &Finding, own: usize) -> Witness {
        let other = finding.places.iter().enumerate().find(|(place, _)| *place != own);
        let text_of = |field: Field| {
            let mut readings = self.findings.texts.readings.iter();
            readings.find(|reading| reading.field == field)
        };
        if let Some((_, (field, range))) = other {
            let quote = text_of(*field).map_or(String::new(), |reading| around(&reading.text, range));
            return Witness::at(finding.message.clone(), *field, quote);
        }
        match finding.also.first() {
            Some(field) => {
                let value = self.draft.input(*field).map_or(String::new(), |input| input.shown());
                let quote = format!("{} {value}", names::full_name(self.draft, *field));
                Witness::at(finding.message.clone(), *field, quote.trim_end())
            }
            None => Witness::plain(finding.message.clone()),
        }
    }
}

/// A number while it is held against everything.
struct Number<'a> {
    id: usize,
    fact: &'a Fact,
    range: &'a Range<usize>,
    against: Vec<Witness>,
    with: Vec<Witness>,
}

impl<'a> Number<'a> {
    fn of((id, fact): (usize, &'a Fact)) -> Option<Self> {
        let Place::Text(_, range) = &fact.at else { return None };
        Some(Number {
            id,
            fact,
            range,
            against: Vec::new(),
            with: Vec::new(),
        })
    }
}

fn add(numbers: &mut [Number<'_>], range: &Range<usize>, witness: Witness) {
    if let Some(number) = numbers.iter_mut().find(|number| overlap(number.range, range)) {
        number.with.push(witness);
    }
}

fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}
