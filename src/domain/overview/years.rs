//! 两年对照: last year's money, as far as it came along, beside this year's.

use crate::domain::draft::budget::Column;
use crate::domain::draft::draft::Draft;
use crate::domain::evaluation::evaluation::Evaluation;
use crate::domain::values::amount::Amount;
use crate::domain::values::input::Choice;
use crate::domain::values::rate::Rate;

/// One figure in two years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TwoYears {
    /// Which column of money.
    pub column: Column,
    /// 去年; none where it is not known.
    pub before: Option<Amount>,
    /// 今年.
    pub now: Option<Amount>,
    /// 增减率: the change as a share of last year; none where one is not known or last year's is nothing.
    pub change: Option<Rate>,
}

/// 去年和今年 of money, and 执行率 of both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Years {
    /// Column by column.
    pub money: Vec<TwoYears>,
    /// 执行率 of last year.
    pub rate_before: Option<Rate>,
    /// 执行率 of this year.
    pub rate_now: Option<Rate>,
}

/// Both years side by side; none where last year's money did not come along.
pub fn years(draft: &Draft, evaluation: &Evaluation) -> Option<Years> {
    let budget = &draft.budget;
    let money = |column: &Column| {
        let before = budget.previous_total(*column);
        let now = evaluation.money.totals.get(*column).value.ok();
        let change = now
            .zip(before)
            .and_then(|(now, before)| Rate::of_amounts(now - before, before));
        TwoYears {
            column: *column,
            before,
            now,
            change,
        }
    };
    let spent = budget.previous_total(Column::Executed);
    let planned = budget.previous_total(Column::Adjusted);
    budget.has_previous().then(|| Years {
        money: Column::ALL.iter().map(money).collect(),
        rate_before: spent
            .zip(planned)
            .and_then(|(spent, planned)| Rate::of_amounts(spent, planned)),
        rate_now: evaluation.money.execution_rate.ok(),
    })
}
