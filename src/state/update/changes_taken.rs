//! 带入: what was changed in a document outside is put into its draft, each or all.

use std::rc::Rc;

use crate::domain::draft::comparison::Taking;
use crate::domain::draft::edit::Edit;
use crate::domain::values::row::Id;
use crate::state::model::effect::Effect;
use crate::state::model::kept::Pen;
use crate::state::model::model::{Model, Overlay};
use crate::state::model::reports::DraftId;
use crate::state::model::returned::Returned;

use super::editing::{edited, open};
use super::recovery::version_of_event;

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
