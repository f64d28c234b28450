//! The place of the text that an item came from, with a little of what stands around it.

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
