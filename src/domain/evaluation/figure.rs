//! 数字的地址: which figure is meant, whatever computes or prints it.

use crate::domain::draft::budget::Column;
use crate::domain::draft::field::Field;
use crate::domain::values::datum::Datum;
use crate::domain::values::input::Choice;
use crate::domain::values::row::Id;

use super::derived::{Cause, Derived, Gap};
use super::evaluation::Evaluation;

/// The address of a derived figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Figure {
    /// 一列合计, 万元.
    Total(Column),
    /// 执行率.
    ExecutionRate,
    /// 预算调整数, 万元.
    Adjustment,
    /// 预算调整率.
    AdjustmentRate,
    /// 结转结余, 万元.
    Unspent,
    /// 结转结余率.
    UnspentRate,
    /// 一项资金来源的执行率.
    FundRate(Id),
    /// 一个监控节点的支出进度.
    CheckpointRate(Id),
    /// 重点项目金额合计, 万元.
    ProjectsTotal,
    /// 一个数量要求的完成率: indicator, measure.
    CompletionRate(Id, Id),
    /// 一项指标的得分.
    IndicatorScore(Id),
    /// 指标权重合计.
    IndicatorWeight,
    /// 一部分评分内容的得分.
    PartScore(Id),
    /// 自评总分.
    TotalScore,
    /// 等级.
    Grade,
}

/// How a figure of money comes about from two others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// The first divided by the second; a rate.
    Ratio(Figure, Figure),
    /// What the first has more than the second, printed with its sign; 万元.
    Change(Figure, Figure),
    /// What is left of the first without the second, 万元.
    Rest(Figure, Figure),
}

impl How {
    /// The two figures, in the order of the formula.
    pub fn operands(self) -> [Figure; 2] {
        match self {
            How::Ratio(first, second) | How::Change(first, second) | How::Rest(first, second) => [first, second],
        }
    }
}

/// A figure of the whole report's money that follows from its three totals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MoneyFigure {
    /// Which.
    pub figure: Figure,
    /// What it is called.
    pub name: &'static str,
    /// How it comes about.
    pub how: How,
    /// 依据.
    pub source: &'static str,
}

/// 依据 of 执行率.
pub const EXECUTION_SOURCE: &str = "财预〔2020〕10号：执行率（B/A），A 为全年预算数，即调整预算数";
const FRAMEWORK_SOURCE: &str = "财预〔2013〕53号部门整体支出绩效评价共性指标体系框架";

const INITIAL: Figure = Figure::Total(Column::Initial);
const ADJUSTED: Figure = Figure::Total(Column::Adjusted);
const EXECUTED: Figure = Figure::Total(Column::Executed);

/// The figures of money in the order of the forms, said once: the evaluation computes, the explanation tells and
/// the workbook spells them by this table, and prose refers to them by these names.
pub const MONEY_FIGURES: [MoneyFigure; 5] = [
    MoneyFigure {
        figure: Figure::ExecutionRate,
        name: "执行率",
        how: How::Ratio(EXECUTED, ADJUSTED),
        source: EXECUTION_SOURCE,
    },
    MoneyFigure {
        figure: Figure::Adjustment,
        name: "预算调整数",
        how: How::Change(ADJUSTED, INITIAL),
        source: FRAMEWORK_SOURCE,
    },
    MoneyFigure {
        figure: Figure::AdjustmentRate,
        name: "预算调整率",
        how: How::Ratio(Figure::Adjustment, INITIAL),
        source: FRAMEWORK_SOURCE,
    },
    MoneyFigure {
        figure: Figure::Unspent,
        name: "结转结余",
        how: How::Rest(ADJUSTED, EXECUTED),
        source: FRAMEWORK_SOURCE,
    },
    MoneyFigure {
        figure: Figure::UnspentRate,
        name: "结转结余率",
        how: How::Ratio(Figure::Unspent, ADJUSTED),
        source: FRAMEWORK_SOURCE,
    },
];

impl Figure {
    /// Its row in the table of money figures; none for totals, parts of the money and scores.
    pub fn of_money(self) -> Option<&'static MoneyFigure> {
        MONEY_FIGURES.iter().find(|row| row.figure == self)
    }

    /// What a total or a figure of money is called in a formula; blank for others.
    pub fn operand_name(self) -> &'static str {
        match self {
            Figure::Total(column) => column.label(),
            _ => self.of_money().map_or("", |row| row.name),
        }
    }
}

/// The value of a figure, or what is missing for it.
pub fn datum(evaluation: &Evaluation, figure: Figure) -> Derived<Datum> {
    let money = &evaluation.money;
    let gone = Gap {
        field: Field::StatedScore,
        cause: Cause::Blank,
    };
    match figure {
        Figure::Total(column) => money.totals.get(column).value.map(Datum::Amount),
        Figure::ExecutionRate => money.execution_rate.map(Datum::Rate),
        Figure::Adjustment => money.adjustment.map(Datum::Amount),
        Figure::AdjustmentRate => money.adjustment_rate.map(Datum::Rate),
        Figure::Unspent => money.unspent.map(Datum::Amount),
        Figure::UnspentRate => money.unspent_rate.map(Datum::Rate),
        Figure::FundRate(id) => {
            let row = money.funds.iter().find(|row| row.id == id).ok_or(gone)?;
            row.execution_rate.map(Datum::Rate)
        }
        Figure::CheckpointRate(id) => {
            let row = money.checkpoints.iter().find(|row| row.id == id).ok_or(gone)?;
            row.spending_progress.map(Datum::Rate)
        }
        Figure::ProjectsTotal => money.projects.map(Datum::Amount),
        // Completion rates are derived where they are shown; nothing else rests on them.
        Figure::CompletionRate(..) => Err(gone),
        Figure::IndicatorScore(id) => {
            let row = evaluation.indicators.iter().find(|row| row.id == id).ok_or(gone)?;
            row.score.map(Datum::Points)
        }
        Figure::IndicatorWeight => evaluation.indicator_weight.map(Datum::Points),
        Figure::PartScore(id) => {
            let row = evaluation.parts.iter().find(|row| row.id == id).ok_or(gone)?;
            row.score.map(Datum::Points)
        }
        Figure::TotalScore => evaluation.total.map(Datum::Points),
        Figure::Grade => evaluation.grade.map(|grade| Datum::Grade(grade.label())),
    }
}

/// A figure as the form shows it, or what is missing for it.
pub fn printed(evaluation: &Evaluation, figure: Figure) -> Derived<String> {
    let datum = datum(evaluation, figure)?;
    Ok(match (figure, &datum) {
        // A sum that was typed more exactly than documents print it is shown as exactly.
        (Figure::Total(_) | Figure::ProjectsTotal, Datum::Amount(amount)) => {
            crate::domain::values::input::Value::shown(amount)
        }
        (Figure::Adjustment, Datum::Amount(amount)) => amount.printed_change(),
        _ => datum.printed(),
    })
}
