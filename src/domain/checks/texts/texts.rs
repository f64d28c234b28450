//! All texts of a draft as they were read, anew only where one changed.

use std::ops::Range;

use crate::domain::checks::context::of_text::{OfText, TextCheck};
use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::draft::draft::Draft;
use crate::domain::draft::field::Field;
use crate::domain::facts::ledger::Ledger;
use crate::domain::facts::text;
use crate::domain::prose::quantity::quantities;
use crate::domain::references::figure_tokens::tokens;
use crate::domain::values::shared::Shared;

use super::reading::Reading;
use super::standing::{held, of_text};
use super::written::{Written, written};
use super::{
    compared_years, counted, counts_again, dates_in_order, dates_in_tables, doubled, durations, headings, list_numbers,
    malformed_numbers, near_names, numbers_of_texts, odd_units, pasted_table, persons, private_data, reached_in_tables,
    reached_in_words, repeated, same_digits, same_fact, score_claims, signs, slips_between, spans_of_years, surveys,
    typos, units_and_lists, weight_claims, year_and_office, years_left,
};
use crate::domain::prose::brackets::trimmed;
use crate::domain::prose::stops::{self, Mark};

/// What is looked for in every text, in cells of rows as well.
pub const ANYWHERE: [TextCheck; 6] = [
    signs::check,
    typos::check,
    doubled::check,
    malformed_numbers::check,
    private_data::check,
    units_and_lists::check,
];

/// What is looked for in texts of several sentences.
const IN_TEXTS: [TextCheck; 6] = [
    dates_in_order::check,
    dates_in_order::impossible,
    durations::check,
    counts_again::check,
    spans_of_years::check,
    persons::check,
];

/// What is looked for in texts that are printed as they stand, beside their headings.
const AS_LAID_OUT: [TextCheck; 2] = [list_numbers::check, pasted_table::check];

/// What is looked for among the numbers of a text.
const BY_NUMBERS: [fn(&OfText<'_>, &Ledger, &mut Vec<Finding>); 4] = [
    odd_units::check,
    reached_in_words::check,
    reached_in_tables::check,
    dates_in_tables::check,
];

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
        let kept_or_read = |(place, written): (usize, &Written<'_>)| {
            let mut kept = before.readings.get(place).filter(|reading| reading.is_of(written));
            if kept.is_none() {
                kept = before.readings.iter().find(|reading| reading.is_of(written));
            }
            kept.cloned().unwrap_or_else(|| Shared::new(read(written)))
        };
        let readings: Vec<Shared<Reading>> = written(draft).iter().enumerate().map(kept_or_read).collect();
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
        same_digits::check(&readings, &mut findings);
        near_names::check(&readings, &mut findings);
        repeated::check(&readings, &mut findings);
        Shared::new(Texts {
            readings,
            year,
            findings,
        })
    }
}

/// Reads a text.
fn read(written: &Written<'_>) -> Reading {
    let quantities = quantities(written.text);
    let of = OfText {
        field: written.field,
        text: written.text,
        quantities: &quantities,
    };
    let mut findings = Vec::new();
    // Sentences that were taken out of a source have lost their headings, and its tables are no longer a report's.
    let is_of_source = written.field == Field::SourceText;
    if !is_of_source {
        headings::check(written, &mut findings);
        AS_LAID_OUT.iter().for_each(|check| check(&of, &mut findings));
    }
    ANYWHERE
        .iter()
        .chain(&IN_TEXTS)
        .for_each(|check| check(&of, &mut findings));
    // Each part of a source may have had a unit of its own.
    findings.retain(|finding| !is_of_source || finding.code != Code::A8);
    let ledger = text::read(written.field, written.text, &quantities);
    BY_NUMBERS.iter().for_each(|check| check(&of, &ledger, &mut findings));
    let held = held(&ledger);
    let standing = of_text(&of, &ledger, &held);
    Reading {
        held,
        slips: slips_between::keys_of_text(&standing),
        standing,
        years_left: years_left::may_be_left(written.field, written.text),
        field: written.field,
        level: written.level,
        text: written.text.to_owned(),
        long: long_sentences(written.text),
        facts: same_fact::facts(written.field, written.text, &ledger),
        told: numbers_of_texts::told(written.field, written.text, &ledger),
        ledger,
        counted: counted::counted(written.text, &quantities),
        tokens: tokens(written.text, &quantities),
        quantities,
        findings,
        compares: compared_years::compares(written.text),
        may_begin: year_and_office::may_begin(written.text),
        speaks_of_marks: score_claims::speaks_of_marks(written.text),
        tells_of_survey: surveys::tells_of_survey(written.text),
        names_weights: weight_claims::names_weights(written.text),
    }
}

/// The sentences of a text that are long enough to be told as repeated.
fn long_sentences(text: &str) -> Vec<Range<usize>> {
    let sentences = stops::ranges(text, Mark::Group).map(|range| trimmed(text, range));
    let is_long = |range: &Range<usize>| {
        let sentence = text.get(range.clone()).unwrap_or_default();
        sentence.chars().take(repeated::SHORTEST).count() == repeated::SHORTEST
    };
    sentences.filter(is_long).collect()
}
