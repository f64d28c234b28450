//! 打勾: how far each part of a report is. A tick means that nothing required is missing, nothing is wrong, and
//! no text is last year's.

use std::rc::Rc;

use crate::domain::checks::finding::finding::Severity;
use crate::domain::checks::findings::Findings;
use crate::domain::draft::chapter::Chapter;
use crate::domain::draft::draft::Draft;
use crate::domain::evaluation::completeness::{Completeness, completeness};
use crate::domain::evaluation::evaluation::Evaluation;

/// How far each part is, in the order of [`Chapter::of_kind`].
pub fn ticks(draft: &Draft, evaluation: &Evaluation, findings: &Findings) -> Rc<[Completeness]> {
    let errors = findings.iter().filter(|finding| finding.severity() == Severity::Error);
    let unsettled = draft.unsettled().into_iter().map(|(field, _)| field);
    let fields = errors.map(|finding| finding.field).chain(unsettled);
    let wrong: Vec<Chapter> = fields.map(Chapter::of).collect();
    let tick = |chapter: &Chapter| match completeness(*chapter, draft, evaluation) {
        Completeness::Done if wrong.contains(chapter) => Completeness::Partial,
        other => other,
    };
    Chapter::of_kind(draft.scheme.kind).iter().map(tick).collect()
}

/// How many parts are ticked.
pub fn done(ticks: &[Completeness]) -> usize {
    ticks.iter().filter(|part| **part == Completeness::Done).count()
}
