//! 重点项目: task, project and money in the columns of the place, with their sums.

use rust_decimal::Decimal;
use rust_xlsxwriter::XlsxError;

use crate::domain::draft::budget::{Column, Project};
use crate::domain::draft::draft::Draft;
use crate::domain::evaluation::derived::Derived;
use crate::domain::evaluation::evaluation::Evaluation;
use crate::domain::scheme::project_columns::{ProjectColumn, ProjectShown, has_project_money, project_columns};
use crate::domain::values::input::Input;
use crate::domain::values::rate::Rate;

use crate::documents::workbooks::number;

use super::address::{Area, Row};
use super::look::{Look, Looks};
use super::money::amount_rule;
use super::money_figures::shown_rate;
use super::printing::Paper;
use super::sheet::Sheet;

/// The name of the sheet.
pub const NAME: &str = "重点项目";

/// The first column of those of the place; before it stands the number of the row.
const FIRST: u16 = 1;

/// The sheet, and the cell of the sum of the amounts where formulas can compute with it.
pub fn sheet<'a>(
    draft: &Draft,
    evaluation: &Evaluation,
    looks: &'a Looks,
) -> Result<(Sheet<'a>, Option<Area>), XlsxError> {
    let columns = project_columns(&draft.scheme);
    let mut sheet = Sheet::new(NAME, looks, &widths(draft), paper(draft))?;
    sheet.line("重点项目支出", Look::Title)?;
    sheet.line("单位：万元", Look::UnitLine)?;
    let rows = &draft.projects.rows;
    if !rows.is_empty() {
        let heads = columns.iter().map(head);
        sheet.head(&std::iter::once("序号").chain(heads).collect::<Vec<_>>())?;
    }
    let mut lines: Vec<Row> = Vec::new();
    for (count, (project, rate)) in (1_u32..).zip(rows.iter().zip(&evaluation.money.project_rates)) {
        let words = (FIRST..)
            .zip(columns)
            .filter_map(|(place, column)| Some((place, place, text(column.shows, project)?)));
        let row = sheet.row_for(&words.collect::<Vec<_>>())?;
        sheet.number(row.at(0), Decimal::from(count), Look::Whole)?;
        for (place, column) in (FIRST..).zip(columns) {
            cell(&mut sheet, row, place, column.shows, project, *rate, columns)?;
        }
        lines.push(row);
    }
    let mut sum = None;
    if let [first, .., last] | [first @ last] = lines.as_slice() {
        let row = sheet.row(20)?;
        let before = columns
            .iter()
            .take_while(|column| amount_of(column.shows).is_none())
            .count();
        let before = u16::try_from(before).unwrap_or_default();
        sheet.text(row.across(0, FIRST + before - 1), "合计", Look::Sum)?;
        for (place, column) in (FIRST..).zip(columns).skip(before.into()) {
            let shown = column.shows;
            let Some(column) = amount_of(shown) else {
                if shown == ProjectShown::Rate {
                    let rate = evaluation.money.project_sum_rate;
                    let sums = [Column::Executed, Column::Adjusted].map(|column| {
                        let sum = evaluation.money.project_sums.get(column);
                        sum.is_ok_and(|sum| number::is_held(sum.decimal()))
                    });
                    let formula = rate_formula(row, columns).filter(|_| rate.is_ok() && sums == [true; 2]);
                    sheet.figure(
                        row.at(place),
                        formula.as_deref(),
                        rate.map(shown_rate),
                        Look::SumPercent,
                    )?;
                } else {
                    sheet.text(row.at(place), "", Look::Sum)?;
                }
                continue;
            };
            sheet.validate(first.at(place), last.at(place), &amount_rule()?)?;
            let is_held = |project: &Project| {
                let amount = project.amount_of(column).value();
                amount.is_none_or(|amount| number::is_held(amount.decimal()))
            };
            let formula = rows
                .iter()
                .all(is_held)
                .then(|| format!("SUM({})", first.at(place).to(last.at(place))));
            let total = evaluation.money.project_sums.get(column).map(|amount| amount.decimal());
            sheet.figure(row.at(place), formula.as_deref(), total, Look::SumAmount)?;
            if column == Column::Executed {
                sum = total.is_ok_and(number::is_held).then_some(row.at(place));
            }
        }
    }
    let note = match draft.projects.note.trim() {
        "" if rows.is_empty() => "没有填重点项目。",
        note => note,
    };
    if !note.is_empty() {
        sheet.line(note, Look::Note)?;
    }
    Ok((sheet, sum))
}

fn paper(draft: &Draft) -> Paper {
    match has_project_money(&draft.scheme) {
        true => Paper::Landscape,
        false => Paper::Portrait,
    }
}

fn widths(draft: &Draft) -> Vec<u32> {
    let width = |column: &ProjectColumn| match column.shows {
        ProjectShown::Task if has_project_money(&draft.scheme) => 28,
        ProjectShown::Task => 40,
        ProjectShown::Name => 32,
        ProjectShown::Completion => 36,
        ProjectShown::Rate => 11,
        _ => 16,
    };
    let columns = project_columns(&draft.scheme);
    std::iter::once(6).chain(columns.iter().map(width)).collect()
}

/// The heads of the workbook are short, because its sheets say by themselves what they are of.
fn head(column: &ProjectColumn) -> &'static str {
    match column.head {
        "任务涉及重点项目名称" => "项目名称",
        "任务涉及重点项目金额" => "项目金额",
        head => head,
    }
}

fn amount_of(shows: ProjectShown) -> Option<Column> {
    match shows {
        ProjectShown::Initial => Some(Column::Initial),
        ProjectShown::Adjusted => Some(Column::Adjusted),
        ProjectShown::Executed => Some(Column::Executed),
        _ => None,
    }
}

fn text(shows: ProjectShown, project: &Project) -> Option<&str> {
    match shows {
        ProjectShown::Task => Some(project.task.trim()),
        ProjectShown::Name => Some(project.name.trim()),
        ProjectShown::Completion => Some(project.completion.trim()),
        _ => None,
    }
}

fn cell(
    sheet: &mut Sheet<'_>,
    row: Row,
    place: u16,
    shows: ProjectShown,
    project: &Project,
    rate: Derived<Rate>,
    columns: &[ProjectColumn],
) -> Result<(), XlsxError> {
    let at = row.at(place);
    if let Some(text) = text(shows, project) {
        return sheet.text(at, text, Look::Left);
    }
    if let Some(column) = amount_of(shows) {
        let amount = project.amount_of(column);
        return match amount.value() {
            Some(amount) => sheet.number(at, amount.decimal(), Look::Amount),
            None => sheet.text(at, &amount.text(), Look::Missing),
        };
    }
    let held = [Column::Executed, Column::Adjusted].iter().all(|column| {
        let amount = project.amount_of(*column).value();
        amount.is_some_and(|amount| number::is_held(amount.decimal()))
    });
    let formula = rate_formula(row, columns).filter(|_| held && rate.is_ok());
    sheet.figure(at, formula.as_deref(), rate.map(shown_rate), Look::Percent)
}

/// 执行数 ÷ 调整预算数 of a row, where it has both columns.
fn rate_formula(row: Row, columns: &[ProjectColumn]) -> Option<String> {
    let cell_of = |wanted: ProjectShown| {
        let found = (FIRST..).zip(columns).find(|(_, column)| column.shows == wanted);
        found.map(|(place, _)| row.at(place).cell())
    };
    let (executed, adjusted) = cell_of(ProjectShown::Executed).zip(cell_of(ProjectShown::Adjusted))?;
    Some(format!("ROUND({executed}/{adjusted},4)"))
}
