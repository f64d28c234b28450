//! 编辑日志: whether the second store takes what is written, and what follows when that changes.

use crate::state::model::effect::{Effect, Reach};
use crate::state::model::journal::Journal;
use crate::state::model::kept::{Kept, Pen};
use crate::state::model::model::{Model, Remedy};
use crate::state::model::reports::{DraftId, StorageFault};
use crate::state::model::route::Route;
use crate::state::model::workspace::{Saving, Workspace};

use super::editing::{open, tell, with_open};
use super::recovery;
use super::saving::{pen_taken, save};

/// It has changed.
pub(super) fn stands(model: &mut Model, journal: Journal) -> Vec<Effect> {
    let before = std::mem::replace(&mut model.journal, journal);
    if let Journal::Beside(name) = &model.journal {
        let told = format!("浏览器里有别的网页占用了数据库“jiping”，绩评的编辑日志改存在“{name}”里，内容不受影响。");
        tell(model, told, None);
    }
    match (&before, &model.journal) {
        (_, Journal::Shut) => {
            let open = model.workspace.clone();
            if let Some(workspace) = open {
                let saving = model.honest(workspace.saving.clone(), workspace.pen);
                with_open(model, &workspace.id, |workspace| workspace.saving = saving);
            }
            vec![]
        }
        (Journal::Shut, _) => back(model),
        _ => vec![],
    }
}

/// Says that there are copies of the open draft that went another way, and leads to where they are settled.
pub(super) fn tell_of_diverged(model: &mut Model, id: DraftId) {
    let told = "浏览器里还有这份报告的另一份内容，改得不一样，两份都留着。";
    tell(model, told.into(), Some(Remedy::SeeVersions(id)));
}

/// It works again: what the slots alone have is written to it, and what it alone had is shown.
fn back(model: &mut Model) -> Vec<Effect> {
    let Some(workspace) = model.workspace.clone() else {
        let mut effects = recovery::changed(model);
        match &model.route {
            Route::Start => effects.push(Effect::ReadReports),
            Route::Draft(id, _) => effects.push(Effect::ReadDraft(id.clone())),
            _ => {}
        }
        return effects;
    };
    let id = workspace.id.clone();
    match workspace.pen {
        Pen::Elsewhere => vec![Effect::FollowDraft(id)],
        Pen::Newer => vec![],
        // Nothing was written since it was opened without the journal, which may have a later state.
        Pen::Here if is_untouched(&workspace) => vec![Effect::ReadAgain(id)],
        Pen::Here => written_again(model, id),
    }
}

/// Writes the open draft everywhere. What it does not go on from stays beside it, and is told.
fn written_again(model: &mut Model, id: DraftId) -> Vec<Effect> {
    let mut effects = open(model, |workspace| {
        if workspace.saving == Saving::Failed(StorageFault::SlotsOnly) {
            workspace.saving = Saving::Pending;
        }
    });
    effects.extend(save(model, Reach::Both));
    effects.push(Effect::SeekDiverged(id));
    effects
}

/// The open draft was read once more. What was typed while that went on is not replaced by what was read.
pub(super) fn read_again(model: &mut Model, id: DraftId, result: Result<Kept, StorageFault>) -> Vec<Effect> {
    let open = model.workspace.as_ref().filter(|workspace| workspace.id == id);
    match (open, result) {
        (Some(workspace), Ok(_)) if workspace.pen == Pen::Here && !is_untouched(workspace) => written_again(model, id),
        // What is on the screen is still what the slots have.
        (Some(_), Err(_)) => vec![],
        (_, result) => pen_taken(model, id, result),
    }
}

fn is_untouched(workspace: &Workspace) -> bool {
    let is_kept = matches!(
        workspace.saving,
        Saving::Saved(_) | Saving::Failed(StorageFault::SlotsOnly)
    );
    is_kept && workspace.stamp.next().is_first_of_turn()
}
