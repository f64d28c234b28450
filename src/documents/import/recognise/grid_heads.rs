//! Heads of tables whose cells stand apart: which row is one, what frames the others, and which of several columns under
//! one word holds the names.

use crate::documents::import::text::columns::{Column, column, is_header, is_total};
use crate::documents::import::text::fit::{Look, look};
use crate::documents::passage::Grid;

/// The header after this row, if it is one: at least three of its cells are words of headers. A second row
/// of a header says more of the columns that it names.
pub(super) fn header(
    head: &[Option<Column>],
    named: &[Option<Column>],
    is_second: bool,
) -> Option<Vec<Option<Column>>> {
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
pub(super) fn is_repeated(grid: &Grid, row: usize) -> bool {
    let (above, own) = (&grid[row - 1], &grid[row]);
    above
        .iter()
        .zip(own)
        .any(|(above, own)| !own.trim().is_empty() && above == own && column(own).is_some())
}

/// 四、绩效指标完成情况（90分） beside the heads and beside every row: a cell that goes on below the heads frames them.
pub(super) fn leave_frames(head: &mut [Option<Column>], grid: &Grid, row: usize) {
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
pub(super) fn below_frame(head: &mut [Option<Column>], grid: &Grid, row: usize) {
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
    for (at, column) in head.iter_mut().enumerate().take(last).skip(first) {
        *column = if differs(at) { levels.next() } else { None };
    }
}

/// 绩效指标 | 年度目标 | 实际完成: where no head is called a target, the cells below say which one has them: most are
/// numbers with a comparator, a unit or a percent sign.
pub(super) fn target_by_cells(head: &mut [Option<Column>], grid: &Grid, row: usize) {
    let has = |columns: &[Column]| columns.iter().any(|column| head.contains(&Some(*column)));
    let is_of_results = has(&[Column::Name]) && has(&[Column::Actual, Column::Analysis]);
    if !is_of_results || has(&[Column::Target, Column::AdjustedTarget]) {
        return;
    }
    let below = || {
        grid.iter()
            .skip(row + 1)
            .take_while(|cells| !cells.iter().any(|cell| is_total(cell)))
    };
    let has_targets = |at: usize| {
        let cells: Vec<Look> = below()
            .filter_map(|cells| cells.get(at))
            .map(|cell| look(cell))
            .collect();
        let told = cells
            .iter()
            .filter(|look| matches!(look, Look::Measured | Look::Percent))
            .count();
        let numbers = cells.iter().filter(|look| **look == Look::Number).count();
        told > 0 && (told + numbers) * 3 >= cells.len() * 2
    };
    let name = head.iter().position(|column| *column == Some(Column::Name));
    let is_open = |at: &usize| matches!(head[*at], None | Some(Column::Goal | Column::Other));
    let mut open = (0..head.len())
        .filter(|at| Some(*at) > name)
        .filter(is_open)
        .filter(|at| has_targets(*at));
    if let (Some(only), None) = (open.next(), open.next()) {
        head[only] = Some(Column::Target);
    }
}

/// 一级指标 | 二级指标 | 分值 | 得分: where nothing is called a name, the rows of the lower level are what is scored.
pub(super) fn name_last_level(head: &mut [Option<Column>]) {
    let has = |columns: &[Column]| columns.iter().any(|column| head.contains(&Some(*column)));
    let is_scored = has(&[Column::Weight, Column::Score]) && !has(&[Column::Name, Column::Goal, Column::ProjectName]);
    if is_scored && has(&[Column::First, Column::Part]) {
        head.iter_mut()
            .filter(|column| **column == Some(Column::Second))
            .for_each(|column| *column = Some(Column::Name));
    }
}
