//! 还要做的: what the report cannot do without and does not have yet, part by part.

use crate::domain::draft::chapter::Chapter;
use crate::domain::draft::draft::Draft;
use crate::domain::evaluation::completeness::{Requirement, requirements};
use crate::domain::evaluation::evaluation::Evaluation;

/// What is left in one part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// The part.
    pub chapter: Chapter,
    /// What is missing there.
    pub missing: Vec<Requirement>,
}

/// The parts where something is missing, in order.
pub fn left(draft: &Draft, evaluation: &Evaluation) -> Vec<Left> {
    let chapters = Chapter::of_kind(draft.scheme.kind).iter();
    chapters
        .map(|chapter| Left {
            chapter: *chapter,
            missing: requirements(*chapter, draft, evaluation)
                .into_iter()
                .filter(|requirement| !requirement.met)
                .collect(),
        })
        .filter(|left| !left.missing.is_empty())
        .collect()
}
