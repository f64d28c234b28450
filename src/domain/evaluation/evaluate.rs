//! 推算: derives every figure of a draft. Total: whatever is missing becomes a gap.

use crate::domain::draft::draft::Draft;
use crate::domain::draft::field::{Field, List};

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
        field: Field::Rows(List::Indicators),
        cause: Cause::Blank,
    }));
    let parts = scoring::parts(draft, &money, &indicators);
    // Without any part there is nothing that could be scored.
    let no_parts = Gap {
        field: Field::Rows(List::Parts),
        cause: Cause::Blank,
    };
    let total = sum(parts.iter().map(|part| part.score)).unwrap_or(Err(no_parts));
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
