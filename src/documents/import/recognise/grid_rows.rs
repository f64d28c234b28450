//! Rows of tables whose cells stand apart, as in a .docx: indicators, projects, parts, labelled cells.

use crate::documents::import::recognised::{Recognised, Slot, Source, Sure, Value};
use crate::documents::import::text::columns::{Column, column, heads, is_header, is_project_list, is_total};
use crate::documents::import::text::fit::{Look, is_nothing, look};
use crate::documents::import::text::flat::squeeze;
use crate::documents::passage::Grid;
use crate::domain::draft::budget::Column as MoneyColumn;
use crate::domain::prose::number::plain_number;

use super::amounts::{unit_before, unit_in};
use super::flat_rows::{Flat, StatedPart};
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

/// 四、绩效指标完成情况（90分） beside the heads and beside every row: a cell that goes on below the heads frames them.
fn leave_frames(head: &mut [Option<Column>], grid: &Grid, row: usize) {
    let below: Vec<&Vec<String>> = grid.iter().skip(row + 1).take(3).collect();
    for (at, column) in head.iter_mut().enumerate().filter(|(_, column)| column.is_some()) {
        let own = &grid[row][at];
        let goes_on = |cells: &&Vec<String>| cells.get(at) == Some(own);
        if below.len() > 1 && !own.trim().is_empty() && below.iter().all(goes_on) {
            *column = None;
        }
    }
}

/// 绩效指标 over several columns whose rows hold a level and a name: the last of them has the names, the ones before it
/// the levels.
fn below_frame(head: &mut [Option<Column>], grid: &Grid, row: usize) {
    let cells = &grid[row];
    let is_same =
        |at: usize| head[at] == Some(Column::Name) && head.get(at) == head.get(at + 1) && cells[at] == cells[at + 1];
    let Some(first) = (0..head.len().saturating_sub(1)).find(|at| is_same(*at)) else {
        return;
    };
    let last = (first..head.len() - 1)
        .take_while(|at| is_same(*at))
        .last()
        .unwrap_or(first)
        + 1;
    let rows = || {
        grid.iter()
            .skip(row + 1)
            .take_while(|cells| !cells.iter().any(|cell| is_total(cell)))
    };
    // A merged cell stands in each of its places; a level and a name differ.
    let differs = |at: usize| {
        let own = rows().filter(|cells| cells.get(at) != cells.get(at + 1));
        own.count() * 2 >= rows().count().max(1)
    };
    if !(first..last).any(differs) {
        return;
    }
    let known = |column: Column| head[..first].contains(&Some(column));
    let mut levels = [Column::First, Column::Second]
        .into_iter()
        .filter(|column| !known(*column))
        .collect::<Vec<_>>();
    // One level alone is the second where its words are those of one.
    let is_second = || rows().any(|cells| cells.get(first).is_some_and(|cell| look(cell) == Look::SecondLevel));
    if levels.len() > last - first && is_second() {
        levels.remove(0);
    }
    let mut levels = levels.into_iter();
    for at in first..last {
        head[at] = if differs(at) { levels.next() } else { None };
    }
}

/// 一级指标 | 二级指标 | 分值 | 得分: where nothing is called a name, the rows of the lower level are what is scored.
fn name_last_level(head: &mut [Option<Column>]) {
    let has = |columns: &[Column]| columns.iter().any(|column| head.contains(&Some(*column)));
    let is_scored = has(&[Column::Weight, Column::Score]) && !has(&[Column::Name, Column::Goal, Column::ProjectName]);
    if is_scored && has(&[Column::First, Column::Part]) {
        head.iter_mut()
            .filter(|column| **column == Some(Column::Second))
            .for_each(|column| *column = Some(Column::Name));
    }
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
        // What a cell of the second row names is not named once more by a frame around it.
        let above = |column: &Option<Column>| {
            column.filter(|column| *column == Column::Other || !named.contains(&Some(*column)))
        };
        return Some(
            named
                .iter()
                .zip(head)
                .map(|(own, first)| own.or(above(first)))
                .collect(),
        );
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
