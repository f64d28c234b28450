//! C 证据: whether actual values bear out the scores.

use crate::domain::evaluation::IndicatorEvaluation;
use crate::domain::field::{Field, IndicatorField, MeasureField};
use crate::domain::finding::{Code, Finding};
use crate::domain::indicator::{Attainment, Comparator, Indicator, IndicatorNature, Scoring};
use crate::domain::input::{Choice, Input, Value};
use crate::domain::quantity::Quantity;
use crate::domain::scoring::is_reached;

use super::scoring::own_name;

/// Finds C1 and C3 of one indicator.
pub fn check_indicator(row: &Indicator, score: &IndicatorEvaluation, found: &mut Vec<Finding>) {
    full_marks_without_actual(row, score, found);
    if row.deviation_reason.is_blank()
        && let Some(shortfall) = shortfall(row)
    {
        found.push(Finding {
            code: Code::C3,
            field: Field::Indicator(row.id, IndicatorField::DeviationReason),
            message: format!("{}{shortfall}，还没有写偏差原因。", own_name(row)),
            hint: "写清没有完成的原因，并写改进措施。".into(),
        });
    }
}

fn full_marks_without_actual(row: &Indicator, score: &IndicatorEvaluation, found: &mut Vec<Finding>) {
    let full = matches!((score.weight, score.score), (Ok(weight), Ok(score)) if score == weight);
    let Some(field) = blank_actual(row).filter(|_| full && row.scoring == Scoring::Manual) else {
        return;
    };
    found.push(Finding {
        code: Code::C1,
        field,
        message: format!("{}得了满分，却没有填实际完成情况。", own_name(row)),
        hint: "填实际完成值；没有数据的，不应得满分。".into(),
    });
}

/// The first place where an actual result should stand and does not.
fn blank_actual(row: &Indicator) -> Option<Field> {
    match row.nature {
        IndicatorNature::Qualitative => row
            .attainment
            .is_none()
            .then_some(Field::Indicator(row.id, IndicatorField::Attainment)),
        IndicatorNature::Quantitative => {
            let blank = row.measures.iter().find(|measure| measure.actual.is_blank());
            blank.map(|measure| Field::Measure(row.id, measure.id, MeasureField::Actual))
        }
    }
}

/// In which respect the indicator stays below its target.
fn shortfall(row: &Indicator) -> Option<String> {
    match row.nature {
        IndicatorNature::Qualitative => match row.attainment {
            Some(attainment @ (Attainment::PartlyAchieved | Attainment::NotAchieved)) => {
                Some(format!("“{}”", attainment.label()))
            }
            _ => None,
        },
        IndicatorNature::Quantitative => row.measures.iter().find_map(|measure| {
            let (target, actual) = (measure.target.value()?, measure.actual.value()?);
            let missed = !is_reached(measure.comparator, *target, *actual);
            let relation = match measure.comparator {
                Comparator::AtMost => "高于",
                Comparator::Exactly if target.decimal().is_zero() => "高于",
                Comparator::AtLeast | Comparator::Exactly => "低于",
            };
            let with_unit = |value: &Quantity| format!("{} {}", value.shown(), measure.unit).trim().to_owned();
            missed.then(|| format!("实际完成 {}，{relation}指标值 {}", with_unit(actual), with_unit(target)))
        }),
    }
}
