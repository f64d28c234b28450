//! An amount as a report has it, with the unit that it is read in.

use std::collections::BTreeSet;
use std::ops::Range;

use rust_decimal::Decimal;

use crate::documents::import::recognised::{Slot, Source};
use crate::domain::prose::found::{Found, What};
use crate::domain::prose::quantity::quantities;
use crate::domain::prose::unit::MONEY as UNITS;
use crate::domain::values::amount::Amount;
use crate::domain::values::input::Entry;
use crate::domain::values::rate::Rate;
use crate::domain::vocabulary::money::{Money, is_told_as};

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
    /// What its unit was taken from where nothing states it.
    pub doubt: Option<&'static str>,
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
    /// Whether it is called 执行率, and not only a share of a budget.
    pub(super) is_named: bool,
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
        doubt: None,
    })
}

/// 单位：元 in a cell above a table.
fn stated_unit(cell: &str) -> Option<&'static str> {
    cell.match_indices("单位").find_map(|(at, word)| {
        let rest = &cell[at + word.len()..];
        let rest = rest.trim_start_matches(|c: char| c.is_whitespace() || "：:（(为是".contains(c));
        leading_unit(rest.strip_prefix("人民币").unwrap_or(rest))
    })
}

/// The unit that a row of labels states: 单位：元 in a cell, or 金额单位 with 元 in the next one.
pub(super) fn unit_of_row(cells: &[String]) -> Option<&'static str> {
    let value = |cell: &str| {
        let cell = cell.trim();
        let cell = cell.strip_prefix("人民币").unwrap_or(cell);
        UNITS.into_iter().find(|unit| cell == *unit)
    };
    let is_label = |cell: &String| {
        let label: String = cell.chars().filter(|c| !c.is_whitespace()).collect();
        ["单位", "金额单位", "货币单位"].contains(&label.trim_end_matches(['：', ':']))
    };
    let beside = cells.iter().enumerate().find_map(|(at, cell)| {
        let unit = value(cell)?;
        let before = cells[..at]
            .iter()
            .rfind(|other| !other.trim().is_empty() && other.trim() != cell.trim());
        before.is_some_and(is_label).then_some(unit)
    });
    beside.or_else(|| cells.iter().find_map(|cell| stated_unit(cell)))
}

/// The unit that a text begins with, where nothing goes on behind it: 元阳县 begins with none.
fn leading_unit(text: &str) -> Option<&'static str> {
    UNITS.into_iter().find(|unit| {
        let rest = text.strip_prefix(unit);
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
    })
}

/// （元） behind the name of a block.
pub(super) fn bracketed_unit(cell: &str) -> Option<&'static str> {
    cell.match_indices(['（', '('])
        .find_map(|(at, bracket)| leading_unit(cell[at + bracket.len()..].trim_start_matches("人民币").trim_start()))
        .or_else(|| stated_unit(cell))
}

/// The unit in the head of a column or in a caption: 万元 wherever it stands, 元 where it is a word by itself, which it
/// is in no 多元化 or 元阳县.
pub(super) fn unit_in(text: &str) -> Option<&'static str> {
    let long = UNITS.into_iter().take(3).find(|unit| text.contains(unit));
    let bare = || {
        let mut places = text.match_indices('元');
        let is_word = |at: usize| {
            let before = text[..at].chars().next_back();
            let behind = text[at + '元'.len_utf8()..].chars().next();
            let is_open = |c: char| !c.is_alphabetic() || matches!(c, '币' | '位' | '额');
            before.is_none_or(is_open) && behind.is_none_or(|c| !c.is_alphabetic())
        };
        places.any(|(at, _)| is_word(at)).then_some("元")
    };
    long.or_else(bare)
}

/// The unit of the amounts that sentences tell without one: 金额单位：元 anywhere.
pub(super) fn unit_of_words(text: &Text<'_>) -> Option<&'static str> {
    let mut stated = text.paragraphs().filter_map(|(_, words)| stated_unit(words));
    stated.next()
}

/// The amounts of a sentence that has no unit: numbers behind words for money.
pub(super) fn bare_amounts(said: &str, unit: &str) -> Vec<(Range<usize>, Amount, String)> {
    let is_digit = |c: char| c.is_ascii_digit() || c == ',' || c == '.';
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = said[from..].find(|c: char| c.is_ascii_digit()).map(|at| from + at) {
        let end = said[start..].find(|c| !is_digit(c)).map_or(said.len(), |at| start + at);
        let number = said[start..end].trim_end_matches([',', '.']);
        let end = start + number.len();
        let goes_on = said[end..].starts_with(|c: char| c.is_alphanumeric() || matches!(c, '%' | '％' | '-'));
        let before = &said[from..start];
        let own = Entry::<Amount>::read(&format!("{number}{unit}")).value().copied();
        let is_money = !goes_on
            && [Money::Adjusted, Money::Executed]
                .iter()
                .any(|own| is_told_as(before, *own));
        found.extend(
            own.filter(|_| is_money)
                .map(|own| (start..end, own, format!("{number}{unit}"))),
        );
        from = end;
    }
    found
}

/// 单位：万元 above a table, or 一、预算执行情况（元）.
pub(super) fn unit_before(text: &Text<'_>, place: usize) -> Option<&'static str> {
    let above = text.paragraphs().rev().skip_while(|(other, _)| *other > place).take(2);
    above
        .filter(|(other, _)| place - other <= 2)
        .find_map(|(_, words)| bracketed_unit(words))
}

/// The unit that a text states anywhere (金额单位为万元 among its notes), where it states no other.
fn unit_of_text(text: &Text<'_>) -> Option<&'static str> {
    let of_words = text.paragraphs().filter_map(|(_, words)| {
        let by = || {
            UNITS
                .into_iter()
                .find(|unit| words.contains(&format!("以{unit}为单位")))
        };
        stated_unit(words).or_else(by)
    });
    let of_cells = text
        .grids()
        .flat_map(|(_, grid)| grid)
        .filter_map(|cells| unit_of_row(cells));
    let mut all = of_words.chain(of_cells);
    let first = all.next()?;
    all.all(|other| other == first).then_some(first)
}

/// From here on a bare amount of a project, and of an office, is one in 元: in 万元 it would be a thousand million, or ten
/// times that.
const IN_YUAN: [i64; 2] = [100_000, 1_000_000];

/// The unit of bare amounts that nothing states, by how large they are; none for 万元, which the forms are in.
fn unit_by_size(amounts: &[Amount], is_of_project: bool) -> Option<&'static str> {
    let least = Decimal::from(IN_YUAN[usize::from(!is_of_project)]);
    let is_large = amounts.iter().any(|amount| amount.decimal() >= least);
    is_large.then_some("元")
}

/// The unit in which bare amounts are those that the text tells with their unit, where it is such of one unit only.
fn unit_by_words(text: &Text<'_>, amounts: &[Amount]) -> Option<&'static str> {
    let money = |found: Found| match found.what {
        What::Money(amount) => Some(amount),
        _ => None,
    };
    let told = text.paragraphs().filter(|(_, words)| words.contains('元'));
    let told: BTreeSet<Amount> = told
        .flat_map(|(_, words)| quantities(words))
        .filter_map(money)
        .collect();
    let is_told = |unit: &&str| {
        let own = amounts.iter().filter(|amount| **amount > Amount::ZERO);
        own.filter_map(|amount| {
            Entry::<Amount>::read(&format!("{}{unit}", amount.decimal()))
                .value()
                .copied()
        })
        .any(|amount| told.contains(&amount))
    };
    let mut fitting = UNITS.into_iter().filter(is_told);
    let first = fitting.next();
    first.filter(|_| fitting.next().is_none())
}

/// The unit of bare amounts that nothing near them states, and what it was taken from where that is no more than likely.
pub(super) fn unit_elsewhere(
    text: &Text<'_>,
    amounts: &[Amount],
    is_of_project: bool,
) -> (Option<&'static str>, Option<&'static str>) {
    if let Some(unit) = unit_of_text(text).or_else(|| unit_by_words(text, amounts)) {
        return (Some(unit), None);
    }
    let unit = unit_by_size(amounts, is_of_project);
    (unit, unit.map(|_| "没有写金额单位，按数的大小看是元。"))
}

/// Reads amounts of which nothing near them states the unit once more, in the one that the text speaks for.
pub(super) fn settle(text: &Text<'_>, found: &mut [FoundAmount], is_of_project: bool) {
    let amounts: Vec<Amount> = found.iter().map(|own| own.amount).collect();
    let (unit, doubt) = unit_elsewhere(text, &amounts, is_of_project);
    for own in found.iter_mut() {
        let read = reading(&own.text, own.slot, unit, own.source.clone(), own.is_vague);
        if let Some(read) = read {
            *own = FoundAmount { doubt, ..read };
        }
    }
}
