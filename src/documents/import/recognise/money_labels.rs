//! 资金 of forms without columns for it: labels with an amount behind each, as 预算安排情况 | 412.00 | 资金执行情况 | 409.20.

use crate::documents::import::recognised::{Slot, Source};
use crate::documents::import::text::columns::{heads, is_header};
use crate::documents::import::text::labels::filled;
use crate::documents::import::text::money_words::{RowKind, column_of_label, row_kind};
use crate::documents::passage::Grid;
use crate::domain::draft::budget::Column;
use crate::domain::prose::number::plain_number;
use crate::domain::values::input::Value as _;
use crate::domain::values::parse::half_width;
use crate::domain::values::rate::Rate;
use crate::domain::vocabulary::money::{EXECUTION_RATES, OTHER_RATES};

use super::amounts::{FoundAmount, PrintedRate, bracketed_unit, reading, settle, unit_before, unit_of_row};
use super::text::Text;
use super::title::is_of_project;

/// The money of the first table that tells both a budget and what was spent of it, and the printed rate beside them.
pub(super) fn recognise(text: &Text<'_>) -> (Vec<FoundAmount>, Option<PrintedRate>) {
    let of = text.grids().find_map(|(place, grid)| {
        let found = of_grid(text, place, grid);
        let has = |columns: &[Column]| {
            let is_own = |own: &FoundAmount| matches!(own.slot, Slot::Money(None, column) if columns.contains(&column));
            found.0.iter().any(is_own)
        };
        (has(&[Column::Executed]) && has(&[Column::Initial, Column::Adjusted])).then_some(found)
    });
    of.unwrap_or_default()
}

fn of_grid(text: &Text<'_>, place: usize, grid: &Grid) -> (Vec<FoundAmount>, Option<PrintedRate>) {
    let is_head = |cells: &&Vec<String>| is_header(&heads(cells).into_iter().flatten().collect::<Vec<_>>());
    let rows: Vec<&Vec<String>> = grid.iter().take_while(|cells| !is_head(cells)).collect();
    let of_rows = || {
        let mut units = rows.iter().filter_map(|cells| unit_of_row(cells));
        let block = || rows.iter().copied().flatten().find_map(|cell| bracketed_unit(cell));
        units.next().or_else(block)
    };
    let unit = of_rows().or_else(|| unit_before(text, place));
    let mut found: Vec<FoundAmount> = Vec::new();
    let mut rate = None;
    for (row, cells) in rows.iter().enumerate() {
        for (label, number) in labelled_numbers(cells) {
            let source = Source::row(place, row);
            if let Some(own) = printed_rate(label, number, &source) {
                rate = rate.or(Some(own));
            } else if let Some(column) = column_of_label(label).filter(|_| !is_of_source(label)) {
                let slot = Slot::Money(None, column);
                let is_known = found.iter().any(|own| own.slot == slot);
                found.extend(reading(number, slot, unit, source, false).filter(|_| !is_known));
            }
        }
    }
    if unit.is_none() {
        settle(text, &mut found, is_of_project(text));
    }
    (found, rate)
}

fn is_of_source(label: &str) -> bool {
    matches!(row_kind(label), Some(RowKind::Source(_) | RowKind::Nature(_)))
}

fn printed_rate(label: &str, number: &str, source: &Source) -> Option<PrintedRate> {
    let is_rate = EXECUTION_RATES.any_in(label) || OTHER_RATES.any_in(label);
    let is_percent = number.ends_with(['%', '％']);
    let rate = Rate::read(number).ok().filter(|_| is_rate && is_percent)?;
    Some(PrintedRate {
        rate,
        text: number.to_owned(),
        source: source.clone(),
        at_home: true,
        may_be_of_part: false,
        is_named: true,
    })
}

/// The labels of a row, each with the number behind it; none where numbers stand beside each other, which are of columns.
pub(super) fn labelled_numbers(cells: &[String]) -> Vec<(&str, &str)> {
    let distinct = filled(cells);
    let is_number = |cell: &str| {
        let plain = half_width(cell).replace(',', "");
        plain_number(plain.trim_end_matches(['万', '元', '%'])).is_some()
    };
    if distinct.windows(2).any(|pair| pair.iter().all(|cell| is_number(cell))) {
        return Vec::new();
    }
    let pairs = distinct.windows(2).map(|pair| (pair[0], pair[1]));
    pairs.filter(|(_, number)| is_number(number)).collect()
}
