//! 申报的资金: what a 绩效目标申报表 asks for, which has no columns for budget and execution: labels with an amount behind
//! them, or a list of tasks with a column for each source and their sum below.

use crate::documents::import::columns::{heads, is_header, is_total};
use crate::documents::import::recognised::Source;
use crate::documents::passage::Grid;
use crate::domain::draft::budget::Column;

use super::amounts::{FoundAmount, reading, stated_unit, unit_before, unit_in};
use super::money_words::{RowKind, row_kind};
use super::text::Text;

/// The amounts that are asked for, all of them of the first budget.
pub(super) fn recognise(text: &Text<'_>) -> Vec<FoundAmount> {
    for (place, grid) in text.grids() {
        let unit = unit_before(text, place).or_else(|| grid.iter().flatten().find_map(|cell| stated_unit(cell)));
        for found in [labelled(place, grid, unit), below_sources(place, grid, unit)] {
            if found
                .iter()
                .any(|reading| reading.slot == RowKind::Total.slot(Column::Initial))
            {
                return found;
            }
        }
    }
    Vec::new()
}

/// 项目资金（万元） | 资金总额 | 218.00
fn labelled(place: usize, grid: &Grid, unit: Option<&'static str>) -> Vec<FoundAmount> {
    let mut found = Vec::new();
    for (row, cells) in grid.iter().enumerate() {
        // The rows of indicators have totals of their own.
        if is_header(&heads(cells).into_iter().flatten().collect::<Vec<_>>()) {
            break;
        }
        let mut distinct: Vec<&str> = cells
            .iter()
            .map(|cell| cell.trim())
            .filter(|cell| !cell.is_empty())
            .collect();
        distinct.dedup();
        let unit = cells.iter().find_map(|cell| unit_in(cell)).or(unit);
        for pair in distinct.windows(2) {
            // 金额合计 below a list is a row of the list.
            let is_of_money = |kind: &RowKind| {
                *kind != RowKind::Total || ["资金", "预算", "金额"].iter().any(|word| pair[0].contains(word))
            };
            if let Some(kind) = row_kind(pair[0]).filter(|_| distinct.len() <= 4).filter(is_of_money) {
                let slot = kind.slot(Column::Initial);
                found.extend(reading(pair[1], slot, unit, Source::row(place, row), false));
            }
        }
    }
    found
}

/// 预算金额（万元）: 总额 | 财政拨款 | 其他资金, and the row of sums below.
fn below_sources(place: usize, grid: &Grid, unit: Option<&'static str>) -> Vec<FoundAmount> {
    let mut head: Vec<Option<RowKind>> = Vec::new();
    let mut unit = unit;
    for (row, cells) in grid.iter().enumerate() {
        let kinds: Vec<Option<RowKind>> = cells.iter().map(|cell| row_kind(cell)).collect();
        let known = kinds.iter().flatten().count();
        if known >= 2 && kinds.contains(&Some(RowKind::Total)) {
            let above = row.checked_sub(1).and_then(|above| grid.get(above));
            let named = cells.iter().chain(above.into_iter().flatten());
            unit = named
                .filter(|cell| cell.contains('元'))
                .find_map(|cell| unit_in(cell))
                .or(unit);
            head = kinds;
            continue;
        }
        if head.is_empty() || !cells.iter().take(3).any(|cell| is_total(cell)) {
            continue;
        }
        let own = head.iter().zip(cells).filter_map(|(kind, cell)| {
            let slot = (*kind)?.slot(Column::Initial);
            reading(cell, slot, unit, Source::row(place, row), false)
        });
        return own.collect();
    }
    Vec::new()
}
