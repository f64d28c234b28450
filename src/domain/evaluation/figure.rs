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
