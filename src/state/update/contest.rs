//! 抢编辑权: the pen of the open draft is asked for or taken again and again, by a page that means no good or has
//! gone wrong. After a few times within minutes this window no longer hands it on for the asking, says so, and
//! offers to go on in a new draft that holds everything typed here.

use std::rc::Rc;

use crate::domain::draft::draft::Draft;
use crate::domain::draft::edit::Edit;
use crate::domain::draft::field::Field;
use crate::domain::values::calendar::Moment;
use crate::state::model::effect::{Effect, Reach};
use crate::state::model::kept::Pen;
use crate::state::model::model::Model;
use crate::state::model::shelf::title;

use super::saving::save;

/// After so many times within so many minutes it is no longer somebody who goes from one window to the other.
const OFTEN: usize = 3;
const WITHIN: i64 = 5;

/// What has happened to the pen of the open draft of late.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contest {
    /// When the pen was asked for or taken, the last few times.
    times: Vec<Moment>,
    /// The draft as it was here when the pen went.
    typed: Option<Rc<Draft>>,
}

impl Contest {
    /// Whether the pen is taken too often to work on in peace.
    pub fn is_on(&self) -> bool {
        self.times.len() >= OFTEN
    }

    /// The pen was asked for or taken once more, while the draft was this.
    pub(super) fn happened(&mut self, at: &Moment, typed: Rc<Draft>) {
        self.rest(at);
        self.times.push(at.clone());
        let surplus = self.times.len().saturating_sub(OFTEN);
        self.times.drain(..surplus);
        self.typed = Some(typed);
    }

    /// What lies minutes back is over.
    pub(super) fn rest(&mut self, now: &Moment) {
        self.times.retain(|time| {
            let age = now.minutes().zip(time.minutes()).map(|(now, time)| now - time);
            // A clock that was put back says nothing about what happened before.
            age.is_some_and(|age| (0..=WITHIN).contains(&age))
        });
    }
}

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
