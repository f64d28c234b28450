//! What was read in the texts of the report. It follows from the texts alone, so it is kept while they stay.

use std::ops::Range;

use crate::domain::draft::Draft;
use crate::domain::facts::ledger::Ledger;
use crate::domain::facts::text;
use crate::domain::field::Field;
use crate::domain::finding::Finding;
use crate::domain::prose::quantity::{Found, quantities};
use crate::domain::shared::Shared;
use crate::domain::written::{Written, written};

use super::said_numbers::Told;
use super::same_fact::Fact;
use super::{
    headings, own_year, pasted_table, prose, repeated, said_marks, said_numbers, said_subject, said_weights, same_fact,
    signs,
};

/// A text, what stands in it, and what is wrong with it by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Where it is written.
    pub field: Field,
    /// Under which heading it stands, as in [`Written`].
    pub level: u8,
    /// The text.
    pub text: String,
    /// Its quantities.
    pub quantities: Vec<Found>,
    /// What its numbers say, and what must agree among them.
    pub ledger: Ledger,
    /// What is wrong among its numbers.
    pub told: Vec<Told>,
    /// What is wrong with it by itself.
    pub findings: Vec<Finding>,
    /// The facts that other texts may tell otherwise.
    pub facts: Vec<Fact>,
    /// Whether it speaks of marks that were lost or not.
    pub speaks_of_marks: bool,
    /// Whether it speaks of 权重 or 分值.
    pub names_weights: bool,
    /// Whether it may say of which office and year the report is.
    pub may_begin: bool,
    /// Whether it may compare one thing with another.
    pub compares: bool,
    /// Its sentences that are long enough to be told as repeated.
    long: Vec<Range<usize>>,
}

impl Reading {
    /// Reads a text.
    pub fn of(written: &Written<'_>) -> Self {
        let mut findings = Vec::new();
        headings::check(written, &mut findings);
        signs::check(written.field, written.text, &mut findings);
        pasted_table::check(written.field, written.text, &mut findings);
        let quantities = quantities(written.text);
        prose::check(written.field, written.text, &quantities, &mut findings);
        let ledger = text::read(written.field, written.text, &quantities);
        Reading {
            field: written.field,
            level: written.level,
            text: written.text.to_owned(),
            long: long_sentences(written.text),
            facts: same_fact::facts(written.field, written.text, &ledger),
            told: said_numbers::told(written.field, written.text, &ledger),
            ledger,
            quantities,
            findings,
            compares: own_year::compares(written.text),
            may_begin: said_subject::may_begin(written.text),
            speaks_of_marks: said_marks::speaks_of_marks(written.text),
            names_weights: said_weights::names_weights(written.text),
        }
    }

    /// Whether it is what was read in this text.
    pub fn is_of(&self, written: &Written<'_>) -> bool {
        (self.field, self.level) == (written.field, written.level) && self.text == written.text
    }

    /// Its long sentences.
    pub fn sentences(&self) -> impl Iterator<Item = &str> {
        self.long.iter().filter_map(|range| self.text.get(range.clone()))
    }
}

/// All texts, and what is wrong with them by themselves and against each other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts {
    /// Each text, in the order of the form.
    pub readings: Vec<Shared<Reading>>,
    /// The year that the report is about.
    pub year: Option<u16>,
    /// What is wrong.
    pub findings: Vec<Finding>,
}

impl Texts {
    /// Reads the texts of a draft, anew only where one is another than before.
    pub fn of(draft: &Draft, before: &Shared<Texts>) -> Shared<Texts> {
        let read = |(place, written): (usize, &Written<'_>)| {
            let mut kept = before.readings.get(place).filter(|reading| reading.is_of(written));
            if kept.is_none() {
                kept = before.readings.iter().find(|reading| reading.is_of(written));
            }
            kept.cloned().unwrap_or_else(|| Shared::new(Reading::of(written)))
        };
        let readings: Vec<Shared<Reading>> = written(draft).iter().enumerate().map(read).collect();
        let year = draft.basics.year.value().map(|year| year.get());
        let mut pairs = readings.iter().zip(&before.readings);
        if year == before.year && readings.len() == before.readings.len() && pairs.all(|(now, then)| now.is_same(then))
        {
            return before.clone();
        }
        let mut findings: Vec<Finding> = readings
            .iter()
            .flat_map(|reading| reading.findings.iter().cloned())
            .collect();
        same_fact::check(&readings, year, &mut findings);
        repeated::check(&readings, &mut findings);
        Shared::new(Texts {
            readings,
            year,
            findings,
        })
    }
}

/// The sentences of a text that are long enough to be told as repeated.
fn long_sentences(text: &str) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for (place, c) in text.char_indices().chain([(text.len(), '。')]) {
        if matches!(c, '。' | '；' | '！' | '？' | '\n') {
            let sentence = text.get(start..place).unwrap_or_default();
            let trimmed = sentence.trim_start();
            let begin = start + sentence.len() - trimmed.len();
            let trimmed = trimmed.trim_end();
            if trimmed.chars().take(repeated::SHORTEST).count() == repeated::SHORTEST {
                sentences.push(begin..begin + trimmed.len());
            }
            start = place + c.len_utf8();
        }
    }
    sentences
}
