//! Keeping earlier states of drafts.

use crate::documents::copies::copy;
use crate::documents::copies::versions::{Origin, VersionKey};
use crate::documents::project_file::lineage::Stamp;
use crate::documents::project_file::project_file;
use crate::domain::draft::draft::Draft;
use crate::domain::values::calendar::Moment;
use crate::state::model::message::Message;
use crate::state::model::shelf::DraftId;
use crate::storage::{backups, vault, versions};

use super::time::now;
use super::window::{World, told};

impl World {
    /// What is done when typing rests: a version by time. It may fail without harm: the draft itself is kept.
    pub(super) async fn settle(&self, id: &DraftId, copy: &str, at: &Moment, stamp: &Stamp) {
        if stamp.is_first_of_turn() {
            self.keep_original(id).await;
        }
        let _ = versions::keep_timed(id.as_str(), at, copy).await;
    }

    /// Keeps the text of a draft as an older program wrote it.
    async fn keep_original(&self, id: &DraftId) {
        let search = vault::search(Some(id.as_str())).await;
        for found in &search.found {
            let Ok(copy) = copy::read(&found.text) else { continue };
            if project_file::read(copy.body.as_bytes()).is_ok_and(|opened| opened.is_older()) {
                let key = VersionKey {
                    id: id.as_str().to_owned(),
                    at: Moment::new(copy.saved_at),
                    origin: Origin::Original,
                };
                let _ = versions::keep(&key, "升级前的原文", &found.text).await;
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
        // Handing on the same state twice makes one version of it.
        if origin == Origin::Event && versions::newest_is(id.as_str(), stamp).await {
            return vec![];
        }
        let at = now();
        let key = VersionKey {
            id: id.as_str().to_owned(),
            at: at.clone(),
            origin,
        };
        let body = project_file::write_copy(draft, at.as_str(), Some((id.as_str(), stamp)));
        let text = copy::write(id.as_str(), stamp, at.as_str(), &body);
        let kept = versions::keep(&key, name, &text).await;
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
