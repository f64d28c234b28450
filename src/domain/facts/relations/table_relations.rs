//! 表内勾稽: what must agree in a table that stays in a text: its totals, its rates and shares, scores within their weights.

use crate::domain::draft::field::Field;

use rust_decimal::Decimal;

use super::columns;
use crate::domain::facts::judging::ledger::Ledger;
use crate::domain::facts::judging::relation::{Id, Relation, Verdict};
use crate::domain::facts::judging::slip::{is_slip, is_swapped, looks_like};
use crate::domain::facts::reading::fact::{Fact, Measure, Period, Place, Subject};
use crate::domain::facts::reading::printed::{Kind, Printed};
use crate::domain::facts::reading::table::{Column, Table};

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
    let total = total.or_else(|| (0..table.rows.len()).find(|place| table.is_of_periods(text, *place)));
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
    row_totals(table, text, &ids, ledger);
    what_is_left(table, text, &ids, ledger);
    columns::add(&ids, total, ledger);
}

/// 合计, 小计 at the head of a column: in each row what the columns before it make, or those behind it; which of them, most
/// rows say.
fn row_totals(table: &Table, text: &str, ids: &[Vec<Option<Id>>], ledger: &mut Ledger) {
    const HEADS: [&str; 6] = ["合计", "小计", "总计", "共计", "合 计", "小 计"];
    for place in 0..table.columns.len() {
        if !table
            .head(text, place)
            .is_some_and(|head| HEADS.iter().any(|word| head.starts_with(word)))
        {
            continue;
        }
        let sums = |parts: std::ops::Range<usize>| -> Vec<Relation> {
            let sum = |row: &Vec<Option<Id>>| {
                let total = (*row.get(place)?)?;
                let parts: Option<Vec<Id>> = row.get(parts.clone())?.iter().copied().collect();
                let parts = parts.filter(|parts| parts.len() > 2)?;
                let kind = |id: Id| ledger.number(id).map(|number| &number.kind);
                let is_alike = parts.iter().all(|part| kind(*part) == kind(total));
                is_alike.then_some(Relation::Sum {
                    total,
                    parts,
                    complete: true,
                })
            };
            ids.iter().filter_map(sum).collect()
        };
        // The names stand before the first number.
        let first = (0..place).find(|place| ids.iter().all(|row| row.get(*place).copied().flatten().is_some()));
        let before = first.map(|first| sums(first..place)).unwrap_or_default();
        let behind = sums(place + 1..table.columns.len());
        let held = |relations: &[Relation]| {
            let holds = |relation: &&Relation| ledger.judge(relation) == Verdict::Holds;
            relations.iter().filter(holds).count()
        };
        let best = if held(&before) >= held(&behind) { before } else { behind };
        let near = |relation: &Relation| is_nearly(relation, ledger);
        let is_shown = held(&best) > 1 && held(&best) * 2 > best.len();
        if is_shown || held(&best) > 0 && best.iter().all(near) {
            ledger.relations.extend(best);
        }
    }
}

/// 结余 at the head of a column beside 预算 and 支出: what is left of the one by the other, where a row shows it and a slip
/// keeps another from doing so.
fn what_is_left(table: &Table, text: &str, ids: &[Vec<Option<Id>>], ledger: &mut Ledger) {
    const LEFT: [&str; 4] = ["结余", "结转", "未执行", "剩余"];
    let left = (0..table.columns.len()).find(|place| {
        let head = table.head(text, *place);
        head.is_some_and(|head| LEFT.iter().any(|word| head.contains(word)) && !head.contains(['率', '上', '初']))
    });
    let is_budget = |head: &str| head.contains("预算");
    let is_spent = |head: &str| head.contains("支出") || head.contains("执行") || head.contains("决算");
    let find = |fits: &dyn Fn(&str) -> bool| {
        let fits = |place: &usize| {
            table
                .head(text, *place)
                .is_some_and(|head| fits(head) && !head.contains(['率', '方', '项', '类']))
        };
        let mut all = (0..table.columns.len())
            .filter(|place| Some(*place) != left)
            .filter(fits);
        all.next().filter(|_| all.next().is_none())
    };
    let (Some(left), Some(budget), Some(spent)) = (left, find(&is_budget), find(&is_spent)) else {
        return;
    };
    let at = |row: &[Option<Id>], place: usize| *row.get(place)?;
    let relation = |row: &Vec<Option<Id>>| {
        Some(Relation::Difference {
            of: at(row, left)?,
            more: at(row, budget)?,
            less: at(row, spent)?,
        })
    };
    let all: Vec<Relation> = ids.iter().filter_map(relation).collect();
    let (held, open): (Vec<Relation>, Vec<Relation>) = all
        .into_iter()
        .partition(|relation| ledger.judge(relation) == Verdict::Holds);
    let all_open = open.clone();
    let slips: Vec<Relation> = open.into_iter().filter(|relation| is_slip(relation, ledger)).collect();
    let is_alone = held.len() > 1 && slips.is_empty();
    let slips = if is_alone { all_open } else { slips };
    if !held.is_empty() && slips.len() == 1 {
        ledger.relations.extend(slips);
    }
    ledger.agreeing.extend(held);
}

/// Whether the parts of a sum make what is said, or nearly: a tenth less or more.
fn is_nearly(relation: &Relation, ledger: &Ledger) -> bool {
    let Relation::Sum { total, parts, .. } = relation else {
        return false;
    };
    let value = |id: &Id| ledger.number(*id).map(|number| number.value).unwrap_or_default();
    let sum: Decimal = parts.iter().map(value).sum();
    let apart = (value(total) - sum).abs();
    apart.checked_mul(Decimal::TEN).is_some_and(|apart| apart <= sum.abs())
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
            // What is more than each of them, and not far from all together, adds them up: an average is not, nor is a
            // number of another whole.
            let is_sum = !by_slip && parts.iter().all(|part| value(*part).is_some_and(|part| part < stated));
            let is_close = missing.abs().checked_mul(Decimal::TEN)? <= stated.abs();
            (is_slip || is_sum && is_close).then_some(relation)
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
