//! A cell of a workbook as the text that a user would have typed.

use std::fmt::LowerExp;

use calamine::DataRef;
use rust_decimal::Decimal;

use crate::domain::values::input::clean;

/// The first day of the year 10000, counted as Excel counts.
const AFTER_ALL_DAYS: u32 = 2_958_466;

/// The text of a cell with a number format. A blank cell and an error such as #DIV/0! have different texts.
pub fn text(value: &DataRef<'_>, format: &str) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::String(text) => clean(text),
        DataRef::SharedString(text) => clean(text),
        DataRef::Bool(true) => "是".into(),
        DataRef::Bool(false) => "否".into(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number_text(number, format),
        DataRef::DateTime(moment) => {
            let days = decimal(&moment.as_f64());
            let in_calendar = |days: &Decimal| *days >= Decimal::ONE && *days < Decimal::from(AFTER_ALL_DAYS);
            match days.filter(in_calendar) {
                Some(days) if !moment.is_duration() => {
                    let (year, month, day, hour, minute, ..) = moment.to_ymd_hms_milli();
                    let time = if days.is_integer() {
                        String::new()
                    } else {
                        format!(" {hour}:{minute:02}")
                    };
                    format!("{year}年{month}月{day}日{time}")
                }
                _ => number_text(&moment.as_f64(), ""),
            }
        }
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => clean(text),
        DataRef::Error(error) => error.to_string(),
    }
}

/// A number with 15 significant digits, as Excel itself keeps it: what lies beyond is the noise of binary
/// arithmetic. Never with an exponent, unless no figure of an office could be meant.
fn number_text(number: &impl LowerExp, format: &str) -> String {
    match decimal(number) {
        Some(value) if is_percent(format) => {
            let percent = value.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(value);
            format!("{}%", percent.normalize())
        }
        Some(value) => value.to_string(),
        None => format!("{number:e}"),
    }
}

/// The number of 15 significant digits; none beyond 28 places. Formatting is all that is done with a binary
/// number, so its type need not be named.
fn decimal(number: &impl LowerExp) -> Option<Decimal> {
    let written = format!("{number:.14e}");
    // A number with more than 28 decimals is what is left of a difference that should be nothing.
    let nothing = || written.contains("e-").then_some(Decimal::ZERO);
    let read = Decimal::from_scientific(&written).ok().or_else(nothing);
    read.map(|value| value.normalize())
}

/// Whether a number format shows percentages: a percent sign that is not quoted or escaped.
fn is_percent(format: &str) -> bool {
    let mut quoted = false;
    let mut escaped = false;
    for letter in format.chars() {
        match letter {
            _ if escaped => escaped = false,
            '\\' | '_' | '*' => escaped = true,
            '"' => quoted = !quoted,
            '%' if !quoted => return true,
            ';' if !quoted => return false,
            _ => {}
        }
    }
    false
}
