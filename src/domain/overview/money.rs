//! 预算与执行: the budget of each source against what was spent, on one scale.

use crate::domain::draft::budget::Column;
use crate::domain::draft::draft::Draft;
use crate::domain::evaluation::evaluation::Evaluation;
use crate::domain::values::amount::Amount;
use crate::domain::values::rate::Rate;
use crate::domain::values::row::Id;

/// 各资金来源, all held against the same kind of budget, so that the column adds up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sources {
    /// The budget that is meant: 调整预算数, or 年初预算数 where the adjusted budget is not split by source.
    pub base: Column,
    /// The sources with any money, in the draft's order.
    pub rows: Vec<SourceMoney>,
    /// 合计 of the budget; none where it is not known.
    pub budget: Option<Amount>,
    /// 合计 of 执行数; none where it is not known.
    pub executed: Option<Amount>,
    /// 执行数 as a share of the budget that is meant.
    pub rate: Option<Rate>,
}

/// 一项资金来源.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceMoney {
    /// The source's row.
    pub id: Id,
    /// How the office calls it.
    pub name: String,
    /// The budget that is meant; none where it is not filled in.
    pub budget: Option<Amount>,
    /// 执行数.
    pub executed: Option<Amount>,
    /// 执行数 as a share of that budget; none where one is not known or the budget is nothing.
    pub rate: Option<Rate>,
    /// How far the budget reaches on the common scale.
    pub budget_reach: Rate,
    /// How far the money spent reaches on it.
    pub executed_reach: Rate,
}

/// The sources of a draft. The largest amount among them is the whole scale.
pub fn sources(draft: &Draft, evaluation: &Evaluation) -> Sources {
    let funds = || draft.budget.funds.iter().filter(|fund| !fund.amounts.is_blank());
    let is_split = funds().all(|fund| fund.amounts.get(Column::Adjusted).value().is_some());
    let base = if is_split { Column::Adjusted } else { Column::Initial };
    let share = |executed: Option<Amount>, budget: Option<Amount>| Rate::of_amounts(executed?, budget?);
    let is_any = |amount: Option<Amount>| amount.is_some_and(|amount| amount != Amount::ZERO);
    let mut rows: Vec<SourceMoney> = funds()
        .map(|fund| {
            let typed = |column| fund.amounts.get(column).value().copied();
            let (budget, executed) = (typed(base), typed(Column::Executed));
            SourceMoney {
                id: fund.id,
                name: fund.label().to_owned(),
                budget,
                executed,
                rate: share(executed, budget),
                budget_reach: Rate::NONE,
                executed_reach: Rate::NONE,
            }
        })
        .filter(|source| is_any(source.budget) || is_any(source.executed))
        .collect();
    let amounts = rows
        .iter()
        .flat_map(|source| [source.budget, source.executed])
        .flatten();
    let largest = amounts.max().unwrap_or(Amount::ZERO);
    let reach = |amount: Option<Amount>| share(amount, Some(largest)).unwrap_or_default().capped();
    for source in &mut rows {
        source.budget_reach = reach(source.budget);
        source.executed_reach = reach(source.executed);
    }
    let total = |column| evaluation.money.totals.get(column).value.ok();
    let (budget, executed) = (total(base), total(Column::Executed));
    Sources {
        base,
        rows,
        budget,
        executed,
        rate: share(executed, budget),
    }
}
