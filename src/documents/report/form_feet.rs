//! 表尾文字 of a form: what its rows below the indicators say, each from where it is filled in.

use crate::domain::draft::draft::Draft;
use crate::domain::draft::field::{Field, List};
use crate::domain::draft::form_texts::section_of;
use crate::domain::draft::narrative::Remark;
use crate::domain::scheme::layout::{Foot, Layout};
use crate::domain::scheme::outline::Content;

use super::block::{Align, Cell};
use super::form_cells::UNUSED;

/// The rows.
pub fn rows(draft: &Draft, layout: &Layout) -> Vec<Vec<Cell>> {
    let columns = layout.lines.columns.len();
    let row = |foot: &Foot| {
        let (text, field) = said(draft, foot);
        let name = Cell::new(foot.head).across(foot.name).centred();
        let text = Cell {
            align: Some(Align::Left),
            ..Cell::new(text)
        };
        vec![name, text.across(columns.saturating_sub(foot.name)).from_field(field)]
    };
    layout.feet.iter().map(row).collect()
}

/// What a row says: the report's own section where it has one, or else what was written for the form.
fn said(draft: &Draft, foot: &Foot) -> (String, Field) {
    let remarks = |rows: &[Remark], list| {
        let rows: Vec<&str> = rows.iter().map(|row| row.text.trim()).collect();
        let numbered = |(place, row): (usize, &&str)| match rows.len() {
            1 => (*row).to_owned(),
            _ => format!("{}. {row}", place + 1),
        };
        let lines: Vec<String> = rows.iter().enumerate().map(numbered).collect();
        (lines.join("\n"), Field::Rows(list))
    };
    match section_of(&draft.scheme, foot.shows) {
        Some(Content::Problems) => remarks(&draft.problems, List::Problems),
        Some(Content::Improvements) => remarks(&draft.improvements, List::Improvements),
        _ => {
            let text = draft.form_texts.get(foot.shows).trim();
            // 其他需要说明的事项 is a question that may be answered with nothing.
            let is_open = text.is_empty() && !foot.is_required;
            let text = if is_open { UNUSED } else { text };
            (text.to_owned(), Field::FormText(foot.shows))
        }
    }
}
