//! Tables in plain text whose cells stand side by side on a line: with tabs between them, as copied out of Word or
//! a sheet, or with two blanks or more, as copied out of a PDF.

use super::columns::{Column, column, is_total};
use super::flat::is_caption;
use super::passage::Grid;

/// The table that begins at a line, and how many lines it takes; lines keep the tabs that they begin with.
pub fn table(lines: &[&str], start: usize) -> Option<(Grid, usize)> {
    let head = cells(lines.get(start)?);
    let with_tabs = lines[start].contains('\t');
    let head_columns: Vec<Option<Column>> = head.iter().map(|cell| column(cell)).collect();
    let known = head_columns.iter().flatten().count();
    // Two pieces with blanks between them may be a heading and its number, or a signature.
    if head.len() < 2 || !with_tabs && known < 2 {
        return None;
    }
    let mut grid = vec![owned(&head)];
    let mut end = start + 1;
    while let Some(line) = lines.get(end) {
        if is_page_number(line) && lines.get(end + 1).is_some_and(|next| is_row(next, with_tabs)) {
            end += 1;
            continue;
        }
        if !is_row(line, with_tabs) {
            break;
        }
        let own = cells(line);
        // The caption of the next table, or a heading: 2.3  资金管理.
        let is_short = own.len() * 2 <= head.len() && !own.first().is_some_and(|cell| is_total(cell));
        if !with_tabs && (is_short || is_caption(line.trim())) {
            break;
        }
        let own = match with_tabs {
            true => owned(&own),
            false => shifted(&own, &head_columns),
        };
        grid.push(own);
        end += 1;
    }
    if grid.len() < 2 {
        return None;
    }
    let widest = grid.iter().map(Vec::len).max().unwrap_or_default();
    for row in &mut grid {
        row.resize(widest, String::new());
    }
    fill_down(&mut grid);
    Some((grid, end - start))
}

fn is_row(line: &str, with_tabs: bool) -> bool {
    line.contains('\t') == with_tabs && cells(line).len() >= 2
}

fn is_page_number(line: &str) -> bool {
    let line = line.trim();
    !line.is_empty() && line.len() <= 3 && line.bytes().all(|b| b.is_ascii_digit())
}

fn cells(line: &str) -> Vec<&str> {
    if line.contains('\t') {
        return line.split('\t').map(str::trim).collect();
    }
    let mut cells = Vec::new();
    let mut rest = line.trim();
    while !rest.is_empty() {
        let gap = rest.char_indices().zip(rest.chars().skip(1)).find(|((_, c), next)| {
            // A wide blank is as wide as two.
            *c == '\u{3000}' || c.is_whitespace() && next.is_whitespace()
        });
        let end = gap.map_or(rest.len(), |((place, _), _)| place);
        cells.push(rest[..end].trim_end());
        rest = rest[end..].trim_start();
    }
    cells
}

fn owned(cells: &[&str]) -> Vec<String> {
    cells.iter().map(|cell| (*cell).to_owned()).collect()
}

/// A row that has fewer cells than the head, because empty ones left no trace: put so far to the right that
/// numbers stand below the heads of numbers.
fn shifted(cells: &[&str], head: &[Option<Column>]) -> Vec<String> {
    let spare = head.len().saturating_sub(cells.len());
    let fits = |shift: &usize| {
        let below = head.iter().skip(*shift).zip(cells);
        below
            .filter(|(column, _)| matches!(column, Some(Column::Weight | Column::Score)))
            .all(|(_, cell)| cell.starts_with(|c: char| c.is_ascii_digit()) || matches!(*cell, "/" | "—"))
    };
    let shift = (0..=spare).find(fits).unwrap_or_default();
    let mut row = vec![String::new(); shift];
    row.extend(owned(cells));
    row
}

/// Blank cells at the beginning of a row go on with what stands above them, as merged cells do.
fn fill_down(grid: &mut Grid) {
    for row in 1..grid.len() {
        let blank = grid[row].iter().take_while(|cell| cell.is_empty()).count();
        let is_total = grid[row].get(blank).is_some_and(|cell| is_total(cell));
        if blank < grid[row].len() && !is_total {
            let above: Vec<String> = grid[row - 1].iter().take(blank).cloned().collect();
            grid[row].splice(..blank, above);
        }
    }
}
