//! Text in a cell: never a formula, never longer than a cell may hold.

use std::borrow::Cow;

use crate::domain::values::input::{clean, is_plain};

/// The most UTF-16 units that a cell holds.
const MOST: usize = 32_767;

/// The text as a cell can hold it. What is cut off is said.
pub fn fitting(text: &str) -> Cow<'_, str> {
    let text = match text.chars().all(is_plain) {
        true => Cow::Borrowed(text),
        false => Cow::Owned(clean(text)),
    };
    // A character has as many UTF-16 units as it has bytes at most.
    if text.len() <= MOST || units(&text) <= MOST {
        return text;
    }
    let notice = format!(
        "……（原文 {} 字，超过 Excel 一个单元格能放的长度，后面的没有写进来，请看项目文件。）",
        text.chars().count()
    );
    let (kept, _) = split(&text, MOST - units(&notice));
    Cow::Owned(format!("{kept}{notice}"))
}

/// The text up to so many UTF-16 units, and the rest. No character is split.
pub fn split(text: &str, most: usize) -> (&str, &str) {
    let mut used = 0;
    let end = text.char_indices().find(|(_, c)| {
        used += c.len_utf16();
        used > most
    });
    text.split_at(end.map_or(text.len(), |(place, _)| place))
}

/// Whether a spreadsheet would read the text as a formula once somebody edits the cell.
pub fn looks_like_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t'])
}

fn units(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}
