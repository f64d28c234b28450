//! 柱形图: what was planned, and what came of it, side by side.

use rust_xlsxwriter::{
    Chart, ChartDataLabel, ChartFont, ChartFormat, ChartLegendPosition, ChartRange, ChartSolidFill, ChartType, Color,
};

/// The colours of the form's own plots: what is planned, and what came of it.
const PLANNED: Color = Color::RGB(0x8F_B0_D3);
const REACHED: Color = Color::RGB(0x3A_6E_A8);

/// The letters of a chart on paper, points.
const LETTERS: u32 = 9;

/// Where a chart stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum On {
    /// In a sheet, where a column that is pressed says its number.
    Screen,
    /// On paper, where each column has its number above it, in this format.
    Paper(&'static str),
}

/// A chart of two columns of a table; `names` are the cells that say what each pair is of.
pub fn columns(names: &ChartRange, planned: (&str, &ChartRange), reached: (&str, &ChartRange), on: On) -> Chart {
    let mut chart = Chart::new(ChartType::Column);
    let mut letters = ChartFont::new();
    letters.set_size(LETTERS);
    for ((called, cells), colour) in [(planned, PLANNED), (reached, REACHED)] {
        let series = chart.add_series();
        series
            .set_categories(names)
            .set_values(cells)
            .set_name(called)
            .set_gap(80)
            .set_format(ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(colour)));
        if let On::Paper(format) = on {
            let mut number = ChartDataLabel::new();
            number.show_value().set_font(&letters).set_num_format(format);
            series.set_data_label(&number);
        }
    }
    chart.legend().set_position(ChartLegendPosition::Bottom);
    if on != On::Screen {
        chart.chart_area().set_format(ChartFormat::new().set_no_border());
        chart.x_axis().set_font(&letters);
        chart.y_axis().set_font(&letters);
        chart.legend().set_font(&letters);
    }
    chart
}
