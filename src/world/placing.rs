//! Finding a place for new drafts, and for those that come as files.

use crate::documents::copies::versions::{Origin, VersionKey};
use crate::documents::project_file::lineage::{Relation, Stamp};
use crate::documents::project_file::project_file::Opened;
use crate::domain::draft::draft::Draft;
use crate::domain::draft::edit::Edit;
use crate::domain::draft::field::Field;
use crate::state::model::effect::Reach;
use crate::state::model::kept::{Kept, Pen};
use crate::state::model::message::Message;
use crate::state::model::reports::{DraftId, StorageFault, title};
use crate::storage::pen::Ask;
use crate::storage::{vault, versions};

use super::keeping::{choice, last_backup, no_link};
use super::reports::newest_of;
use super::time::{new_id, new_writer, now};
use super::window::World;

impl World {
    /// Finds a place for a new draft and keeps it there.
    pub(super) async fn place(&self, draft: Draft) -> Message {
        self.place_as(new_id(), draft, Stamp::begin(&new_writer())).await
    }

    /// Finds a place for a draft of last year's report, which takes over what the office's own newest draft knows.
    pub(super) async fn place_at_home(&self, mut draft: Draft) -> Vec<Message> {
        const TOLD: &str = "已生成草稿。报告没写的地区、评分方案照本单位最近的一份填上了，请核对。";
        let own = newest_of(&draft.basics.unit).await;
        let is_filled = own.is_some_and(|own| draft.settle_like(&own));
        let placed = self.place(draft).await;
        std::iter::once(placed)
            .chain(is_filled.then_some(Message::Told(TOLD)))
            .collect()
    }

    async fn place_as(&self, id: DraftId, draft: Draft, stamp: Stamp) -> Message {
        self.take_pen(&id, Ask::IfFree).await;
        let stamp = stamp.next();
        let saved_at = now();
        let result = self.write(&id, &draft, &stamp, &saved_at, Reach::Both).await;
        let kept = Kept {
            draft: Box::new(draft),
            saved_at,
            stamp,
            pen: Pen::Here,
            history: None,
            look: None,
            backup: last_backup(&id),
            link: no_link(),
            diverged: 0,
        };
        Message::DraftPlaced(id, kept, result.err())
    }

    /// Takes in the draft of a file. One that goes on from what is kept here takes its place, and the state
    /// before it becomes a version; any other becomes a draft of its own.
    pub(super) async fn take_in(&self, opened: Opened) -> Vec<Message> {
        let copy = opened.copy.and_then(|(id, stamp)| Some((DraftId::read(&id)?, stamp)));
        let Some((id, stamp)) = copy else {
            return vec![self.place(opened.draft).await];
        };
        // A draft that is open in this window keeps its pen afterwards.
        let is_open = self.pens.borrow().contains_key(id.as_str());
        let has_pen = self.take_pen(&id, Ask::IfFree).await;
        let search = vault::search(Some(id.as_str())).await;
        let Some(current) = choice(&search).current else {
            return vec![self.place_as(id, opened.draft, stamp.taken_over(&new_writer())).await];
        };
        let kept = search.found.get(current.place).map_or("", |found| &found.text);
        let taken = match stamp.relation(&current.stamp) {
            Relation::Same => vec![Message::FileIsKept(
                id.clone(),
                "这个文件和本机的报告是同一份，已打开本机的。",
            )],
            Relation::Later if has_pen && !current.newer && keep_before(&id, kept).await => {
                match self.write(&id, &opened.draft, &stamp, &now(), Reach::Both).await {
                    Ok(()) | Err(StorageFault::SlotsOnly) => vec![Message::FileIsKept(
                        id.clone(),
                        "这个文件是本机报告改过之后的，已更新到本机；原来的留在“版本”里。",
                    )],
                    Err(fault) => vec![Message::StorageFailed(fault)],
                }
            }
            relation => {
                const BESIDE: &str = "本机有同一份报告，但这个文件不是它的后续。文件另存成了一份新报告，原来的没有动。";
                const APART: &str = "本机的同一份报告现在不能换下来。文件另存成了一份新报告，原来的没有动。";
                let mut draft = opened.draft;
                let name = format!("{}（来自文件）", title(&draft));
                draft.apply(&Edit::Set(Field::DraftName, name));
                let placed = self.place(draft).await;
                let told = if relation == Relation::Later { APART } else { BESIDE };
                vec![placed, Message::Told(told)]
            }
        };
        if has_pen && !is_open {
            self.pens.borrow_mut().remove(id.as_str());
        }
        taken
    }
}

/// Makes a version of what a file is to replace, as it lies there. Without it the file does not replace it.
async fn keep_before(id: &DraftId, text: &str) -> bool {
    let key = VersionKey {
        id: id.as_str().to_owned(),
        at: now(),
        origin: Origin::Event,
    };
    versions::keep(&key, "读入文件之前", text).await.is_ok()
}
