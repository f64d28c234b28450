//! Saving the open draft, and which window writes it.

use crate::domain::values::calendar::Moment;
use crate::state::model::effect::{Effect, Reach};
use crate::state::model::history::History;
use crate::state::model::kept::{Kept, Link, Pen};
use crate::state::model::model::Model;
use crate::state::model::reports::{DraftId, StorageFault};
use crate::state::model::route::Route;
use crate::state::model::workspace::{Saving, Workspace};

use super::editing::{open, warn, with_open};
use super::recovery::version_of_event;

/// Saves what is not saved yet. A failed draft is tried again with every change.
pub(super) fn save(model: &mut Model, wanted: Reach) -> Vec<Effect> {
    let mut effects = vec![];
    open(model, |workspace| {
        if workspace.pen != Pen::Here {
            return;
        }
        let reach = match (&workspace.saving, wanted) {
            (Saving::Pending, Reach::Journal) => Reach::Journal,
            (Saving::Pending, _) => Reach::Both,
            // A window that is being left cannot wait for the journal, so the slots get everything again.
            (Saving::Writing, Reach::Both) if !workspace.settled => Reach::Both,
            (Saving::Saved(_) | Saving::Writing, Reach::Slots | Reach::Both) if !workspace.settled => Reach::Slots,
            _ => return,
        };
        if reach != Reach::Slots {
            workspace.stamp = workspace.stamp.next();
            workspace.saving = Saving::Writing;
        }
        workspace.settled = reach != Reach::Journal;
        effects.push(Effect::SaveDraft(
            workspace.id.clone(),
            workspace.kept(),
            workspace.stamp.clone(),
            reach,
        ));
        if reach != Reach::Journal && !matches!(workspace.link, Link::Impossible | Link::None) {
            let (draft, stamp) = (workspace.kept(), workspace.stamp.clone());
            effects.push(Effect::WriteLink(workspace.id.clone(), draft, stamp, false));
        }
    });
    effects
}

/// An export holds what is kept, so that a copy that comes back can be told from one that went another way.
pub(super) fn before_export(model: &mut Model, event: &str) -> Vec<Effect> {
    let mut effects = save(model, Reach::Both);
    effects.extend(version_of_event(model, event));
    effects
}

/// The page is hidden, and nothing is typed in it any more.
pub(super) fn hidden(model: &mut Model) -> Vec<Effect> {
    let mut effects = left(model);
    effects.extend(hand_on(model));
    effects
}

/// The page is being left or hidden.
pub(super) fn left(model: &mut Model) -> Vec<Effect> {
    let mut effects = save(model, Reach::Both);
    if let Some(workspace) = &model.workspace
        && workspace.pen == Pen::Here
    {
        let text = model.history.written(&workspace.kept(), &workspace.stamp);
        effects.push(Effect::KeepHistory(workspace.id.clone(), text));
    }
    effects
}

/// A save has reached its places.
pub(super) fn saved(model: &mut Model, id: &DraftId, at: Moment, sequence: u64) -> Vec<Effect> {
    model.now = model.now.clone().max(at.clone());
    let saving = model.honest(Saving::Saved(at.clone()), Pen::Here);
    with_open(model, id, |workspace| {
        workspace.contest.rest(&at);
        if workspace.stamp.sequence == sequence && workspace.saving != Saving::Pending {
            workspace.saving = saving;
        }
    });
    vec![]
}

/// A save has not reached its places. What was typed meanwhile is tried again by itself.
pub(super) fn failed(model: &mut Model, id: &DraftId, sequence: u64, fault: StorageFault) -> Vec<Effect> {
    with_open(model, id, |workspace| {
        if workspace.stamp.sequence == sequence && workspace.saving != Saving::Pending {
            workspace.saving = Saving::Failed(fault);
            workspace.settled = false;
        }
    });
    vec![]
}

/// This window may write the draft now: it goes on from what is kept.
pub(super) fn pen_taken(model: &mut Model, id: DraftId, result: Result<Kept, StorageFault>) -> Vec<Effect> {
    if !is_open(model, &id) {
        return vec![Effect::DropPen(id)];
    }
    match result {
        Ok(kept) => follow(model, &id, kept),
        Err(fault) => warn(model, fault.sentence()),
    }
}

/// Another window takes the pen by force. What is not saved yet goes on as a copy of its own.
pub(super) fn pen_lost(model: &mut Model, id: &DraftId, at: &Moment) -> Vec<Effect> {
    if !is_open(model, id) {
        return vec![];
    }
    let effects = save(model, Reach::Both);
    with_open(model, id, |workspace| {
        workspace.contest.happened(at, workspace.kept());
        workspace.contest.is_awaited = false;
        workspace.pen = Pen::Elsewhere;
    });
    effects
}

/// Another window asks for the pen, and gets it as soon as typing rests and everything is written. One that asks
/// again and again has to take it by force, so that a page that does nothing but ask keeps nobody from typing.
pub(super) fn pen_wanted(model: &mut Model, id: &DraftId, at: &Moment) -> Vec<Effect> {
    with_open(model, id, |workspace| {
        if workspace.pen == Pen::Here {
            workspace.contest.happened(at, workspace.kept());
            workspace.contest.is_awaited = !workspace.contest.is_on();
        }
    });
    hand_on(model)
}

/// Typing rests: everything is saved, and whoever waits for the pen gets it.
pub(super) fn settle(model: &mut Model) -> Vec<Effect> {
    let mut effects = save(model, Reach::Slots);
    effects.extend(hand_on(model));
    effects
}

/// Hands the pen on to whoever waits for it, unless something is being typed.
fn hand_on(model: &mut Model) -> Vec<Effect> {
    let mut effects = vec![];
    open(model, |workspace| {
        let is_typed_in = workspace.saving == Saving::Pending || !workspace.settled;
        if workspace.contest.is_awaited && !is_typed_in && workspace.pen == Pen::Here {
            workspace.contest.is_awaited = false;
            workspace.pen = Pen::Elsewhere;
            workspace.typing = None;
            effects.push(Effect::YieldPen(workspace.id.clone()));
        }
    });
    effects
}

/// Another window has saved a draft.
pub(super) fn saved_elsewhere(model: &mut Model, id: DraftId) -> Vec<Effect> {
    match &model.workspace {
        None if model.route == Route::Start => vec![Effect::ReadReports],
        Some(workspace) if workspace.id == id && workspace.pen == Pen::Elsewhere => vec![Effect::FollowDraft(id)],
        _ => vec![],
    }
}

/// What another window has written was read. It comes too late where the pen is back here meanwhile.
pub(super) fn followed(model: &mut Model, id: &DraftId, kept: Kept) -> Vec<Effect> {
    match &model.workspace {
        Some(workspace) if workspace.pen == Pen::Elsewhere => follow(model, id, kept),
        _ => vec![],
    }
}

/// Shows what another window has written, in the place where the user is.
fn follow(model: &mut Model, id: &DraftId, kept: Kept) -> Vec<Effect> {
    let saving = model.honest(Saving::Saved(kept.saved_at), kept.pen);
    let Some(workspace) = model.workspace.as_mut().filter(|workspace| workspace.id == *id) else {
        return vec![];
    };
    let workspace = std::rc::Rc::make_mut(workspace);
    let form = workspace.form();
    if *workspace.kept() != *kept.draft {
        // The way back led from a state that is no longer there.
        model.history = History::default();
        workspace.show((*kept.draft).into(), form);
    }
    workspace.stamp = kept.stamp;
    workspace.pen = kept.pen;
    workspace.saving = saving;
    workspace.settled = true;
    vec![]
}

fn is_open(model: &Model, id: &DraftId) -> bool {
    model.workspace.as_ref().is_some_and(|workspace| workspace.id == *id)
}

/// Lets go of the open draft, when another page is shown.
pub(super) fn close(model: &mut Model) -> Vec<Effect> {
    let mut effects = left(model);
    if let Some(workspace) = model.workspace.take() {
        effects.push(Effect::DropPen(Workspace::clone(&workspace).id));
    }
    model.history = History::default();
    effects
}
