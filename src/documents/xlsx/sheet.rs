//! A sheet in the making: rows that are high enough, cells that are merged, and the page to print on.

use rust_decimal::Decimal;
use rust_xlsxwriter::{DataValidation, Format, Formula, Worksheet, XlsxError};

use crate::domain::evaluation::derived::Derived;
use crate::domain::evaluation::gap_words;

use crate::documents::workbooks::number;

use super::address::{Area, Row};
use super::look::{Look, Looks};
use super::printed::Printed;
use super::printing::{Length, Paper};
use super::shown::{Place, ShownSheet, plain_formula, plain_number};
use super::{extent, printing, text};

/// The most that a row may be high, points.
const HIGHEST: u32 = 400;

/// A sheet in the making.
pub struct Sheet<'a> {
    /// What is handed to the workbook in the end.
    pub inner: Worksheet,
    /// What its cells show.
    pub shown: ShownSheet,
    looks: &'a Looks,
    length: Length,
}

impl<'a> Sheet<'a> {
    /// A sheet with columns so many units wide, A4, all columns on one page.
    pub fn new(name: &str, looks: &'a Looks, widths: &[u32], paper: Paper) -> Result<Self, XlsxError> {
        let mut inner = Worksheet::new();
        inner.set_name(name)?;
        for (place, width) in (0..).zip(widths) {
            inner.set_column_width(place, *width)?;
        }
        let inch = |tenths| number::float(Decimal::new(tenths, 1));
        match paper {
            Paper::Portrait | Paper::Form => inner.set_portrait(),
            Paper::Landscape => inner.set_landscape(),
        };
        inner
            .set_paper_size(9)
            .set_print_fit_to_pages(1, 0)
            .set_print_center_horizontally(true)
            .set_margins(inch(6), inch(6), inch(8), inch(8), inch(3), inch(4))
            .set_footer("&C&\"宋体\"&10第 &P 页，共 &N 页");
        Ok(Sheet {
            inner,
            shown: ShownSheet {
                name: name.to_owned(),
                ..ShownSheet::default()
            },
            looks,
            length: Length {
                paper,
                widths: widths.to_vec(),
                rows: Vec::new(),
                repeated: None,
            },
        })
    }

    /// The last column.
    pub fn last_column(&self) -> u16 {
        u16::try_from(self.length.widths.len().saturating_sub(1)).unwrap_or_default()
    }

    /// The width of some columns together.
    pub fn width(&self, left: u16, right: u16) -> u32 {
        let own = self.length.widths.iter().skip(usize::from(left));
        own.take(usize::from(right - left) + 1).sum()
    }

    /// The next row, so many points high.
    pub fn row(&mut self, height: u32) -> Result<Row, XlsxError> {
        let count = height.div_ceil(HIGHEST).max(1);
        let top = u32::try_from(self.length.rows.len()).unwrap_or(u32::MAX);
        let row = Row {
            top,
            bottom: top + count - 1,
        };
        for place in row.top..=row.bottom {
            self.inner.set_row_height(place, height.div_ceil(count))?;
            self.length.rows.push(height.div_ceil(count));
        }
        Ok(row)
    }

    /// The next row, high enough for these texts in these columns.
    pub fn row_for(&mut self, texts: &[(u16, u16, &str)]) -> Result<Row, XlsxError> {
        let heights = texts
            .iter()
            .map(|(left, right, text)| extent::height(text, self.width(*left, *right)));
        self.row(heights.max().unwrap_or_default().max(20))
    }

    /// A row over all columns.
    pub fn line(&mut self, words: &str, look: Look) -> Result<Row, XlsxError> {
        let last = self.last_column();
        let row = match look {
            Look::Title => self.row(extent::lines(words, self.width(0, last) * 5 / 8) * 26 + 8)?,
            _ => self.row_for(&[(0, last, words)])?,
        };
        self.text(row.across(0, last), words, look)?;
        Ok(row)
    }

    /// A header row; what is above it and itself stay in sight and are printed on every page.
    pub fn head(&mut self, words: &[&str]) -> Result<Row, XlsxError> {
        let row = self.head_line(words)?;
        self.inner.set_freeze_panes(row.bottom + 1, 0)?;
        self.repeat(row, row)?;
        Ok(row)
    }

    /// Prints header rows on every page.
    pub fn repeat(&mut self, first: Row, last: Row) -> Result<(), XlsxError> {
        self.inner.set_repeat_rows(first.top, last.bottom)?;
        self.length.repeated = Some((first.top, last.bottom));
        Ok(())
    }

    /// The sheet as it is handed to the workbook, and what its cells show.
    pub fn finished(mut self) -> (Worksheet, ShownSheet) {
        if let Some(pages) = printing::pressed(&self.length) {
            self.inner.set_print_fit_to_pages(1, pages);
        }
        (self.inner, self.shown)
    }

    /// A header row within a sheet.
    pub fn head_line(&mut self, words: &[&str]) -> Result<Row, XlsxError> {
        let texts: Vec<(u16, u16, &str)> = (0..)
            .zip(words)
            .map(|(column, words)| (column, column, *words))
            .collect();
        let row = self.row_for(&texts)?;
        for (column, _, words) in texts {
            self.text(row.at(column), words, Look::Head)?;
        }
        Ok(row)
    }

    /// A text; never a formula.
    pub fn text(&mut self, area: Area, words: &str, look: Look) -> Result<(), XlsxError> {
        let words = text::fitting(words);
        self.shown.note(place(area), &words);
        let format = match text::looks_like_formula(&words) {
            true => self.looks.quoted(look),
            false => self.looks.of(look),
        };
        if area.is_single() {
            self.inner
                .write_string_with_format(area.top, area.left, &*words, format)?;
        } else {
            self.inner
                .merge_range(area.top, area.left, area.bottom, area.right, &words, format)?;
        }
        Ok(())
    }

    /// A number; one with more digits than a cell holds stands there as text, with all of them.
    pub fn number(&mut self, area: Area, value: Decimal, look: Look) -> Result<(), XlsxError> {
        if !number::is_held(value) {
            return self.text(area, &value.normalize().to_string(), Look::Right);
        }
        self.merged(area, look)?;
        let format = self.looks.of(look).clone();
        self.write_number(area, value, &format)
    }

    fn write_number(&mut self, area: Area, value: Decimal, format: &Format) -> Result<(), XlsxError> {
        self.shown.note(place(area), &plain_number(number::held(value)));
        self.inner
            .write_number_with_format(area.top, area.left, number::float(value), format)?;
        Ok(())
    }

    /// The format of a look for a number printed in a certain way.
    pub fn numbered(&self, look: Look, printed: Printed) -> Format {
        let decimals = |places: u32| match places {
            0 => String::new(),
            places => format!(".{}", "0".repeat(places.min(10) as usize)),
        };
        self.looks.of(look).clone().set_num_format(match printed {
            Printed::Plain(places) => format!("0{}", decimals(places)),
            Printed::Grouped(places) => format!("#,##0{}", decimals(places)),
            Printed::Percent(places) => format!("0{}%", decimals(places)),
        })
    }

    /// A number in a format of its own.
    pub fn printed_number(&mut self, area: Area, value: Decimal, format: &Format) -> Result<(), XlsxError> {
        if !area.is_single() {
            self.inner
                .merge_range(area.top, area.left, area.bottom, area.right, "", format)?;
        }
        self.write_number(area, value, format)
    }

    /// A formula with the value that it has, so that the sheet is right before anybody computes.
    pub fn formula(&mut self, area: Area, formula: &str, value: &Cached, look: Look) -> Result<(), XlsxError> {
        self.merged(area, look)?;
        let (result, shown) = match value {
            Cached::Number(value) => (number::held(*value).to_string(), plain_number(number::held(*value))),
            Cached::Text(text) => (text.clone(), text.clone()),
        };
        self.shown.note(place(area), &shown);
        self.shown.formulas.insert(place(area), plain_formula(formula));
        let formula = Formula::new(formula).set_result(result);
        let format = self.looks.of(look);
        self.inner
            .write_formula_with_format(area.top, area.left, formula, format)?;
        Ok(())
    }

    /// A derived figure: by its formula, by its value where it has none, or why it is missing.
    pub fn figure(
        &mut self,
        area: Area,
        formula: Option<&str>,
        value: Derived<Decimal>,
        look: Look,
    ) -> Result<(), XlsxError> {
        match (value, formula) {
            (Ok(value), Some(formula)) => self.formula(area, formula, &Cached::Number(value), look),
            (Ok(value), None) => self.number(area, number::held(value), look),
            (Err(gap), _) => self.text(area, &gap_words::gap_note(gap), Look::Missing),
        }
    }

    /// Holds what is typed into some cells to a rule.
    pub fn validate(&mut self, first: Area, last: Area, rule: &DataValidation) -> Result<(), XlsxError> {
        self.inner
            .add_data_validation(first.top, first.left, last.bottom, last.right, rule)?;
        Ok(())
    }

    fn merged(&mut self, area: Area, look: Look) -> Result<(), XlsxError> {
        if !area.is_single() {
            let format = self.looks.of(look);
            self.inner
                .merge_range(area.top, area.left, area.bottom, area.right, "", format)?;
        }
        Ok(())
    }
}

/// Where an area begins.
fn place(area: Area) -> Place {
    (area.top, area.left.into())
}

/// The value of a formula before anybody computes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cached {
    /// A number.
    Number(Decimal),
    /// A word.
    Text(String),
}
