//! Tables that were pasted into a text, as tables of the report.

use crate::domain::prose::number::plain_number;
use crate::domain::prose::pasted::is_unit;

use super::block::{Align, Block, Cell, Column, Table};

/// A line above a table as a block: its caption, or its unit.
pub fn lead(line: &str) -> Block {
    match is_unit(line) {
        true => Block::UnitLine(line.trim_matches(['（', '）', '(', ')']).to_owned()),
        false => Block::Caption(line.to_owned()),
    }
}

/// The rows as a table, the first as its head; columns of numbers stand at the right. `said` gives what a cell says.
pub fn table(rows: &[Vec<&str>], said: impl Fn(&str) -> String) -> Table {
    let count = rows.iter().map(Vec::len).max().unwrap_or_default();
    let cells = |column: usize| rows.iter().map(move |row| row.get(column).copied().unwrap_or_default());
    let is_number = |cell: &str| plain_number(cell.trim_end_matches(['%', '％'])).is_some();
    let columns = (0..count).map(|column| {
        let is_figures = cells(column).skip(1).all(|cell| cell.is_empty() || is_number(cell));
        Column::of(if is_figures { Align::Right } else { Align::Left })
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
