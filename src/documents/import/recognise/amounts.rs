//! An amount as a report has it, with the unit that it is read in.

use crate::documents::import::recognised::{Slot, Source};
use crate::domain::values::amount::Amount;
use crate::domain::values::input::Entry;
use crate::domain::values::rate::Rate;

use super::text::Text;

/// An amount and what the text calls it.
#[derive(Clone)]
pub(super) struct FoundAmount {
    pub slot: Slot,
    pub text: String,
    pub amount: Amount,
    pub source: Source,
    /// Other rows that are part of it.
    pub others: Vec<Source>,
    /// Whether it stands in the part of the report that is about money.
    pub at_home: bool,
    /// Whether its column was named in the same clause, not taken over from the one before.
    pub is_named: bool,
    /// Whether the words for its column say nothing of when the budget was made.
    pub is_vague: bool,
}

/// A printed execution rate.
pub(super) struct PrintedRate {
    pub(super) rate: Rate,
    pub(super) text: String,
    pub(super) source: Source,
    /// Whether it stands in the part of the report that is about money.
    pub(super) at_home: bool,
    /// Whether it stands behind an amount of a part: 其中基本支出3160.35万元，执行率98.95%.
    pub(super) may_be_of_part: bool,
}

/// The text as one would type it: 万元 is what the form takes a bare number for.
pub(super) fn typed(text: &str) -> String {
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    plain.strip_suffix("万元").unwrap_or(&plain).to_owned()
}

/// The amount in a cell; the unit of the table is that of a bare number.
pub(super) fn reading(
    cell: &str,
    slot: Slot,
    unit: Option<&str>,
    source: Source,
    is_vague: bool,
) -> Option<FoundAmount> {
    let plain = cell.trim();
    let written = match unit {
        Some(unit) if plain.ends_with(|c: char| c.is_numeric()) => format!("{plain}{unit}"),
        _ => plain.to_owned(),
    };
    let Entry::Accepted(amount) = Entry::<Amount>::read(&written) else {
        return None;
    };
    Some(FoundAmount {
        slot,
        text: typed(&written),
        amount,
        source,
        others: Vec::new(),
        at_home: true,
        is_named: unit.is_some(),
        is_vague,
    })
}

/// 单位：元 in a cell above a table.
pub(super) fn stated_unit(cell: &str) -> Option<&'static str> {
    let at = cell.find("单位：").or_else(|| cell.find("单位:"))?;
    let rest = &cell[at..];
    (rest.chars().count() <= 12).then(|| unit_in(rest)).flatten()
}

/// （元） behind the name of a block.
pub(super) fn bracketed_unit(cell: &str) -> Option<&'static str> {
    ["亿元", "万元", "千元", "元"].into_iter().find(|unit| {
        let brackets = [format!("（{unit}）"), format!("({unit})"), format!("（单位：{unit}）")];
        brackets.iter().any(|bracket| cell.contains(bracket.as_str()))
    })
}

pub(super) fn unit_in(text: &str) -> Option<&'static str> {
    ["亿元", "万元", "千元"]
        .into_iter()
        .find(|unit| text.contains(unit))
        .or_else(|| text.contains('元').then_some("元"))
}

/// 单位：万元 above a table.
pub(super) fn unit_before(text: &Text<'_>, place: usize) -> Option<&'static str> {
    let above = text.paragraphs().rev().skip_while(|(other, _)| *other > place).take(2);
    above
        .filter(|(other, words)| place - other <= 2 && words.contains("单位"))
        .find_map(|(_, words)| unit_in(words))
}
