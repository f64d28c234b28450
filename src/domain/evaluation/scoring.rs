//! 计分: indicators with their weights, parts by their rules.

use rust_decimal::Decimal;

use crate::domain::draft::draft::Draft;
use crate::domain::draft::field::{
    CheckpointTargetField, Field, GroupField, IndicatorField, List, PartField, RuleOwner,
};
use crate::domain::scheme::indicator::{Indicator, IndicatorNature, Scoring};
use crate::domain::scheme::part::{CheckpointMethod, CheckpointTarget, Part, PartRule};
use crate::domain::scheme::scheme::{Scheme, Weighting};
use crate::domain::values::calendar::Month;
use crate::domain::values::points::Points;
use crate::domain::values::rate::Rate;
use crate::domain::values::row::Id;

use super::derived::{Cause, Derived, Gap, required, sum};
use super::evaluation::{Evaluation, IndicatorEvaluation, MoneyEvaluation, PartEvaluation};
use super::rule_points::rule_points;
use super::{completion, formula_value};

/// Scores all indicators; those that are the same as in the earlier draft keep their evaluation.
pub fn indicators(
    draft: &Draft,
    money: &MoneyEvaluation,
    before: Option<(&Draft, &Evaluation)>,
) -> Vec<IndicatorEvaluation> {
    let before = before.filter(|(earlier, _)| earlier.scheme.is_same(&draft.scheme));
    let kept = |place: usize, row: &Indicator| {
        let (earlier, evaluation) = before?;
        let same = earlier.indicators.get(place)?.is_same(draft.indicators.get(place)?);
        let follows = row.nature == IndicatorNature::Formula && row.formula.uses_draft();
        (same && !follows)
            .then(|| evaluation.indicators.get(place).copied())
            .flatten()
    };
    let rows = draft.indicators.iter().enumerate();
    rows.map(|(place, row)| kept(place, row).unwrap_or_else(|| indicator(row, draft, money)))
        .collect()
}

/// Scores one indicator.
pub fn indicator(row: &Indicator, draft: &Draft, money: &MoneyEvaluation) -> IndicatorEvaluation {
    let weight = indicator_weight(row, &draft.scheme);
    let by_rule = weight.and_then(|weight| completion::points(row, weight, draft, money));
    let score = match row.scoring {
        Scoring::ByRule => by_rule,
        Scoring::Manual => required(&row.manual_score, Field::Indicator(row.id, IndicatorField::ManualScore)),
    };
    let score = weight.and_then(|weight| Ok(score?.within(weight).rounded()));
    IndicatorEvaluation {
        id: row.id,
        weight,
        value: (row.nature == IndicatorNature::Formula).then(|| formula_value::ratio(row, draft, money)),
        by_rule,
        score,
    }
}

/// 权重 of an indicator in points. Written as a share, it is that percentage of its group, and the group
/// of its part; a group without a weight of its own leaves it to the part.
fn indicator_weight(row: &Indicator, scheme: &Scheme) -> Derived<Points> {
    let own = required(&row.weight, Field::Indicator(row.id, IndicatorField::Weight))?;
    if scheme.weighting == Weighting::Points {
        return Ok(own);
    }
    let none = Gap {
        field: Field::Rows(List::Parts),
        cause: Cause::Blank,
    };
    let (part, group) = scheme.home(row.place).ok_or(none)?;
    let mut weight = required(&part.weight, Field::Part(part.id, PartField::Weight))?;
    if let Some(group) = group.filter(|group| !group.weight.is_blank()) {
        let share = required(&group.weight, Field::Group(part.id, group.id, GroupField::Weight))?;
        weight = weight.times(Rate::from_percent(share.decimal()));
    }
    Ok(weight.times(Rate::from_percent(own.decimal())))
}

/// The part that each indicator counts in, as its place in the scheme. A blank row counts in none.
fn homes(draft: &Draft) -> Vec<Option<usize>> {
    let place_of = |id: Id| draft.scheme.parts.iter().position(|part| part.id == id);
    let first = draft.scheme.indicator_part().and_then(|part| place_of(part.id));
    let several = draft.scheme.indicator_parts().nth(1).is_some();
    let rows = draft.indicators.iter();
    rows.map(|row| match row.place {
        _ if row.is_blank() => None,
        Some(_) if several => draft.scheme.home(row.place).and_then(|(part, _)| place_of(part.id)),
        _ => first,
    })
    .collect()
}

/// Scores the parts of the scheme.
pub fn parts(draft: &Draft, money: &MoneyEvaluation, indicators: &[IndicatorEvaluation]) -> Vec<PartEvaluation> {
    let homes = homes(draft);
    let parts = draft.scheme.parts.iter().enumerate();
    parts
        .map(|(place, row)| {
            let own = || {
                let all = homes.iter().zip(indicators);
                all.filter(|(home, _)| **home == Some(place))
                    .map(|(_, indicator)| indicator)
            };
            let none = Gap {
                field: Field::Rows(List::Indicators),
                cause: Cause::Blank,
            };
            let weight = required(&row.weight, Field::Part(row.id, PartField::Weight));
            let exact = weight.and_then(|weight| match row.rule {
                PartRule::Progress => {
                    rule_points(&row.progress, RuleOwner::Part(row.id), weight, money.execution_rate?)
                }
                PartRule::Checkpoints => checkpoints(row, weight, draft, money),
                PartRule::ObjectiveShare => objectives(draft, weight),
                PartRule::IndicatorSum => sum(own().map(|indicator| indicator.score)).unwrap_or(Err(none)),
            });
            PartEvaluation {
                id: row.id,
                weight,
                indicators: own().count(),
                exact,
                score: weight.and_then(|weight| Ok(exact?.within(weight).rounded())),
            }
        })
        .collect()
}

/// 各月支出进度: at each month's target, or on the way to it.
fn checkpoints(part: &Part, weight: Points, draft: &Draft, money: &MoneyEvaluation) -> Derived<Points> {
    let none = Gap {
        field: Field::Rows(List::CheckpointTargets(part.id)),
        cause: Cause::Blank,
    };
    let scores = part.checkpoints.targets.iter().map(|row| {
        let share = checkpoint_share(part, row, draft, money)?;
        let full = match part.checkpoints.method {
            CheckpointMethod::Mean => return Ok(weight.times(share)),
            CheckpointMethod::Each | CheckpointMethod::EachProportional => required(
                &row.points,
                Field::CheckpointTarget(part.id, row.id, CheckpointTargetField::Points),
            )?,
        };
        Ok(match part.checkpoints.method {
            CheckpointMethod::Each if share < Rate::FULL => Points::ZERO,
            _ => full.times(share),
        })
    });
    let total = sum(scores).unwrap_or(Err(none))?;
    Ok(match part.checkpoints.method {
        CheckpointMethod::Mean => {
            let count = Decimal::from(part.checkpoints.targets.len());
            Points::new(total.decimal().checked_div(count).unwrap_or_default())
        }
        CheckpointMethod::Each | CheckpointMethod::EachProportional => total,
    })
}

/// How far the spending of a month reached its target, capped.
pub fn checkpoint_share(part: &Part, row: &CheckpointTarget, draft: &Draft, money: &MoneyEvaluation) -> Derived<Rate> {
    let field = |what| Field::CheckpointTarget(part.id, row.id, what);
    let month = required(&row.month, field(CheckpointTargetField::Month))?;
    let target = required(&row.target, field(CheckpointTargetField::Target))?;
    let progress = progress_at(month, draft, money)?;
    // A target of zero is reached whatever was spent.
    Ok(Rate::of(progress.decimal(), target.decimal()).map_or(Rate::FULL, Rate::capped))
}

/// 支出进度 at the end of a month: of December the year's execution rate, else the checkpoint of 运行监控.
pub fn progress_at(month: Month, draft: &Draft, money: &MoneyEvaluation) -> Derived<Rate> {
    if month.get() == 12 {
        return money.execution_rate;
    }
    let rows = draft.monitoring.checkpoints.iter().zip(&money.checkpoints);
    let mut found = rows.filter(|(row, _)| row.month.value() == Some(&month));
    let none = Gap {
        field: Field::Rows(List::Checkpoints),
        cause: Cause::Blank,
    };
    found.next().map_or(Err(none), |(_, result)| result.spending_progress)
}

/// 年度目标: the stated score, or the weight times the mean achieved share.
fn objectives(draft: &Draft, weight: Points) -> Derived<Points> {
    if !draft.objectives.stated_score.is_blank() {
        return required(&draft.objectives.stated_score, Field::ObjectiveScore);
    }
    let items: Vec<_> = draft.objectives.items.iter().filter(|row| !row.is_blank()).collect();
    let mut shares = Decimal::ZERO;
    for item in &items {
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
