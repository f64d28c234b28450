//! 重点项目: task, project, amount, with their sum.

use rust_decimal::Decimal;
use rust_xlsxwriter::XlsxError;

use crate::domain::draft::draft::Draft;
use crate::domain::evaluation::evaluation::Evaluation;
use crate::domain::values::input::Input;

use super::address::Area;
use super::look::{Look, Looks};
use super::money::amount_rule;
use super::number;
use super::printing::Paper;
use super::sheet::Sheet;

/// The name of the sheet.
pub const NAME: &str = "重点项目";

/// The sheet, and the cell of the sum where formulas can compute with it.
pub fn sheet<'a>(
    draft: &Draft,
    evaluation: &Evaluation,
    looks: &'a Looks,
) -> Result<(Sheet<'a>, Option<Area>), XlsxError> {
    let mut sheet = Sheet::new(NAME, looks, &[6, 40, 32, 16], Paper::Portrait)?;
    sheet.line("重点项目支出", Look::Title)?;
    sheet.line("单位：万元", Look::UnitLine)?;
    let rows = &draft.projects.rows;
    if !rows.is_empty() {
        sheet.head(&["序号", "主要任务", "项目名称", "项目金额"])?;
    }
    let mut cells = Vec::new();
    let mut all_held = true;
    for (count, project) in (1_u32..).zip(rows) {
        let (task, name) = (project.task.trim(), project.name.trim());
        let row = sheet.row_for(&[(1, 1, task), (2, 2, name)])?;
        sheet.number(row.at(0), Decimal::from(count), Look::Whole)?;
        sheet.text(row.at(1), task, Look::Left)?;
        sheet.text(row.at(2), name, Look::Left)?;
        match project.amount.value() {
            Some(amount) => sheet.number(row.at(3), amount.decimal(), Look::Amount)?,
            None => sheet.text(row.at(3), &project.amount.text(), Look::Missing)?,
        }
        all_held &= project
            .amount
            .value()
            .is_none_or(|amount| number::is_held(amount.decimal()));
        cells.push(row.at(3));
    }
    let mut sum = None;
    if let [first, .., last] | [first @ last] = cells.as_slice() {
        sheet.validate(*first, *last, &amount_rule()?)?;
        let formula = format!("SUM({})", first.to(*last));
        let row = sheet.row(20)?;
        sheet.text(row.across(0, 2), "合计", Look::Sum)?;
        let total = evaluation.money.projects.map(|amount| amount.decimal());
        sheet.figure(row.at(3), all_held.then_some(formula.as_str()), total, Look::SumAmount)?;
        sum = total.is_ok_and(number::is_held).then_some(row.at(3));
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
