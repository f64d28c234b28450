//! 部门整体支出绩效自评表 in the layout of Chongqing: money and goals, and below them every indicator, wide.

use std::collections::BTreeSet;

use crate::domain::draft::budget::Column as Money;
use crate::domain::draft::draft::Draft;
use crate::domain::evaluation::derived::Derived;
use crate::domain::evaluation::evaluation::{Evaluation, IndicatorEvaluation};
use crate::domain::explanation::attained::{actuals, targets};
use crate::domain::references::quoting::quoted;
use crate::domain::references::wording::joined;
use crate::domain::scheme::indicator::{Indicator, IndicatorNature};
use crate::domain::scheme::scheme::PartRule;
use crate::domain::values::amount::Amount;
use crate::domain::values::comparator::Comparator;
use crate::domain::values::input::{Choice, Input};
use crate::domain::values::points::Points;
use crate::domain::values::rate::Rate;

use super::block::{Align, Cell, Column, Table};
use super::project_table::in_a_cell;

/// The columns: 指标名称, 计量单位, 指标性质, 年初指标值, 调整指标值, 全年完成值, 得分系数, 指标权重, 指标得分, 是否核心指标.
const COLUMNS: [Align; 10] = [
    Align::Left,
    Align::Centre,
    Align::Centre,
    Align::Centre,
    Align::Centre,
    Align::Centre,
    Align::Centre,
    Align::Centre,
    Align::Centre,
    Align::Centre,
];

/// What stands where the draft has no such thing: a target that was not changed in mid-year.
const UNUSED: &str = "—";

/// The table, as two that touch: only the first rows of a table are repeated on its other pages, and those
/// of the indicators have to be.
pub fn tables(draft: &Draft, evaluation: &Evaluation) -> [Table; 2] {
    let draft = &*quoted(draft, evaluation);
    let mut top = heads(draft);
    top.extend(funds(draft, evaluation));
    top.push(vec![
        text("当年整体绩效目标"),
        Cell {
            align: Some(Align::Left),
            ..text(&draft.objectives.overall).across(4)
        },
        text("目标完成情况").centred(),
        Cell {
            align: Some(Align::Left),
            ..text(&draft.objectives.achieved).across(4)
        },
    ]);
    let head = [
        "指标名称",
        "计量单位",
        "指标性质",
        "年初指标值",
        "调整指标值",
        "全年完成值",
        "得分系数（%）",
        "指标权重",
        "指标得分",
        "是否核心指标",
    ]
    .map(|name| text(name).centred());
    let rows = draft.indicators.iter().zip(&evaluation.indicators);
    let mut rows: Vec<Vec<Cell>> = rows.map(|(row, result)| indicator(row, result)).collect();
    let full = draft.scheme.full_points().map(Points::printed).unwrap_or_default();
    rows.push(vec![
        text("总分").across(7).centred(),
        text(&full),
        text(&evaluation.total.map(Points::printed).unwrap_or_default()),
        text(evaluation.grade.map(Choice::label).unwrap_or_default()),
    ]);
    [(Vec::new(), top), (vec![head.into()], rows)].map(|(head, body)| Table {
        columns: COLUMNS.map(Column::of).into(),
        head,
        body,
    })
}

fn text(text: &str) -> Cell {
    Cell::new(text.trim())
}

fn heads(draft: &Draft) -> Vec<Vec<Cell>> {
    let year = match draft.basics.year.is_blank() {
        true => String::new(),
        false => format!("{}年度", draft.basics.year.text()),
    };
    vec![vec![
        text("部门（单位）名称").centred(),
        text(&draft.basics.unit).across(5).centred(),
        text("评价年度").across(2).centred(),
        text(&year).across(2).centred(),
    ]]
}

/// 部门整体支出: 年初预算数, 全年预算数, 全年执行数, 执行率, its weight and its score.
fn funds(draft: &Draft, evaluation: &Evaluation) -> [Vec<Cell>; 2] {
    let parts = draft.scheme.parts.iter().zip(&evaluation.parts);
    let progress = parts.into_iter().find(|(part, _)| part.rule == PartRule::Progress);
    let amount = |amount: Derived<Amount>| amount.map(|amount| amount.printed()).unwrap_or_default();
    let totals = &evaluation.money.totals;
    let mut values: Vec<String> = Money::ALL
        .iter()
        .map(|column| amount(totals.get(*column).value))
        .collect();
    values.push(evaluation.money.execution_rate.map(Rate::printed).unwrap_or_default());
    values.push(progress.map_or(UNUSED.into(), |(part, _)| part.weight.text()));
    let score = progress.map(|(_, result)| result.score.map(Points::printed).unwrap_or_default());
    values.push(score.unwrap_or_else(|| UNUSED.into()));
    let names = [
        "年初预算数",
        "全年（调整）预算数",
        "全年执行数",
        "执行率（%）",
        "执行率\n权重",
        "执行率得分",
    ];
    const ACROSS: [usize; 6] = [2, 2, 1, 1, 1, 2];
    let row = |cells: Vec<Cell>| {
        cells
            .into_iter()
            .zip(ACROSS)
            .map(|(cell, across)| cell.across(across).centred())
    };
    let mut head = vec![text("部门整体支出\n（万元）").down(2).centred()];
    head.extend(row(names.map(text).into()));
    [head, row(values.iter().map(|value| text(value)).collect()).collect()]
}

fn indicator(row: &Indicator, result: &IndicatorEvaluation) -> Vec<Cell> {
    let measures = || {
        row.measures
            .iter()
            .filter(|_| row.nature == IndicatorNature::Quantitative)
    };
    // A compound indicator has its units and signs once each.
    let once = |texts: Vec<&str>| {
        let mut seen = BTreeSet::new();
        let texts = texts.into_iter().filter(|text| !text.is_empty() && seen.insert(*text));
        joined(texts, "；")
    };
    let units = once(measures().map(|measure| measure.unit.trim()).collect());
    let signs = once(measures().map(|measure| measure.comparator.label()).collect());
    let nature = match row.nature {
        IndicatorNature::Quantitative => signs.as_str(),
        nature => nature.label(),
    };
    // Sign and unit of a single quantity have columns of their own.
    let (target, actual) = match row.measures.as_slice() {
        [one] if row.nature == IndicatorNature::Quantitative && one.comparator != Comparator::Between => {
            (one.target.text(), one.actual.text())
        }
        _ => (in_a_cell(targets(row)), in_a_cell(actuals(row, result.value))),
    };
    let (initial, adjusted) = match row.initial_target.trim() {
        "" => (target.as_str(), UNUSED),
        initial => (initial, target.as_str()),
    };
    let coefficient = match (result.score, result.weight) {
        (Ok(score), Ok(weight)) => Rate::of(score.decimal(), weight.decimal()).map(Rate::printed),
        _ => None,
    };
    vec![
        text(&row.name),
        text(&units),
        text(nature),
        text(initial),
        text(adjusted),
        text(&actual),
        text(&coefficient.unwrap_or_default()),
        text(&result.weight.map(Points::printed).unwrap_or_default()),
        text(&result.score.map(Points::printed).unwrap_or_default()),
        text(row.core.map(Choice::label).unwrap_or_default()),
    ]
}
