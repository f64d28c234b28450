//! A form of the layout that its scheme has chosen: heads, money and goals, and below them the indicators.

use crate::domain::draft::budget::{Column as Money, Fund};
use crate::domain::draft::draft::Draft;
use crate::domain::draft::field::{Field, PartField};
use crate::domain::evaluation::derived::Derived;
use crate::domain::evaluation::evaluation::{Evaluation, PartEvaluation};
use crate::domain::references::quoting::Quoted;
use crate::domain::scheme::layout::{Goals, Layout, MoneyShown, MoneyTable, Page, Sign};
use crate::domain::scheme::part::{Part, PartRule};
use crate::domain::scheme::scheme::ReportKind;
use crate::domain::values::amount::Amount;
use crate::domain::values::input::Input;
use crate::domain::values::points::Points;
use crate::domain::values::rate::Rate;

use super::block::{Align, Cell, Column, Table};
use super::form_cells::{UNUSED, align};
use super::pagination::Turn;
use super::{form_feet, form_lines};

/// How the page of a form lies.
pub fn turn(layout: &Layout) -> Turn {
    match layout.page {
        Page::Landscape => Turn::Landscape,
        Page::Form => Turn::Form,
    }
}

/// The form, as two tables that touch: only the first rows of a table are repeated on its other pages, and those
/// of the indicators have to be.
pub fn tables(draft: &Quoted<'_>, evaluation: &Evaluation, layout: &Layout) -> [Table; 2] {
    let mut body = heads(draft, layout.heads);
    if let Some(money) = &layout.money {
        funds(draft, evaluation, money, &mut body);
    }
    if let Some(form) = &layout.goals {
        goals(draft, form, &mut body);
    }
    let columns = layout.lines.columns.iter();
    let top = Table {
        columns: columns.map(|column| Column::of(align(column.shows))).collect(),
        head: Vec::new(),
        body,
    };
    let mut lines = form_lines::table(draft, evaluation, &layout.lines);
    lines.body.extend(form_feet::rows(draft, layout));
    [top, lines]
}

fn text(text: &str) -> Cell {
    Cell::new(text.trim()).centred()
}

fn heads(draft: &Draft, [name, value, other, rest]: [usize; 4]) -> Vec<Vec<Cell>> {
    let basics = &draft.basics;
    let of_unit = |label: &str, unit: &str, second: &str, value_of: String, field: Field| {
        vec![
            text(label).across(name),
            text(unit).across(value).from_field(field),
            text(second).across(other),
            text(&value_of).across(rest),
        ]
    };
    if draft.scheme.kind == ReportKind::Department {
        let year = match basics.year.is_blank() {
            true => String::new(),
            false => format!("{}年度", basics.year.text()),
        };
        // In a narrow first column the name of the row takes two lines anyway.
        let label = if name > 1 {
            "部门（单位）\n名称"
        } else {
            "部门（单位）名称"
        };
        let mut row = of_unit(label, &basics.unit, "评价年度", year, Field::Unit);
        if let Some(last) = row.pop() {
            row.push(last.from_field(Field::Year));
        }
        return vec![row];
    }
    let mut row = of_unit(
        "主管部门",
        &basics.competent_department,
        "实施单位",
        basics.unit.clone(),
        Field::CompetentDepartment,
    );
    if let Some(last) = row.pop() {
        row.push(last.from_field(Field::Unit));
    }
    vec![
        vec![
            text("项目名称").across(name),
            text(&basics.project)
                .across(value + other + rest)
                .from_field(Field::ProjectTitle),
        ],
        row,
    ]
}

/// The part that the execution rate earns, and what it earned.
type Progress<'a> = Option<(&'a Part, &'a PartEvaluation)>;

/// 资金: the total row carries points and score, the rows of the sources a dash.
fn funds(draft: &Draft, evaluation: &Evaluation, form: &MoneyTable, body: &mut Vec<Vec<Cell>>) {
    let label = match draft.scheme.kind {
        ReportKind::Department => "部门整体支出\n（万元）",
        ReportKind::Project => "项目资金\n（万元）",
    };
    let mut parts = draft.scheme.parts.iter().zip(&evaluation.parts);
    let progress = parts.find(|(part, _)| part.rule == PartRule::Progress);
    let sources = if form.by_source { &draft.budget.funds[..] } else { &[] };
    let mut head = vec![text(label).across(form.name).down(sources.len() + 2)];
    head.extend(form.columns.iter().map(|column| {
        let weight = progress.map_or(String::new(), |(part, _)| part.weight.text());
        text(&column.head.replace("〔分值〕", &weight)).across(column.across)
    }));
    body.push(head);
    let columns = || form.columns.iter();
    body.push(
        columns()
            .map(|column| total_cell(draft, evaluation, column.shows, progress).across(column.across))
            .collect(),
    );
    for (place, (fund, result)) in sources.iter().zip(&evaluation.money.funds).enumerate() {
        let cells = columns().map(|column| {
            let cell = fund_cell(fund, place, column.shows, result.execution_rate);
            cell.across(column.across)
        });
        body.push(cells.collect());
    }
}

fn total_cell(draft: &Draft, evaluation: &Evaluation, shows: MoneyShown, progress: Progress<'_>) -> Cell {
    let amount = |column: Money| {
        let value: Derived<Amount> = evaluation.money.totals.get(column).value;
        text(&value.map(|amount| amount.printed()).unwrap_or_default()).from_field(Field::StatedTotal(column))
    };
    match shows {
        MoneyShown::Name => text("年度资金总额"),
        MoneyShown::Initial => amount(Money::Initial),
        MoneyShown::Adjusted => amount(Money::Adjusted),
        MoneyShown::Executed => amount(Money::Executed),
        MoneyShown::Rate(sign) => {
            text(&rate(evaluation.money.execution_rate, sign)).from_field(Field::StatedTotal(Money::Executed))
        }
        MoneyShown::Weight => progress.map_or_else(
            || text(UNUSED),
            |(part, _)| text(&part.weight.text()).from_field(Field::Part(part.id, PartField::Weight)),
        ),
        MoneyShown::Score => {
            let score = progress.map(|(_, result)| result.score.map(Points::printed).unwrap_or_default());
            text(&score.unwrap_or_else(|| UNUSED.into()))
        }
        MoneyShown::Reason => left(&draft.budget.execution_reason).from_field(Field::ExecutionReason),
        MoneyShown::ByHand => text(""),
    }
}

fn fund_cell(fund: &Fund, place: usize, shows: MoneyShown, execution_rate: Derived<Rate>) -> Cell {
    let amount = |column: Money| {
        let value = fund.amounts.get(column).value();
        let printed = value.map(|amount| amount.printed()).unwrap_or_default();
        text(&printed).from_field(Field::FundAmount(fund.id, column))
    };
    match shows {
        MoneyShown::Name if place == 0 => text(&format!("其中：{}", fund.label())),
        MoneyShown::Name => text(fund.label()),
        MoneyShown::Initial => amount(Money::Initial),
        MoneyShown::Adjusted => amount(Money::Adjusted),
        MoneyShown::Executed => amount(Money::Executed),
        MoneyShown::Rate(sign) => text(&rate(execution_rate, sign)),
        MoneyShown::Weight | MoneyShown::Score => text(UNUSED),
        MoneyShown::Reason => left(&fund.reason).from_field(Field::FundReason(fund.id)),
        MoneyShown::ByHand => text(""),
    }
}

fn rate(rate: Derived<Rate>, sign: Sign) -> String {
    let printed = match sign {
        Sign::With => Rate::printed_percent,
        Sign::Without => Rate::printed,
    };
    rate.map(printed).unwrap_or_default()
}

fn left(text: &str) -> Cell {
    Cell {
        align: Some(Align::Left),
        ..Cell::new(text.trim())
    }
}

fn goals(draft: &Draft, form: &Goals, body: &mut Vec<Vec<Cell>>) {
    let overall = left(&draft.objectives.overall).from_field(Field::OverallObjective);
    let achieved = left(&draft.objectives.achieved).from_field(Field::ObjectiveActual);
    match *form {
        Goals::Below([name, goal, result]) => {
            body.push(vec![
                text("年度总体目标").across(name).down(2),
                text("预期目标").across(goal),
                text("实际完成情况").across(result),
            ]);
            body.push(vec![overall.across(goal), achieved.across(result)]);
        }
        Goals::Beside([name, goal, other, result]) => body.push(vec![
            text("当年整体绩效目标").across(name),
            overall.across(goal),
            text("目标完成情况").across(other),
            achieved.across(result),
        ]),
    }
}
