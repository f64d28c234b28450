//! Where something stands in the workbook, as formulas say it.

/// Rows and columns that belong to one cell, merged where they are several. Counted from zero, both ends
/// included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Area {
    /// The first row.
    pub top: u32,
    /// The first column.
    pub left: u16,
    /// The last row.
    pub bottom: u32,
    /// The last column.
    pub right: u16,
}

impl Area {
    /// Whether it is one cell by itself.
    pub fn is_single(self) -> bool {
        self.top == self.bottom && self.left == self.right
    }

    /// The address of its first cell: "C5".
    pub fn cell(self) -> String {
        format!("{}{}", column(self.left), self.top + 1)
    }

    /// The same, on a sheet of this name.
    pub fn on(self, sheet: &str) -> String {
        format!("'{sheet}'!{}", self.cell())
    }

    /// From this area down to another: "C5:C9".
    pub fn to(self, last: Area) -> String {
        format!("{}:{}{}", self.cell(), column(last.right), last.bottom + 1)
    }
}

/// A row of a table. A text that needs more height than a row can have takes several rows of the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// The first row of the sheet.
    pub top: u32,
    /// The last row of the sheet.
    pub bottom: u32,
}

impl Row {
    /// A column of it.
    pub fn at(self, column: u16) -> Area {
        self.across(column, column)
    }

    /// Several columns of it, as one cell.
    pub fn across(self, left: u16, right: u16) -> Area {
        self.down_to(self, left, right)
    }

    /// From this row to another, as one cell.
    pub fn down_to(self, last: Row, left: u16, right: u16) -> Area {
        Area {
            top: self.top,
            left,
            bottom: last.bottom,
            right,
        }
    }
}

/// The letters of a column.
fn column(place: u16) -> String {
    let letter = |digit: u16| char::from(b'A' + u8::try_from(digit % 26).unwrap_or_default());
    match place.checked_sub(26) {
        None => letter(place).to_string(),
        Some(rest) => format!("{}{}", column(rest / 26), letter(rest)),
    }
}
