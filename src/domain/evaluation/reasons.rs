//! 需要说明的原因: which figures have crossed a limit of the scheme, so that a reason is asked for.

use crate::domain::draft::budget::{Column, Fund};
use crate::domain::draft::draft::Draft;
use crate::domain::values::rate::Rate;

use super::derived::Cause;
use super::evaluation::{Evaluation, FundEvaluation};

/// A figure beyond its limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Beyond {
    /// The figure.
    pub rate: Rate,
    /// The limit.
    pub limit: Rate,
}

/// A source that was spent far from its budget.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FarFromBudget {
    /// 执行数 as a share of `base`, and the limit.
    pub beyond: Beyond,
    /// 调整预算数, or 年初预算数 where the adjusted budget is not split by source.
    pub base: Column,
    /// Whether too little was spent rather than more than the initial budget, which additions within the
    /// year may explain.
    pub is_low: bool,
}

/// 预算调整率 beyond the limit, either way; none where one of the two is not known.
pub fn adjustment(draft: &Draft, evaluation: &Evaluation) -> Option<Beyond> {
    let rate = evaluation.money.adjustment_rate.ok()?;
    let limit = *draft.scheme.limits.adjustment.value()?;
    (rate.decimal().abs() > limit.decimal()).then_some(Beyond { rate, limit })
}

/// 执行率 below the limit; none where one of the two is not known.
pub fn execution(draft: &Draft, evaluation: &Evaluation) -> Option<Beyond> {
    let rate = evaluation.money.execution_rate.ok()?;
    let limit = *draft.scheme.limits.execution.value()?;
    (rate < limit).then_some(Beyond { rate, limit })
}

/// A source's execution far from its budget; none where it is near, or not known.
pub fn source(draft: &Draft, rates: &FundEvaluation) -> Option<FarFromBudget> {
    let limits = &draft.scheme.limits;
    let (rate, base) = match (rates.execution_rate, rates.rate_of_initial) {
        (Ok(rate), _) => (rate, Column::Adjusted),
        // Where the adjusted budget is nothing, all was taken away, and nothing could be spent.
        (Err(gap), Ok(rate)) if gap.cause != Cause::ZeroBase => (rate, Column::Initial),
        _ => return None,
    };
    let found = |limit, is_low| FarFromBudget {
        beyond: Beyond { rate, limit },
        base,
        is_low,
    };
    let low = limits.source_low.value().filter(|limit| rate < **limit);
    let high = limits
        .source_high
        .value()
        .filter(|limit| base == Column::Initial && rate >= **limit);
    low.map(|limit| found(*limit, true))
        .or_else(|| high.map(|limit| found(*limit, false)))
}

/// The sources whose reason is asked for, or written already.
pub fn sources<'a>(
    draft: &'a Draft,
    evaluation: &'a Evaluation,
) -> impl Iterator<Item = (&'a Fund, Option<FarFromBudget>)> {
    let rows = draft.budget.funds.iter().zip(&evaluation.money.funds);
    rows.map(|(fund, rates)| (fund, source(draft, rates)))
        .filter(|(fund, far)| far.is_some() || !fund.reason.trim().is_empty())
}
