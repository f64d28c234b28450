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
            confirmed: false,
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
        self.last_year.iter().find(|row| row.field == key && !row.confirmed)
    }

    /// The fields whose text of last year was said to hold again and stands there still, word for word.
    pub fn confirmed(&self) -> Vec<Field> {
        let rows = || self.last_year.iter().filter(|row| row.confirmed);
        if rows().next().is_none() {
            return Vec::new();
        }
        let stands = |field: &Field| {
            let key = field.key();
            rows().any(|row| row.field == key && row.text == self.text(*field))
        };
        prose_fields(self).into_iter().filter(stands).collect()
    }

    /// 改好了, or 仍然适用 where not a word was changed: that is remembered, since the text may still speak of last year.
    pub(super) fn settle(&mut self, field: Field) -> bool {
        let (key, text) = (field.key(), self.text(field));
        let place = self.last_year.iter().position(|row| row.field == key && !row.confirmed);
        let Some(place) = place else { return false };
        match self.last_year.get_mut(place).filter(|row| row.text == text) {
            Some(row) => row.confirmed = true,
            None => {
                self.last_year.remove(place);
            }
        }
        true
    }
}
