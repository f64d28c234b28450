//! 计分: indicators by their measures, parts by their rules.

use rust_decimal::Decimal;

use super::draft::Draft;
use super::evaluation::{Cause, Derived, Evaluation, Gap, IndicatorEvaluation, MoneyEvaluation, PartEvaluation, sum};
use super::field::{Field, IndicatorField, List, MeasureField};
use super::indicator::{Attainment, Comparator, Indicator, IndicatorNature, Measure, Scoring};
use super::money::required;
use super::points::Points;
use super::quantity::Quantity;
use super::rate::Rate;
use super::scheme::{ExcessRule, Part, Scheme, ScoringRule};

/// Scores all indicators; those that are the same as in the earlier draft keep their evaluation.
pub fn indicators(draft: &Draft, before: Option<(&Draft, &Evaluation)>) -> Vec<IndicatorEvaluation> {
    let before = before.filter(|(earlier, _)| earlier.scheme.is_same(&draft.scheme));
    let kept = |place: usize| {
        let (earlier, evaluation) = before?;
        let same = earlier.indicators.get(place)?.is_same(draft.indicators.get(place)?);
        same.then(|| evaluation.indicators.get(place).copied()).flatten()
    };
    let rows = draft.indicators.iter().enumerate();
    rows.map(|(place, row)| kept(place).unwrap_or_else(|| indicator(row, &draft.scheme)))
        .collect()
}

/// Scores one indicator.
pub fn indicator(row: &Indicator, scheme: &Scheme) -> IndicatorEvaluation {
    let field = |part| Field::Indicator(row.id, part);
    let weight = required(&row.weight, field(IndicatorField::Weight));
    let by_rule = weight.and_then(|weight| Ok(weight.times(share(row, scheme)?)));
    let score = match row.scoring {
        Scoring::ByRule => by_rule,
        Scoring::Manual => required(&row.manual_score, field(IndicatorField::ManualScore)),
    };
    let score = weight.and_then(|weight| Ok(score?.within(weight).rounded()));
    IndicatorEvaluation {
        id: row.id,
        weight,
        by_rule,
        score,
    }
}

/// 完成率, uncapped: actual ÷ target, or target ÷ actual where less is better.
pub fn completion_rate(indicator: &Indicator, measure: &Measure) -> Derived<Rate> {
    let field = |part| Field::Measure(indicator.id, measure.id, part);
    let (target, actual) = target_and_actual(indicator, measure)?;
    let zero = |part| Gap {
        field: field(part),
        cause: Cause::ZeroBase,
    };
    match measure.comparator {
        Comparator::AtMost => Rate::of(target, actual).ok_or(zero(MeasureField::Actual)),
        Comparator::AtLeast | Comparator::Exactly => Rate::of(actual, target).ok_or(zero(MeasureField::Target)),
    }
}

/// Whether the actual value reaches the target.
pub fn is_reached(comparator: Comparator, target: Quantity, actual: Quantity) -> bool {
    match comparator {
        // A count above an exact target has reached it; an exact target of zero must not be exceeded.
        Comparator::Exactly if target.decimal().is_zero() => actual.decimal() <= Decimal::ZERO,
        Comparator::Exactly | Comparator::AtLeast => actual >= target,
        Comparator::AtMost => actual <= target,
    }
}

/// The achieved share of an indicator: the mean over its measures, or the coefficient of its band.
fn share(row: &Indicator, scheme: &Scheme) -> Derived<Rate> {
    match row.nature {
        IndicatorNature::Qualitative => qualitative_share(row, scheme),
        IndicatorNature::Quantitative => {
            let mut shares = Decimal::ZERO;
            for measure in &row.measures {
                shares += measure_share(row, measure, scheme)?.decimal();
            }
            let count = Decimal::from(row.measures.len());
            let none = Gap {
                field: Field::Rows(List::Measures(row.id)),
                cause: Cause::Blank,
            };
            Rate::of(shares, count).ok_or(none)
        }
    }
}

/// The coefficient that the user chose; where 达成 and nothing chosen, the whole.
fn qualitative_share(row: &Indicator, scheme: &Scheme) -> Derived<Rate> {
    let field = |part| Field::Indicator(row.id, part);
    let none = Gap {
        field: field(IndicatorField::Attainment),
        cause: Cause::Blank,
    };
    let attainment = row.attainment.ok_or(none)?;
    if attainment == Attainment::Achieved && row.coefficient.is_blank() {
        return Ok(Rate::FULL);
    }
    let coefficient = required(&row.coefficient, field(IndicatorField::Coefficient))?;
    let upper = scheme
        .attainment_bounds(attainment)
        .map_or(Rate::FULL, |(_, upper)| upper);
    Ok(coefficient.min(upper).capped())
}

/// The capped share of one measure.
pub fn measure_share(row: &Indicator, measure: &Measure, scheme: &Scheme) -> Derived<Rate> {
    let field = |part| Field::Measure(row.id, measure.id, part);
    let target = required(&measure.target, field(MeasureField::Target))?;
    let actual = required(&measure.actual, field(MeasureField::Actual))?;
    if is_reached(measure.comparator, target, actual) {
        return Ok(Rate::FULL);
    }
    let (target, actual) = (target.decimal(), actual.decimal().max(Decimal::ZERO));
    let share = match measure.comparator {
        Comparator::AtLeast | Comparator::Exactly => Rate::of(actual, target),
        Comparator::AtMost => match scheme.excess {
            Some(ExcessRule::Deduction) => Rate::of(target - (actual - target), target),
            Some(ExcessRule::Inverse) | None => Rate::of(target, actual),
        },
    };
    // Only a target of zero has no ratio, and a missed target of zero has earned nothing.
    Ok(share.map_or(Rate::NONE, Rate::capped))
}

fn target_and_actual(row: &Indicator, measure: &Measure) -> Derived<(Decimal, Decimal)> {
    let field = |part| Field::Measure(row.id, measure.id, part);
    let target = required(&measure.target, field(MeasureField::Target))?;
    let actual = required(&measure.actual, field(MeasureField::Actual))?;
    Ok((target.decimal(), actual.decimal()))
}

/// Scores the parts of the scheme.
pub fn parts(draft: &Draft, money: &MoneyEvaluation, indicators: &[IndicatorEvaluation]) -> Vec<PartEvaluation> {
    draft
        .scheme
        .parts
        .iter()
        .map(|row| part(row, draft, money, indicators))
        .collect()
}

fn part(row: &Part, draft: &Draft, money: &MoneyEvaluation, indicators: &[IndicatorEvaluation]) -> PartEvaluation {
    let weight = required(&row.weight, Field::PartWeight(row.id));
    let exact = weight.and_then(|weight| match row.rule {
        ScoringRule::LinearProgress => Ok(weight.times(money.execution_rate?.capped())),
        ScoringRule::ObjectiveShare => objectives(draft, weight),
        ScoringRule::IndicatorSum => sum(indicators.iter().map(|indicator| indicator.score)).unwrap_or(Err(Gap {
            field: Field::Rows(List::Indicators),
            cause: Cause::Blank,
        })),
    });
    let score = weight.and_then(|weight| Ok(exact?.within(weight).rounded()));
    PartEvaluation {
        id: row.id,
        weight,
        exact,
        score,
    }
}

/// 年度目标: the stated score, or the weight times the mean achieved share.
fn objectives(draft: &Draft, weight: Points) -> Derived<Points> {
    if !draft.objectives.stated_score.is_blank() {
        return required(&draft.objectives.stated_score, Field::ObjectiveScore);
    }
    let items = &draft.objectives.items;
    let mut shares = Decimal::ZERO;
    for item in items {
        shares += required(&item.achieved, Field::ObjectiveAchieved(item.id))?
            .capped()
            .decimal();
    }
    let none = Gap {
        field: Field::Rows(List::Objectives),
        cause: Cause::Blank,
    };
    Rate::of(shares, Decimal::from(items.len()))
        .map(|mean| weight.times(mean))
        .ok_or(none)
}
