//! A row of a table as it would be taken: its cells with what is said of each.

use rust_decimal::Decimal;

use crate::domain::draft::taken::{Fate, Meaning, MoneyUnit};
use crate::domain::values::amount::Amount;
use crate::domain::values::input::{Choice, Value, clean, replace};
use crate::domain::values::parse::{Fault, half_width};
use crate::domain::values::rounding;

/// What there is to say of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// It is not taken, for this reason.
    Fault(String),
    /// It is taken in another way than it stands there.
    Note(String),
}

/// A cell as it would be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedCell {
    /// What its column says.
    pub meaning: Meaning,
    /// Its text.
    pub text: String,
    /// What there is to say of it.
    pub mark: Option<Mark>,
}

/// A row as it would be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedRow {
    /// Its number in the sheet, from 1.
    pub number: usize,
    /// What becomes of it.
    pub fate: Fate,
    /// Its cells, in the order of the table.
    pub cells: Vec<PlannedCell>,
}

/// The text of a row's cell with this meaning.
pub fn text_of(cells: &[PlannedCell], meaning: Meaning) -> String {
    let found = cells.iter().find(|cell| cell.meaning == meaning);
    found.map(|cell| cell.text.clone()).unwrap_or_default()
}

/// Puts a mark on a row's cell with this meaning.
pub fn mark(row: &mut PlannedRow, meaning: Meaning, mark: Mark) {
    if let Some(cell) = row.cells.iter_mut().find(|cell| cell.meaning == meaning) {
        cell.mark = Some(mark);
    }
}

/// What stands for a figure in a cell.
pub enum Figure<T> {
    /// Nothing: blank, or a stroke.
    None,
    /// A value.
    Value(T),
    /// A value with more decimals than there can be, rounded to what there can be.
    Rounded(T),
    /// No value, and why.
    Fault(String),
}

/// Reads a figure by the reader of its own kind.
pub fn figure<T: Value>(text: &str) -> Figure<T> {
    let plain = half_width(text);
    if plain.is_empty() || matches!(plain.as_str(), "-" | "--" | "/" | "\\" | "无" | "〃") {
        return Figure::None;
    }
    match T::read(&plain) {
        Ok(value) => Figure::Value(value),
        Err(Fault::TooManyDecimals { places }) => {
            match rounded(&plain, places).and_then(|plain| T::read(&plain).ok()) {
                Some(value) => Figure::Rounded(value),
                None => Figure::Fault(Fault::TooManyDecimals { places }.sentence()),
            }
        }
        Err(Fault::NotANumber) => Figure::Fault(format!("“{text}”不是数字")),
        Err(fault) => Figure::Fault(fault.sentence()),
    }
}

/// Reads an amount in the unit of its table, unless it names its own.
pub fn amount(text: &str, unit: Option<MoneyUnit>) -> Figure<Amount> {
    // Sheets of Chinese Excel have the wide sign.
    let plain = half_width(text).replace('￥', "¥");
    if plain.is_empty() {
        return Figure::None;
    }
    let has_own = plain.ends_with(|last: char| !last.is_ascii_digit() && last != '.') || plain.starts_with('¥');
    let unit = unit.filter(|_| !has_own).map_or("", Choice::label);
    match figure(&format!("{plain}{unit}")) {
        Figure::Fault(_) if Amount::read(&plain) == Err(Fault::NotANumber) => {
            Figure::Fault(format!("“{}”不是数字", text.trim()))
        }
        other => other,
    }
}

/// A number with its unit, rounded so that it has so many decimals in 万元 or in itself.
fn rounded(plain: &str, places: u32) -> Option<String> {
    let end = plain.rfind(|letter: char| letter.is_ascii_digit())? + 1;
    let (digits, unit) = plain.split_at(end);
    let value = Decimal::from_str_exact(&digits.replace(',', "")).ok()?;
    let places = match unit {
        "元" => places.saturating_sub(4),
        "千元" => places.saturating_sub(1),
        "亿元" | "亿" => places + 4,
        _ => places,
    };
    Some(format!("{}{unit}", rounding::half_away_from_zero(value, places)))
}

/// Whether two names are the same but for spaces and the width of signs.
pub fn same(one: &str, other: &str) -> bool {
    half_width(one) == half_width(other)
}

/// Writes a text where the table has one.
pub fn write(place: &mut String, row: &PlannedRow, meaning: Meaning) {
    let text = text_of(&row.cells, meaning);
    if !text.is_empty() {
        replace(place, clean(&text));
    }
}
