//! What a sheet of an .xlsx says besides its values: rows that are hidden or filtered out, and formulas whose result
//! was never computed, as programs leave them that only write files.

use std::collections::BTreeSet;

use crate::documents::archive::parse::{Node, parse};
use crate::documents::archive::read::ArchiveFault;

use super::sheet::ROWS;

/// No more formulas without results are listed.
const MOST: usize = 20_000;

/// What stands in a cell whose formula has no result.
pub const NO_RESULT: &str = "公式没有结果";

/// The notes of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetNotes {
    /// The rows that are not shown, from 0.
    pub hidden: BTreeSet<usize>,
    /// Row and column of each formula without a result, from 0.
    pub unanswered: Vec<(usize, usize)>,
}

/// Reads the notes of a sheet's part.
pub fn notes(part: &[u8]) -> Result<SheetNotes, ArchiveFault> {
    let mut notes = SheetNotes::default();
    let mut cell: Option<(usize, usize)> = None;
    let (mut has_formula, mut has_value, mut in_value) = (false, false, false);
    let mut row = 0_usize;
    parse(part, |node| match node {
        Node::Open("row", given) => {
            row = given.number("r").unwrap_or(row + 1);
            let is_hidden = given.get("hidden").is_some_and(|value| value == "1" || value == "true");
            if is_hidden && (1..=ROWS).contains(&row) {
                notes.hidden.insert(row - 1);
            }
        }
        Node::Open("c", given) => {
            cell = given.get("r").and_then(|place| position(&place));
            (has_formula, has_value) = (false, false);
        }
        Node::Open("f", _) => has_formula = true,
        Node::Open("v" | "is", _) => in_value = true,
        Node::Close("v" | "is") => in_value = false,
        Node::Text(text) => has_value |= in_value && !text.trim().is_empty(),
        Node::Close("c") => {
            if let Some(place) = cell
                .take()
                .filter(|_| has_formula && !has_value && notes.unanswered.len() < MOST)
            {
                notes.unanswered.push(place);
            }
        }
        _ => {}
    })?;
    Ok(notes)
}

/// B3 as row 2 and column 1.
fn position(place: &str) -> Option<(usize, usize)> {
    let letters = place.find(|c: char| c.is_ascii_digit())?;
    let (letters, digits) = place.split_at(letters);
    if letters.is_empty() || letters.len() > 3 || !letters.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return None;
    }
    let column = letters
        .bytes()
        .fold(0_usize, |column, byte| column * 26 + usize::from(byte - b'A') + 1);
    let row: usize = digits.parse().ok()?;
    (row > 0).then(|| (row - 1, column - 1))
}
