//! Reads the sheets of an .xlsx as text. Cells are streamed and counted: a sheet may claim to be as large as it
//! likes. Formulas are not computed; the value that was kept with them counts.

use std::io::Cursor;

use calamine::{Dimensions, Reader, Xlsx};

use crate::documents::archive::read::{Archive, ArchiveFault, Kind};

use super::book::{Listed, rewritten};
use super::cells;
use super::sheet::{Area, CELLS, Making, Sheet};
use super::sheet_notes::NO_RESULT;

/// The most cells that are looked at, empty ones counted.
const LOOKED_AT: usize = 2_000_000;
/// The most merged areas of a sheet.
const MERGED: usize = 20_000;

/// The sheets that have something in them, in their order.
pub fn sheets(archive: &Archive) -> Result<Vec<Sheet>, ArchiveFault> {
    if archive.kind != Kind::Excel {
        return Err(ArchiveFault::NotPacked);
    }
    let book = rewritten(archive)?;
    let mut reader: Xlsx<_> = Xlsx::new(Cursor::new(book.bytes)).map_err(|_| ArchiveFault::Damaged)?;
    let mut sheets = Vec::new();
    let mut left = CELLS;
    let mut looked_at = LOOKED_AT;
    for (place, listed) in book.sheets.into_iter().enumerate() {
        let sheet = sheet(&mut reader, &(place + 1).to_string(), listed, &mut left, &mut looked_at)?;
        if !sheet.is_empty() {
            sheets.push(sheet);
        }
    }
    Ok(sheets)
}

fn sheet(
    book: &mut Xlsx<Cursor<Vec<u8>>>,
    name: &str,
    listed: Listed,
    left: &mut usize,
    looked_at: &mut usize,
) -> Result<Sheet, ArchiveFault> {
    let merged = book
        .merge_cells_by_sheet_name(name)
        .map_err(|_| ArchiveFault::Damaged)?;
    let merged: Vec<Area> = merged.iter().take(MERGED).filter_map(area).collect();
    let mut cells = book.worksheet_cells_reader(name).map_err(|_| ArchiveFault::Damaged)?;
    let mut making = Making::new(*left);
    while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(|_| ArchiveFault::Damaged)? {
        let code = cells.styles().get(style).and_then(|style| style.number_format.as_ref());
        let (row, column) = cell.get_position();
        let text = cells::text(cell.get_value(), code.map_or("", |format| format.format_code.as_str()));
        let place = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
        *looked_at = looked_at.saturating_sub(1);
        if *looked_at == 0 || !making.put(place(row), place(column), text) {
            making.left = 0;
            break;
        }
    }
    for (row, column) in &listed.notes.unanswered {
        making.put(*row, *column, NO_RESULT.into());
    }
    *left = making.left;
    let mut sheet = making.finish(listed.name, listed.hidden, &merged);
    // A hidden row without anything in it is nothing to ask about.
    let is_filled = |row: &usize| {
        sheet
            .grid
            .get(*row)
            .is_some_and(|cells| cells.iter().any(|cell| !cell.trim().is_empty()))
    };
    sheet.hidden_rows = listed.notes.hidden.into_iter().filter(is_filled).collect();
    Ok(sheet)
}

/// An area whose corners stand in their order; others are a mistake of the file.
fn area(found: &Dimensions) -> Option<Area> {
    let place = |number: u32| usize::try_from(number).ok();
    let area = Area {
        top: place(found.start.0)?,
        left: place(found.start.1)?,
        bottom: place(found.end.0)?,
        right: place(found.end.1)?,
    };
    (area.top <= area.bottom && area.left <= area.right).then_some(area)
}
