//! B11 手工得分高于规则: a reason does not make 2% of the target worth full marks.
//!
//! The limit is a datum of the scheme. Its preset is the least that a reviewer takes off by the published rules of
//! review, 30% of the points: a judgement that leaves less than that too much is not worth an objection.

use crate::domain::checks::context::of_row::OfRow;
use crate::domain::checks::finding::excerpt::own_name;
use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::draft::field::{Field, IndicatorField};
use crate::domain::scheme::indicator::{IndicatorNature, Measure, Scoring};
use crate::domain::values::comparator::Comparator;
use crate::domain::values::input::Input;

/// Finds B11 of one indicator. Without a reason B4 tells it.
pub fn check_indicator(of: &OfRow<'_>, found: &mut Vec<Finding>) {
    let OfRow { row, score, scheme, .. } = *of;
    let (Scoring::Manual, Some(manual), Ok(by_rule), Ok(weight), Some(margin)) = (
        row.scoring,
        row.manual_score.value(),
        score.by_rule,
        score.weight,
        scheme.review.hand_score.value(),
    ) else {
        return;
    };
    // A qualitative score is a judgement within its band, which B9 watches.
    if row.manual_reason.is_blank() || row.nature == IndicatorNature::Qualitative {
        return;
    }
    // An aim of none has no proportion, and no document says what one case costs: only full marks contradict it.
    if row.measures.iter().any(is_missed_none) && *manual < weight {
        return;
    }
    let limit = by_rule + weight.times(*margin);
    if *manual > limit {
        found.push(
            Finding::new(
                Code::B11,
                Field::Indicator(row.id, IndicatorField::ManualScore),
                format!(
                    "{}手工评了 {} 分，按规则只有 {} 分，多出的超过权重的 {}。",
                    own_name(row),
                    manual.printed(),
                    by_rule.rounded().printed(),
                    margin.trimmed_percent()
                ),
                "按规则计分；确实要多给的，写明依据的文件，并准备好说明。",
            )
            .resting_on(vec![Field::Indicator(row.id, IndicatorField::ManualReason)]),
        );
    }
}

/// Whether an aim of none was missed: 违规问题数 0 and one case.
fn is_missed_none(measure: &Measure) -> bool {
    let is_none = measure.comparator != Comparator::AtLeast
        && measure.target.value().is_some_and(|target| target.decimal().is_zero());
    is_none && measure.actual.value().is_some_and(|actual| !actual.decimal().is_zero())
}
