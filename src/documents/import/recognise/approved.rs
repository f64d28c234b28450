//! 绩效目标申报表: its tasks, its goal, and 申报的资金: what a 绩效目标申报表 asks for, which has no columns for budget and execution: labels with an amount behind
//! them, or a list of tasks with a column for each source and their sum below.

use crate::documents::import::recognised::{Recognised, Slot, Source, Sure, Value};
use crate::documents::import::text::columns::{bare, heads, is_header, is_total};
use crate::documents::import::text::flat::squeeze;
use crate::documents::import::text::money_words::{RowKind, row_kind};
use crate::documents::passage::Grid;
use crate::domain::draft::budget::Column;
use crate::domain::prose::number::plain_number;
use crate::domain::values::parse::half_width;

use super::amounts::{FoundAmount, bracketed_unit, reading, settle, unit_before, unit_in, unit_of_row};
use super::money_labels::labelled_numbers;
use super::text::Text;
use super::title::is_of_project;

/// The amounts that are asked for, all of them of the first budget.
pub(super) fn recognise(text: &Text<'_>) -> Vec<FoundAmount> {
    for (place, grid) in text.grids() {
        let unit = unit_before(text, place).or_else(|| grid.iter().find_map(|cells| unit_of_row(cells)));
        let has_total = |found: &Vec<FoundAmount>| {
            let is_total = |reading: &FoundAmount| reading.slot == RowKind::Total.slot(Column::Initial);
            found.iter().any(is_total)
        };
        let both = [below_sources(place, grid, unit), labelled(place, grid, unit)];
        // The one that says more of where the money comes from.
        if let Some(mut found) = both.into_iter().filter(has_total).max_by_key(Vec::len) {
            // The table itself may state its unit in a head.
            if unit.is_none() && !grid.iter().flatten().any(|cell| unit_in(cell).is_some()) {
                settle(text, &mut found, is_of_project(text));
            }
            return found;
        }
    }
    Vec::new()
}

/// 项目资金（万元） | 资金总额 | 218.00. Beside the money of the year a form may have that of all years, each with its
/// sources below it: 实施期资金总额 | 3,259.50 | 年度资金总额 | 1,086.50.
fn labelled(place: usize, grid: &Grid, unit: Option<&'static str>) -> Vec<FoundAmount> {
    // The rows of indicators have totals of their own.
    let is_head = |cells: &&Vec<String>| is_header(&heads(cells).into_iter().flatten().collect::<Vec<_>>());
    let rows: Vec<(usize, Vec<Labelled<'_>>)> = grid
        .iter()
        .take_while(|cells| !is_head(cells))
        .map(|cells| pairs(cells))
        .enumerate()
        .collect();
    let unit = unit.or_else(|| {
        grid.iter()
            .take(rows.len())
            .flatten()
            .find_map(|cell| bracketed_unit(cell))
    });
    let totals = rows
        .iter()
        .flat_map(|(_, pairs)| pairs)
        .filter(|pair| pair.kind == RowKind::Total);
    let says_year = totals.clone().any(|pair| is_of_year(pair.label));
    let is_own = |pair: &Labelled<'_>| is_of_year(pair.label) || !says_year && !pair.label.contains("期");
    let mut above: Vec<bool> = Vec::new();
    let mut found = Vec::new();
    for (row, pairs) in rows {
        let unit = grid[row].iter().find_map(|cell| unit_in(cell)).or(unit);
        let own: Vec<bool> = pairs
            .iter()
            .filter(|pair| pair.kind == RowKind::Total)
            .map(is_own)
            .collect();
        let has_total = !own.is_empty();
        if has_total {
            above = own;
        }
        let mut last = 0;
        for (at, pair) in pairs.iter().enumerate() {
            let is_total = pair.kind == RowKind::Total;
            // A source stands below its total, or beside it.
            let whole = if has_total {
                last
            } else {
                at.min(above.len().saturating_sub(1))
            };
            if above.get(whole).copied().unwrap_or(true) {
                let slot = pair.kind.slot(Column::Initial);
                found.extend(reading(pair.amount, slot, unit, Source::row(place, row), false));
            }
            last += usize::from(is_total && last + 1 < above.len());
        }
    }
    found
}

/// An amount with its label.
struct Labelled<'a> {
    kind: RowKind,
    label: &'a str,
    amount: &'a str,
}

/// Whether a label says that its money is of the year.
fn is_of_year(label: &str) -> bool {
    ["年度", "当年", "本年"].iter().any(|word| label.contains(word))
}

/// The labels of money of a row, each with the number behind it; none where numbers stand beside each other, which are
/// of columns.
fn pairs(cells: &[String]) -> Vec<Labelled<'_>> {
    // 金额合计 below a list is a row of the list.
    let is_of_money = |label: &str, kind: RowKind| {
        kind != RowKind::Total || ["资金", "预算", "金额"].iter().any(|word| label.contains(word))
    };
    let own = labelled_numbers(cells).into_iter().filter_map(|(label, amount)| {
        let kind = row_kind(label).filter(|kind| is_of_money(label, *kind))?;
        let is_amount = !amount.ends_with(['%', '％']);
        is_amount.then_some(Labelled { kind, label, amount })
    });
    own.collect()
}

/// 预算金额（万元）: 总额 | 财政拨款 | 其他资金, and the row of sums below.
fn below_sources(place: usize, grid: &Grid, unit: Option<&'static str>) -> Vec<FoundAmount> {
    let mut head: Vec<Option<RowKind>> = Vec::new();
    let mut unit = unit;
    for (row, cells) in grid.iter().enumerate() {
        let kinds: Vec<Option<RowKind>> = cells.iter().map(|cell| row_kind(cell)).collect();
        let known = kinds.iter().flatten().count();
        let has_source = kinds.iter().flatten().any(|kind| matches!(kind, RowKind::Source(_)));
        if known >= 2 && has_source && kinds.contains(&Some(RowKind::Total)) {
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

/// 任务 with their money: the rows between the heads of a list (任务名称 | 主要内容 | 总额 …) and its sum.
pub fn tasks(text: &Text<'_>) -> Vec<Recognised> {
    let mut found = Vec::new();
    for (place, grid) in text.grids() {
        let mut columns: Option<(usize, Option<usize>, usize)> = None;
        for (row, cells) in grid.iter().enumerate() {
            if let Some(next) = task_columns(grid, row) {
                columns = Some(next);
                continue;
            }
            let Some((name, content, amount)) = columns else {
                continue;
            };
            let cell = |column: usize| cells.get(column).map_or("", |cell| cell.trim());
            let is_amount = plain_number(&half_width(cell(amount)).replace(',', "")).is_some();
            if cells.iter().take(3).any(|cell| is_total(cell)) || cell(name).is_empty() || !is_amount {
                columns = None;
                continue;
            }
            let unit = list_unit(text, place, grid);
            let mut values = vec![Value {
                slot: Slot::ProjectName,
                text: squeeze(cell(name)),
            }];
            values.extend(content.filter(|column| !cell(*column).is_empty()).map(|column| Value {
                slot: Slot::ProjectTask,
                text: squeeze(cell(column)),
            }));
            values.push(Value {
                slot: Slot::ProjectBudget,
                text: format!("{}{unit}", squeeze(cell(amount))),
            });
            found.push(Recognised {
                values,
                sure: Sure::High,
                reason: "任务清单里一格一格写明。".to_owned(),
                sources: vec![Source::row(place, row)],
            });
        }
    }
    found
}

/// The columns of names, contents and whole amounts, where a row ends the head of such a list.
fn task_columns(grid: &Grid, row: usize) -> Option<(usize, Option<usize>, usize)> {
    let cells = grid.get(row)?;
    let amount = cells.iter().position(|cell| row_kind(cell) == Some(RowKind::Total));
    let amount = amount.or_else(|| cells.iter().position(|cell| bare(cell) == "预算金额"))?;
    let is_head = |cell: &String, words: &[&str]| words.contains(&bare(cell).as_str());
    // 总额 stands below 预算金额, and the names of the other columns one row above it.
    let above = row.checked_sub(1).and_then(|above| grid.get(above));
    let column = |words: &[&str]| {
        let own = cells.iter().position(|cell| is_head(cell, words));
        own.or_else(|| above?.iter().position(|cell| is_head(cell, words)))
    };
    let name = column(&["任务名称", "主要任务", "重点任务", "工作任务"])?;
    // A head of one row that is only the upper one of two is not the end of it.
    let goes_on = grid
        .get(row + 1)
        .is_some_and(|next| next.iter().any(|cell| row_kind(cell) == Some(RowKind::Total)));
    let is_end = row_kind(&cells[amount]) == Some(RowKind::Total) || !goes_on;
    (is_end && name != amount).then_some((name, column(&["主要内容", "任务内容", "工作内容"]), amount))
}

/// The unit of a list as a user would type it behind a number: none for 万元, which the form takes a bare number for.
fn list_unit(text: &Text<'_>, place: usize, grid: &Grid) -> &'static str {
    let stated = grid.iter().find_map(|cells| unit_of_row(cells));
    let stated = stated.or_else(|| grid.iter().flatten().find_map(|cell| unit_in(cell)));
    let unit = stated.or_else(|| unit_before(text, place));
    unit.filter(|unit| *unit != "万元").unwrap_or_default()
}

/// 年度总体目标: a label with the text behind it, or the column of the year beside that of the whole project.
pub fn goal(text: &Text<'_>) -> Option<Recognised> {
    let is_label = |cell: &str| GOAL_LABELS.contains(&bare(cell).as_str());
    text.grids().find_map(|(place, grid)| {
        grid.iter().enumerate().find_map(|(row, cells)| {
            let (at, label) = cells.iter().enumerate().find(|(_, cell)| !cell.trim().is_empty())?;
            // 年度总体目标 | 实施期目标 | 年度目标: the text stands below its head.
            let column = cells
                .iter()
                .rposition(|cell| bare(cell) == "年度目标")
                .filter(|column| *column > at);
            let (row, said) = match column {
                Some(column) => (row + 1, grid.get(row + 1)?.get(column)?),
                None => {
                    let mut texts = cells[at..]
                        .iter()
                        .filter(|cell| !cell.trim().is_empty() && *cell != label);
                    let said = texts.next().filter(|_| is_label(label))?;
                    texts.all(|other| other == said).then_some((row, said))?
                }
            };
            let is_text =
                said.chars().count() >= 8 && !is_header(&heads(&grid[row]).into_iter().flatten().collect::<Vec<_>>());
            is_text.then(|| {
                let source = Source::row(place, row);
                Recognised::one(Slot::OverallObjective, said.trim(), Sure::High, "表里写明。", source)
            })
        })
    })
}

/// What stands before the goal of the year.
const GOAL_LABELS: [&str; 6] = [
    "年度总体目标",
    "总体目标",
    "年度目标",
    "年度绩效目标",
    "绩效目标",
    "总体绩效目标",
];
