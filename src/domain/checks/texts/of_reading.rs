//! What a check of a text beside the draft is given.

use std::ops::Range;

use crate::domain::checks::finding::finding::Finding;
use crate::domain::draft::draft::Draft;
use crate::domain::evaluation::evaluation::Evaluation;

use super::reading::Reading;

/// A text as it was read, and what it speaks of.
#[derive(Clone, Copy, Debug)]
pub struct OfReading<'a> {
    /// The text.
    pub reading: &'a Reading,
    /// The draft.
    pub draft: &'a Draft,
    /// Its figures.
    pub evaluation: &'a Evaluation,
    /// 年度, where it is filled in.
    pub year: Option<u16>,
    /// The numbers of the text that are known to be other than the figure that they name.
    pub wrong: &'a [Range<usize>],
}

/// A check of a text beside the draft.
pub type ReadingCheck = fn(&OfReading<'_>, &mut Vec<Finding>);
