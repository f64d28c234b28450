//! A text that travels in the workbook, in a sheet that Excel shows nobody: column A, from the first row.

use rust_xlsxwriter::{Worksheet, XlsxError};

use crate::documents::archive::checksum::sha256;
use crate::documents::archive::read::Archive;
use crate::documents::carried::{Carried, CarriedFault};

use super::shown::{NAME, Shown, each_cell, sheet_parts, strings};
use super::text;

/// The most UTF-16 units per cell.
const CHUNK: usize = 32_000;

/// The sheet: in the first row the checksums of the text and of what the other sheets show, below it the text.
/// The text has to be free of what XML cannot hold, as JSON is.
pub fn sheet(carried: &str, shown: &Shown) -> Result<Worksheet, XlsxError> {
    let mut sheet = Worksheet::new();
    sheet.set_name(NAME)?.set_very_hidden(true);
    sheet.write_string(0, 0, format!("{} {}", sha256(&[carried]), shown.fingerprint()))?;
    let mut rest = carried;
    let mut row = 1;
    while !rest.is_empty() {
        let (chunk, after) = text::split(rest, CHUNK);
        sheet.write_string(row, 0, chunk)?;
        rest = after;
        row += 1;
    }
    Ok(sheet)
}

/// Finds the text of a workbook again, and what its other sheets show.
pub fn find(archive: &Archive) -> Result<Carried<Shown>, CarriedFault> {
    let sheets = sheet_parts(archive)?;
    let (_, part) = sheets.iter().find(|(name, _)| name == NAME).ok_or(CarriedFault::None)?;
    let strings = strings(archive.part("xl/sharedStrings.xml").unwrap_or(b"<sst/>"))?;
    let mut cells = Vec::new();
    each_cell(part, &strings, |_, cell| cells.push(cell.text.to_owned()))?;
    let (sums, chunks) = cells.split_first().ok_or(CarriedFault::None)?;
    let (sum, shown) = sums.split_once(' ').unwrap_or((sums, ""));
    let text = chunks.concat();
    if sha256(&[&text]) != sum {
        return Err(CarriedFault::Damaged);
    }
    let now = Shown::read(archive)?;
    Ok(Carried {
        text,
        is_edited: now.fingerprint() != shown,
        shown: now,
    })
}
