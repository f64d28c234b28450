//! The figures that follow from money, and where they stand in 资金收支, for formulas there and elsewhere.

use rust_decimal::Decimal;

use crate::domain::draft::budget::{Column, Columns};
use crate::domain::evaluation::derived::Derived;
use crate::domain::evaluation::evaluation::Evaluation;
use crate::domain::evaluation::figure::{Figure, How, datum};
use crate::domain::values::datum::Datum;
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

/// How a figure is found, in words: "执行数 ÷ 调整预算数".
pub fn in_words(how: How) -> String {
    let sign = match how {
        How::Ratio(..) => '÷',
        How::Change(..) | How::Rest(..) => '−',
    };
    how.operands().map(Figure::operand_name).join(&format!(" {sign} "))
}

/// Its value as the cell shows it.
pub fn value(figure: Figure, evaluation: &Evaluation) -> Derived<Decimal> {
    Ok(match datum(evaluation, figure)? {
        Datum::Rate(rate) => shown_rate(rate),
        Datum::Amount(amount) => amount.decimal(),
        _ => Decimal::ZERO,
    })
}

/// Its formula on its own sheet; none where a total cannot be computed with.
pub fn formula(how: How, totals: Totals) -> Option<String> {
    let [first, second] = how.operands().map(|figure| match (figure, figure.of_money()) {
        (Figure::Total(column), _) => totals.cell(column).map(Area::cell),
        (_, row) => formula(row?.how, totals).map(|formula| format!("({formula})")),
    });
    let (first, second) = (first?, second?);
    Some(match how {
        How::Ratio(..) => format!("ROUND({first}/{second},4)"),
        How::Change(..) | How::Rest(..) => format!("{first}-{second}"),
    })
}

/// How it looks.
pub fn look(how: How) -> Look {
    match how {
        How::Ratio(..) => Look::Percent,
        How::Change(..) => Look::Change,
        How::Rest(..) => Look::Amount,
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

    /// The cells of the figures below the table, in their order.
    pub fn below(&self) -> impl Iterator<Item = Area> {
        (self.first_below..).map(|top| Row { top, bottom: top }.at(1))
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
