//! 带入: what was changed in a document outside is put into its draft, each or all.

use std::rc::Rc;

use crate::domain::draft::comparison::{Taking, TextChange, spliced};
use crate::domain::draft::draft::Draft;
use crate::domain::draft::edit::Edit;
use crate::domain::values::row::{Id, find};
use crate::state::model::effect::Effect;
use crate::state::model::kept::Pen;
use crate::state::model::model::{Model, Overlay};
use crate::state::model::shelf::DraftId;

use super::editing::{edited, open};
use super::recovery::version_of_event;

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
    fn text(&self, of: &Taking) -> String {
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

/// The draft of a document has got its place.
pub(super) fn placed(model: &mut Model, id: &DraftId) {
    if let Some(Overlay::TextChanges(returned)) = &mut model.overlay {
        Rc::make_mut(returned).id.get_or_insert_with(|| id.clone());
    }
}

/// One change, or all that can be, are taken over: each field is one step that can be undone. How the draft
/// was before is kept as a version.
pub(super) fn taken(model: &mut Model, place: Option<usize>) -> Vec<Effect> {
    let (Some(Overlay::TextChanges(returned)), Some(workspace)) = (&model.overlay, &model.workspace) else {
        return vec![];
    };
    if returned.id.as_ref() != Some(&workspace.id) {
        return vec![];
    }
    let (mut returned, can_write) = (Returned::clone(returned), workspace.pen == Pen::Here);
    let wanted = returned.open().into_iter();
    let wanted: Vec<usize> = wanted.filter(|open| place.is_none_or(|place| place == *open)).collect();
    let before = match returned.taken.is_empty() && !wanted.is_empty() {
        true => version_of_event(model, "带入文件里的改动之前"),
        false => None,
    };
    let mut effects: Vec<Effect> = before.into_iter().collect();
    for place in wanted {
        returned.taken.retain(|other| *other != place);
        returned.taken.push(place);
        let takings = returned.changes.get(place).map(|change| change.takings.clone());
        for taking in takings.unwrap_or_default() {
            let text = returned.text(&taking);
            effects.extend(set(model, &taking, taking.form, text));
        }
        if !can_write {
            // The first refusal has said why.
            return effects;
        }
    }
    open(model, |workspace| {
        workspace.show(workspace.kept(), None);
        workspace.typing = None;
    });
    model.overlay = Some(Overlay::TextChanges(Rc::new(returned)));
    effects.retain(|effect| !matches!(effect, Effect::Focus(_)));
    effects
}

fn set(model: &mut Model, taking: &Taking, form: Option<Id>, text: String) -> Vec<Effect> {
    open(model, |workspace| workspace.show(workspace.kept(), form));
    let effects = edited(model, Edit::Set(taking.field, text));
    model.history.end_burst();
    effects
}
