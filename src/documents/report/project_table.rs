//! 项目支出绩效自评表 in its official layout (财预〔2020〕10号): money and goals, and below them the indicators, cells
//! merged by level. Many counties have their departments fill in the same columns for the whole.

use crate::domain::draft::budget::Column as Money;
use crate::domain::draft::draft::Draft;
use crate::domain::evaluation::derived::Derived;
use crate::domain::evaluation::evaluation::{Evaluation, IndicatorEvaluation};
use crate::domain::explanation::attained::{actuals, targets};
use crate::domain::references::quoting::quoted;
use crate::domain::references::wording::joined;
use crate::domain::scheme::indicator::Indicator;
use crate::domain::scheme::scheme::{Part, PartRule, ReportKind};
use crate::domain::values::amount::Amount;
use crate::domain::values::input::{Choice, Input};
use crate::domain::values::points::Points;
use crate::domain::values::rate::Rate;
use crate::domain::values::row::Id;

use super::block::{Align, Cell, Column, Table};

/// The columns: 大项, 一级, 二级, 三级, 指标值, 完成值, 分值, 得分, 偏差原因.
const COLUMNS: [Align; 9] = [
    Align::Centre,
    Align::Centre,
    Align::Centre,
    Align::Left,
    Align::Centre,
    Align::Centre,
    Align::Centre,
    Align::Centre,
    Align::Left,
];

/// What stands where a cell of the form is not used.
const UNUSED: &str = "—";

/// The table, as two that touch: only the first rows of a table are repeated on its other pages, and those
/// of the indicators have to be.
pub fn tables(draft: &Draft, evaluation: &Evaluation) -> [Table; 2] {
    let draft = &*quoted(draft, evaluation);
    let mut top = Vec::new();
    heads(draft, &mut top);
    funds(draft, evaluation, &mut top);
    goals(draft, &mut top);
    let mut rows = Vec::new();
    indicators(draft, evaluation, &mut rows);
    total(draft, evaluation, &mut rows);
    [(Vec::new(), top), (vec![indicator_head()], rows)].map(|(head, body)| Table {
        columns: COLUMNS.map(Column::of).into(),
        head,
        body,
    })
}

fn text(text: &str) -> Cell {
    Cell::new(text.trim())
}

fn heads(draft: &Draft, body: &mut Vec<Vec<Cell>>) {
    let basics = &draft.basics;
    if draft.scheme.kind == ReportKind::Department {
        let year = basics.year.value().map(|year| format!("{}年度", year.get()));
        body.push(vec![
            text("部门（单位）\n名称").across(2).centred(),
            text(&basics.unit).across(3).centred(),
            text("评价年度").centred(),
            text(&year.unwrap_or_default()).across(3).centred(),
        ]);
        return;
    }
    body.push(vec![
        text("项目名称").across(2).centred(),
        text(&basics.project).across(7).centred(),
    ]);
    body.push(vec![
        text("主管部门").across(2).centred(),
        text(&basics.competent_department).across(3).centred(),
        text("实施单位").centred(),
        text(&basics.unit).across(3).centred(),
    ]);
}

/// 项目资金: the total row carries points and score, the rows below a dash.
fn funds(draft: &Draft, evaluation: &Evaluation, body: &mut Vec<Vec<Cell>>) {
    let funds = &draft.budget.funds;
    let money = match draft.scheme.kind {
        ReportKind::Department => "部门整体支出\n（万元）",
        ReportKind::Project => "项目资金\n（万元）",
    };
    body.push(vec![
        text(money).across(2).down(funds.len() + 2).centred(),
        text(""),
        text("年初预算数").centred(),
        text("全年预算数（A）").centred(),
        text("全年执行数（B）").centred(),
        text("分值"),
        text("执行率\n（B/A）"),
        text("得分").centred(),
    ]);
    let parts = draft.scheme.parts.iter().zip(&evaluation.parts);
    let progress = parts.into_iter().find(|(part, _)| part.rule == PartRule::Progress);
    let amount = |amount: Derived<Amount>| text(&amount.map(|amount| amount.printed()).unwrap_or_default()).centred();
    let rate = |rate: Derived<Rate>| text(&rate.map(Rate::printed_percent).unwrap_or_default()).centred();
    let totals = &evaluation.money.totals;
    let mut row = vec![text("年度资金总额").centred()];
    row.extend(Money::ALL.iter().map(|column| amount(totals.get(*column).value)));
    row.push(text(&progress.map_or(UNUSED.into(), |(part, _)| part.weight.text())));
    row.push(rate(evaluation.money.execution_rate));
    let score = progress.map(|(_, result)| result.score.map(Points::printed).unwrap_or_default());
    row.push(text(&score.unwrap_or_else(|| UNUSED.into())).centred());
    body.push(row);
    for (place, (fund, result)) in funds.iter().zip(&evaluation.money.funds).enumerate() {
        let name = if place == 0 {
            format!("其中：{}", fund.label())
        } else {
            fund.label().to_owned()
        };
        let mut row = vec![text(&name).centred()];
        row.extend(Money::ALL.iter().map(|column| {
            let value = fund.amounts.get(*column).value();
            text(&value.map(|amount| amount.printed()).unwrap_or_default()).centred()
        }));
        row.extend([text(UNUSED), rate(result.execution_rate), text(UNUSED).centred()]);
        body.push(row);
    }
}

fn goals(draft: &Draft, body: &mut Vec<Vec<Cell>>) {
    body.push(vec![
        text("年度总体目标").down(2),
        text("预期目标").across(4).centred(),
        text("实际完成情况").across(4).centred(),
    ]);
    let left = |words: &str| Cell {
        align: Some(Align::Left),
        ..text(words).across(4)
    };
    body.push(vec![left(&draft.objectives.overall), left(&draft.objectives.achieved)]);
}

/// One line of the third level with the names of the levels above.
pub struct FormRow<'a> {
    /// 一级指标.
    pub part: &'a Part,
    /// 二级指标: identity and name; none where the indicator stands in the part itself.
    pub group: (Option<Id>, &'a str),
    /// Its place among the draft's indicators.
    pub place: usize,
    /// The indicator.
    pub row: &'a Indicator,
    /// What follows from it.
    pub result: &'a IndicatorEvaluation,
}

/// The indicators in the order of the scheme's levels, however they were typed in.
pub fn lines<'a>(draft: &'a Draft, evaluation: &'a Evaluation) -> Vec<FormRow<'a>> {
    let rows = draft.indicators.iter().zip(&evaluation.indicators);
    let mut lines: Vec<(usize, usize, FormRow<'a>)> = rows
        .enumerate()
        .filter_map(|(place, (row, result))| {
            let (part, group) = draft.scheme.home(row.place)?;
            let part_place = draft.scheme.parts.iter().position(|other| other.id == part.id)?;
            let group_place = group.and_then(|group| part.groups.iter().position(|other| other.id == group.id));
            let group = (group.map(|group| group.id), group.map_or("", |group| group.name.trim()));
            let line = FormRow {
                part,
                group,
                place,
                row,
                result,
            };
            Some((part_place, group_place.map_or(0, |place| place + 1), line))
        })
        .collect();
    lines.sort_by_key(|(part, group, _)| (*part, *group));
    lines.into_iter().map(|(_, _, line)| line).collect()
}

fn indicator_head() -> Vec<Cell> {
    [
        "",
        "一级指标",
        "二级指标",
        "三级指标",
        "年度\n指标值",
        "实际\n完成值",
        "分值",
        "得分",
        "偏差原因\n分析及\n改进措施",
    ]
    .map(|name| text(name).centred())
    .into()
}

fn indicators(draft: &Draft, evaluation: &Evaluation, body: &mut Vec<Vec<Cell>>) {
    let lines = lines(draft, evaluation);
    for (place, line) in lines.iter().enumerate() {
        let mut cells = Vec::new();
        if place == 0 {
            cells.push(text("绩效指标").down(lines.len()));
        }
        let before = place.checked_sub(1).and_then(|place| lines.get(place));
        let below = || lines.iter().skip(place);
        if before.is_none_or(|before| before.part.id != line.part.id) {
            let rows = below().take_while(|other| other.part.id == line.part.id).count();
            let points = line.part.weight.text();
            cells.push(text(&format!("{}（{points}分）", line.part.name.trim())).down(rows));
        }
        let same = |other: &FormRow| other.part.id == line.part.id && other.group.0 == line.group.0;
        if !before.is_some_and(same) {
            let rows = below().take_while(|other| same(other)).count();
            cells.push(text(line.group.1).down(rows));
        }
        cells.extend(own_cells(line.row, line.result));
        body.push(cells);
    }
}

fn own_cells(row: &Indicator, result: &IndicatorEvaluation) -> [Cell; 6] {
    [
        text(&row.name),
        text(&in_a_cell(targets(row))),
        text(&in_a_cell(actuals(row, result.value))),
        text(&result.weight.map(Points::printed).unwrap_or_default()),
        text(&result.score.map(Points::printed).unwrap_or_default()),
        text(&reasons(row)),
    ]
}

/// 偏差原因分析及改进措施, in one cell.
pub fn reasons(row: &Indicator) -> String {
    joined([row.deviation_reason.as_str(), row.improvement.as_str()], "；")
}

/// Values of an indicator in a narrow cell: one a line, because a line would end between sign and number.
pub fn in_a_cell(values: Vec<Option<String>>) -> String {
    let plain = |value: String| value.chars().filter(|letter| *letter != ' ').collect::<String>();
    let lines: Vec<String> = values.into_iter().flatten().map(plain).collect();
    joined(lines.iter().map(String::as_str), "；\n")
}

/// 总分, with the grade where the remarks stand.
fn total(draft: &Draft, evaluation: &Evaluation, body: &mut Vec<Vec<Cell>>) {
    let full = draft.scheme.full_points().map(Points::printed).unwrap_or_default();
    body.push(vec![
        text("总分").across(6).centred(),
        text(&full),
        text(&evaluation.total.map(Points::printed).unwrap_or_default()),
        text(evaluation.grade.map(Choice::label).unwrap_or_default()).centred(),
    ]);
}
