//! 表: one sheet or one pasted table as text, within bounds whatever the file says of itself.

use crate::documents::passage::Grid;

/// The most rows of a sheet that are read.
pub const ROWS: usize = 20_000;
/// The most columns of a sheet that are read.
pub const COLUMNS: usize = 200;
/// The most cells that are read of all sheets together.
pub const CELLS: usize = 200_000;
/// The most places of one table, empty ones counted.
const PLACES: usize = 1_000_000;
/// A longer text stands in the first place of its merged cell only; a word that holds for several is short.
const REPEATED: usize = 500;
/// The longest text of a cell, as in Excel.
const LONGEST: usize = 32_767;

/// A table of a file or of the clipboard.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// 工作表名; none for a table without a name.
    pub name: String,
    /// Whether the sheet is hidden in its file.
    pub hidden: bool,
    /// Whether something beyond the limits was left unread.
    pub cut: bool,
    /// Rows with something in them that the sheet hides or has filtered out, from 0.
    pub hidden_rows: Vec<usize>,
    /// Its cells. The first row is row 1 of the sheet, so that places are those that the user sees.
    pub grid: Grid,
}

impl Sheet {
    /// Whether nothing is written in it.
    pub fn is_empty(&self) -> bool {
        self.grid.iter().flatten().all(|cell| cell.trim().is_empty())
    }
}

/// An area of a sheet that is one cell: rows and columns, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Area {
    /// The first row.
    pub top: usize,
    /// The first column.
    pub left: usize,
    /// The last row.
    pub bottom: usize,
    /// The last column.
    pub right: usize,
}

/// A sheet in the making: cells come in any order.
#[derive(Debug)]
pub struct Making {
    cells: Vec<(usize, usize, String)>,
    cut: bool,
    /// How many cells may still be read, of this sheet and those after it.
    pub left: usize,
}

impl Making {
    /// An empty sheet, for so many cells.
    pub fn new(left: usize) -> Self {
        Making {
            cells: Vec::new(),
            cut: false,
            left,
        }
    }

    /// Puts a text in its place. Says whether there is room for more.
    pub fn put(&mut self, row: usize, column: usize, text: String) -> bool {
        if text.trim().is_empty() {
            return true;
        }
        if self.left == 0 {
            self.cut = true;
            return false;
        }
        if row >= ROWS || column >= COLUMNS {
            self.cut = true;
            return true;
        }
        self.left -= 1;
        let text = match text.char_indices().nth(LONGEST) {
            Some((end, _)) => text[..end].to_owned(),
            None => text,
        };
        self.cells.push((row, column, text));
        true
    }

    /// The sheet, its merged areas filled with their text.
    pub fn finish(mut self, name: String, hidden: bool, merged: &[Area]) -> Sheet {
        let ends = merged.iter().map(|area| (area.bottom, area.right));
        let written = self.cells.iter().map(|(row, column, _)| (*row, *column));
        // An area reaches down only as far as something stands beside it: areas may cover whole columns.
        let height = written.clone().map(|(row, _)| row + 1).max().unwrap_or_default();
        let widest = written.map(|(_, column)| column + 1).max().unwrap_or_default();
        let merged_width = ends.map(|(_, right)| right.saturating_add(1)).max().unwrap_or_default();
        let width = widest.max(merged_width.min(COLUMNS).min(widest + 20));
        if width == 0 {
            return Sheet {
                name,
                hidden,
                cut: self.cut,
                ..Sheet::default()
            };
        }
        let rows = height.min(PLACES / width);
        self.cut |= rows < height;
        let mut grid = vec![vec![String::new(); width]; rows];
        for (row, column, text) in self.cells {
            if let Some(place) = grid.get_mut(row).and_then(|row| row.get_mut(column)) {
                *place = text;
            }
        }
        let mut room = PLACES;
        for area in merged {
            fill(&mut grid, area, &mut room);
        }
        Sheet {
            name,
            hidden,
            cut: self.cut,
            grid,
            ..Sheet::default()
        }
    }
}

fn fill(grid: &mut Grid, area: &Area, room: &mut usize) {
    let Some(text) = grid.get(area.top).and_then(|row| row.get(area.left)).cloned() else {
        return;
    };
    if text.is_empty() || text.len() > REPEATED {
        return;
    }
    for row in grid.iter_mut().take(area.bottom.saturating_add(1)).skip(area.top) {
        for place in row.iter_mut().take(area.right.saturating_add(1)).skip(area.left) {
            if *room == 0 {
                return;
            }
            *room -= 1;
            if place.is_empty() {
                place.clone_from(&text);
            }
        }
    }
}
