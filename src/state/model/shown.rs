//! What of the model is on the screen: an event that changes nothing of it need not be followed by a frame.

use std::rc::Rc;

use crate::documents::project_file::lineage::Stamp;
use crate::domain::checks::findings::Findings;

use super::model::Model;
use super::reports::Backup;
use super::storage_space::Fullness;
use super::workspace::{Saving, Workspace};

impl Model {
    /// Whether two states look the same on the screen. What is not on it is named here; all the rest counts.
    pub fn looks_like(&self, other: &Model) -> bool {
        shown(self) == shown(other)
    }
}

/// The model without what is not on the screen, and whether a backup is called for.
fn shown(model: &Model) -> (Model, bool) {
    let mut model = model.clone();
    let mut is_due = false;
    if let Some(workspace) = &mut model.workspace {
        // The list of drafts tells it; over an open one it is a notice.
        model.fullness = Fullness::default();
        is_due = Backup::is_due(workspace.backup.as_ref(), workspace.stamp.sequence, &model.now);
        let saving = match &workspace.saving {
            // Both are called 正在保存.
            Saving::Pending | Saving::Writing => Saving::Pending,
            other => other.clone(),
        };
        *workspace = Rc::new(Workspace {
            saving,
            ..workspace.but_for_keeping()
        });
    }
    (model, is_due)
}

impl Workspace {
    /// The same without what only keeping the draft and looking it through change: what pages are made of.
    pub fn but_for_keeping(&self) -> Workspace {
        Workspace {
            findings: Rc::new(told(&self.findings)),
            looked_through: Rc::clone(&self.draft),
            stamp: Stamp::unsigned(0),
            settled: true,
            saving: Saving::Pending,
            ..self.clone()
        }
    }
}

/// Findings without what was read on the way to them.
fn told(findings: &Findings) -> Findings {
    Findings {
        general: findings.general.clone(),
        indicators: findings.indicators.clone(),
        aside: findings.aside.clone(),
        ..Findings::default()
    }
}
