//! Rows of tables whose cells stand apart, as in a .docx: indicators, projects, parts, labelled cells.

use crate::documents::import::recognised::{Recognised, Slot, Source, Sure, Value};
use crate::documents::import::text::columns::{Column, heads, is_header, is_project_list, is_total};
use crate::documents::import::text::fit::{Look, is_nothing, look};
use crate::documents::import::text::flat::squeeze;
use crate::domain::draft::budget::Column as MoneyColumn;
use crate::domain::prose::number::plain_number;

use super::amounts::{unit_before, unit_in};
use super::flat_rows::{Flat, StatedPart};
use super::grid_heads::{below_frame, header, is_repeated, leave_frames, name_last_level, target_by_cells};
use super::indicators::{MOST, Row};
use super::text::Text;
use super::weights::weigh;

/// What the tables of a text hold; parts and rows as those of flattened tables.
pub fn recognise(text: &Text<'_>) -> Flat {
    let mut found = Flat::default();
    for (place, grid) in text.grids() {
        let mut rows = Vec::new();
        let mut head: Vec<Option<Column>> = Vec::new();
        let mut printed: Vec<Option<Column>> = Vec::new();
        let mut above: Vec<String> = Vec::new();
        let mut unit = unit_before(text, place);
        for (row, cells) in grid.iter().enumerate() {
            let named = heads(cells);
            if let Some(next) = header(&head, &named, row > 0 && is_repeated(grid, row)) {
                // The same head once more, on the next page: what is spanned from above goes on.
                if next != printed {
                    above.clear();
                }
                printed.clone_from(&next);
                head = next;
                leave_frames(&mut head, grid, row);
                below_frame(&mut head, grid, row);
                name_last_level(&mut head);
                target_by_cells(&mut head, grid, row);
                weigh(&mut head, grid, row);
                unit = cells.iter().find_map(|cell| unit_in(cell)).or(unit);
                continue;
            }
            let columns: Vec<Column> = head.iter().flatten().copied().collect();
            if !is_header(&columns) {
                continue;
            }
            if cells.iter().take(2).any(|cell| is_total(cell)) {
                let figure = |wanted| {
                    let mut own = self::cells(&head, cells).filter(|(column, _)| *column == wanted);
                    own.find_map(|(_, cell)| plain_number(cell))
                };
                let is_whole = !cells.iter().any(|cell| cell.contains("小计"));
                let total = (figure(Column::Weight), figure(Column::Score), Source::row(place, row));
                found.totals.extend(is_whole.then_some(total));
                continue;
            }
            if is_remark(&head, cells) {
                continue;
            }
            above = filled(cells, &above);
            let cells = &above;
            if is_project_list(&columns) {
                found
                    .projects
                    .extend(project(&head, cells, unit, Source::row(place, row)));
            } else if let Some(part) = part(&head, cells, Source::row(place, row)) {
                found.parts.push(part);
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

/// 说明 | a text across the table: a label below the rows and what stands behind it, of no indicator.
fn is_remark(head: &[Option<Column>], row: &[String]) -> bool {
    let mut distinct: Vec<(usize, &str)> = row
        .iter()
        .map(|cell| cell.trim())
        .enumerate()
        .filter(|(_, cell)| !cell.is_empty())
        .collect();
    distinct.dedup_by_key(|(_, cell)| *cell);
    // Who filled the form in stands below its rows.
    let is_signed = |cell: &str| SIGNED.iter().any(|word| cell.starts_with(word));
    if distinct.first().is_some_and(|(_, cell)| is_signed(cell)) {
        return true;
    }
    let [(at, label), (_, text)] = distinct[..] else {
        return false;
    };
    let is_level = |label: &str| matches!(look(label), Look::FirstLevel | Look::SecondLevel | Look::AnyLevel);
    let is_spread = row.iter().filter(|cell| cell.trim() == text).count() >= 3;
    let is_before_name = is_spread
        || head
            .iter()
            .position(|column| *column == Some(Column::Name))
            .is_none_or(|name| at < name);
    is_before_name
        && !is_level(label)
        && matches!(look(text), Look::Words | Look::Sentence)
        && text.chars().count() >= 6
}

/// How the line of signatures begins.
const SIGNED: [&str; 6] = ["填报人", "填表人", "审核人", "负责人：", "联系人", "填报日期"];

/// A row whose blank cells at the beginning go on with what stands above them, as merged cells do.
fn filled(row: &[String], above: &[String]) -> Vec<String> {
    let blank = row.iter().take_while(|cell| cell.trim().is_empty()).count();
    let mut filled = row.to_vec();
    for (cell, above) in filled.iter_mut().take(blank).zip(above) {
        cell.clone_from(above);
    }
    filled
}

/// The cells of a row with their columns. A merged cell stands in several places and counts once.
pub(super) fn cells<'a>(head: &'a [Option<Column>], cells: &'a [String]) -> impl Iterator<Item = (Column, &'a str)> {
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
fn part(head: &[Option<Column>], row: &[String], source: Source) -> Option<StatedPart> {
    let (mut name, mut weight, mut score) = (None, None, None);
    for (column, cell) in cells(head, row) {
        match column {
            Column::Part | Column::First => name = Some(cell),
            Column::Weight => weight = Some(cell),
            Column::Score => score = Some(cell.to_owned()).filter(|score| plain_number(score).is_some()),
            Column::Name | Column::Goal if !matches!(cell, "" | "/" | "—" | "-") && Some(cell) != name => {
                return None;
            }
            _ => {}
        }
    }
    let weight = weight.filter(|weight| plain_number(weight).is_some())?;
    let name = name.map(|name| with_points(name).map_or(name, |(name, _)| name));
    // 总分 across the table stands in each of its columns.
    let name = name.filter(|name| plain_number(name).is_none());
    Some(StatedPart {
        name: squeeze(name.filter(|name| !name.is_empty())?),
        weight: weight.to_owned(),
        score,
        source,
    })
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
            Column::Target | Column::AdjustedTarget => Slot::Target,
            Column::Actual => Slot::Actual,
            // 实际完成情况 beside 指标值 holds the value.
            Column::Analysis if all.contains(&Column::Target) && !all.contains(&Column::Actual) => Slot::Actual,
            Column::Analysis => Slot::Analysis,
            Column::Weight => Slot::Weight,
            Column::Score => Slot::Score,
            Column::Reason => Slot::DeviationReason,
            Column::Comparator | Column::Nature => {
                sign = match comparator(cell) {
                    "" => sign,
                    own => own,
                };
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
            Slot::Weight | Slot::Score => squeeze(cell).trim_end_matches(['分', '%', '％']).to_owned(),
            Slot::FirstLevel | Slot::SecondLevel => squeeze(with_points(cell).map_or(cell, |(name, _)| name)),
            _ => squeeze(cell),
        };
        // What was aimed at in the end stands for what was at first.
        if column == Column::AdjustedTarget && !is_nothing(&cell) && !cell.is_empty() {
            found.values.remove(&slot);
        }
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
    // A figure where a level belongs: the row is of another table.
    let levels = [Slot::FirstLevel, Slot::SecondLevel]
        .into_iter()
        .filter_map(|slot| found.values.get(&slot));
    if levels
        .map(|level| look(level))
        .any(|look| matches!(look, Look::Number | Look::Percent | Look::Measured))
    {
        return None;
    }
    let name = found.values.get(&Slot::IndicatorName)?;
    matches!(
        look(name),
        Look::Words | Look::Sentence | Look::FirstLevel | Look::SecondLevel | Look::AnyLevel
    )
    .then_some(found)
}

/// 产出指标（50分）: a level with its points.
fn with_points(level: &str) -> Option<(&str, &str)> {
    let level = level.trim().strip_suffix(['）', ')'])?;
    let (name, points) = level.rsplit_once(['（', '('])?;
    let points = points.trim_end_matches(['分', '%', '％']);
    plain_number(points).map(|_| (name, points))
}

/// The part that the first level of an indicator is, where its points stand behind its name.
fn first_level_with_points(head: &[Option<Column>], row: &[String], source: Source) -> Option<StatedPart> {
    let level = cells(head, row).find(|(column, _)| matches!(column, Column::Part | Column::First));
    let (name, points) = with_points(level?.1).filter(|(name, _)| !name.is_empty())?;
    Some(StatedPart {
        name: squeeze(name),
        weight: points.to_owned(),
        score: None,
        source,
    })
}

fn comparator(cell: &str) -> &'static str {
    match cell {
        "≥" | ">" | "＞" | ">=" | "≧" => "≥",
        "≤" | "<" | "＜" | "<=" | "≦" => "≤",
        _ => "",
    }
}

fn project(head: &[Option<Column>], row: &[String], unit: Option<&str>, source: Source) -> Option<Recognised> {
    let mut values: Vec<Value> = Vec::new();
    for (column, cell) in cells(head, row) {
        let slot = match column {
            Column::ProjectName => Slot::ProjectName,
            Column::ProjectAmount | Column::Money(MoneyColumn::Executed) => Slot::ProjectAmount,
            Column::Money(_) | Column::Budget => Slot::ProjectBudget,
            Column::Goal => Slot::ProjectTask,
            _ => continue,
        };
        if !matches!(cell, "" | "/" | "—") {
            let is_amount = matches!(slot, Slot::ProjectAmount | Slot::ProjectBudget);
            // 万元 is what the form takes a bare number for.
            let unit = unit.filter(|unit| is_amount && *unit != "万元" && plain_number(cell).is_some());
            values.push(Value {
                slot,
                text: format!("{}{}", squeeze(cell), unit.unwrap_or_default()),
            });
        }
    }
    // One budget alone is the amount of the project.
    if !values.iter().any(|value| value.slot == Slot::ProjectAmount) {
        for value in values.iter_mut().filter(|value| value.slot == Slot::ProjectBudget) {
            value.slot = Slot::ProjectAmount;
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
