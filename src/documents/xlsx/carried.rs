//! A text that travels in the workbook, in a sheet that Excel shows nobody: column A, from the first row.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::text;

/// The name of the sheet.
pub const NAME: &str = "jiping";

/// The most UTF-16 units per cell.
const CHUNK: usize = 32_000;

/// The sheet. The text has to be free of what XML cannot hold, as JSON is.
pub fn sheet(carried: &str) -> Result<Worksheet, XlsxError> {
    let mut sheet = Worksheet::new();
    sheet.set_name(NAME)?.set_very_hidden(true);
    let mut rest = carried;
    let mut row = 0;
    while !rest.is_empty() {
        let (chunk, after) = text::split(rest, CHUNK);
        sheet.write_string(row, 0, chunk)?;
        rest = after;
        row += 1;
    }
    Ok(sheet)
}
