//! 图: charts below a table. Office programs draw them from the cells, so that they follow what is typed there.

use rust_xlsxwriter::{ChartRange, XlsxError};

use crate::documents::workbooks::columns::{On, columns};

use super::address::Area;
use super::sheet::Sheet;

/// How high the row is that a chart stands in, points, and the chart in it, pixels of 96 to the inch.
const ROW: u32 = 226;
const HEIGHT: u32 = 290;

/// Cells of one column, from the first to the last.
pub type Cells = (Area, Area);

/// Two columns of a table side by side, in a row of their own below what is there: what was planned, and what came of
/// it. `names` are the cells that say what each pair is of.
pub fn planned_and_reached(
    sheet: &mut Sheet<'_>,
    title: &str,
    names: Cells,
    planned: (&str, Cells),
    reached: (&str, Cells),
) -> Result<(), XlsxError> {
    sheet.row(12)?;
    let row = sheet.row(ROW)?;
    let name = sheet.shown.name.clone();
    let range = |(first, last): Cells| ChartRange::new_from_range(&name, first.top, first.left, last.bottom, last.left);
    let (planned, reached) = ((planned.0, &range(planned.1)), (reached.0, &range(reached.1)));
    let mut chart = columns(&range(names), planned, reached, On::Screen);
    chart.title().set_name(title);
    // A unit of width is seven pixels.
    let width = sheet.width(0, sheet.last_column()) * 7;
    chart.set_width(width).set_height(HEIGHT).set_alt_text(title);
    sheet.inner.insert_chart(row.top, 0, &chart)?;
    Ok(())
}
