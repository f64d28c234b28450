//! 抢编辑权: the pen of the open draft is asked for or taken again and again, by a page that means no good or has
//! gone wrong. After a few times within minutes this window no longer hands it on for the asking, says so, and
//! offers to go on in a new draft that holds everything typed here.

use crate::domain::draft::draft::Draft;
use crate::domain::draft::edit::Edit;
use crate::domain::draft::field::Field;
use crate::state::model::effect::{Effect, Reach};
use crate::state::model::kept::Pen;
use crate::state::model::model::Model;
use crate::state::model::reports::title;

use super::saving::save;

/// 另存一份并继续: everything typed here becomes a new draft, which this window writes.
pub(super) fn branched(model: &mut Model) -> Vec<Effect> {
    let mut effects = save(model, Reach::Both);
    let Some(workspace) = &model.workspace else {
        return effects;
    };
    let mut draft = match (&workspace.contest.typed, workspace.pen) {
        (Some(typed), Pen::Elsewhere) => Draft::clone(typed),
        // What is read of a newer program's draft is not all of it.
        (_, Pen::Newer) => return effects,
        _ => Draft::clone(&workspace.kept()),
    };
    let name = format!("{}（另存）", title(&draft));
    draft.apply(&Edit::Set(Field::DraftName, name));
    effects.push(Effect::PlaceDraft(Box::new(draft)));
    effects
}
