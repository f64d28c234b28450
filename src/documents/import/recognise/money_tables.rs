//! 资金 in tables: rows of sources and natures below the heads of budget and execution.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use crate::documents::import::recognised::{Slot, Source};
use crate::documents::import::text::columns;
use crate::documents::import::text::columns::heads;
use crate::domain::draft::budget::{Column, FundSource};
use crate::domain::prose::number::plain_number;
use crate::domain::values::amount::Amount;
use crate::domain::values::input::{Choice, Entry, Value as _};
use crate::domain::values::rate::Rate;
use crate::domain::values::rounding;

use super::amounts::{FoundAmount, PrintedRate, bracketed_unit, reading, stated_unit, unit_before, unit_in};
use super::approved;
use super::money_words::{RowKind, names_projects, row_kind};
use super::text::Text;
use super::title::is_of_project;

/// A block of money: a head with columns for budget and execution, and the rows below it.
struct Funds<'t> {
    place: usize,
    head: Vec<Option<columns::Column>>,
    unit: Option<&'static str>,
    rows: Vec<(usize, RowKind, &'t [String])>,
    /// Rows below the total with amounts, of which the words do not say what they are.
    unknown: Vec<(usize, &'t [String])>,
    /// Whether the first row has no name by which it would be the total.
    is_assumed: bool,
    /// Whether its rows are offices or projects and not sources.
    by_office: bool,
    /// Whether its rows are projects, or what was bought: their sum is a part of the office's money, or the whole once
    /// more.
    is_list: bool,
    /// Whether its rows are headed 项目, which may be projects or any items.
    is_of_items: bool,
}

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

fn all_blocks<'t>(text: &Text<'t>) -> Vec<Funds<'t>> {
    let mut found: Vec<Funds<'t>> = Vec::new();
    for (place, grid) in text.grids() {
        let mut unit = unit_before(text, place);
        let mut open = false;
        for (row, cells) in grid.iter().enumerate() {
            let columns = heads(cells);
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
                    is_list: cells.iter().any(|cell| names_projects(cell)),
                    is_of_items: cells.iter().any(|cell| columns::bare(cell) == "项目"),
                });
                continue;
            }
            unit = cells.iter().find_map(|cell| stated_unit(cell)).or(unit);
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
                    None if block.rows.is_empty() && !block.is_list && amounts >= 2 => {
                        block.rows.push((row, RowKind::Total, cells));
                        block.is_assumed = true;
                    }
                    None if !block.rows.is_empty() && amounts >= 1 => block.unknown.push((row, cells)),
                    None => {}
                }
            }
        }
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
    found
}

impl Funds<'_> {
    /// What the columns mean. 预算数 says nothing of when the budget was made: beside a first budget it is the adjusted
    /// one and beside an adjusted one the first; alone it is the one that the printed rates are of. Says also whether
    /// that is sure.
    fn columns(&self) -> (Vec<Option<Column>>, bool) {
        let has = |column| self.head.contains(&Some(columns::Column::Money(column)));
        let (budget, sure) = match (has(Column::Initial), has(Column::Adjusted)) {
            (false, true) => (Column::Initial, true),
            (true, false) => (Column::Adjusted, true),
            _ => (Column::Adjusted, self.rates_hold()),
        };
        let meaning = |column: &Option<columns::Column>| match column {
            Some(columns::Column::Money(column)) => Some(*column),
            Some(columns::Column::Budget) => Some(budget),
            _ => None,
        };
        (self.head.iter().map(meaning).collect(), sure)
    }

    /// Whether every printed rate is that of what was spent on 预算数, and there is one.
    fn rates_hold(&self) -> bool {
        let cell = |cells: &[String], wanted: columns::Column| {
            let at = self.head.iter().position(|column| *column == Some(wanted))?;
            cells.get(at).cloned()
        };
        let held = |cells: &[String]| {
            let amount = |column| Entry::<Amount>::read(&cell(cells, column)?).value().copied();
            let rate = Rate::read(&cell(cells, columns::Column::Rate)?).ok()?;
            let spent = amount(columns::Column::Money(Column::Executed))?;
            let own = Rate::of_amounts(spent, amount(columns::Column::Budget)?)?;
            Some(is_as_printed(own, rate))
        };
        let all: Vec<bool> = self.rows.iter().filter_map(|(_, _, cells)| held(cells)).collect();
        !all.is_empty() && all.iter().all(|held| *held)
    }
}

impl Funds<'_> {
    /// How many amounts a row has.
    fn amounts(&self, cells: &[String]) -> usize {
        let (columns, _) = self.columns();
        let own = columns
            .iter()
            .zip(cells)
            .filter(|(column, cell)| column.is_some() && matches!(Entry::<Amount>::read(cell), Entry::Accepted(_)));
        let mut own: Vec<Column> = own.filter_map(|(column, _)| *column).collect();
        own.dedup();
        own.len()
    }

    /// Whether the first row and those of unknown names make a row in every column of money.
    fn makes(&self, total: &[String]) -> bool {
        let (columns, _) = self.columns();
        let amount = |cells: &[String], at: usize| Entry::<Amount>::read(cells.get(at)?).value().copied();
        let first = self.rows.first().map(|(_, _, cells)| *cells);
        let parts = || first.into_iter().chain(self.unknown.iter().map(|(_, cells)| *cells));
        let mut own = columns.iter().enumerate().filter(|(_, column)| column.is_some());
        let is_sum = |at: usize| {
            let sum: Amount = parts().filter_map(|cells| amount(cells, at)).sum();
            amount(total, at) == Some(sum)
        };
        self.unknown.len() > 1 && own.all(|(at, _)| is_sum(at))
    }

    /// What a row spent of its adjusted budget.
    fn rate(&self, cells: &[String]) -> Option<Rate> {
        let (columns, _) = self.columns();
        let amount = |wanted: Column| {
            let at = columns.iter().position(|column| *column == Some(wanted))?;
            Entry::<Amount>::read(cells.get(at)?).value().copied()
        };
        Rate::of_amounts(amount(Column::Executed)?, amount(Column::Adjusted)?)
    }
}

/// Whether a rate is the printed one, to its decimals.
fn is_as_printed(own: Rate, printed: Rate) -> bool {
    let places = printed.percent().normalize().scale();
    rounding::half_away_from_zero(own.percent(), places) == printed.percent().normalize()
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

impl Funds<'_> {
    /// The amounts of a row. A merged cell stands in several places and counts once.
    fn readings(&self, row: usize, kind: RowKind, cells: &[String]) -> Vec<FoundAmount> {
        let (columns, sure) = self.columns();
        let mut found: Vec<FoundAmount> = Vec::new();
        for (cell, column) in cells.iter().zip(&columns) {
            let Some(column) = column else { continue };
            let slot = kind.slot(*column);
            if found.iter().any(|reading| reading.slot == slot) {
                continue;
            }
            let is_vague = !sure && *column == Column::Adjusted;
            found.extend(reading(cell, slot, self.unit, Source::row(self.place, row), is_vague));
        }
        found
    }
}

impl RowKind {
    /// Where the amount of such a row goes.
    pub(super) fn slot(self, column: Column) -> Slot {
        match self {
            RowKind::Total => Slot::Money(None, column),
            RowKind::Source(source) => Slot::Money(Some(source), column),
            RowKind::Nature(nature) => Slot::Nature(nature, column),
        }
    }
}

/// The printed execution rates of rows that are totals.
pub(super) fn rates(text: &Text<'_>, is_told: bool) -> Vec<PrintedRate> {
    let mut found = Vec::new();
    for block in blocks(text, is_told) {
        let totals = block.rows.iter().filter(|(_, kind, _)| *kind == RowKind::Total);
        for (row, _, cells) in totals {
            let rated = block
                .head
                .iter()
                .zip(*cells)
                .find(|(column, _)| **column == Some(columns::Column::Rate));
            // In a column headed %, numbers stand without the sign, or as a share: the one that the amounts make.
            let bare = rated.map(|(_, cell)| cell.trim().trim_end_matches(['%', '％']).to_owned());
            let share = bare
                .as_deref()
                .and_then(plain_number)
                .map(|share| share * Decimal::ONE_HUNDRED);
            let is_share = share
                .zip(block.rate(cells))
                .filter(|(share, own)| is_as_printed(*own, Rate::from_percent(*share)));
            let text = match is_share {
                Some((share, _)) => Some(format!("{}%", share.normalize())),
                None => bare
                    .filter(|text| plain_number(text).is_some())
                    .map(|text| format!("{text}%")),
            };
            if let Some((text, rate)) = text.and_then(|text| Some((text.clone(), Rate::read(&text).ok()?))) {
                found.push(PrintedRate {
                    rate,
                    text,
                    source: Source::row(block.place, *row),
                    at_home: true,
                    may_be_of_part: false,
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
