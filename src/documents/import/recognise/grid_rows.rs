//! Rows of tables whose cells stand apart, as in a .docx: indicators, projects, parts, labelled cells.

use crate::documents::import::columns::{Column, column, heads, is_header, is_total};
use crate::documents::import::flat::squeeze;
use crate::documents::import::recognised::{Recognised, Slot, Source, Sure, Value};
use crate::documents::passage::Grid;
use crate::domain::prose::number::plain_number;

use super::flat_rows::Flat;
use super::indicators::{MOST, Row};
use super::text::Text;

/// What the tables of a text hold; parts and rows as those of flattened tables.
pub fn recognise(text: &Text<'_>) -> Flat {
    let mut found = Flat::default();
    for (place, grid) in text.grids() {
        let mut rows = Vec::new();
        let mut head: Vec<Option<Column>> = Vec::new();
        let mut above: Vec<String> = Vec::new();
        for (row, cells) in grid.iter().enumerate() {
            let named = heads(cells);
            if let Some(next) = header(&head, &named, row > 0 && is_repeated(grid, row)) {
                head = next;
                above.clear();
                continue;
            }
            let columns: Vec<Column> = head.iter().flatten().copied().collect();
            if cells.iter().take(2).any(|cell| is_total(cell)) || !is_header(&columns) {
                continue;
            }
            above = filled(cells, &above);
            let cells = &above;
            if columns.contains(&Column::ProjectAmount) && !columns.contains(&Column::Weight) {
                found.projects.extend(project(&head, cells, Source::row(place, row)));
            } else if let Some((name, weight)) = part(&head, cells) {
                found.parts.push((name, weight, Source::row(place, row)));
            } else if rows.len() < MOST {
                found
                    .parts
                    .extend(first_level_with_points(&head, cells, Source::row(place, row)));
                rows.extend(indicator(&head, cells, Source::row(place, row)));
            }
        }
        found.indicators.extend((!rows.is_empty()).then_some(rows));
    }
    found
}

/// A row whose blank cells at the beginning go on with what stands above them, as merged cells do.
fn filled(row: &[String], above: &[String]) -> Vec<String> {
    let blank = row.iter().take_while(|cell| cell.trim().is_empty()).count();
    let mut filled = row.to_vec();
    for (cell, above) in filled.iter_mut().take(blank).zip(above) {
        cell.clone_from(above);
    }
    filled
}

/// The header after this row, if it is one: at least three of its cells are words of headers. A second row
/// of a header says more of the columns that it names.
fn header(head: &[Option<Column>], named: &[Option<Column>], is_second: bool) -> Option<Vec<Option<Column>>> {
    let mut distinct: Vec<Column> = named.iter().flatten().copied().collect();
    distinct.sort_unstable();
    distinct.dedup();
    let is_money = distinct.iter().any(|column| matches!(column, Column::Money(_)));
    if distinct.len() < 2 || (distinct.len() < 3 && !is_header(&distinct) && !is_second) {
        return None;
    }
    if is_second && head.len() == named.len() && !is_money {
        return Some(named.iter().zip(head).map(|(own, above)| own.or(*above)).collect());
    }
    Some(named.to_vec())
}

/// Whether a row repeats cells of the row above, as merged headers do.
fn is_repeated(grid: &Grid, row: usize) -> bool {
    let (above, own) = (&grid[row - 1], &grid[row]);
    above
        .iter()
        .zip(own)
        .any(|(above, own)| !own.trim().is_empty() && above == own && column(own).is_some())
}

/// The cells of a row with their columns. A merged cell stands in several places and counts once.
fn cells<'a>(head: &'a [Option<Column>], cells: &'a [String]) -> impl Iterator<Item = (Column, &'a str)> {
    head.iter()
        .zip(cells)
        .enumerate()
        .filter_map(move |(at, (column, cell))| {
            let column = (*column)?;
            let goes_on = at > 0 && head[at - 1] == Some(column) && cells.get(at - 1) == Some(cell);
            (!goes_on).then_some((column, cell.trim()))
        })
}

/// "部门支出进度 | / | / | 30": a part without indicators.
fn part(head: &[Option<Column>], row: &[String]) -> Option<(String, String)> {
    let mut name = None;
    let mut weight = None;
    for (column, cell) in cells(head, row) {
        match column {
            Column::Part | Column::First => name = Some(cell),
            Column::Weight => weight = Some(cell),
            Column::Name | Column::Goal if !matches!(cell, "" | "/" | "—" | "-") && Some(cell) != name => {
                return None;
            }
            _ => {}
        }
    }
    let weight = weight.filter(|weight| plain_number(weight).is_some())?;
    Some((squeeze(name.filter(|name| !name.is_empty())?), weight.to_owned()))
}

fn indicator(head: &[Option<Column>], row: &[String], source: Source) -> Option<Row> {
    let mut found = Row {
        sources: vec![source],
        is_split: true,
        ..Row::default()
    };
    let (mut sign, mut unit) = ("", "");
    let all: Vec<Column> = head.iter().flatten().copied().collect();
    for (column, cell) in cells(head, row) {
        let slot = match column {
            Column::Part | Column::First => Slot::FirstLevel,
            Column::Second => Slot::SecondLevel,
            Column::Name => Slot::IndicatorName,
            Column::Goal => Slot::Goal,
            Column::Target => Slot::Target,
            Column::Actual => Slot::Actual,
            // 实际完成情况 beside 指标值 holds the value.
            Column::Analysis if all.contains(&Column::Target) && !all.contains(&Column::Actual) => Slot::Actual,
            Column::Analysis => Slot::Analysis,
            Column::Weight => Slot::Weight,
            Column::Score => Slot::Score,
            Column::Reason => Slot::DeviationReason,
            Column::Comparator => {
                sign = comparator(cell);
                continue;
            }
            Column::Unit => {
                unit = cell;
                continue;
            }
            _ => continue,
        };
        let cell = match slot {
            Slot::Analysis | Slot::DeviationReason => cell.to_owned(),
            Slot::FirstLevel | Slot::SecondLevel => squeeze(with_points(cell).map_or(cell, |(name, _)| name)),
            _ => squeeze(cell),
        };
        found.set(slot, &cell);
    }
    for slot in [Slot::Weight, Slot::Score] {
        if found.values.get(&slot).is_some_and(|text| plain_number(text).is_none()) {
            found.values.remove(&slot);
        }
    }
    for (slot, sign) in [(Slot::Target, sign), (Slot::Actual, "")] {
        if let Some(text) = found.values.get_mut(&slot)
            && plain_number(text).is_some()
            && !text.ends_with(['%', '％'])
        {
            *text = format!("{sign}{text}{unit}");
        }
    }
    let name = found.values.get(&Slot::IndicatorName)?;
    (!is_total(name) && plain_number(name).is_none()).then_some(found)
}

/// 产出指标（50分）: a level with its points.
fn with_points(level: &str) -> Option<(&str, &str)> {
    let level = level.trim().strip_suffix(['）', ')'])?;
    let (name, points) = level.rsplit_once(['（', '('])?;
    let points = points.trim_end_matches(['分', '%', '％']);
    plain_number(points).map(|_| (name, points))
}

/// The part that the first level of an indicator is, where its points stand behind its name.
fn first_level_with_points(
    head: &[Option<Column>],
    row: &[String],
    source: Source,
) -> Option<(String, String, Source)> {
    let level = cells(head, row).find(|(column, _)| matches!(column, Column::Part | Column::First));
    let (name, points) = with_points(level?.1)?;
    Some((squeeze(name), points.to_owned(), source))
}

fn comparator(cell: &str) -> &'static str {
    match cell {
        "≥" | ">" | "＞" | ">=" | "≧" => "≥",
        "≤" | "<" | "＜" | "<=" | "≦" => "≤",
        _ => "",
    }
}

fn project(head: &[Option<Column>], row: &[String], source: Source) -> Option<Recognised> {
    let mut values: Vec<Value> = Vec::new();
    for (column, cell) in cells(head, row) {
        let slot = match column {
            Column::ProjectName => Slot::ProjectName,
            Column::ProjectAmount => Slot::ProjectAmount,
            Column::Goal => Slot::ProjectTask,
            _ => continue,
        };
        if !matches!(cell, "" | "/" | "—") {
            values.push(Value {
                slot,
                text: squeeze(cell),
            });
        }
    }
    let named = values.iter().any(|value| value.slot == Slot::ProjectName);
    values.sort_by_key(|value| value.slot != Slot::ProjectName);
    named.then(|| Recognised {
        values,
        sure: Sure::High,
        reason: "表里一格一格写明。".to_owned(),
        sources: vec![source],
    })
}

/// Cells with a label before them: 项目名称 | 某项目 | 主管部门 | 某局.
pub fn labelled(text: &Text<'_>) -> Vec<Recognised> {
    let mut found: Vec<Recognised> = Vec::new();
    for (place, grid) in text.grids() {
        let is_head = |cells: &[String]| heads(cells).iter().flatten().count() >= 3;
        for (row, cells) in grid.iter().enumerate().take(8).filter(|(_, cells)| !is_head(cells)) {
            for (label, slot) in [
                ("项目名称", Slot::ProjectTitle),
                ("主管部门", Slot::CompetentDepartment),
            ] {
                let Some(at) = cells
                    .iter()
                    .position(|cell| squeeze(cell).trim_end_matches(['：', ':']) == label)
                else {
                    continue;
                };
                let next = cells[at..].iter().find(|cell| squeeze(cell) != squeeze(&cells[at]));
                let Some(value) = next.map(|cell| cell.trim()) else {
                    continue;
                };
                let is_known = found.iter().any(|item| item.slot() == Some(slot));
                if !value.is_empty() && column(value).is_none() && !is_known && value.chars().count() <= 80 {
                    found.push(Recognised::one(
                        slot,
                        value,
                        Sure::High,
                        "表头写明。",
                        Source::row(place, row),
                    ));
                }
            }
        }
    }
    found
}
