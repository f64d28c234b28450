//! Keeping earlier states of drafts.

use crate::documents::copies::copy;
use crate::documents::copies::versions::{Origin, VersionKey};
use crate::documents::project_file::lineage::Stamp;
use crate::documents::project_file::project_file;
use crate::domain::draft::draft::Draft;
use crate::domain::values::calendar::Moment;
use crate::state::model::message::Message;
use crate::state::model::reports::DraftId;
use crate::storage::{backups, vault, versions};

use super::time::now;
use super::window::{World, told};

impl World {
    /// Keeps the text of a draft as an older program wrote it, before the slot that it lies in is written a second
    /// time. In the journal it becomes a version in the step that takes it out.
    pub(super) async fn keep_original(&self, id: &DraftId) {
        let search = vault::search(Some(id.as_str())).await;
        for found in &search.found {
            let Ok(copy) = copy::read(&found.text) else { continue };
            if copy.is_older() {
                let key = VersionKey {
                    id: id.as_str().to_owned(),
                    at: Moment::new(copy.saved_at),
                    origin: Origin::Original,
                };
                let _ = versions::keep(&key, vault::ORIGINAL, &found.text).await;
            }
        }
    }

    /// Keeps a version of the open draft.
    pub(super) async fn keep_version(
        &self,
        id: &DraftId,
        draft: &Draft,
        stamp: &Stamp,
        name: &str,
        origin: Origin,
    ) -> Vec<Message> {
        let at = now();
        let key = VersionKey {
            id: id.as_str().to_owned(),
            at: at.clone(),
            origin,
        };
        let body = project_file::write_copy(draft, at.as_str(), Some((id.as_str(), stamp)));
        let text = copy::write(id.as_str(), stamp, at.as_str(), &body);
        let kept = match origin {
            // Handing on the same state twice makes one version of it.
            Origin::Event => versions::keep_once(&key, name, &text).await,
            _ => versions::keep(&key, name, &text).await,
        };
        match (kept, origin) {
            (Err(fault), Origin::Named) => vec![Message::StorageFailed(told(fault))],
            (Ok(()), Origin::Named) => {
                backups::ask_to_keep().await;
                vec![Message::VersionsChanged(id.clone())]
            }
            _ => vec![],
        }
    }
}
