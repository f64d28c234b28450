//! Tables that were pasted into a text, as tables of the report.

use crate::domain::prose::number::plain_number;
use crate::domain::prose::pasted::Piece;

use super::block::{Align, Block, Cell, Column, Table};

/// The room of a column, in characters: 合计 stays on one line, and longer words are broken.
const NARROWEST: usize = 4;
const WIDEST: usize = 16;

/// Whether a line is the caption, or the unit, of the table that follows at once: 表3 项目执行情况, 单位：万元.
pub fn leads(line: &str, after: &[Piece<'_>]) -> bool {
    let is_short = line.chars().count() <= 60 && !line.ends_with('。');
    let is_lead = |line: &str| line.starts_with(['表', '附']) || is_unit(line);
    match after {
        [Piece::Table(_), ..] => is_short && is_lead(line),
        [Piece::Line(unit), Piece::Table(_), ..] => is_short && is_unit(unit) && line.starts_with(['表', '附']),
        _ => false,
    }
}

/// Such a line as a block.
pub fn lead(line: &str) -> Block {
    match is_unit(line) {
        true => Block::UnitLine(line.trim_matches(['（', '）', '(', ')']).to_owned()),
        false => Block::Caption(line.to_owned()),
    }
}

fn is_unit(line: &str) -> bool {
    line.trim_start_matches(['（', '(', '金', '额']).starts_with("单位")
}

/// The rows as a table, the first as its head; columns of numbers stand at the right. `said` gives what a cell says.
pub fn table(rows: &[Vec<&str>], said: impl Fn(&str) -> String) -> Table {
    let count = rows.iter().map(Vec::len).max().unwrap_or_default();
    let cells = |column: usize| rows.iter().map(move |row| row.get(column).copied().unwrap_or_default());
    let widths: Vec<usize> = (0..count)
        .map(|column| {
            let widest = cells(column).map(|cell| cell.chars().count()).max();
            widest.unwrap_or_default().clamp(NARROWEST, WIDEST)
        })
        .collect();
    let all: usize = widths.iter().sum::<usize>().max(1);
    let is_number = |cell: &str| plain_number(cell.trim_end_matches(['%', '％'])).is_some();
    let columns = widths.iter().enumerate().map(|(column, width)| Column {
        width: u32::try_from(width * 1000 / all).unwrap_or_default(),
        align: match cells(column).skip(1).all(|cell| cell.is_empty() || is_number(cell)) {
            true => Align::Right,
            false => Align::Left,
        },
    });
    let row = |row: &Vec<&str>| -> Vec<Cell> {
        let cell = |place| Cell::new(said(row.get(place).copied().unwrap_or_default()));
        (0..count).map(cell).collect()
    };
    Table {
        columns: columns.collect(),
        head: rows
            .iter()
            .take(1)
            .map(|head| row(head).into_iter().map(Cell::centred).collect())
            .collect(),
        body: rows.iter().skip(1).map(row).collect(),
    }
}
