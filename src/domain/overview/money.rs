//! 预算与执行: the budget of each source against what was spent, on one scale.

use crate::domain::draft::budget::Column;
use crate::domain::draft::draft::Draft;
use crate::domain::evaluation::evaluation::Evaluation;
use crate::domain::values::amount::Amount;
use crate::domain::values::rate::Rate;
use crate::domain::values::row::Id;

/// 一项资金来源.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceMoney {
    /// The source's row.
    pub id: Id,
    /// How the office calls it.
    pub name: String,
    /// 调整预算数, or 年初预算数 where the adjusted budget is not split by source; none where neither is known.
    pub budget: Option<Amount>,
    /// 执行数.
    pub executed: Option<Amount>,
    /// 执行率, of the same budget.
    pub rate: Option<Rate>,
    /// How far the budget reaches on the common scale.
    pub budget_reach: Rate,
    /// How far the money spent reaches on it.
    pub executed_reach: Rate,
}

/// The sources with any money, in the draft's order. The largest amount among them is the whole scale.
pub fn sources(draft: &Draft, evaluation: &Evaluation) -> Vec<SourceMoney> {
    let rows = draft.budget.funds.iter().zip(&evaluation.money.funds);
    let mut all: Vec<SourceMoney> = rows
        .map(|(fund, rates)| {
            let typed = |column| fund.amounts.get(column).value().copied();
            let adjusted = typed(Column::Adjusted);
            SourceMoney {
                id: fund.id,
                name: fund.label().to_owned(),
                budget: adjusted.or(typed(Column::Initial)),
                executed: typed(Column::Executed),
                rate: match adjusted {
                    Some(_) => rates.execution_rate.ok(),
                    None => rates.rate_of_initial.ok(),
                },
                budget_reach: Rate::NONE,
                executed_reach: Rate::NONE,
            }
        })
        .filter(|source| {
            let is_any = |amount: Option<Amount>| amount.is_some_and(|amount| amount != Amount::ZERO);
            is_any(source.budget) || is_any(source.executed)
        })
        .collect();
    let amounts = all.iter().flat_map(|source| [source.budget, source.executed]).flatten();
    let Some(largest) = amounts.max() else { return all };
    let reach = |amount: Option<Amount>| {
        let share = amount.and_then(|amount| Rate::of_amounts(amount, largest));
        share.unwrap_or_default().capped()
    };
    for source in &mut all {
        source.budget_reach = reach(source.budget);
        source.executed_reach = reach(source.executed);
    }
    all
}
