//! 改好了, 仍然适用: which texts of last year a draft still has, and how one is settled.

use crate::domain::values::input::Input;

use super::draft::Draft;
use super::field::Field;
use super::last_year::LastYearText;
use super::prose_fields::prose_fields;

impl Draft {
    /// Marks all prose as last year's. Goals and targets of indicators are meant to stay and are not marked.
    pub(super) fn mark_last_year(&mut self) {
        let texts = prose_fields(self)
            .into_iter()
            .map(|field| (field.key(), self.text(field)));
        let texts: Vec<_> = texts.filter(|(_, text)| !text.is_blank()).collect();
        let ids = &mut self.next_id;
        let rows = texts.into_iter().map(|(field, text)| LastYearText {
            id: ids.take(),
            field,
            text,
        });
        self.last_year = rows.collect();
    }

    /// The fields with a text of last year that is not settled, in reading order. One that was emptied is.
    pub fn unsettled(&self) -> Vec<(Field, &LastYearText)> {
        if self.last_year.is_empty() {
            return Vec::new();
        }
        let fields = prose_fields(self).into_iter();
        let found = fields.filter_map(|field| Some((field, self.last_year_text(field)?)));
        found
            .filter(|(field, _)| self.input(*field).is_some_and(|input| !input.is_blank()))
            .collect()
    }

    /// What stood in a field last year, while that is not settled.
    pub fn last_year_text(&self, field: Field) -> Option<&LastYearText> {
        if self.last_year.is_empty() {
            return None;
        }
        let key = field.key();
        self.last_year.iter().find(|row| row.field == key)
    }

    /// 改好了 or 仍然适用.
    pub(super) fn settle(&mut self, field: Field) -> bool {
        let (before, key) = (self.last_year.len(), field.key());
        self.last_year.retain(|row| row.field != key);
        self.last_year.len() < before
    }
}
