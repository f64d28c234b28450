//! A table of indicators that was copied without its head: what its columns mean, by what stands in them.
//!
//! Levels, signs and units are told by their words, the name is the first column of words that differ from row to
//! row, and of the figures behind it the weights are those that make a whole. What is not plain stays 不导入.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use crate::documents::import::text::fit::{Look, look};
use crate::documents::passage::Grid;
use crate::domain::draft::taken::{Meaning, TableKind};
use crate::domain::prose::number::plain_number;
use crate::domain::prose::unit::is_unit;

/// What is in a column, looked at from above.
struct Column<'a> {
    place: usize,
    /// Its cells that say something.
    texts: Vec<&'a str>,
    looks: Vec<Look>,
}

impl Column<'_> {
    /// Whether most of its cells look so.
    fn is_mostly(&self, wanted: impl Fn(Look) -> bool) -> bool {
        let fitting = self.looks.iter().filter(|look| wanted(**look)).count();
        fitting * 3 > self.looks.len() * 2
    }

    fn is_of_numbers(&self) -> bool {
        !self.texts.is_empty() && self.numbers().len() == self.texts.len()
    }

    fn numbers(&self) -> Vec<Decimal> {
        self.texts.iter().filter_map(|text| plain_number(text.trim())).collect()
    }

    /// Whether its words differ from row to row.
    fn tells_apart(&self) -> bool {
        let different: BTreeSet<&str> = self.texts.iter().map(|text| text.trim()).collect();
        different.len() * 4 > self.texts.len() * 3
    }
}

/// The column of names in a list without a head: the first whose words differ from row to row.
pub fn names(kind: TableKind, grid: &Grid) -> Vec<Meaning> {
    let width = grid.first().map_or(0, Vec::len);
    let names = (0..width).find(|place| {
        let column = column(grid, *place);
        !column.texts.is_empty() && column.numbers().is_empty() && column.tells_apart()
    });
    let meaning = |place| match names == Some(place) {
        true => kind.key(),
        false => Meaning::Skip,
    };
    (0..width).map(meaning).collect()
}

/// A meaning for each column of a table of indicators without a head; all 不导入 where no column can be the names.
pub fn meanings(grid: &Grid) -> Vec<Meaning> {
    let width = grid.first().map_or(0, Vec::len);
    let mut found = vec![Meaning::Skip; width];
    let columns: Vec<Column<'_>> = (0..width).map(|place| column(grid, place)).collect();
    let mut give = |place: usize, meaning: Meaning| {
        if let Some(own) = found.get_mut(place) {
            *own = meaning;
        }
    };
    let is_first = |look| matches!(look, Look::FirstLevel | Look::AnyLevel);
    let is_second = |look| matches!(look, Look::SecondLevel | Look::AnyLevel);
    // Short words of which one at least is a unit that stands nowhere else: 吨, 次, %.
    let is_unit_column = |column: &Column<'_>| {
        let is_short = |text: &&str| text.trim().chars().count() <= 5 && !text.contains(char::is_numeric);
        let is_known = |text: &&str| matches!(text.trim(), "%" | "％" | "‰") || is_unit(text.trim());
        column.texts.iter().all(is_short) && column.texts.iter().any(is_known)
    };
    let is_words = |column: &Column<'_>| column.is_mostly(|look| matches!(look, Look::Words));
    let name = columns
        .iter()
        .find(|column| is_words(column) && !is_unit_column(column) && column.tells_apart());
    let Some(name) = name else {
        return found;
    };
    give(name.place, Meaning::Name);
    let (before, behind) = columns.split_at(name.place);
    let first = before.iter().find(|column| column.is_mostly(is_first));
    let after_first = first.map_or(0, |first| first.place + 1);
    let second = before
        .iter()
        .skip(after_first)
        .find(|column| column.is_mostly(is_second));
    first
        .into_iter()
        .for_each(|column| give(column.place, Meaning::FirstLevel));
    second
        .into_iter()
        .for_each(|column| give(column.place, Meaning::SecondLevel));
    let behind: Vec<&Column<'_>> = behind
        .iter()
        .skip(1)
        .filter(|column| !column.texts.is_empty())
        .collect();
    let sign = behind.iter().find(|column| column.is_mostly(|look| look == Look::Sign));
    let unit = behind.iter().find(|column| is_unit_column(column));
    sign.into_iter().for_each(|column| give(column.place, Meaning::Sign));
    unit.into_iter().for_each(|column| give(column.place, Meaning::Unit));
    let taken = |column: &Column<'_>| [sign, unit].iter().flatten().any(|other| other.place == column.place);
    let left: Vec<&Column<'_>> = behind.iter().copied().filter(|column| !taken(column)).collect();
    let weight = weight(&left);
    weight.into_iter().for_each(|place| give(place, Meaning::Weight));
    // Target and result stand in this order; the points beside the weights follow from the rule.
    let is_points = |column: &Column<'_>| weight.is_some_and(|weight| is_score_of(&left, weight, column));
    let is_value = |column: &&&Column<'_>| {
        let is_told = |look| {
            matches!(
                look,
                Look::Measured | Look::Percent | Look::Number | Look::Words | Look::Sentence
            )
        };
        Some(column.place) != weight && !is_points(column) && column.is_mostly(is_told)
    };
    let mut values = left.iter().filter(is_value);
    let is_figure = |column: &Column<'_>| {
        column
            .looks
            .iter()
            .any(|look| matches!(look, Look::Measured | Look::Percent | Look::Number))
    };
    for (meaning, column) in [Meaning::Target, Meaning::Actual].into_iter().zip(values.by_ref()) {
        if is_figure(column) {
            give(column.place, meaning);
        }
    }
    if let Some(column) = values.next().filter(|column| !is_figure(column)) {
        give(column.place, Meaning::Deviation);
    }
    found
}

fn column(grid: &Grid, place: usize) -> Column<'_> {
    let cells = grid.iter().filter_map(|row| row.get(place));
    let texts: Vec<&str> = cells
        .map(String::as_str)
        .filter(|text| !text.trim().is_empty() && look(text) != Look::Total)
        .collect();
    Column {
        place,
        looks: texts.iter().map(|text| look(text)).collect(),
        texts,
    }
}

/// The column of numbers that make a whole: 100, or what is left of it beside the execution rate. Where several do, as
/// weights and full scores, it is the first.
fn weight(columns: &[&Column<'_>]) -> Option<usize> {
    let is_whole = |column: &&&Column<'_>| {
        let numbers = column.numbers();
        let sum: Decimal = numbers.iter().sum();
        let five = Decimal::from(5);
        let is_share = |number: &Decimal| *number > Decimal::ZERO && *number <= Decimal::from(60);
        column.is_of_numbers()
            && numbers.len() > 1
            && numbers.iter().all(is_share)
            && sum >= Decimal::from(20)
            && sum <= Decimal::ONE_HUNDRED
            && (sum % five).is_zero()
    };
    columns.iter().find(is_whole).map(|column| column.place)
}

/// Whether a column has points: row by row no more than the weights.
fn is_score_of(columns: &[&Column<'_>], weight: usize, column: &Column<'_>) -> bool {
    let Some(weights) = columns.iter().find(|other| other.place == weight) else {
        return false;
    };
    let (weights, own) = (weights.numbers(), column.numbers());
    column.place > weight
        && column.is_of_numbers()
        && own.len() == weights.len()
        && own.iter().zip(&weights).all(|(own, weight)| own <= weight)
}
