//! What was read in the texts of the report. It follows from the texts alone, so it is kept while they stay.

use std::ops::Range;

use crate::domain::checks::context::of_text::OfText;
use crate::domain::checks::finding::finding::Finding;
use crate::domain::draft::field::Field;
use crate::domain::facts::ledger::Ledger;
use crate::domain::facts::relation::Id;
use crate::domain::prose::found::Found;
use crate::domain::references::figure_tokens::Token;

use super::counted::Counted;
use super::fact::Fact;
use super::numbers_of_texts::Told;
use super::slip_keys::Keyed;
use super::standing::Standing;
use super::written::Written;
use super::years_left::MaybeLeft;

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
    /// What of it could be figures of the report.
    pub tokens: Vec<Token>,
    /// What its numbers say, and what must agree among them.
    pub ledger: Ledger,
    /// The numbers of which a relation with others holds, by their places in the ledger.
    pub held: Vec<Id>,
    /// Its numbers that another place may say otherwise.
    pub standing: Vec<Standing>,
    /// These numbers by the keys that they share with those that a slip makes of them.
    pub slips: Vec<Keyed>,
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
    /// How many indicators and projects it says there are.
    pub counted: Vec<Counted>,
    /// Whether it tells how satisfaction was asked for.
    pub tells_of_survey: bool,
    /// Whether it may say of which office and year the report is.
    pub may_begin: bool,
    /// Years that would be left from another report, were they over.
    pub years_left: Vec<MaybeLeft>,
    /// Whether it may compare one thing with another.
    pub compares: bool,
    /// Its sentences that are long enough to be told as repeated.
    pub long: Vec<Range<usize>>,
}

impl Reading {
    /// Whether it is what was read in this text.
    pub fn is_of(&self, written: &Written<'_>) -> bool {
        (self.field, self.level) == (written.field, written.level) && self.text == written.text
    }

    /// The text by itself.
    pub fn as_text(&self) -> OfText<'_> {
        OfText {
            field: self.field,
            text: &self.text,
            quantities: &self.quantities,
        }
    }

    /// Its long sentences.
    pub fn sentences(&self) -> impl Iterator<Item = &str> {
        self.long.iter().filter_map(|range| self.text.get(range.clone()))
    }
}
