//! The place of the text that an item came from, with a little of what stands around it.

use crate::documents::import::recognised::Source;
use crate::documents::passage::Passage;

use super::intake::{Intake, Item};

/// How many characters of the text stand around the marked ones, and how many of these are shown.
const AROUND: usize = 24;
const MOST: usize = 90;

/// A piece of the text with its middle marked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Excerpt {
    /// What stands before.
    pub before: String,
    /// What the value came from.
    pub marked: String,
    /// What stands after.
    pub after: String,
    /// The number of the paragraph or table, from one.
    pub place: usize,
}

/// The excerpt of an item.
pub fn excerpt(intake: &Intake, item: &Item) -> Excerpt {
    let Some(first) = item.sources.first() else {
        return Excerpt::default();
    };
    let place = first.passage + 1;
    match intake.passages.get(first.passage) {
        Some(Passage::Paragraph { text, .. }) => {
            let whole = item
                .sources
                .iter()
                .filter_map(|source| match intake.passages.get(source.passage) {
                    Some(Passage::Paragraph { text, .. }) => text.get(source.range.clone()),
                    _ => None,
                });
            let marked: String = whole.collect::<Vec<_>>().join("");
            let before: Vec<char> = text
                .get(..first.range.start)
                .unwrap_or_default()
                .chars()
                .rev()
                .take(AROUND + 1)
                .collect();
            let after = text
                .get(first.range.end..)
                .filter(|_| item.sources.len() == 1)
                .unwrap_or_default();
            Excerpt {
                before: cut(before.into_iter().rev(), AROUND, true),
                marked: cut(marked.chars(), MOST, false),
                after: cut(after.chars().take(AROUND + 1), AROUND, false),
                place,
            }
        }
        Some(Passage::Table(grid)) => {
            let mut cells = first.row.and_then(|row| grid.get(row)).cloned().unwrap_or_default();
            cells.dedup();
            cells.retain(|cell| !cell.is_empty());
            Excerpt {
                marked: cut(cells.join("｜").chars(), MOST, false),
                place,
                ..Excerpt::default()
            }
        }
        None => Excerpt::default(),
    }
}

/// 前后文: a passage near an item, with what the item came from marked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Near {
    /// A paragraph in pieces.
    Text(Vec<(String, bool)>),
    /// Rows of a table.
    Rows(Vec<(Vec<String>, bool)>),
}

/// So many passages stand around the first marked one, and so many rows around a marked row.
const PASSAGES: usize = 1;
const ROWS: usize = 4;

/// The passages around the first place of an item.
pub fn around(intake: &Intake, item: &Item) -> Vec<Near> {
    let Some(first) = item.sources.first().map(|source| source.passage) else {
        return Vec::new();
    };
    let passages = intake.passages.iter().enumerate();
    let near = passages.skip(first.saturating_sub(PASSAGES)).take(PASSAGES * 2 + 1);
    near.map(|(place, passage)| {
        let own: Vec<&Source> = item.sources.iter().filter(|source| source.passage == place).collect();
        match passage {
            Passage::Paragraph { text, .. } => Near::Text(pieces(text, &own)),
            Passage::Table(grid) => {
                let is_marked = |row: usize| own.iter().any(|source| source.row == Some(row));
                let first = own.iter().filter_map(|source| source.row).min().unwrap_or_default();
                let rows = grid
                    .iter()
                    .enumerate()
                    .skip(first.saturating_sub(ROWS))
                    .take(ROWS * 2 + 1);
                Near::Rows(rows.map(|(row, cells)| (cells.clone(), is_marked(row))).collect())
            }
        }
    })
    .collect()
}

fn pieces(text: &str, own: &[&Source]) -> Vec<(String, bool)> {
    let mut pieces = Vec::new();
    let mut at = 0;
    for range in own.iter().map(|source| source.range.clone()) {
        if let (Some(before), Some(marked)) = (text.get(at..range.start), text.get(range.clone())) {
            pieces.extend([(before.to_owned(), false), (marked.to_owned(), true)]);
            at = range.end;
        }
    }
    pieces.push((text.get(at..).unwrap_or_default().to_owned(), false));
    pieces.retain(|(piece, _)| !piece.is_empty());
    pieces
}

fn cut(chars: impl Iterator<Item = char>, most: usize, from_end: bool) -> String {
    let all: Vec<char> = chars.take(most + 1).map(|c| if c == '\n' { ' ' } else { c }).collect();
    if all.len() <= most {
        return all.into_iter().collect();
    }
    match from_end {
        true => std::iter::once('…').chain(all.into_iter().skip(1)).collect(),
        false => all.into_iter().take(most).chain(['…']).collect(),
    }
}
