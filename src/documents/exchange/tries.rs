//! What may bring a change of a document about: for each place the fields whose text may stand there, with
//! what would have to be typed.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;

use rust_decimal::Decimal;

use crate::domain::draft::comparison::Taking;
use crate::domain::draft::field::Field;
use crate::domain::values::row::Id;

use super::line::{LineKind, ShownLine};
use super::typed::{Typed, Unit, number};

/// How many fields are tried for one place.
pub const TRIES: usize = 12;

/// How much of a row of the draft stands in a line, row by row.
pub struct Near(BTreeMap<(Option<Id>, u32), usize>);

impl Near {
    /// Looks through a line.
    pub fn of(line: &ShownLine, typed: &[Typed]) -> Self {
        let mut near = BTreeMap::new();
        for field in typed {
            // A single digit stands in too many lines to say anything.
            if let Some(row) = field.row
                && field.shown.len() > 2
                && line.plain.contains(&field.plain)
            {
                *near.entry((field.form, row)).or_default() += 1;
            }
        }
        Near(near)
    }

    fn score(&self, field: &Typed) -> usize {
        let row = field.row.and_then(|row| self.0.get(&(field.form, row)));
        row.copied().unwrap_or_default()
    }

    /// What may make a text of a line another one, the likeliest first.
    pub fn tries(&self, head: &str, before: &str, after: &str, typed: &[Typed]) -> Vec<Taking> {
        let mut tries: Vec<(Reverse<usize>, Reverse<usize>, Taking)> = Vec::new();
        for field in typed {
            let score = self.score(field);
            let mut add = |length: usize, range: Range<usize>, text: String| {
                tries.push((Reverse(score), Reverse(length), field.taking(range, text)));
            };
            let all = 0..field.text.len();
            // A blank stands as nothing, or as a word for what is missing.
            if field.shown.is_empty() && is_missing(before) && (score > 0 || field.row.is_none()) {
                let named = field
                    .label
                    .chars()
                    .filter(|c| before.contains(*c) || head.contains(*c))
                    .count();
                add(named, all.clone(), chosen(field, after.trim()));
            }
            if !field.choices.is_empty() && !field.shown.is_empty() {
                for (place, own) in before.match_indices(field.shown.as_str()).take(4) {
                    let (left, right) = (before.get(..place), before.get(place + own.len()..));
                    let word = left
                        .zip(right)
                        .and_then(|(left, right)| after.strip_prefix(left)?.strip_suffix(right));
                    let word = word.filter(|word| field.choices.iter().any(|(_, other)| other == word));
                    if let Some(word) = word {
                        add(own.len(), all.clone(), chosen(field, word));
                    }
                }
            }
            for unit in &field.units {
                for text in exchanged(before, after, unit) {
                    add(unit.shown.len(), unit.range.clone(), text);
                }
            }
            for text in renumbered(before, after, &field.shown) {
                add(field.shown.len(), all.clone(), text);
            }
        }
        tries.sort_by_key(|(score, length, _)| (*score, *length));
        let mut takings: Vec<Taking> = tries.into_iter().map(|(_, _, taking)| taking).collect();
        takings.dedup();
        takings.truncate(TRIES);
        takings
    }
}

impl Typed {
    fn taking(&self, range: Range<usize>, text: String) -> Taking {
        Taking {
            form: self.form,
            field: self.field,
            name: self.name.clone(),
            range,
            text,
        }
    }
}

/// What is set in a field for a word that stands for it: the code of a choice.
fn chosen(field: &Typed, word: &str) -> String {
    let choice = field.choices.iter().find(|(_, other)| *other == word);
    choice.map_or(word, |(code, _)| code).to_owned()
}

/// What stands at the head of a column: in the first row of its table that has several cells.
pub fn head(lines: &[ShownLine], line: usize, column: u32) -> &str {
    let above = lines.get(..line).unwrap_or_default();
    let table = above.iter().rev().take_while(|line| line.kind == LineKind::Row);
    let heads = table.filter(|line| line.cells.len() > 2).last();
    heads.map_or("", |line| line.cell(column))
}

/// Whether a cell is one in which something is missing.
fn is_missing(text: &str) -> bool {
    let text = text.trim();
    text.is_empty() || text.starts_with(['【', '〔', '缺', '（', '—'])
}

/// What the unit of a text would have to be where it stands in a longer text that became another one.
fn exchanged(before: &str, after: &str, unit: &Unit) -> Vec<String> {
    let places = before.match_indices(unit.shown.as_str()).take(4);
    let texts = places.filter_map(|(place, own)| {
        let rest = before.get(place + own.len()..)?;
        let text = after.strip_prefix(before.get(..place)?)?.strip_suffix(rest)?;
        unit.retyped(text.trim())
    });
    texts.collect()
}

/// What a typed number would have to be where it is printed otherwise than it was typed: 15,329.35 for
/// 15329.35, and in a workbook 0.9788 for 97.88.
fn renumbered(before: &str, after: &str, typed: &str) -> Vec<String> {
    let same = before.bytes().zip(after.bytes());
    let begins = same.take_while(|(one, other)| one == other).count();
    let (Some(typed), Some(old), Some(new)) = (number(typed), around(before, begins), around(after, begins)) else {
        return Vec::new();
    };
    let (Some(was), Some(is)) = (number(old.1), number(new.1)) else {
        return Vec::new();
    };
    if (old.0, old.2) != (new.0, new.2) {
        return Vec::new();
    }
    let percent = |value: Decimal| value.checked_mul(Decimal::ONE_HUNDRED);
    let plain = (was == typed).then(|| new.1.replace(',', ""));
    let of_percent = percent(was).filter(|was| *was == typed).and(percent(is));
    let of_percent = of_percent.map(|is| is.normalize().to_string());
    plain.into_iter().chain(of_percent).collect()
}

/// The whole number around a place of a text, with what is before and after it.
fn around(text: &str, place: usize) -> Option<(&str, &str, &str)> {
    let is_of_number = |c: &char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let places = 0..=place.min(text.len());
    let place = places.rev().find(|place| text.is_char_boundary(*place))?;
    let (left, right) = text.split_at(place);
    let start = place - left.chars().rev().take_while(is_of_number).count();
    let end = place + right.chars().take_while(is_of_number).count();
    Some((text.get(..start)?, text.get(start..end)?, text.get(end..)?))
}

/// What may bring a new paragraph about: a line more in the text to which the one above or below belongs.
pub fn put_in(above: Option<&ShownLine>, below: Option<&ShownLine>, new: &str, typed: &[Typed]) -> Vec<Taking> {
    let after = prose(typed)
        .filter(|(_, unit)| stands_for(above, unit))
        .map(|(field, unit)| field.taking(unit.range.end..unit.range.end, format!("\n{new}")));
    let before = prose(typed)
        .filter(|(_, unit)| stands_for(below, unit))
        .map(|(field, unit)| field.taking(unit.range.start..unit.range.start, format!("{new}\n")));
    after.chain(before).take(TRIES).collect()
}

/// What may take a paragraph away: a line less in its text.
pub fn taken_out(line: &ShownLine, typed: &[Typed]) -> Vec<Taking> {
    let takings = prose(typed).filter(|(_, unit)| stands_for(Some(line), unit));
    let takings = takings.map(|(field, unit)| {
        // The line goes with the break that parts it from the next, or from the one before where it is the last.
        let end = field.text.get(unit.range.end..).and_then(|rest| rest.find('\n'));
        let start = field.text.get(..unit.range.start).and_then(|before| before.rfind('\n'));
        let range = match (end, start) {
            (Some(end), _) => unit.range.start..unit.range.end + end + 1,
            (None, Some(start)) => start..field.text.len(),
            (None, None) => 0..field.text.len(),
        };
        field.taking(range, String::new())
    });
    takings.take(TRIES).collect()
}

/// The texts of several paragraphs, line by line. A list that is numbered by its rows gets a row instead.
fn prose(typed: &[Typed]) -> impl Iterator<Item = (&Typed, &Unit)> {
    let is_row = |field: Field| {
        matches!(
            field,
            Field::Problem(_) | Field::Improvement(_) | Field::ObjectiveText(_)
        )
    };
    let texts = typed
        .iter()
        .filter(move |field| field.field.is_prose() && !is_row(field.field));
    texts.flat_map(|field| {
        let units = field.units.iter().filter(|unit| !unit.shown.contains('\n'));
        units.map(move |unit| (field, unit))
    })
}

/// Whether a line is little more than a piece of a text: a mark at its end, or a number before it.
fn stands_for(line: Option<&ShownLine>, unit: &Unit) -> bool {
    line.is_some_and(|line| {
        line.kind == LineKind::Paragraph && line.text.contains(&unit.shown) && unit.shown.len() * 2 > line.text.len()
    })
}
