//! Any table of the neutral blocks as a sheet, for official form layouts.

use rust_xlsxwriter::XlsxError;

use crate::documents::report::block::{Align, Placed, Table};
use crate::documents::report::column_widths::fit;
use crate::documents::report::pagination::Turn;

use super::address::Row;
use super::extent;
use super::look::{Look, Looks};
use super::printed::printed_number;
use super::printing::Paper;
use super::sheet::Sheet;

/// What stands round a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    /// 表题, above.
    pub caption: String,
    /// 单位：万元, above at the right; blank where the form has none.
    pub unit_line: String,
    /// 注, below; each on a line of its own.
    pub notes: Vec<String>,
}

/// How many columns a page in portrait holds.
const NARROW: usize = 6;

/// A table as a sheet of its own; several of the same columns stand below each other. The header of the last
/// is printed on every page. `turn` is how the page lies in Word, which a table of the text leaves open.
pub fn table_sheet<'a>(
    name: &str,
    frame: &Frame,
    tables: &[Table],
    turn: Turn,
    looks: &'a Looks,
) -> Result<Sheet<'a>, XlsxError> {
    let count = tables.first().map_or(0, |table| table.columns.len());
    let (paper, room) = match turn {
        Turn::Form => (Paper::Form, 124),
        Turn::Upright if count <= NARROW => (Paper::Portrait, 94),
        Turn::Upright | Turn::Landscape => (Paper::Landscape, 136),
    };
    let mut tables = tables.to_vec();
    fit(tables.iter_mut().collect(), extent::room(room));
    let columns = tables.first().map_or(&[][..], |table| &table.columns);
    let whole = columns.iter().map(|column| column.width).sum::<u32>().max(1);
    let widths: Vec<u32> = columns
        .iter()
        .map(|column| (column.width * room).div_ceil(whole).max(6))
        .collect();
    let mut sheet = Sheet::new(name, looks, &widths, paper)?;
    if !frame.caption.is_empty() {
        sheet.line(&frame.caption, Look::Title)?;
    }
    if !frame.unit_line.is_empty() {
        sheet.line(&frame.unit_line, Look::UnitLine)?;
    }
    for table in &tables {
        let head = rows(&mut sheet, table, &table.head_grid(), true)?;
        if let (Some(first), Some(last)) = (head.first(), head.last()) {
            sheet.repeat(*first, *last)?;
            // A header far down would hold half of the screen.
            if tables.len() == 1 {
                sheet.inner.set_freeze_panes(last.bottom + 1, 0)?;
            }
        }
        rows(&mut sheet, table, &table.grid(), false)?;
    }
    for note in &frame.notes {
        sheet.line(note, Look::Note)?;
    }
    Ok(sheet)
}

/// Lays the rows out, then writes the cells, because a cell may reach down into rows below.
fn rows(sheet: &mut Sheet<'_>, table: &Table, grid: &[Vec<Placed<'_>>], is_head: bool) -> Result<Vec<Row>, XlsxError> {
    let mut rows = Vec::new();
    for height in row_heights(sheet, grid) {
        rows.push(sheet.row(height)?);
    }
    for (place, line) in grid.iter().enumerate() {
        for placed in line.iter().filter(|placed| !placed.continues) {
            let (Some(first), Some(last)) = (rows.get(place), rows.get(place + placed.rows_left - 1)) else {
                continue;
            };
            let (left, right) = columns(placed);
            let area = first.down_to(*last, left, right);
            let own = table.columns.get(placed.column).map(|column| column.align);
            let look = match placed.cell.align.or(own).unwrap_or_default() {
                _ if is_head => Look::Head,
                Align::Left => Look::Left,
                Align::Centre => Look::Centre,
                Align::Right => Look::Right,
            };
            match printed_number(&placed.cell.text) {
                Some((value, as_printed)) => {
                    let format = sheet.numbered(look, as_printed);
                    sheet.printed_number(area, value, &format)?;
                }
                None => sheet.text(area, &placed.cell.text, look)?,
            }
        }
    }
    Ok(rows)
}

fn columns(placed: &Placed<'_>) -> (u16, u16) {
    let column = |place: usize| u16::try_from(place).unwrap_or(u16::MAX);
    (column(placed.column), column(placed.column + placed.columns - 1))
}

/// Each row is as high as its own cells need; what a cell over several rows lacks, its last row gets.
fn row_heights(sheet: &Sheet<'_>, grid: &[Vec<Placed<'_>>]) -> Vec<u32> {
    let needed = |placed: &Placed<'_>| {
        let (left, right) = columns(placed);
        extent::height(&placed.cell.text, sheet.width(left, right))
    };
    let own = |line: &Vec<Placed<'_>>| {
        let single = line.iter().filter(|placed| !placed.continues && placed.rows_left == 1);
        single.map(needed).max().unwrap_or_default().max(22)
    };
    let mut heights: Vec<u32> = grid.iter().map(own).collect();
    for (place, line) in grid.iter().enumerate() {
        for placed in line.iter().filter(|placed| !placed.continues && placed.rows_left > 1) {
            let rows = place..place + placed.rows_left;
            let have: u32 = heights.get(rows.clone()).map_or(0, |heights| heights.iter().sum());
            let lacks = needed(placed).saturating_sub(have);
            if let Some(last) = heights.get_mut(rows.end - 1) {
                *last += lacks;
            }
        }
    }
    heights
}
