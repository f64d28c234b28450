//! 表内勾稽: what must agree in a table that stays in a text: its totals, its rates and shares, scores within their weights.

use crate::domain::draft::field::Field;

use super::columns;
use super::fact::{Fact, Measure, Period, Place, Subject};
use super::ledger::Ledger;
use super::printed::{Kind, Printed};
use super::relation::{Id, Relation, Verdict};
use super::slip::{is_swapped, looks_like};
use super::table::{Column, Table};

/// Takes the numbers of the table and what must agree among them into a ledger.
pub fn add(table: &Table, field: Field, text: &str, ledger: &mut Ledger) {
    let has_subtotals = table.rows.iter().any(|row| {
        let mut cells = row.iter();
        cells.any(|cell| ["小计", "其中"].iter().any(|word| text[cell.clone()].starts_with(word)))
    });
    let mut ids: Vec<Vec<Option<Id>>> = Vec::new();
    for row in &table.rows {
        let cells = row.iter().zip(&table.columns);
        let numbers = cells.map(|(cell, column)| {
            let number = number(&text[cell.clone()], *column)?;
            Some(ledger.add(Fact {
                at: Place::Text(field, cell.clone()),
                of: Subject::Named(table.cell(text, row, Column::Name).unwrap_or_default().to_owned()),
                what: measure(*column),
                when: Period::Own,
                number,
            }))
        });
        ids.push(numbers.collect());
    }
    let total = table.rows.iter().position(|row| Table::is_total(text, row));
    let at = |row: usize, column: Column| *ids.get(row)?.get(table.place(column)?)?;
    if let (Some(total), false) = (total, has_subtotals) {
        for (place, column) in table.columns.iter().enumerate() {
            // Weights and scores of a table that was read are held against each other as data; what stands below them
            // in the table is not read where a sentence says the total as well.
            let by_slip = field == Field::SourceText && is_of_marks(*column);
            if let Some(relation) = column_sum(table, text, &ids, total, (place, *column), by_slip, ledger) {
                ledger.relations.push(relation);
            }
        }
    }
    for row in 0..table.rows.len() {
        if let (Some(rate), Some(part), Some(whole)) =
            (at(row, Column::Rate), at(row, Column::Spent), at(row, Column::Budget))
        {
            ledger.relations.push(Relation::Ratio { rate, part, whole });
        }
        let all = total.and_then(|total| at(total, Column::Spent));
        if let (Some(rate), Some(part), Some(whole)) = (at(row, Column::Share), at(row, Column::Spent), all) {
            ledger.relations.push(Relation::Ratio { rate, part, whole });
        }
        for (less, more) in [(Column::Score, Column::Weight), (Column::Spent, Column::Budget)] {
            if field == Field::SourceText && is_of_marks(less) {
                continue;
            }
            if let (Some(less), Some(more)) = (at(row, less), at(row, more)) {
                ledger.relations.push(Relation::Bound { less, more });
            }
        }
    }
    columns::add(&ids, total, ledger);
}

fn is_of_marks(column: Column) -> bool {
    matches!(column, Column::Score | Column::Weight | Column::Target | Column::Actual)
}

/// 合计 of a column. Of a column whose head does not say that it adds up, only where a slip of one number keeps it from
/// doing so.
fn column_sum(
    table: &Table,
    text: &str,
    ids: &[Vec<Option<Id>>],
    total: usize,
    (place, column): (usize, Column),
    by_slip: bool,
    ledger: &Ledger,
) -> Option<Relation> {
    let sum = *ids.get(total)?.get(place)?;
    let sum = sum?;
    let mut parts: Vec<Id> = Vec::new();
    for (row, cells) in ids.iter().zip(&table.rows).take(total) {
        match row.get(place)? {
            Some(id) => parts.push(*id),
            // A dash or a blank adds nothing; words may stand for anything.
            None if text[cells.get(place)?.clone()].chars().all(|c| "—－-–/".contains(c)) => {}
            None => return None,
        }
    }
    // Numbers of two units do not add up.
    let kind = |id: &Id| ledger.number(*id).map(|number| number.kind.clone());
    if parts.iter().any(|part| kind(part) != kind(&sum)) {
        return None;
    }
    // Rates do not add up.
    let value = |id: &Id| ledger.number(*id).map(|number| number.value).unwrap_or_default();
    if ledger.number(sum).is_some_and(|number| number.kind == Kind::Percent) {
        return None;
    }
    // With subtotals among the rows everything is there twice.
    let doubled = value(&sum).checked_add(value(&sum));
    if doubled == Some(parts.iter().map(value).sum()) {
        return None;
    }
    let relation = Relation::Sum {
        total: sum,
        parts: parts.clone(),
        complete: true,
    };
    if parts.len() < 2 {
        return None;
    }
    match column {
        Column::Rate | Column::Share | Column::Name | Column::Unit => None,
        _ if by_slip || matches!(column, Column::Target | Column::Actual | Column::Other) => {
            let Verdict::Broken { expected } = ledger.judge(&relation) else {
                return Some(relation).filter(|_| !by_slip);
            };
            let value = |id: Id| ledger.number(id).map(|number| number.value);
            let stated = value(sum)?;
            let missing = stated.checked_sub(expected.middle())?;
            let mends = |part: &Id| {
                let part = value(*part)?;
                let meant = part.checked_add(missing)?;
                Some(looks_like(part, meant) || is_swapped(part, meant))
            };
            let is_near = looks_like(stated, expected.middle()) || is_swapped(stated, expected.middle());
            let is_slip = parts.len() > 2 && is_near || parts.iter().any(|part| mends(part) == Some(true));
            is_slip.then_some(relation)
        }
        _ => Some(relation),
    }
}

/// The number of a cell; rates and numbers of points often stand without their unit.
fn number(cell: &str, column: Column) -> Option<Printed> {
    let printed = Printed::read(cell)?;
    let kind = match (column, &printed.kind) {
        (Column::Rate | Column::Share, Kind::Bare | Kind::Percent) => Kind::Percent,
        (Column::Weight | Column::Score, Kind::Bare | Kind::Points) => Kind::Points,
        (Column::Budget | Column::Spent, Kind::Bare) => Kind::Bare,
        (Column::Budget | Column::Spent, Kind::Money) => Kind::Money,
        (Column::Target | Column::Actual | Column::Other, _) => return Some(printed),
        _ => return None,
    };
    Some(Printed { kind, ..printed })
}

fn measure(column: Column) -> Measure {
    match column {
        Column::Target => Measure::Target,
        Column::Actual => Measure::Actual,
        Column::Budget => Measure::Adjusted,
        Column::Spent => Measure::Executed,
        Column::Rate => Measure::Rate("执行率"),
        Column::Share => Measure::Share,
        Column::Weight => Measure::Weight,
        Column::Score => Measure::Score,
        Column::Name | Column::Unit | Column::Other => Measure::Plain,
    }
}
