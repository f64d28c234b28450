//! 资金 in tables: rows of sources and natures below the heads of budget and execution.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use crate::documents::import::columns;
use crate::documents::import::columns::heads;
use crate::documents::import::recognised::{Slot, Source};
use crate::domain::draft::budget::Column;
use crate::domain::values::amount::Amount;
use crate::domain::values::input::{Choice, Entry, Value as _};

use super::amounts::{Reading, typed};
use super::money_words::{RowKind, names_projects, row_kind};
use super::text::Text;

/// The amounts of tables with columns for budget and execution.
pub(super) fn recognise(text: &Text<'_>) -> Vec<Reading> {
    let mut found = Vec::new();
    for (place, grid) in text.grids() {
        let mut head: Vec<Option<columns::Column>> = Vec::new();
        let mut unit = unit_before(text, place);
        for (row, cells) in grid.iter().enumerate() {
            let columns = heads(cells);
            let money = |columns: &[Option<columns::Column>]| {
                columns
                    .iter()
                    .flatten()
                    .filter(|column| matches!(column, columns::Column::Money(_)))
                    .count()
            };
            if money(&columns) >= 2 {
                unit = cells.iter().find_map(|cell| unit_in(cell)).or(unit);
                // The total of projects or of kinds of spending is a part of the whole, or the whole once more.
                let is_of_sources = !cells.iter().take(2).any(|cell| names_projects(cell));
                head = if is_of_sources { columns } else { Vec::new() };
                continue;
            }
            // Another header ends the block of money.
            if columns.iter().flatten().count() >= 3 {
                head.clear();
            }
            let Some(kind) = cells.iter().take(3).find_map(|cell| row_kind(cell)) else {
                continue;
            };
            for (cell, column) in cells.iter().zip(&head) {
                let Some(columns::Column::Money(column)) = column else {
                    continue;
                };
                let plain = cell.trim();
                let written = match unit {
                    Some(unit) if plain.ends_with(|c: char| c.is_numeric()) => format!("{plain}{unit}"),
                    _ => plain.to_owned(),
                };
                if let Entry::Accepted(amount) = Entry::<Amount>::read(&written) {
                    found.push(Reading {
                        slot: match kind {
                            RowKind::Total => Slot::Money(None, *column),
                            RowKind::Source(source) => Slot::Money(Some(source), *column),
                            RowKind::Nature(nature) => Slot::Nature(nature, *column),
                        },
                        text: typed(&written),
                        amount,
                        source: Source::row(place, row),
                        others: Vec::new(),
                        at_home: true,
                        is_named: unit.is_some(),
                        is_vague: false,
                    });
                }
            }
        }
    }
    summed(found)
}

/// Rows of the same source, as one: 中央补助 and 区级配套 together where that comes nearer to the total; otherwise the
/// first, because a row for the money of one kind within another (其中：……) names its source twice.
fn summed(found: Vec<Reading>) -> Vec<Reading> {
    let of = |column: Column| {
        let own = found
            .iter()
            .filter(move |reading| matches!(reading.slot, Slot::Money(_, own) if own == column));
        own.map(|reading| (reading.slot, reading.amount.decimal()))
    };
    let is_nearer = |column: &Column| {
        let total = of(*column).find(|(slot, _)| *slot == Slot::Money(None, *column));
        let sources = || of(*column).filter(|(slot, _)| *slot != Slot::Money(None, *column));
        let all: Decimal = sources().map(|(_, amount)| amount).sum();
        let mut seen = BTreeSet::new();
        let first: Decimal = sources()
            .filter(|(slot, _)| seen.insert(*slot))
            .map(|(_, amount)| amount)
            .sum();
        total.is_some_and(|(_, total)| (all - total).abs() < (first - total).abs())
    };
    let full: Vec<Column> = Column::ALL.iter().copied().filter(is_nearer).collect();
    let mut rows: Vec<Reading> = Vec::with_capacity(found.len());
    for reading in found {
        let Some(first) = rows.iter_mut().find(|first| first.slot == reading.slot) else {
            rows.push(reading);
            continue;
        };
        if matches!(reading.slot, Slot::Money(Some(_), column) if full.contains(&column))
            && first.source.passage == reading.source.passage
        {
            first.amount = [first.amount, reading.amount].into_iter().sum();
            first.text = first.amount.written();
            first.others.push(reading.source);
        }
    }
    rows
}

fn unit_in(text: &str) -> Option<&'static str> {
    ["亿元", "万元", "千元"]
        .into_iter()
        .find(|unit| text.contains(unit))
        .or_else(|| text.contains('元').then_some("元"))
}

/// 单位：万元 above a table.
fn unit_before(text: &Text<'_>, place: usize) -> Option<&'static str> {
    let above = text.paragraphs().rev().skip_while(|(other, _)| *other > place).take(2);
    above
        .filter(|(other, words)| place - other <= 2 && words.contains("单位"))
        .find_map(|(_, words)| unit_in(words))
}
