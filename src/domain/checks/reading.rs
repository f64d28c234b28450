//! What was read in one text of the report. It follows from the text alone, so it is kept while the text stays.

use std::ops::Range;

use crate::domain::field::Field;
use crate::domain::finding::Finding;
use crate::domain::prose::quantity::{Found, quantities};
use crate::domain::written::Written;

use super::{headings, pasted_table, prose, repeated, signs};

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
    /// What is wrong with it by itself.
    pub findings: Vec<Finding>,
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
        Reading {
            field: written.field,
            level: written.level,
            text: written.text.to_owned(),
            long: long_sentences(written.text),
            quantities,
            findings,
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
