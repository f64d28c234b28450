//! The cells of a table as it is shown: which field stands where, and how one gets from one to the next.

use crate::domain::values::row::Id;

use super::field::Field;

/// 一行: the row of the list, where the table shows one, and its cells; none where nothing can be typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableRow {
    /// Which row of the list; none for rows that every such table has.
    pub id: Option<Id>,
    /// A field per column.
    pub cells: Vec<Option<Field>>,
}

/// A place in a table, counted from nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// Which row.
    pub row: usize,
    /// Which column.
    pub column: usize,
}

/// A rectangle of cells, its edges included.
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

/// Where a key leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The cell above.
    Up,
    /// The cell below.
    Down,
    /// The cell before.
    Left,
    /// The cell after.
    Right,
    /// The first cell of the column.
    Top,
    /// The last cell of the column.
    Bottom,
    /// The first cell of the row.
    RowStart,
    /// The last cell of the row.
    RowEnd,
    /// The first cell of the table.
    Start,
    /// The last cell of the table.
    End,
}

/// 一张表的格: rows from the top, cells from the left.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cells {
    /// The rows.
    pub rows: Vec<TableRow>,
    /// Columns that are not shown: no hand is at them, and a block that is pasted passes over them.
    pub hidden: Vec<usize>,
}

impl Area {
    /// The rectangle between two corners.
    pub fn between(one: Spot, other: Spot) -> Area {
        Area {
            top: one.row.min(other.row),
            left: one.column.min(other.column),
            bottom: one.row.max(other.row),
            right: one.column.max(other.column),
        }
    }

    /// How many rows it has.
    pub fn height(self) -> usize {
        self.bottom - self.top + 1
    }

    /// How many columns it has.
    pub fn width(self) -> usize {
        self.right - self.left + 1
    }
}

impl Cells {
    /// The field in a place.
    pub fn at(&self, spot: Spot) -> Option<Field> {
        self.rows.get(spot.row)?.cells.get(spot.column).copied().flatten()
    }

    /// Where a field stands.
    pub fn spot(&self, field: Field) -> Option<Spot> {
        self.rows.iter().enumerate().find_map(|(row, cells)| {
            let column = cells.cells.iter().position(|cell| *cell == Some(field))?;
            Some(Spot { row, column })
        })
    }

    /// The field whose key this is. Keys of fields in a row have the row's number in them.
    pub fn by_key(&self, key: &str) -> Option<Field> {
        let numbers: Vec<u32> = key.split('-').filter_map(|part| part.parse().ok()).collect();
        let rows = self
            .rows
            .iter()
            .filter(|row| row.id.is_none_or(|id| numbers.contains(&id.0)));
        let mut fields = rows.flat_map(|row| row.cells.iter().copied().flatten());
        fields.find(|field| field.key() == key)
    }

    /// How many columns there are.
    pub fn width(&self) -> usize {
        self.rows.iter().map(|row| row.cells.len()).max().unwrap_or_default()
    }

    /// Where a step leads from a place: to itself where there is no cell in that direction.
    pub fn step(&self, from: Spot, step: Step) -> Spot {
        let is_cell = |spot: &Spot| self.at(*spot).is_some();
        let in_column = |row: usize| Spot {
            row,
            column: from.column,
        };
        let in_row = |column: usize| Spot { row: from.row, column };
        let (height, width) = (self.rows.len(), self.width());
        let every = || (0..height).flat_map(|row| (0..width).map(move |column| Spot { row, column }));
        let found = match step {
            Step::Up => (0..from.row.min(height)).rev().map(in_column).find(is_cell),
            Step::Down => (from.row + 1..height).map(in_column).find(is_cell),
            Step::Left => (0..from.column.min(width)).rev().map(in_row).find(is_cell),
            Step::Right => (from.column + 1..width).map(in_row).find(is_cell),
            Step::Top => (0..height).map(in_column).find(is_cell),
            Step::Bottom => (0..height).rev().map(in_column).find(is_cell),
            Step::RowStart => (0..width).map(in_row).find(is_cell),
            Step::RowEnd => (0..width).rev().map(in_row).find(is_cell),
            Step::Start => every().find(is_cell),
            Step::End => every().rev().find(is_cell),
        };
        found.unwrap_or(from)
    }

    /// The cell that Tab leads to: along the row and on to the next one; none past either end.
    pub fn next(&self, from: Spot, forward: bool) -> Option<Spot> {
        let width = self.width();
        let count = self.rows.len() * width;
        let spot = |place: usize| Spot {
            row: place / width,
            column: place % width,
        };
        let here = from.row * width + from.column;
        let is_cell = |spot: &Spot| self.at(*spot).is_some();
        match forward {
            true => (here + 1..count).map(spot).find(is_cell),
            false => (0..here.min(count)).rev().map(spot).find(is_cell),
        }
    }

    /// The fields of a rectangle, row by row.
    pub fn fields(&self, area: Area) -> impl Iterator<Item = Field> {
        let rows = self.rows.iter().skip(area.top).take(area.height());
        rows.flat_map(move |row| {
            let cells = row.cells.iter().skip(area.left).take(area.width());
            cells.copied().flatten()
        })
    }

    /// The rows of the list that a rectangle touches, each once.
    pub fn ids(&self, area: Area) -> Vec<Id> {
        let mut ids: Vec<Id> = Vec::new();
        let rows = self.rows.iter().skip(area.top).take(area.height());
        for id in rows.filter_map(|row| row.id) {
            // A row of the list may take several lines of the table, one after the other.
            if ids.last() != Some(&id) {
                ids.push(id);
            }
        }
        ids
    }
}
