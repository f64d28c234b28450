//! 资金 in tables: rows of sources and natures below the heads of budget and execution.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use crate::documents::import::recognised::{Slot, Source};
use crate::documents::import::text::columns;
use crate::documents::import::text::columns::heads;
use crate::documents::import::text::labels;
use crate::documents::import::text::money_words::{RowKind, is_else, names_projects, row_kind};
use crate::domain::draft::budget::{Column, FundSource};
use crate::domain::prose::year::years;
use crate::domain::values::amount::Amount;
use crate::domain::values::input::{Choice, Value as _};

use super::amounts::{FoundAmount, PrintedRate, bracketed_unit, unit_before, unit_elsewhere, unit_in, unit_of_row};
use super::funds::{Funds, printed_rate};
use super::text::Text;
use super::title::is_of_project;
use super::{approved, money_labels};

/// The blocks of money of a text: those of the whole. A text that is one list of projects and no report, or is about one
/// project, has that list's sum.
fn blocks<'t>(text: &Text<'t>, is_told: bool) -> Vec<Funds<'t>> {
    let (mut lists, whole): (Vec<_>, Vec<_>) = all_blocks(text).into_iter().partition(|block| block.is_list);
    let is_list = !text.has_headings() || is_of_project(text);
    if is_told || !is_list || whole.iter().any(|block| !block.rows.is_empty()) || !approved::recognise(text).is_empty()
    {
        return whole;
    }
    for list in &mut lists {
        list.rows.retain(|(_, kind, _)| *kind == RowKind::Total);
        list.unknown.clear();
    }
    // Of several lists none is the whole.
    lists.retain(|list| !list.rows.is_empty());
    if lists.len() > 1 { Vec::new() } else { lists }
}

/// The unit that the heads of money name, or what frames them; 亩均支出（元） beside them is none.
fn head_unit(cells: &[String], columns: &[Option<columns::Column>]) -> Option<&'static str> {
    let is_money =
        |column: &Option<columns::Column>| matches!(column, Some(columns::Column::Money(_) | columns::Column::Budget));
    let first = columns.iter().position(is_money).unwrap_or_default();
    let heads = cells
        .iter()
        .zip(columns)
        .filter(|(_, column)| is_money(column))
        .map(|(cell, _)| cell);
    heads.chain(cells.iter().take(first)).find_map(|cell| unit_in(cell))
}

/// The columns of the report's year: 2021年决算数 beside 2022年决算数, and 上年决算数, are of another.
fn of_this_year(mut columns: Vec<Option<columns::Column>>, cells: &[String]) -> Vec<Option<columns::Column>> {
    let year = |cell: &String| years(cell).last().map(|year| year.year);
    let latest = cells.iter().filter_map(year).max();
    for (column, cell) in columns.iter_mut().zip(cells) {
        let is_money = matches!(column, Some(columns::Column::Money(_) | columns::Column::Budget));
        let is_last = ["上年", "上一年", "去年"].iter().any(|word| cell.contains(word));
        if is_money && (is_last || year(cell).is_some_and(|year| Some(year) < latest)) {
            *column = None;
        }
    }
    columns
}

fn all_blocks<'t>(text: &Text<'t>) -> Vec<Funds<'t>> {
    let mut found: Vec<Funds<'t>> = Vec::new();
    for (place, grid) in text.grids() {
        let mut unit = unit_before(text, place);
        let mut open = false;
        for (row, cells) in grid.iter().enumerate() {
            let columns = of_this_year(heads(cells), cells);
            let known = columns.iter().flatten().count();
            let is_money =
                |column: &&columns::Column| matches!(column, columns::Column::Money(_) | columns::Column::Budget);
            let money = columns.iter().flatten().filter(is_money).count();
            let has_rate = columns.contains(&Some(columns::Column::Rate));
            if money >= 2 || money == 1 && has_rate {
                unit = head_unit(cells, &columns).or(unit);
                open = true;
                let has = |word: &str| cells.iter().any(|cell| cell.contains(word));
                found.push(Funds {
                    place,
                    head: columns,
                    unit,
                    rows: Vec::new(),
                    unknown: Vec::new(),
                    is_assumed: false,
                    by_office: has("预算单位") || has("单位名称"),
                    // 项目名称 with a name behind it, beside the heads, is the label of the form.
                    is_list: cells.iter().any(|cell| names_projects(cell)) && labels::values(cells).next().is_none(),
                    is_of_items: cells.iter().any(|cell| columns::bare(cell) == "项目"),
                    doubt: None,
                });
                continue;
            }
            unit = unit_of_row(cells).or(unit);
            // Another header ends the block of money.
            open &= known < 3;
            let kind = cells.iter().take(3).find_map(|cell| row_kind(cell));
            if let (true, Some(block)) = (open, found.last_mut()) {
                // 项目资金（元） may stand beside the rows instead of the heads.
                block.unit = cells.iter().find_map(|cell| bracketed_unit(cell)).or(block.unit);
                let amounts = block.amounts(cells);
                match kind {
                    Some(kind) => block.rows.push((row, kind, cells)),
                    // The only row of a form without sources has no name of its own.
                    // 三公经费 above its kinds is another whole, and so is what follows.
                    None if block.rows.is_empty() && !block.is_list && amounts >= 2 => {
                        block.is_list = cells.iter().take(2).any(|cell| is_else(cell));
                        block.is_assumed = !block.is_list;
                        block
                            .rows
                            .extend(block.is_assumed.then_some((row, RowKind::Total, cells.as_slice())));
                    }
                    None if !block.rows.is_empty() && amounts >= 1 => block.unknown.push((row, cells)),
                    None => {}
                }
            }
        }
    }
    // 科目 above 基本支出 and 项目支出: no list of projects.
    for block in found.iter_mut().filter(|block| block.unknown.is_empty()) {
        block.is_list &= !block.rows.iter().any(|(_, kind, _)| matches!(kind, RowKind::Nature(_)));
    }
    // 局机关 98.60 above 合计: of offices, and where the rows make it, the row that is called the total is the whole, not
    // the first one.
    for block in &mut found {
        let named = block.rows.iter().skip(1).find(|(_, kind, _)| *kind == RowKind::Total);
        let Some((_, _, total)) = named.filter(|_| block.is_assumed) else {
            continue;
        };
        // Rows of which none is a source are projects or offices.
        block.by_office |= block.makes(total);
        if block.by_office {
            let (row, _, cells) = block.rows.remove(0);
            block.unknown.insert(0, (row, cells));
            block.is_list |= block.is_of_items && block.rows.iter().all(|(_, kind, _)| *kind == RowKind::Total);
        }
    }
    with_units(text, &mut found);
    found
}

/// Gives blocks whose unit nothing near them states the one that the text states elsewhere, or that its words or the
/// size of the amounts speak for.
fn with_units(text: &Text<'_>, blocks: &mut [Funds<'_>]) {
    for block in blocks.iter_mut().filter(|block| block.unit.is_none()) {
        let rows = block.rows.iter();
        let readings = rows.flat_map(|(row, kind, cells)| block.readings(*row, *kind, cells));
        let amounts: Vec<Amount> = readings.map(|reading| reading.amount).collect();
        (block.unit, block.doubt) = unit_elsewhere(text, &amounts, is_of_project(text));
    }
}

/// The amounts of tables with columns for budget and execution, or of labels with an amount behind them.
/// `is_told`: whether the words of the text tell amounts as well.
pub(super) fn recognise(text: &Text<'_>, is_told: bool) -> Vec<FoundAmount> {
    let mut found = Vec::new();
    for block in blocks(text, is_told) {
        let mut own: Vec<FoundAmount> = Vec::new();
        for (row, kind, cells) in &block.rows {
            own.extend(block.readings(*row, *kind, cells));
        }
        let mut others: Vec<FoundAmount> = Vec::new();
        for (row, cells) in &block.unknown {
            others.extend(block.readings(*row, RowKind::Source(FundSource::Other), cells));
        }
        // Rows of unknown words are sources where they make the total whole.
        if !others.is_empty() && !block.by_office && Column::ALL.iter().all(|column| is_whole(&own, &others, *column)) {
            own.append(&mut others);
        }
        found.append(&mut own);
    }
    if found.is_empty() {
        found = money_labels::recognise(text).0;
    }
    if found.is_empty() {
        found = approved::recognise(text);
    }
    summed(found)
}

/// Whether the sources of a column and further rows make its total, if it has one.
fn is_whole(own: &[FoundAmount], others: &[FoundAmount], column: Column) -> bool {
    let total = own.iter().find(|reading| reading.slot == Slot::Money(None, column));
    let is_part = |reading: &&FoundAmount| matches!(reading.slot, Slot::Money(Some(_), own) if own == column);
    let parts = own.iter().chain(others).filter(is_part).map(|reading| reading.amount);
    total.is_none_or(|total| total.amount == parts.sum())
}

/// The printed execution rates of rows that are totals.
pub(super) fn rates(text: &Text<'_>, is_told: bool) -> Vec<PrintedRate> {
    let mut found = Vec::new();
    let blocks = blocks(text, is_told);
    if blocks.iter().all(|block| block.rows.is_empty()) {
        found.extend(money_labels::recognise(text).1);
    }
    for block in blocks {
        let totals = block.rows.iter().filter(|(_, kind, _)| *kind == RowKind::Total);
        for (row, _, cells) in totals {
            let rated = block
                .head
                .iter()
                .zip(*cells)
                .find(|(column, _)| **column == Some(columns::Column::Rate));
            if let Some((rate, text)) = rated.and_then(|(_, cell)| printed_rate(cell, block.rate(cells))) {
                found.push(PrintedRate {
                    rate,
                    text,
                    source: Source::row(block.place, *row),
                    at_home: true,
                    may_be_of_part: false,
                    is_named: true,
                });
            }
        }
    }
    found
}

/// Rows of the same source, as one: 中央补助 and 区级配套 together where that comes nearer to the total; otherwise the
/// first, because a row for the money of one kind within another (其中：……) names its source twice.
fn summed(found: Vec<FoundAmount>) -> Vec<FoundAmount> {
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
    let mut rows: Vec<FoundAmount> = Vec::with_capacity(found.len());
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
