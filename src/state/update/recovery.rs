//! 恢复中心 and 版本: every copy and every version of drafts, and what differs between two of them.

use std::rc::Rc;

use crate::documents::copies::versions::Origin;
use crate::domain::draft::edit::Edit;
use crate::domain::values::shared::Shared;
use crate::state::model::effect::Effect;
use crate::state::model::kept::Pen;
use crate::state::model::model::{Model, Remedy};
use crate::state::model::recovery::{Comparison, Holding, Looked};
use crate::state::model::reports::StorageFault;
use crate::state::model::route::{Page, Route};

use super::editing::{edited, open, tell};

/// A copy was read for looking at.
pub(super) fn copy_read(model: &mut Model, looked: Looked) -> Vec<Effect> {
    let Looked {
        source,
        at,
        draft,
        against,
        other,
    } = looked;
    // What is open may be further than what is kept.
    let open = model.workspace.as_ref().filter(|workspace| workspace.id == source.id);
    let open = open.filter(|_| against.is_none()).map(|workspace| workspace.kept());
    let first_look = model.compared.as_ref().is_none_or(|compared| compared.source != source);
    let compared = Comparison {
        source,
        draft: Rc::new(draft),
        at,
        against,
        other: None,
        differences: Vec::new(),
    };
    model.compared = Some(Rc::new(compared.beside(open.or(other.map(Rc::new)))));
    let is_asked_for = model.route.page() != Some(Page::Overview);
    match first_look && is_asked_for {
        true => vec![Effect::FocusElement("comparison-title")],
        false => vec![],
    }
}

/// 概览 says what was changed since the last version.
pub(super) fn last_version_sought(model: &Model) -> Vec<Effect> {
    let Route::Draft(id, Page::Overview) = &model.route else {
        return vec![];
    };
    let holdings = model.recovery.iter().flat_map(|recovery| &recovery.holdings);
    let own = holdings.filter(|holding| holding.id == *id);
    own.filter_map(Holding::last_version)
        .map(|version| Effect::ReadCopy(version.source.clone(), None))
        .collect()
}

/// One field of the version that is looked at is put into the open draft.
pub(super) fn field_taken(model: &mut Model, place: usize) -> Vec<Effect> {
    let Some(compared) = model.compared.clone() else {
        return vec![];
    };
    let Some(difference) = compared.differences.get(place) else {
        return vec![];
    };
    let source = match difference.form {
        Some(id) => crate::domain::values::row::find(&compared.draft.forms, id).map(|form| form.draft.held()),
        None => Some(Rc::clone(&compared.draft)),
    };
    let Some(source) = source else { return vec![] };
    let text = source.text(difference.field);
    open(model, |workspace| workspace.show(workspace.kept(), difference.form));
    let effects = edited(model, Edit::Set(difference.field, text));
    open(model, |workspace| {
        workspace.show(workspace.kept(), None);
        workspace.typing = None;
    });
    model.history.end_burst();
    look_again(model);
    effects
        .into_iter()
        .filter(|effect| !matches!(effect, Effect::Focus(_)))
        .collect()
}

/// The whole version that is looked at becomes the open draft. Undo takes it back.
pub(super) fn version_taken(model: &mut Model) -> Vec<Effect> {
    let Some(compared) = model.compared.clone() else {
        return vec![];
    };
    let before = version_of_event(model, "恢复版本之前");
    open(model, |workspace| workspace.show(workspace.kept(), None));
    let mut effects = edited(model, Edit::TakeVersion(Shared::of(Rc::clone(&compared.draft))));
    if effects.is_empty() {
        return effects;
    }
    effects.extend(before);
    model.compared = None;
    tell(model, "已恢复到这个版本。".into(), Some(Remedy::Undo));
    effects
}

/// Undo and redo change what is compared with.
pub(super) fn look_again(model: &mut Model) {
    let Some(compared) = &model.compared else { return };
    let now = model.workspace.as_ref().map(|workspace| workspace.kept());
    if now.is_some() && compared.against.is_none() {
        model.compared = Some(Rc::new(Comparison::clone(compared).beside(now)));
    }
}

/// Whether the open draft was written by a newer program, so that no copy may be made of what is read of it.
pub(super) fn is_newer(model: &Model) -> bool {
    let open = model.workspace.as_ref();
    open.is_some_and(|workspace| workspace.pen == Pen::Newer)
}

/// Keeps the open draft as a version by itself, named after what happens to it.
pub(super) fn version_of_event(model: &Model, name: &str) -> Option<Effect> {
    let workspace = model
        .workspace
        .as_ref()
        .filter(|workspace| workspace.pen == Pen::Here)?;
    let (draft, stamp) = (workspace.kept(), workspace.stamp.clone());
    Some(Effect::KeepVersion(
        workspace.id.clone(),
        draft,
        stamp,
        name.into(),
        Origin::Event,
    ))
}

/// 存为版本.
pub(super) fn version_named(model: &mut Model, name: &str) -> Vec<Effect> {
    let name = name.trim();
    if name.is_empty() {
        return super::editing::warn(model, "请先给版本起个名字，如“送审稿 1”。".into());
    }
    if is_newer(model) {
        return super::editing::warn(model, StorageFault::Newer.sentence());
    }
    let open = model.workspace.iter();
    open.map(|workspace| {
        let (draft, stamp) = (workspace.kept(), workspace.stamp.clone());
        Effect::KeepVersion(workspace.id.clone(), draft, stamp, name.to_owned(), Origin::Named)
    })
    .collect()
}

/// The list of versions or of copies has to be read again, where it is on the screen.
pub(super) fn changed(model: &mut Model) -> Vec<Effect> {
    match &model.route {
        Route::Recovery => vec![Effect::ReadRecovery(None)],
        Route::Draft(id, Page::Versions) => vec![Effect::ReadRecovery(Some(id.clone()))],
        Route::Start | Route::Verify | Route::Intake(_) | Route::New | Route::About | Route::Draft(..) => vec![],
    }
}
