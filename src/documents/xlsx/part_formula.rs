//! The score of a part of the scheme as a formula.

use crate::domain::draft::draft::Draft;
use crate::domain::scheme::part::{CheckpointMethod, Part, PartRule};
use crate::domain::values::points::Points;

use crate::documents::workbooks::number;

use super::money_figures::Places;
use super::score_formula::{points, progress_share};

/// The score of a part, rounded, from its weight's cell; none where a formula cannot say it. `sum` is the
/// cell with the sum of the part's indicators.
pub fn part(part: &Part, weight: &str, sum: Option<&str>, draft: &Draft, money: &Places) -> Option<String> {
    let held = |points: &&Points| **points >= Points::ZERO && number::is_held(points.decimal());
    part.weight.value().filter(held)?;
    let exact = match part.rule {
        PartRule::IndicatorSum => format!("MAX(0,MIN({weight},{}))", sum?),
        PartRule::Progress => points(&part.progress, weight, &money.exact_execution_rate()?)?,
        PartRule::ObjectiveShare => objectives(weight, draft)?,
        PartRule::Checkpoints => checkpoints(part, weight, draft, money)?,
    };
    Some(format!("ROUND({exact},2)"))
}

fn objectives(weight: &str, draft: &Draft) -> Option<String> {
    if !crate::domain::values::input::Input::is_blank(&draft.objectives.stated_score) {
        let stated = draft.objectives.stated_score.value()?.decimal();
        return Some(format!("MAX(0,MIN({weight},{stated}))"));
    }
    let items = draft.objectives.items.iter();
    let shares = items.map(|item| item.achieved.value().map(|share| share.capped().decimal().to_string()));
    let shares: Vec<String> = shares.collect::<Option<_>>()?;
    let short = !shares.is_empty() && shares.len() <= 200;
    short.then(|| format!("{weight}*({})/{}", shares.join("+"), shares.len()))
}

fn checkpoints(part: &Part, weight: &str, draft: &Draft, money: &Places) -> Option<String> {
    let method = part.checkpoints.method;
    let terms = part.checkpoints.targets.iter().map(|row| {
        let month = row.month.value()?;
        let progress = match month.get() {
            12 => money.exact_execution_rate()?,
            _ => {
                let rows = &draft.monitoring.checkpoints;
                money.exact_progress(rows.iter().position(|row| row.month.value() == Some(month))?)?
            }
        };
        let share = progress_share(&progress, *row.target.value()?);
        let full = row.points.value().map(|points| points.decimal());
        Some(match method {
            CheckpointMethod::Mean => share,
            CheckpointMethod::Each => format!("IF(ROUND({share},10)>=1,{},0)", full?),
            CheckpointMethod::EachProportional => format!("{}*{share}", full?),
        })
    });
    let terms: Vec<String> = terms.collect::<Option<_>>()?;
    let sum = terms.join("+");
    match method {
        _ if terms.is_empty() => None,
        CheckpointMethod::Mean => Some(format!("{weight}*({sum})/{}", terms.len())),
        CheckpointMethod::Each | CheckpointMethod::EachProportional => Some(format!("MAX(0,MIN({weight},{sum}))")),
    }
}
