//! 图: charts below a table. Office programs draw them from the cells, so that they follow what is typed there.

use rust_xlsxwriter::{Chart, ChartFormat, ChartLegendPosition, ChartSolidFill, ChartType, Color, XlsxError};

use super::address::Area;
use super::sheet::Sheet;

/// How high the row is that a chart stands in, points, and the chart in it, pixels of 96 to the inch.
const ROW: u32 = 226;
const HEIGHT: u32 = 290;

/// The colours of the form's own plots: what is planned, and what came of it.
const PLANNED: Color = Color::RGB(0x8F_B0_D3);
const REACHED: Color = Color::RGB(0x3A_6E_A8);

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
    let range = |(first, last): Cells| (name.as_str(), first.top, first.left, last.bottom, last.left);
    let mut chart = Chart::new(ChartType::Column);
    for ((called, cells), colour) in [(planned, PLANNED), (reached, REACHED)] {
        let series = chart.add_series();
        series
            .set_categories(range(names))
            .set_values(range(cells))
            .set_name(called)
            .set_gap(80)
            .set_format(ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(colour)));
    }
    chart.title().set_name(title);
    chart.legend().set_position(ChartLegendPosition::Bottom);
    // A unit of width is seven pixels.
    let width = sheet.width(0, sheet.last_column()) * 7;
    chart.set_width(width).set_height(HEIGHT).set_alt_text(title);
    sheet.inner.insert_chart(row.top, 0, &chart)?;
    Ok(())
}
