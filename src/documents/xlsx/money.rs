//! 资金收支: money by source with its sums and rates as formulas, by nature, at the checkpoints.

use rust_decimal::Decimal;
use rust_xlsxwriter::{DataValidation, DataValidationRule, XlsxError};

use crate::domain::draft::budget::{Column, Columns, SpendingNature, TypedAmounts};
use crate::domain::draft::draft::Draft;
use crate::domain::draft::field::Field;
use crate::domain::evaluation::derived::required;
use crate::domain::evaluation::evaluation::Evaluation;
use crate::domain::overview::money::sources;
use crate::domain::values::amount::Amount;
use crate::domain::values::input::{Choice, Entry, Input};

use crate::documents::workbooks::number;

use super::address::{Area, Row};
use super::chart;
use super::look::{Look, Looks};
use super::money_figures::{Below, NAME, Places, Totals, sheet_column, shown_rate};
use super::printing::Paper;
use super::sheet::Sheet;

/// What is typed as money is a number and not below nothing.
pub fn amount_rule() -> Result<DataValidation, XlsxError> {
    DataValidation::new()
        .allow_decimal_number(DataValidationRule::GreaterThanOrEqualTo(number::float(Decimal::ZERO)))
        .set_input_title("金额")?
        .set_input_message("单位：万元。没有的填 0，不知道的留空。")?
        .set_error_title("金额不对")?
        .set_error_message("请填不小于 0 的数，单位是万元，不要带“元”“万元”等字。")
}

/// The sheet, and where its figures are.
pub fn sheet<'a>(draft: &Draft, evaluation: &Evaluation, looks: &'a Looks) -> Result<(Sheet<'a>, Places), XlsxError> {
    let mut sheet = Sheet::new(NAME, looks, &[26, 17, 17, 17, 13, 17, 34], Paper::Landscape)?;
    sheet.line("资金收支情况", Look::Title)?;
    sheet.line("单位：万元", Look::UnitLine)?;
    let (totals, ends) = funds(&mut sheet, draft, evaluation)?;
    let first_below = below(&mut sheet, evaluation, totals)?;
    natures(&mut sheet, draft, evaluation)?;
    let checkpoints = checkpoints(&mut sheet, draft, evaluation, totals)?;
    let has_money = draft.budget.funds.iter().any(|fund| !fund.amounts.is_blank());
    if let Some((first, last)) = ends.filter(|_| has_money) {
        // The budget that the page 概览 holds the sources against.
        let base = sources(draft, evaluation).base;
        let cells = |column| (first.at(column), last.at(column));
        let planned = (base.label(), cells(sheet_column(base)));
        let spent = (Column::Executed.label(), cells(sheet_column(Column::Executed)));
        chart::planned_and_reached(&mut sheet, "各项资金的预算与执行", cells(0), planned, spent)?;
    }
    let places = Places {
        totals,
        first_below,
        checkpoints,
    };
    Ok((sheet, places))
}

/// 按资金来源: where the totals are, and the first and the last source.
fn funds(
    sheet: &mut Sheet<'_>,
    draft: &Draft,
    evaluation: &Evaluation,
) -> Result<(Totals, Option<(Row, Row)>), XlsxError> {
    sheet.head(&[
        "资金来源",
        Column::Initial.label(),
        Column::Adjusted.label(),
        Column::Executed.label(),
        "执行率",
        "预算调整数",
        "执行偏差的原因",
    ])?;
    let mut rows = Vec::new();
    for (fund, result) in draft.budget.funds.iter().zip(&evaluation.money.funds) {
        let row = sheet.row_for(&[(0, 0, fund.label()), (6, 6, fund.reason.trim())])?;
        rows.push(row);
        sheet.text(row.at(0), fund.label(), Look::Left)?;
        let held = amounts(sheet, row, &fund.amounts)?;
        if fund.amounts.is_blank() {
            sheet.text(row.at(4), "", Look::Percent)?;
        } else {
            let formula = rate_formula(row, held);
            sheet.figure(
                row.at(4),
                formula.as_deref(),
                result.execution_rate.map(shown_rate),
                Look::Percent,
            )?;
        }
        let amount = |column| required(fund.amounts.get(column), Field::FundAmount(fund.id, column));
        let change = amount(Column::Adjusted).and_then(|adjusted| Ok(adjusted - amount(Column::Initial)?));
        if fund.amounts.is_blank() {
            sheet.text(row.at(5), "", Look::Change)?;
        } else {
            let formula = change_formula(row, held);
            sheet.figure(row.at(5), formula.as_deref(), change.map(Amount::decimal), Look::Change)?;
        }
        sheet.text(row.at(6), fund.reason.trim(), Look::Left)?;
    }
    let ends = rows.first().copied().zip(rows.last().copied());
    if let Some((first, last)) = ends {
        sheet.validate(first.at(1), last.at(3), &amount_rule()?)?;
    }
    let totals = &evaluation.money.totals;
    let typed = Column::ALL.iter().filter(|column| {
        let total = totals.get(**column);
        total.value.is_ok() && !total.is_locked()
    });
    let typed: Vec<&str> = typed.map(|column| column.label()).collect();
    let note = match typed.as_slice() {
        [] => String::new(),
        columns => format!("{}的合计是直接填写的。", columns.join("、")),
    };
    let row = sheet.row_for(&[(6, 6, &note)])?;
    sheet.text(row.at(0), "合计", Look::Sum)?;
    let held = Columns::from_fn(|column| {
        let value = totals.get(column).value;
        value.is_ok_and(|value| number::is_held(value.decimal()))
    });
    for column in Column::ALL {
        let total = totals.get(*column);
        let place = sheet_column(*column);
        let parts_held = draft.budget.funds.iter().all(|fund| is_held(fund.amounts.get(*column)));
        let formula = ends
            .filter(|_| total.is_locked() && parts_held)
            .map(|(first, last)| format!("SUM({})", first.at(place).to(last.at(place))));
        match (formula, total.value) {
            // A typed total keeps every digit.
            (None, Ok(value)) => sheet.number(row.at(place), value.decimal(), Look::SumAmount)?,
            (formula, value) => {
                let value = value.map(Amount::decimal);
                sheet.figure(row.at(place), formula.as_deref(), value, Look::SumAmount)?;
            }
        }
    }
    let rate = evaluation.money.execution_rate.map(shown_rate);
    let formula = rate_formula(row, held.adjusted && held.executed);
    sheet.figure(row.at(4), formula.as_deref(), rate, Look::SumPercent)?;
    let change = evaluation.money.adjustment.map(Amount::decimal);
    let formula = change_formula(row, held.adjusted && held.initial);
    sheet.figure(row.at(5), formula.as_deref(), change, Look::SumChange)?;
    sheet.text(row.at(6), &note, Look::Left)?;
    Ok((Totals { row, held }, ends))
}

fn rate_formula(row: Row, held: bool) -> Option<String> {
    held.then(|| format!("ROUND({}/{},4)", row.at(3).cell(), row.at(2).cell()))
}

fn change_formula(row: Row, held: bool) -> Option<String> {
    held.then(|| format!("{}-{}", row.at(2).cell(), row.at(1).cell()))
}

/// The three amounts of a row as typed; whether a cell holds all that were accepted.
fn amounts(sheet: &mut Sheet<'_>, row: Row, amounts: &TypedAmounts) -> Result<bool, XlsxError> {
    for column in Column::ALL {
        entry(sheet, row.at(sheet_column(*column)), amounts.get(*column))?;
    }
    Ok(Column::ALL.iter().all(|column| is_held(amounts.get(*column))))
}

fn is_held(entry: &Entry<Amount>) -> bool {
    entry.value().is_none_or(|amount| number::is_held(amount.decimal()))
}

fn entry(sheet: &mut Sheet<'_>, area: Area, entry: &Entry<Amount>) -> Result<(), XlsxError> {
    match entry.value() {
        Some(amount) => sheet.number(area, amount.decimal(), Look::Amount),
        None => sheet.text(area, &entry.text(), Look::Right),
    }
}

/// 执行率、预算调整、结转结余; gives the first of their rows.
fn below(sheet: &mut Sheet<'_>, evaluation: &Evaluation, totals: Totals) -> Result<u32, XlsxError> {
    sheet.row(12)?;
    let head = sheet.row(20)?;
    sheet.text(head.at(0), "项目", Look::Head)?;
    sheet.text(head.at(1), "数值", Look::Head)?;
    sheet.text(head.across(2, 6), "怎么算", Look::Head)?;
    for what in Below::ALL {
        let row = sheet.row(20)?;
        let (name, how) = what.words();
        sheet.text(row.at(0), name, Look::Left)?;
        let formula = what.formula(totals);
        sheet.figure(row.at(1), formula.as_deref(), what.value(evaluation), what.look())?;
        let how = match what.look() {
            Look::Percent => format!("{how}，四舍五入，保留两位小数"),
            _ => how.to_owned(),
        };
        sheet.text(row.across(2, 6), &how, Look::Left)?;
    }
    Ok(head.bottom + 1)
}

/// 按支出性质.
fn natures(sheet: &mut Sheet<'_>, draft: &Draft, evaluation: &Evaluation) -> Result<(), XlsxError> {
    if SpendingNature::ALL
        .iter()
        .all(|nature| draft.budget.nature(*nature).is_blank())
    {
        return Ok(());
    }
    sheet.row(12)?;
    let labels = Column::ALL.iter().map(|column| column.label());
    let words: Vec<&str> = std::iter::once("支出性质").chain(labels).collect();
    sheet.head_line(&words)?;
    let mut rows = Vec::new();
    let mut held = true;
    for nature in SpendingNature::ALL {
        let row = sheet.row(20)?;
        sheet.text(row.at(0), nature.label(), Look::Left)?;
        held &= amounts(sheet, row, draft.budget.nature(*nature))?;
        rows.push(row);
    }
    let sum = sheet.row(20)?;
    sheet.text(sum.at(0), "合计", Look::Sum)?;
    let [first, .., last] = rows.as_slice() else {
        return Ok(());
    };
    sheet.validate(first.at(1), last.at(3), &amount_rule()?)?;
    for column in Column::ALL {
        let place = sheet_column(*column);
        let formula = format!("SUM({})", first.at(place).to(last.at(place)));
        let value = evaluation.money.natures.get(*column).map(Amount::decimal);
        sheet.figure(sum.at(place), held.then_some(&*formula), value, Look::SumAmount)?;
    }
    Ok(())
}

/// 监控节点: the month, what was spent by then, and both kinds of progress.
fn checkpoints(
    sheet: &mut Sheet<'_>,
    draft: &Draft,
    evaluation: &Evaluation,
    totals: Totals,
) -> Result<Vec<Row>, XlsxError> {
    let mut rows = Vec::new();
    if draft.monitoring.checkpoints.is_empty() {
        return Ok(rows);
    }
    sheet.row(12)?;
    let head = sheet.head_line(&["截至月份", "累计执行数", "支出进度", "序时进度"])?;
    sheet.text(head.across(4, 6), "说明", Look::Head)?;
    for (checkpoint, result) in draft.monitoring.checkpoints.iter().zip(&evaluation.money.checkpoints) {
        let row = sheet.row_for(&[(4, 6, checkpoint.note.trim())])?;
        rows.push(row);
        let month = checkpoint.month.value().map(|month| Decimal::from(month.get()));
        match month {
            Some(month) => sheet.number(row.at(0), month, Look::Whole)?,
            None => sheet.text(row.at(0), &checkpoint.month.text(), Look::Centre)?,
        }
        entry(sheet, row.at(1), &checkpoint.executed)?;
        let adjusted = totals.cell(Column::Adjusted).map(Area::cell);
        let adjusted = adjusted.filter(|_| is_held(&checkpoint.executed));
        let formula = adjusted.map(|adjusted| format!("ROUND({}/{adjusted},4)", row.at(1).cell()));
        sheet.figure(
            row.at(2),
            formula.as_deref(),
            result.spending_progress.map(shown_rate),
            Look::Percent,
        )?;
        let formula = format!("ROUND({}/12,4)", row.at(0).cell());
        sheet.figure(
            row.at(3),
            Some(&formula),
            result.time_progress.map(shown_rate),
            Look::Percent,
        )?;
        sheet.text(row.across(4, 6), checkpoint.note.trim(), Look::Left)?;
    }
    Ok(rows)
}
