//! A chart for a text document: the drawing, and the little workbook behind it, which 编辑数据 opens in Word and WPS.

use rust_xlsxwriter::{Chart, ChartRange, DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use crate::documents::archive::read;
use crate::documents::report::block::{Bars, Chart as Bar};

use super::columns::{On, columns};
use super::number::float;

/// The sheet of the numbers.
const SHEET: &str = "数据";

/// The kind of relation by which the drawing finds its workbook, `rId1`.
const EXTERNAL: &str = r#"<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData>"#;

/// What Excel takes for “no” where the library leaves it out, and other programs for “yes” (the schema's own default):
/// round corners, removed axes, a legend over the columns, names beside each number. Behind what it is said.
const SAID: [(&str, &str); 6] = [
    ("<c:lang val=\"en-US\"/>", "<c:roundedCorners val=\"0\"/>"),
    ("<c:grouping val=\"clustered\"/>", "<c:varyColors val=\"0\"/>"),
    ("</c:spPr>", "<c:invertIfNegative val=\"0\"/>"),
    ("</c:scaling>", "<c:delete val=\"0\"/>"),
    ("<c:legendPos val=\"b\"/><c:layout/>", "<c:overlay val=\"0\"/>"),
    (
        "<c:showVal val=\"1\"/>",
        "<c:showCatName val=\"0\"/><c:showSerName val=\"0\"/><c:showPercent val=\"0\"/><c:showBubbleSize val=\"0\"/>",
    ),
];

/// A chart as parts of a package.
pub struct Embedded {
    /// `chart.xml`, with the numbers in it, so that it is drawn without the workbook.
    pub drawing: Vec<u8>,
    /// The workbook of its numbers.
    pub workbook: Vec<u8>,
}

/// Writes a chart; none where the library refuses it, which no chart of a report brings about.
pub fn embedded(chart: &Bar) -> Option<Embedded> {
    let whole = write(chart, true).ok()?;
    let whole = read::open(&whole).ok()?;
    let mut drawing = String::from_utf8(whole.part("xl/charts/chart1.xml")?.to_vec()).ok()?;
    for (behind, said) in SAID {
        drawing = drawing.replace(behind, &format!("{behind}{said}"));
    }
    drawing = drawing.replace("<c:showVal ", "<c:showLegendKey val=\"0\"/><c:showVal ");
    // What a sheet of its own would be printed like comes behind where the numbers are.
    let end = drawing
        .find("<c:printSettings>")
        .or_else(|| drawing.find("</c:chartSpace>"))?;
    let (before, after) = drawing.split_at_checked(end)?;
    Some(Embedded {
        drawing: format!("{before}{EXTERNAL}{after}").into_bytes(),
        workbook: write(chart, false).ok()?,
    })
}

fn write(chart: &Bar, with_drawing: bool) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // A fixed time, so that the same report gives the same bytes.
    let properties = DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2020, 1, 1)?);
    workbook.set_properties(&properties);
    let mut sheet = Worksheet::new();
    sheet.set_name(SHEET)?;
    sheet.set_column_width(0, 24)?;
    for (column, name) in (1..).zip(chart.series) {
        sheet.write_string(0, column, name)?;
    }
    let plain = Format::new();
    for (row, Bars { name, values, .. }) in (1..).zip(&chart.bars) {
        sheet.write_string(row, 0, name)?;
        for (column, value) in (1..).zip(values) {
            if let Some(value) = value {
                sheet.write_number_with_format(row, column, float(*value), &plain)?;
            }
        }
    }
    if with_drawing {
        sheet.insert_chart(0, 4, &drawing(chart))?;
    }
    workbook.push_worksheet(sheet);
    workbook.save_to_buffer()
}

fn drawing(chart: &Bar) -> Chart {
    let last = u32::try_from(chart.bars.len()).unwrap_or(u32::MAX);
    let cells = |column| ChartRange::new_from_range(SHEET, 1, column, last, column);
    let [planned, reached] = chart.series;
    let mut drawing = columns(
        &cells(0),
        (planned, &cells(1)),
        (reached, &cells(2)),
        On::Paper(chart.format),
    );
    drawing.title().set_hidden();
    drawing
}
