//! 扣分的指标: which indicators lost points, what was asked and reached, and the reason that is written.

use std::cmp::Reverse;

use crate::domain::draft::draft::Draft;
use crate::domain::draft::names;
use crate::domain::evaluation::evaluation::Evaluation;
use crate::domain::explanation::attained::{actuals, targets};
use crate::domain::values::points::Points;
use crate::domain::values::row::Id;

/// 一项扣分的指标.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lost {
    /// The indicator.
    pub id: Id,
    /// Its name, or its number while it has none.
    pub name: String,
    /// 扣分.
    pub points: Points,
    /// 权重.
    pub weight: Points,
    /// 得分.
    pub score: Points,
    /// 指标值, as far as they are written.
    pub targets: Vec<String>,
    /// 实际完成值, as far as they are written.
    pub actuals: Vec<String>,
    /// 偏差原因; none while it is not written.
    pub reason: Option<String>,
}

/// The indicators that lost points, the most first; of those that lost the same, in the draft's order.
pub fn lost(draft: &Draft, evaluation: &Evaluation) -> Vec<Lost> {
    let rows = draft.indicators.iter().zip(&evaluation.indicators).enumerate();
    let mut all: Vec<Lost> = rows
        .filter_map(|(place, (row, result))| {
            let reason = row.deviation_reason.trim();
            Some(Lost {
                id: row.id,
                name: names::numbered_name(place, &row.name),
                points: result.lost()?,
                weight: result.weight.ok()?,
                score: result.score.ok()?,
                targets: targets(row).into_iter().flatten().collect(),
                actuals: actuals(row, result.value).into_iter().flatten().collect(),
                reason: (!reason.is_empty()).then(|| reason.to_owned()),
            })
        })
        .collect();
    all.sort_by_key(|one| Reverse(one.points));
    all
}
