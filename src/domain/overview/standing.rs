//! 各部分得分: the score of each part and group against its weight.

use crate::domain::draft::draft::Draft;
use crate::domain::evaluation::derived::Derived;
use crate::domain::evaluation::evaluation::{Evaluation, IndicatorEvaluation};
use crate::domain::values::points::Points;
use crate::domain::values::rate::Rate;
use crate::domain::values::row::Id;

/// 一部分评分内容, and its groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartStanding {
    /// The part.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// 权重.
    pub weight: Derived<Points>,
    /// 得分.
    pub score: Derived<Points>,
    /// 二级指标 that have indicators, in the scheme's order.
    pub groups: Vec<GroupStanding>,
}

/// 一组指标.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupStanding {
    /// Its name.
    pub name: String,
    /// 权重 of its indicators; none where one is not known.
    pub weight: Option<Points>,
    /// 得分 of its indicators, the rounded scores added; none where one is not known.
    pub score: Option<Points>,
}

/// The parts in the scheme's order.
pub fn standings(draft: &Draft, evaluation: &Evaluation) -> Vec<PartStanding> {
    let rows: Vec<_> = draft.indicators.iter().zip(&evaluation.indicators).collect();
    let homes: Vec<Option<Id>> = rows
        .iter()
        .map(|(row, _)| {
            draft
                .scheme
                .home(row.place)
                .and_then(|(_, group)| group)
                .map(|group| group.id)
        })
        .collect();
    let parts = draft.scheme.parts.iter().zip(&evaluation.parts);
    parts
        .map(|(part, result)| {
            let groups = part.groups.iter().filter_map(|group| {
                let own: Vec<&IndicatorEvaluation> = homes
                    .iter()
                    .zip(&rows)
                    .filter(|(home, _)| **home == Some(group.id))
                    .map(|(_, (_, result))| *result)
                    .collect();
                (!own.is_empty()).then(|| GroupStanding {
                    name: group.name.clone(),
                    weight: own.iter().map(|row| row.weight.ok()).sum(),
                    score: own.iter().map(|row| row.score.ok()).sum(),
                })
            });
            PartStanding {
                id: part.id,
                name: part.name.clone(),
                weight: result.weight,
                score: result.score,
                groups: groups.collect(),
            }
        })
        .collect()
}

/// The share that a score is of its weight, within nothing and the whole; none where one of them is not known or the
/// weight is nothing.
pub fn share(score: Option<Points>, weight: Option<Points>) -> Option<Rate> {
    Rate::of(score?.decimal(), weight?.decimal()).map(Rate::capped)
}
