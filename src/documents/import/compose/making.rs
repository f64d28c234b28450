//! A draft in the making: rows and texts put in, one after the other.

use crate::domain::draft::draft::Draft;
use crate::domain::draft::edit::Edit;
use crate::domain::draft::field::{Field, List};
use crate::domain::values::input::Entry;
use crate::domain::values::points::Points;
use crate::domain::values::row::Id;

use crate::documents::import::recognised::{Slot, Value};

/// The field of a row.
pub(super) type OfRow = fn(Id) -> Field;

/// A draft in the making.
pub(super) struct Making {
    /// As far as it is made.
    pub(super) draft: Draft,
    /// The first level of each indicator of the report.
    pub(super) levels: Vec<String>,
    /// The scores that the report printed, by indicator.
    pub(super) scores: Vec<(Id, Entry<Points>)>,
    /// The scores that it printed, by part.
    pub(super) part_scores: Vec<(Id, String)>,
    /// The points that the row of the execution rate prints, which is a part and no indicator.
    pub(super) progress_weight: Option<Points>,
    /// The piece of work that parts of it belong to.
    pub(super) work: Option<Id>,
}

impl Making {
    pub(super) fn set(&mut self, field: Field, text: &str) {
        self.draft.apply(&Edit::Set(field, text.to_owned()));
    }

    pub(super) fn add(&mut self, list: List) -> Id {
        self.draft.apply(&Edit::Add(list, None)).row.unwrap_or_default()
    }

    /// A new row with its values.
    pub(super) fn add_with(&mut self, list: List, values: &[Value], fields: &[(Slot, OfRow)]) -> Id {
        let row = self.add(list);
        for (slot, field) in fields {
            if let Some(text) = text(values, *slot) {
                self.set(field(row), text);
            }
        }
        row
    }

    /// More text in a field that may have some.
    pub(super) fn append(&mut self, field: Field, text: &str) {
        let before = self.draft.text(field);
        let whole = if before.trim().is_empty() {
            text.to_owned()
        } else {
            format!("{before}\n{text}")
        };
        self.set(field, &whole);
    }
}

pub(super) fn text(values: &[Value], slot: Slot) -> Option<&str> {
    values
        .iter()
        .find(|value| value.slot == slot)
        .map(|value| value.text.trim())
}
