//! What a check of the whole draft is given.

use crate::domain::checks::finding::finding::Finding;
use crate::domain::draft::draft::Draft;
use crate::domain::evaluation::evaluation::Evaluation;
use crate::domain::values::shared::Shared;

/// A draft, what follows from it, and what was found of it before.
#[derive(Clone, Copy, Debug)]
pub struct OfDraft<'a> {
    /// The draft.
    pub draft: &'a Draft,
    /// Its figures.
    pub evaluation: &'a Evaluation,
    /// What was found of each indicator, in their order.
    pub rows: &'a [Shared<Vec<Finding>>],
    /// Whether a text of the report tells how satisfaction was asked for.
    pub tells_of_survey: bool,
}

/// A check of the whole draft.
pub type DraftCheck = fn(&OfDraft<'_>, &mut Vec<Finding>);
