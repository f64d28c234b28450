//! Tables in plain text whose cells stand side by side on a line: with tabs between them, as copied out of Word or
//! a sheet, or with two blanks or more, as copied out of a PDF.

use crate::documents::passage::Grid;

use super::columns::{Column, column, is_total};
use super::flat::is_caption;

/// A line with more cells is none of a table in a report.
const MOST: usize = 64;

/// The table that begins at a line, and how many lines it takes, among them bare page numbers; lines keep the tabs
/// that they begin with.
pub fn table(lines: &[&str], start: usize) -> Option<(Grid, usize)> {
    let head = cells(lines.get(start)?);
    let with_tabs = lines[start].contains('\t');
    let columns: Vec<Option<Column>> = head.iter().map(|cell| column(cell)).collect();
    let known = columns.iter().flatten().count();
    // Two pieces with blanks between them may be a heading and its number, or a signature.
    if !(2..=MOST).contains(&head.len()) || !with_tabs && known < 2 {
        return None;
    }
    let mut grid = vec![owned(&head)];
    let mut end = start + 1;
    while let Some(line) = lines.get(end) {
        let own = cells(line);
        let is_row = |line: &str, own: &[&str]| line.contains('\t') == with_tabs && (2..=MOST).contains(&own.len());
        let goes_on = || lines.get(end + 1).is_some_and(|next| is_row(next, &cells(next)));
        if is_page_number(line) && goes_on() {
            end += 1;
            continue;
        }
        // The caption of the next table, or a heading: 2.3  资金管理.
        let has_figures = own
            .iter()
            .skip(1)
            .any(|cell| cell.contains(|c: char| c.is_ascii_digit()));
        let is_short = own.len() * 2 <= head.len() || own.len() < head.len() && !has_figures;
        let is_short = is_short && !own.first().is_some_and(|cell| is_total(cell));
        if !is_row(line, &own) || !with_tabs && (is_short || is_caption(line.trim())) {
            break;
        }
        grid.push(match with_tabs {
            true => owned(&own),
            false => shifted(&own, &columns),
        });
        end += 1;
    }
    let widest = grid.iter().map(Vec::len).max().unwrap_or_default();
    for row in &mut grid {
        row.resize(widest, String::new());
    }
    (grid.len() >= 2).then_some((grid, end - start))
}

/// A number by itself, between the lines of a text. With a tab beside it, it is a row with empty cells.
pub fn is_page_number(line: &str) -> bool {
    let line = line.trim_matches(|c: char| c.is_whitespace() && c != '\t');
    (1..=3).contains(&line.len()) && line.bytes().all(|b| b.is_ascii_digit())
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
    let is_number = |cell: &&str| cell.starts_with(|c: char| c.is_ascii_digit()) || matches!(*cell, "/" | "—");
    let fits = |shift: &usize| {
        let mut numbers = head.iter().enumerate().filter_map(|(place, column)| {
            let is_of_numbers = matches!(column, Some(Column::Weight | Column::Score));
            is_of_numbers.then(|| place.checked_sub(*shift).and_then(|place| cells.get(place)))
        });
        numbers.all(|cell| cell.is_some_and(is_number))
    };
    let shift = (0..=spare).find(fits).unwrap_or_default();
    let mut row = vec![String::new(); shift];
    row.extend(owned(cells));
    row
}
