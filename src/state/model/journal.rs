//! 编辑日志: whether the second store takes what is written, and what is said of drafts while it does not.

use super::kept::Pen;
use super::model::Model;
use super::shelf::StorageFault;
use super::workspace::Saving;

/// How it stands with the journal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Journal {
    /// It takes what it is given.
    #[default]
    Open,
    /// The same from now on, in a database of this name, because that of the usual name is not ours.
    Beside(String),
    /// It takes nothing; what is written lies in the slots alone. It is tried again all the while.
    Shut,
}

impl Model {
    /// Why the work is not kept as it should be, as far as every page has to say so.
    pub fn fault(&self) -> Option<StorageFault> {
        let alone = (self.journal == Journal::Shut).then_some(StorageFault::SlotsOnly);
        self.storage.clone().or(alone)
    }

    /// What is said of a draft that is kept: without the journal there is only one copy of it.
    pub fn honest(&self, saving: Saving, pen: Pen) -> Saving {
        match saving {
            Saving::Saved(_) if self.journal == Journal::Shut && pen == Pen::Here => {
                Saving::Failed(StorageFault::SlotsOnly)
            }
            other => other,
        }
    }
}
