//! C 证据: whether actual values bear out the scores.

use crate::domain::checks::context::of_row::OfRow;
use crate::domain::checks::finding::excerpt::own_name;
use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::draft::field::{Field, IndicatorField, ItemField, MeasureField, TermField};
use crate::domain::evaluation::completion::{completion_rate, is_reached};
use crate::domain::evaluation::evaluation::IndicatorEvaluation;
use crate::domain::scheme::formula::{TermPlace, TermSource};
use crate::domain::scheme::indicator::{
    Answer, Attainment, Indicator, IndicatorNature, Item, Measure, Scoring, target_text,
};
use crate::domain::scheme::scheme::Scheme;
use crate::domain::values::comparator::Comparator;
use crate::domain::values::input::Choice;
use crate::domain::values::input::Input;
use crate::domain::values::input::Value;
use crate::domain::values::quantity::Quantity;

use crate::domain::checks::context::result_in_words::ResultInWords;

/// Finds C1, C3, C4 and C5 of one indicator.
pub fn check_indicator(of: &OfRow<'_>, found: &mut Vec<Finding>) {
    let OfRow {
        row,
        score,
        scheme,
        words,
        ..
    } = *of;
    over_achievement(row, scheme, found);
    full_marks_without_actual(row, words, score, found);
    lost_without_reason(row, score, found);
    if row.deviation_reason.is_blank()
        && let Some(shortfall) = shortfall(row, score)
    {
        found.push(Finding::new(
            Code::C3,
            Field::Indicator(row.id, IndicatorField::DeviationReason),
            format!("{}{shortfall}，还没有写偏差原因。", own_name(row)),
            "写清没有完成的原因，并写改进措施。",
        ));
    }
}

/// A result far beyond its target says that the target was set too low, unless a reason is given.
fn over_achievement(row: &Indicator, scheme: &Scheme, found: &mut Vec<Finding>) {
    let Some(limit) = scheme.limits.over_achievement.value() else {
        return;
    };
    if row.nature != IndicatorNature::Quantitative || !row.deviation_reason.is_blank() {
        return;
    }
    let far = row.measures.iter().find_map(|measure| {
        if matches!(measure.comparator, Comparator::AtMost | Comparator::Between) {
            return None;
        }
        let rate = completion_rate(row, measure, scheme).ok()?;
        (rate >= *limit).then_some(rate)
    });
    if let Some(rate) = far {
        found.push(Finding::new(
            Code::C5,
            Field::Indicator(row.id, IndicatorField::DeviationReason),
            format!(
                "{}完成率 {}，达到 {} 以上，还没有说明原因。",
                own_name(row),
                rate.printed_percent(),
                limit.trimmed_percent()
            ),
            "说明为什么大幅超额；指标值定低了的，写明下年怎样调整。",
        ));
    }
}

/// C4: the target was reached, and yet points were taken off without a word.
fn lost_without_reason(row: &Indicator, score: &IndicatorEvaluation, found: &mut Vec<Finding>) {
    let (Ok(weight), Ok(points)) = (score.weight, score.score) else {
        return;
    };
    let reached = match row.nature {
        IndicatorNature::Qualitative => row.attainment == Some(Attainment::Achieved),
        IndicatorNature::Quantitative => {
            !row.measures.is_empty()
                && row
                    .measures
                    .iter()
                    .all(|measure| match (measure.target.value(), measure.actual.value()) {
                        (Some(target), Some(actual)) => is_reached(measure, *target, *actual),
                        _ => false,
                    })
        }
        IndicatorNature::Formula | IndicatorNature::Checklist | IndicatorNature::Deductions => false,
    };
    let explained =
        !row.deviation_reason.is_blank() || (row.scoring == Scoring::Manual && !row.manual_reason.is_blank());
    if reached && points < weight.rounded() && !explained {
        let field = match row.scoring {
            Scoring::Manual => IndicatorField::ManualReason,
            Scoring::ByRule => IndicatorField::DeviationReason,
        };
        found.push(Finding::new(
            Code::C4,
            Field::Indicator(row.id, field),
            format!(
                "{}达到了目标，却只得 {} 分（权重 {}），没有说明为什么扣分。",
                own_name(row),
                points.printed(),
                weight.printed()
            ),
            "写清扣分的理由；没有理由的，改成满分。",
        ));
    }
}

fn full_marks_without_actual(
    row: &Indicator,
    words: &ResultInWords<'_>,
    score: &IndicatorEvaluation,
    found: &mut Vec<Finding>,
) {
    let full = matches!((score.weight, score.score), (Ok(weight), Ok(score)) if score == weight.rounded());
    let Some(field) = Some(row)
        .filter(|row| full && row.scoring == Scoring::Manual && !row.has_points_only())
        .and_then(|row| blank_actual(row, words))
    else {
        return;
    };
    found.push(Finding::new(
        Code::C1,
        field,
        format!("{}得了满分，却没有填实际完成情况。", own_name(row)),
        "填实际完成值；没有数据的，不应得满分。",
    ));
}

/// The first place where an actual result should stand and does not. What 实现情况分析 says in words counts.
fn blank_actual(row: &Indicator, words: &ResultInWords<'_>) -> Option<Field> {
    match row.nature {
        IndicatorNature::Qualitative => (row.attainment.is_none() && words.text().is_empty())
            .then_some(Field::Indicator(row.id, IndicatorField::Attainment)),
        IndicatorNature::Quantitative => {
            let is_blank = |measure: &&Measure| measure.actual.is_blank() && !words.states_value(measure);
            let blank = row.measures.iter().find(is_blank).filter(|_| !words.answers_goal());
            blank.map(|measure| Field::Measure(row.id, measure.id, MeasureField::Actual))
        }
        IndicatorNature::Formula => [TermPlace::Numerator, TermPlace::Denominator]
            .into_iter()
            .find_map(|place| {
                let term = row.formula.term(place);
                let blank = term.source == TermSource::Own && term.value.is_blank();
                blank.then_some(Field::Indicator(row.id, IndicatorField::Term(place, TermField::Value)))
            }),
        IndicatorNature::Checklist => {
            let blank = row.items.iter().find(|item| item.answer.is_none());
            blank.map(|item| Field::Item(row.id, item.id, ItemField::Answer))
        }
        IndicatorNature::Deductions => {
            let blank = row.items.iter().find(|item| item.times.is_blank());
            blank.map(|item| Field::Item(row.id, item.id, ItemField::Times))
        }
    }
}

/// In which respect the indicator stays below its target.
fn shortfall(row: &Indicator, score: &IndicatorEvaluation) -> Option<String> {
    match row.nature {
        IndicatorNature::Qualitative => match row.attainment {
            Some(attainment @ (Attainment::PartlyAchieved | Attainment::NotAchieved)) => {
                Some(format!("“{}”", attainment.label()))
            }
            _ => None,
        },
        IndicatorNature::Quantitative => row.measures.iter().find_map(|measure| {
            let (target, actual) = (measure.target.value()?, measure.actual.value()?);
            let missed = !is_reached(measure, *target, *actual);
            let with_unit = |value: &Quantity| measure.in_unit(&value.shown());
            let relation = match measure.comparator {
                Comparator::AtMost => format!("高于指标值 {}", with_unit(target)),
                Comparator::Exactly if target.decimal().is_zero() => format!("高于指标值 {}", with_unit(target)),
                Comparator::AtLeast | Comparator::Exactly => format!("低于指标值 {}", with_unit(target)),
                Comparator::Between => format!("不在 {} 之内", target_text(measure)),
            };
            missed.then(|| format!("实际完成 {}，{relation}", with_unit(actual)))
        }),
        IndicatorNature::Formula => {
            let (value, weight, points) = (score.value?.ok()?, score.weight.ok()?, score.by_rule.ok()?);
            (points < weight).then(|| {
                let points = points.rounded().printed();
                format!("实际 {}，按规则得 {points} 分，没有得满分", value.printed_percent())
            })
        }
        IndicatorNature::Checklist => {
            let missed = row
                .items
                .iter()
                .filter(|item| item.answer == Some(Answer::NotMet))
                .count();
            (missed > 0).then(|| format!("有 {missed} 个要点没做到"))
        }
        IndicatorNature::Deductions => {
            let happened = |item: &&Item| item.times.value().is_some_and(|times| !times.decimal().is_zero());
            let count = row.items.iter().filter(happened).count();
            (count > 0).then(|| format!("有 {count} 项扣分"))
        }
    }
}
