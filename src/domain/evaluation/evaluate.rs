//! 推算: derives every figure of a draft. Total: whatever is missing becomes a gap.

use crate::domain::draft::draft::Draft;
use crate::domain::draft::field::Field;
use crate::domain::values::points::Points;

use super::derived::{Cause, Gap, sum};
use super::evaluation::Evaluation;
use super::{money, scoring};

/// Derives everything from a draft. Total: whatever is missing becomes a gap.
pub fn evaluate(draft: &Draft) -> Evaluation {
    evaluate_after(draft, None)
}

/// The same, taking over what cannot have changed since an earlier draft.
pub fn evaluate_after(draft: &Draft, before: Option<(&Draft, &Evaluation)>) -> Evaluation {
    let money = money::evaluate(draft);
    let indicators = scoring::indicators(draft, &money, before);
    let weights = draft.indicators.iter().zip(&indicators);
    let weights = weights
        .filter(|(row, _)| !row.is_blank())
        .map(|(_, indicator)| indicator.weight);
    let indicator_weight = sum(weights).unwrap_or(Err(Gap {
        field: Field::Rows(crate::domain::draft::field::List::Indicators),
        cause: Cause::Blank,
    }));
    let parts = scoring::parts(draft, &money, &indicators);
    let total = sum(parts.iter().map(|part| part.score)).unwrap_or(Ok(Points::ZERO));
    let grade = total.and_then(|total| {
        // A scheme without a complete scale is missing a weight, or has no band for this total.
        let gap = Gap {
            field: Field::StatedGrade,
            cause: Cause::Blank,
        };
        draft.scheme.grade(total).ok_or(gap)
    });
    Evaluation {
        money,
        parts,
        indicators,
        indicator_weight,
        total,
        grade,
    }
}
