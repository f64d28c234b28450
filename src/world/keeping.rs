//! Opening and saving drafts.

use js_sys::{JsString, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

use crate::documents::copies::choice::{Choice, choose};
use crate::documents::copies::copy::Sealing;
use crate::documents::project_file::lineage::Stamp;
use crate::domain::draft::draft::Draft;
use crate::domain::values::calendar::Moment;
use crate::state::model::effect::Reach;
use crate::state::model::kept::{Kept, Link, Pen};
use crate::state::model::message::Message;
use crate::state::model::reports::{Backup, DraftId, StorageFault};
use crate::state::model::storage_space::Fullness;
use crate::state::model::workspace::file_name;
use crate::storage::channel::Call;
use crate::storage::local::Fault;
use crate::storage::pen::Ask;
use crate::storage::vault::Search;
use crate::storage::{backups, last_look, links, session, slots, vault, versions};

use super::time::{new_writer, now};
use super::window::{World, told};
use super::{rescue, time};

impl World {
    /// Opens a draft: with the pen if it is free, else to look on until it is.
    pub(super) async fn open(&self, id: &DraftId) -> Result<Kept, StorageFault> {
        let here = self.take_pen(id, Ask::IfFree).await;
        let kept = self.read(id, here).await;
        match &kept {
            Ok(kept) if kept.pen == Pen::Elsewhere => self.wait_for_pen(id.clone()),
            Ok(kept) if kept.pen == Pen::Here => {}
            _ => drop(self.pens.borrow_mut().remove(id.as_str())),
        }
        kept
    }

    /// Reads a draft as it is kept. With the pen, a new turn at writing begins.
    pub(super) async fn read(&self, id: &DraftId, here: bool) -> Result<Kept, StorageFault> {
        let search = vault::search(Some(id.as_str())).await;
        let choice = choice(&search);
        let Some(current) = choice.current else {
            return Err(match (choice.unreadable.into_iter().next(), &search) {
                (Some((_, reason)), _) => StorageFault::Damaged(reason),
                (
                    None,
                    Search {
                        slots: Some(_),
                        journal: Some(_),
                        ..
                    },
                ) => StorageFault::Denied,
                (None, Search { journal: Some(_), .. }) => StorageFault::NotYet,
                _ => StorageFault::Gone,
            });
        };
        let pen = match (current.newer, here) {
            (true, _) => Pen::Newer,
            (false, true) => Pen::Here,
            (false, false) => Pen::Elsewhere,
        };
        let link = links::linked(id.as_str()).await;
        Ok(Kept {
            draft: Box::new(current.draft),
            saved_at: Moment::new(current.saved_at),
            stamp: match pen {
                Pen::Here => current.stamp.taken_over(&new_writer()),
                Pen::Elsewhere | Pen::Newer => current.stamp,
            },
            pen,
            history: session::history(id.as_str()),
            look: last_look::last(id.as_str()),
            backup: last_backup(id),
            link: match link {
                Some(name) => Link::Asleep(name),
                None => no_link(),
            },
            diverged: choice.diverged.len(),
        })
    }

    /// Saves the open draft. Where only the journal is written, keys go between; a save that is overtaken by a later
    /// one while it waits for them has nothing more to say.
    pub(super) async fn save(&self, id: DraftId, draft: &Draft, stamp: &Stamp, reach: Reach) -> Vec<Message> {
        let saved_at = now();
        let mut sealing = self.begun(&id, draft, stamp, &saved_at);
        // The slots get what the journal has or is about to get, and stand in nobody's way.
        if reach != Reach::Slots {
            let has_overtaken = self.saving.begin(stamp);
            // Such a save makes way for nothing itself, so that keys without end cannot put it off.
            while reach == Reach::Journal && !has_overtaken && sealing.goes_on() {
                time::let_keys_in().await;
                if self.saving.is_overtaken(stamp) {
                    return vec![];
                }
            }
            self.saving.end();
        }
        let written = sealing.sealed();
        let mut messages = vec![match self.put(&id, draft, stamp, &saved_at, reach, written).await {
            Ok(()) => Message::DraftSaved(id, saved_at, stamp.sequence),
            Err(fault) => Message::SaveFailed(id, stamp.sequence, fault),
        }];
        if reach != Reach::Journal {
            let fullness = backups::fullness().await;
            messages.extend(fullness.map(|percent| Message::FullnessMeasured(Fullness(percent))));
        }
        messages
    }

    /// Says so where there are copies that went another way.
    pub(super) async fn seek_diverged(&self, id: &DraftId) -> Vec<Message> {
        let search = vault::search(Some(id.as_str())).await;
        let has_other = !choice(&search).diverged.is_empty();
        has_other
            .then(|| Message::DivergedFound(id.clone()))
            .into_iter()
            .collect()
    }

    /// Writes a copy where it is to go.
    pub(super) async fn write(
        &self,
        id: &DraftId,
        draft: &Draft,
        stamp: &Stamp,
        saved_at: &Moment,
        reach: Reach,
    ) -> Result<(), StorageFault> {
        let written = self.begun(id, draft, stamp, saved_at).sealed();
        self.put(id, draft, stamp, saved_at, reach, written).await
    }

    fn begun(&self, id: &DraftId, draft: &Draft, stamp: &Stamp, saved_at: &Moment) -> Sealing {
        let copy = Some((id.as_str(), stamp));
        let body = self.scribe.borrow_mut().write_copy(draft, saved_at.as_str(), copy);
        Sealing::begin(id.as_str(), stamp, saved_at.as_str(), body)
    }

    /// Puts a copy where it is to go; where the journal does not take it, the slots do.
    async fn put(
        &self,
        id: &DraftId,
        draft: &Draft,
        stamp: &Stamp,
        saved_at: &Moment,
        reach: Reach,
        written: String,
    ) -> Result<(), StorageFault> {
        // The journal takes bytes: making a text of them for the browser would cost as much as all the rest.
        let text = || JsString::from(written.as_str());
        let kept = match reach {
            Reach::Journal => JsValue::from(Uint8Array::from(written.as_bytes())),
            Reach::Slots | Reach::Both => text().into(),
        };
        if self.pens.borrow().contains_key(id.as_str()) {
            rescue::keep(&file_name(draft), &kept);
        }
        // The slots come first: a window that is being closed finishes nothing that has to be waited for.
        let mut slots = kept.dyn_ref().map(|text| slots::write(id.as_str(), stamp, text));
        let journal = match reach {
            Reach::Slots => None,
            Reach::Journal | Reach::Both => Some(vault::write_journal(id.as_str(), stamp, &kept).await),
        };
        if matches!(journal, Some(Err(_))) && slots.is_none() {
            slots = Some(slots::write(id.as_str(), stamp, &text()));
        }
        if stamp.is_first_of_turn() {
            self.keep_original(id).await;
        }
        self.channel.tell(&Call::Saved(id.as_str().to_owned()));
        match (slots, journal) {
            (Some(Err(fault)), Some(Err(_))) => Err(told(fault)),
            (Some(Err(_)), _) => Err(StorageFault::OneCopy),
            (Some(Ok(())), Some(Err(_))) => Err(StorageFault::SlotsOnly),
            (Some(Ok(())), _) => {
                // A version by time. It may fail without harm: the draft itself is kept.
                let _ = versions::keep_timed(id.as_str(), saved_at, &written).await;
                Ok(())
            }
            (None, _) => Ok(()),
        }
    }
}

/// What the copies that were found come to.
pub(super) fn choice(search: &Search) -> Choice {
    let texts: Vec<&str> = search.found.iter().map(|found| found.text.as_str()).collect();
    choose(&texts)
}

pub(super) fn no_link() -> Link {
    match links::is_possible() {
        true => Link::None,
        false => Link::Impossible,
    }
}

/// When a draft was last taken out of the browser.
pub(super) fn last_backup(id: &DraftId) -> Option<Backup> {
    let (sequence, at) = backups::last(id.as_str())?;
    Some(Backup {
        sequence,
        at: Moment::new(at),
    })
}

/// Whether a fault means that nothing at all can be kept.
pub(super) fn is_denied(search: &Search) -> bool {
    matches!((&search.slots, &search.journal), (Some(Fault::Denied), Some(_)))
}
