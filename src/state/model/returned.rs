//! A document that came back with changes, while they are taken over.

use std::rc::Rc;

use crate::domain::draft::comparison::{Taking, TextChange, spliced};
use crate::domain::draft::draft::Draft;
use crate::domain::values::row::find;

use super::reports::DraftId;

/// A document that came back with changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Returned {
    /// The name of the file.
    pub name: String,
    /// The draft that it carried.
    pub draft: Rc<Draft>,
    /// Where it shows something else.
    pub changes: Vec<TextChange>,
    /// What was taken over, in that order.
    pub taken: Vec<usize>,
    /// The draft that was made of it, once it has its place.
    pub id: Option<DraftId>,
}

impl Returned {
    /// A document that was just read.
    pub fn new(name: &str, draft: Draft, changes: Vec<TextChange>) -> Self {
        Returned {
            name: name.to_owned(),
            draft: Rc::new(draft),
            changes,
            taken: Vec::new(),
            id: None,
        }
    }

    /// What was taken over, the latest first: where two say something else of the same text, the later counts.
    fn takings(&self) -> impl Iterator<Item = (usize, &Taking)> {
        self.taken.iter().rev().flat_map(|place| {
            let change = self.changes.get(*place);
            let takings = change.into_iter().flat_map(|change| &change.takings);
            takings.map(|taking| (*place, taking))
        })
    }

    /// Whether a change is in the draft: taken over, and no later one in its stead.
    pub fn is_taken(&self, place: usize) -> bool {
        let later = |own: &Taking| {
            let mut later = self.takings().take_while(|(other, _)| *other != place);
            later.any(|(_, other)| other.contradicts(own))
        };
        let change = self.changes.get(place).filter(|_| self.taken.contains(&place));
        change.is_some_and(|change| !change.takings.iter().any(later))
    }

    /// The changes that can be taken over and are not.
    pub fn open(&self) -> Vec<usize> {
        let can = |place: &usize| {
            self.changes
                .get(*place)
                .is_some_and(|change| !change.takings.is_empty())
        };
        (0..self.changes.len())
            .filter(can)
            .filter(|place| !self.is_taken(*place))
            .collect()
    }

    /// The text of a field with all that was taken over of it.
    pub fn text(&self, of: &Taking) -> String {
        let own = match of.form {
            None => Some(&*self.draft),
            Some(id) => find(&self.draft.forms, id).map(|form| &*form.draft),
        };
        let text = own.map(|draft| draft.text(of.field)).unwrap_or_default();
        let same = self
            .takings()
            .filter(|(_, other)| (other.form, other.field) == (of.form, of.field));
        let pieces: Vec<_> = same
            .map(|(_, other)| (other.range.clone(), other.text.as_str()))
            .collect();
        spliced(&text, &pieces)
    }
}
