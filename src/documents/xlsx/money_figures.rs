//! The figures that follow from money, and where they stand in 资金收支, for formulas there and elsewhere.

use rust_decimal::Decimal;

use crate::domain::draft::budget::{Column, Columns};
use crate::domain::evaluation::derived::Derived;
use crate::domain::evaluation::evaluation::Evaluation;
use crate::domain::values::amount::Amount;
use crate::domain::values::rate::Rate;
use crate::domain::values::rounding;

use super::address::{Area, Row};
use super::look::Look;

/// The name of the sheet.
pub const NAME: &str = "资金收支";

/// Where figures stand that other sheets refer to.
pub struct Places {
    /// The row of the totals.
    pub totals: Totals,
    /// The first row of the figures below the table.
    pub first_below: u32,
    /// 监控节点.
    pub checkpoints: Vec<Row>,
}

/// The row of the totals.
#[derive(Clone, Copy)]
pub struct Totals {
    /// The row.
    pub row: Row,
    /// Whether the total of a column is a number that formulas can compute with.
    pub held: Columns<bool>,
}

impl Totals {
    /// The cell of a column, where formulas can compute with it.
    pub fn cell(&self, column: Column) -> Option<Area> {
        self.held.get(column).then(|| self.row.at(sheet_column(column)))
    }
}

/// The figures below the table, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Below {
    /// 执行率.
    ExecutionRate,
    /// 预算调整数.
    Adjustment,
    /// 预算调整率.
    AdjustmentRate,
    /// 结转结余.
    Unspent,
    /// 结转结余率.
    UnspentRate,
}

impl Below {
    /// All of them.
    pub const ALL: [Below; 5] = [
        Below::ExecutionRate,
        Below::Adjustment,
        Below::AdjustmentRate,
        Below::Unspent,
        Below::UnspentRate,
    ];

    /// What it is called, and how it is found.
    pub fn words(self) -> (&'static str, &'static str) {
        match self {
            Below::ExecutionRate => ("执行率", "执行数 ÷ 调整预算数"),
            Below::Adjustment => ("预算调整数", "调整预算数 − 年初预算数"),
            Below::AdjustmentRate => ("预算调整率", "预算调整数 ÷ 年初预算数"),
            Below::Unspent => ("结转结余", "调整预算数 − 执行数"),
            Below::UnspentRate => ("结转结余率", "结转结余 ÷ 调整预算数"),
        }
    }

    /// Its value as the cell shows it.
    pub fn value(self, evaluation: &Evaluation) -> Derived<Decimal> {
        let money = &evaluation.money;
        match self {
            Below::ExecutionRate => money.execution_rate.map(shown_rate),
            Below::Adjustment => money.adjustment.map(Amount::decimal),
            Below::AdjustmentRate => money.adjustment_rate.map(shown_rate),
            Below::Unspent => money.unspent.map(Amount::decimal),
            Below::UnspentRate => money.unspent_rate.map(shown_rate),
        }
    }

    /// Its formula on its own sheet; none where a total cannot be computed with.
    pub fn formula(self, totals: Totals) -> Option<String> {
        let cell = |column| totals.cell(column).map(Area::cell);
        let (initial, adjusted, executed) = (Column::Initial, Column::Adjusted, Column::Executed);
        Some(match self {
            Below::ExecutionRate => format!("ROUND({}/{},4)", cell(executed)?, cell(adjusted)?),
            Below::Adjustment => format!("{}-{}", cell(adjusted)?, cell(initial)?),
            Below::AdjustmentRate => format!("ROUND(({0}-{1})/{1},4)", cell(adjusted)?, cell(initial)?),
            Below::Unspent => format!("{}-{}", cell(adjusted)?, cell(executed)?),
            Below::UnspentRate => format!("ROUND(({0}-{1})/{0},4)", cell(adjusted)?, cell(executed)?),
        })
    }

    /// How it looks.
    pub fn look(self) -> Look {
        match self {
            Below::ExecutionRate | Below::AdjustmentRate | Below::UnspentRate => Look::Percent,
            Below::Adjustment => Look::Change,
            Below::Unspent => Look::Amount,
        }
    }
}

/// A rate as a cell shows it: rounded once, to two decimals of the percentage.
pub fn shown_rate(rate: Rate) -> Decimal {
    rounding::half_away_from_zero(rate.decimal(), 4)
}

impl Places {
    /// The total of a column.
    pub fn total(&self, column: Column) -> Area {
        self.totals.row.at(sheet_column(column))
    }

    /// A figure below the table.
    pub fn below(&self, what: Below) -> Area {
        let place = Below::ALL.iter().position(|other| *other == what).unwrap_or_default();
        let top = self.first_below + u32::try_from(place).unwrap_or_default();
        Row { top, bottom: top }.at(1)
    }

    /// A total as formulas of other sheets say it; none where they cannot compute with it.
    pub fn total_elsewhere(&self, column: Column) -> Option<String> {
        self.totals.cell(column).map(|cell| cell.on(NAME))
    }

    /// The execution rate before rounding, as a formula of another sheet.
    pub fn exact_execution_rate(&self) -> Option<String> {
        let executed = self.total_elsewhere(Column::Executed)?;
        Some(format!("{executed}/{}", self.total_elsewhere(Column::Adjusted)?))
    }

    /// The spending progress at a checkpoint before rounding, as a formula of another sheet.
    pub fn exact_progress(&self, checkpoint: usize) -> Option<String> {
        let executed = self.checkpoints.get(checkpoint)?.at(1).on(NAME);
        Some(format!("{executed}/{}", self.total_elsewhere(Column::Adjusted)?))
    }
}

/// The column of the sheet in which a column of the funds table stands.
pub fn sheet_column(column: Column) -> u16 {
    match column {
        Column::Initial => 1,
        Column::Adjusted => 2,
        Column::Executed => 3,
    }
}
