//! How cells look: fonts, borders, alignment, number formats. Each format is made once.

use crate::documents::workbooks::number;
use rust_decimal::Decimal;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::documents::typefaces;

/// The look of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// 标题.
    Title,
    /// 单位：万元, at the right above a table.
    UnitLine,
    /// A remark without borders.
    Note,
    /// 表头.
    Head,
    /// Words at the left.
    Left,
    /// Short words in the middle.
    Centre,
    /// Words in the middle of the width, at the top of a cell that may reach over pages.
    Level,
    /// Words at the right.
    Right,
    /// 合计 and other rows that sum up.
    Sum,
    /// Why a figure is missing.
    Missing,
    /// 万元, two decimals.
    Amount,
    /// 万元 with its sign.
    Change,
    /// A percentage with two decimals.
    Percent,
    /// A number with its own decimals: 分, 数量.
    Number,
    /// A whole number, also a long one.
    Whole,
    /// A percentage as a plain number with two decimals.
    Ratio,
    /// 分 in a row that sums up.
    SumNumber,
    /// 万元 in a row that sums up.
    SumAmount,
    /// A percentage in a row that sums up.
    SumPercent,
    /// 万元 with its sign in a row that sums up.
    SumChange,
}

impl Look {
    const ALL: [Look; 20] = [
        Look::Title,
        Look::UnitLine,
        Look::Note,
        Look::Head,
        Look::Left,
        Look::Centre,
        Look::Level,
        Look::Right,
        Look::Sum,
        Look::Missing,
        Look::Amount,
        Look::Change,
        Look::Percent,
        Look::Number,
        Look::Whole,
        Look::Ratio,
        Look::SumNumber,
        Look::SumAmount,
        Look::SumPercent,
        Look::SumChange,
    ];

    fn format(self) -> Format {
        let plain = |font: &str, size: u32, align: FormatAlign| {
            Format::new()
                .set_font_name(font)
                .set_font_size(size)
                .set_align(align)
                .set_align(FormatAlign::VerticalCenter)
                .set_text_wrap()
        };
        // 五号 is ten and a half points.
        let cell = |font: &str, align: FormatAlign| {
            plain(font, 10, align)
                .set_font_size(number::float(Decimal::new(105, 1)))
                .set_border(FormatBorder::Thin)
        };
        let figure = |format: &str| {
            let right = cell(typefaces::SONGTI, FormatAlign::Right);
            // LibreOffice forgets the indent of a number that might wrap.
            right.set_indent(1).unset_text_wrap().set_num_format(format)
        };
        let sum = |format: Format| format.set_background_color(SHADE).set_bold();
        match self {
            Look::Title => plain(typefaces::HEITI, 16, FormatAlign::Center),
            Look::UnitLine => plain(typefaces::SONGTI, 10, FormatAlign::Right),
            Look::Note => plain(typefaces::SONGTI, 10, FormatAlign::Left),
            Look::Head => cell(typefaces::HEITI, FormatAlign::Center).set_background_color(SHADE),
            Look::Left => cell(typefaces::SONGTI, FormatAlign::Left).set_indent(1),
            Look::Centre => cell(typefaces::SONGTI, FormatAlign::Center),
            Look::Level => cell(typefaces::SONGTI, FormatAlign::Center).set_align(FormatAlign::Top),
            Look::Right => cell(typefaces::SONGTI, FormatAlign::Right).set_indent(1),
            Look::Sum => sum(cell(typefaces::SONGTI, FormatAlign::Center)),
            Look::Missing => cell(typefaces::SONGTI, FormatAlign::Center).set_font_color(Color::RGB(0x8A_4B_08)),
            Look::Amount => figure(AMOUNT),
            Look::Change => figure(CHANGE),
            Look::Percent => figure(PERCENT),
            Look::Number => cell(typefaces::SONGTI, FormatAlign::Center),
            Look::Whole => cell(typefaces::SONGTI, FormatAlign::Center).set_num_format("0"),
            Look::Ratio => cell(typefaces::SONGTI, FormatAlign::Center).set_num_format("0.00"),
            Look::SumNumber => sum(cell(typefaces::SONGTI, FormatAlign::Center)),
            Look::SumAmount => sum(figure(AMOUNT)),
            Look::SumPercent => sum(figure(PERCENT)),
            Look::SumChange => sum(figure(CHANGE)),
        }
    }
}

/// Light enough for a printer that knows black only.
const SHADE: Color = Color::RGB(0xF2_F2_F2);
/// As the report prints amounts: a plain 0 for nothing.
const AMOUNT: &str = "#,##0.00;-#,##0.00;0";
const CHANGE: &str = "+#,##0.00;-#,##0.00;0";
const PERCENT: &str = "0.00%";

/// The formats of all looks.
pub struct Looks {
    plain: Vec<Format>,
    quoted: Vec<Format>,
}

impl Looks {
    /// Makes every format.
    pub fn new() -> Self {
        let plain: Vec<Format> = Look::ALL.iter().map(|look| look.format()).collect();
        let quoted = plain.iter().map(|format| format.clone().set_quote_prefix()).collect();
        Looks { plain, quoted }
    }

    /// The format of a look.
    pub fn of(&self, look: Look) -> &Format {
        // Every look has its place in the list, which a test makes sure of.
        &self.plain[look as usize]
    }

    /// The same for a text that looks like a formula: it stays text when somebody edits the cell.
    pub fn quoted(&self, look: Look) -> &Format {
        &self.quoted[look as usize]
    }
}

impl Default for Looks {
    fn default() -> Self {
        Looks::new()
    }
}

#[cfg(test)]
mod tests {
    use crate::documents::xlsx::look::*;

    #[test]
    fn every_look_has_its_place() {
        for (place, look) in Look::ALL.into_iter().enumerate() {
            assert_eq!(look as usize, place);
        }
    }
}
