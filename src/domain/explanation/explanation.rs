//! 这个数怎么来的: every derived figure as formula, inputs, exact value, rounding and source.

use crate::domain::draft::budget::Column;
use crate::domain::draft::draft::Draft;
use crate::domain::draft::field::Field;
use crate::domain::draft::names;
use crate::domain::evaluation::evaluation::{Cause, Derived, Evaluation, Gap};
use crate::domain::values::datum::Datum;
use crate::domain::values::input::Choice;
use crate::domain::values::row::Id;

use super::{money, scoring};

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

/// Where an input of a formula comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Typed by the user.
    Field(Field),
    /// Itself derived.
    Figure(Figure),
    /// Fixed by the scheme.
    Scheme,
}

/// One input of a formula.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Operand {
    /// What it is.
    pub name: String,
    /// Its value, or what is missing.
    pub value: String,
    /// Where it comes from.
    pub origin: Origin,
}

/// 一个数的来历.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// Which figure.
    pub figure: Figure,
    /// What it is called.
    pub name: String,
    /// The formula in words: "执行数 ÷ 调整预算数 × 100%".
    pub formula: String,
    /// The formula with the numbers in it; blank while one is missing.
    pub working: String,
    /// The inputs in the order of the formula.
    pub operands: Vec<Operand>,
    /// The value before rounding; blank where nothing was rounded.
    pub exact: String,
    /// How it was rounded; blank where nothing was.
    pub rounding: String,
    /// The value as printed, or what is missing.
    pub result: Result<String, Gap>,
    /// 依据 of the rule.
    pub source: String,
    /// What else one should know.
    pub notes: Vec<String>,
}

/// The rounding that all rates and scores end with.
pub const TWO_DECIMALS: &str = "四舍五入，保留两位小数";

/// Explains a figure; none when the row that it belongs to is gone.
pub fn explain(draft: &Draft, evaluation: &Evaluation, figure: Figure) -> Option<Explanation> {
    match figure {
        Figure::Total(_)
        | Figure::ExecutionRate
        | Figure::Adjustment
        | Figure::AdjustmentRate
        | Figure::Unspent
        | Figure::UnspentRate
        | Figure::FundRate(_)
        | Figure::CheckpointRate(_)
        | Figure::ProjectsTotal => money::explain(draft, evaluation, figure),
        Figure::CompletionRate(..)
        | Figure::IndicatorScore(_)
        | Figure::IndicatorWeight
        | Figure::PartScore(_)
        | Figure::TotalScore
        | Figure::Grade => scoring::explain(draft, evaluation, figure),
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

/// An operand that was typed.
pub fn typed(draft: &Draft, name: impl Into<String>, field: Field, value: Derived<String>) -> Operand {
    let value = value.unwrap_or_else(|gap| names::gap_sentence(draft, gap));
    Operand {
        name: name.into(),
        value,
        origin: Origin::Field(field),
    }
}

/// An operand that is itself derived.
pub fn derived(evaluation: &Evaluation, name: impl Into<String>, figure: Figure) -> Operand {
    let value = printed(evaluation, figure).unwrap_or_else(names::gap_note);
    Operand {
        name: name.into(),
        value,
        origin: Origin::Figure(figure),
    }
}
