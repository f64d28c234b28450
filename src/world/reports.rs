//! The list of drafts, and what is done to drafts that are not open.

use std::collections::BTreeMap;

use crate::documents::copies::versions::{Origin, VersionKey};
use crate::domain::draft::draft::Draft;
use crate::domain::draft::edit::Edit;
use crate::domain::draft::field::Field;
use crate::domain::values::calendar::Moment;
use crate::state::model::effect::{Effect, Reach, Rework};
use crate::state::model::kept::Kept;
use crate::state::model::message::Message;
use crate::state::model::reports::{DraftId, Entry, Standing, StorageFault, Summary, title};
use crate::state::model::storage_space::Fullness;
use crate::storage::pen::Ask;
use crate::storage::vault::{Found, Leaving, Place, Search};
use crate::storage::{backups, last_look, vault};

use super::keeping::{choice, is_denied, last_backup};
use super::time::{new_id, new_writer, now};
use super::window::{World, told};

impl World {
    /// Every draft of this browser, the last saved first.
    pub(super) async fn reports(self) -> Vec<Message> {
        let search = vault::search(None).await;
        // A list that is empty because nothing could be read must not look like one without drafts.
        let is_partly_read = search.slots.is_some() || search.journal.is_some();
        if is_denied(&search) || (search.found.is_empty() && is_partly_read) {
            let fault = if is_denied(&search) {
                StorageFault::Denied
            } else {
                StorageFault::Unread
            };
            return vec![Message::StorageRefused(fault)];
        }
        let mut entries: Vec<Entry> = by_draft(search.found)
            .into_iter()
            .filter_map(|(id, found)| entry(DraftId::read(&id)?, found))
            .collect();
        let saved_at = |entry: &Entry| match entry {
            Entry::Kept(summary) => Some(summary.saved_at.clone()),
            Entry::Damaged { .. } => None,
        };
        entries.sort_by_key(|entry| std::cmp::Reverse(saved_at(entry)));
        let mut messages = vec![Message::ReportsRead(entries, now())];
        messages.extend(
            backups::fullness()
                .await
                .map(|percent| Message::FullnessMeasured(Fullness(percent))),
        );
        messages
    }

    /// Changes a kept draft that is not open: in its place when renamed, else as a new draft beside it.
    pub(super) async fn rework(&self, id: &DraftId, change: Rework) -> Message {
        // What is changed in its place is read when no other window can write it any more.
        let in_place = matches!(change, Rework::Rename(_));
        if in_place && !self.take_pen(id, Ask::IfFree).await {
            return Message::StorageFailed(StorageFault::Elsewhere);
        }
        let written = match self.read(id, in_place).await.and_then(Kept::writable) {
            Ok(kept) => self.write_reworked(id, kept, change).await,
            Err(fault) => Err(fault),
        };
        if in_place {
            self.run(Effect::DropPen(id.clone()));
        }
        match written {
            // That only one of the two stores has it is said over the list for as long as it is so.
            Ok(()) | Err(StorageFault::SlotsOnly) => Message::ReportsChanged,
            Err(fault) => Message::StorageFailed(fault),
        }
    }

    async fn write_reworked(&self, id: &DraftId, kept: Kept, change: Rework) -> Result<(), StorageFault> {
        let Kept { mut draft, stamp, .. } = kept;
        match change {
            Rework::Rename(name) => {
                draft.apply(&Edit::Set(Field::DraftName, name));
                self.write(id, &draft, &stamp.next(), &now(), Reach::Both).await
            }
            Rework::Duplicate => {
                let name = format!("{}（副本）", title(&draft));
                draft.apply(&Edit::Set(Field::DraftName, name));
                self.write_new(&draft).await
            }
            Rework::NextYear => {
                let mut next = draft.for_next_year();
                next.apply(&Edit::Set(Field::DraftName, String::new()));
                self.write_new(&next).await
            }
        }
    }

    async fn write_new(&self, draft: &Draft) -> Result<(), StorageFault> {
        let stamp = crate::documents::project_file::lineage::Stamp::begin(&new_writer()).next();
        self.write(&new_id(), draft, &stamp, &now(), Reach::Both).await
    }

    /// Deletes a draft. Its last state can be put back for a month.
    pub(super) async fn delete(&self, id: DraftId) -> Message {
        if !self.take_pen(&id, Ask::IfFree).await {
            return Message::StorageFailed(StorageFault::Elsewhere);
        }
        let search = vault::search(Some(id.as_str())).await;
        let deleted = self.delete_found(&id, &search).await;
        last_look::keep(id.as_str(), None);
        self.run(Effect::DropPen(id));
        deleted.unwrap_or_else(Message::StorageFailed)
    }

    async fn delete_found(&self, id: &DraftId, search: &Search) -> Result<Message, StorageFault> {
        let choice = choice(search);
        let current = choice.current.and_then(|current| search.found.get(current.place));
        let Some(current) = current else {
            return Err(StorageFault::Gone);
        };
        if !choice.diverged.is_empty() {
            return Err(StorageFault::Diverged);
        }
        let key = VersionKey {
            id: id.as_str().to_owned(),
            at: now(),
            origin: Origin::Deleted,
        };
        // What cannot be read stays where it is.
        let kept = vault::make_version(&key, "", &current.text, Leaving::All).await;
        kept.map_err(|_| StorageFault::NotDeleted)?;
        Ok(Message::DraftDeleted(id.clone(), current.text.clone()))
    }

    /// Puts back what was deleted.
    pub(super) async fn put_back(&self, id: &DraftId, raw: &str) -> Vec<Message> {
        match vault::put_back(id.as_str(), raw).await {
            Ok(()) => vec![Message::ReportsChanged],
            Err(fault) => {
                // The text is at hand only here, so it is handed over as a file rather than lost.
                let name = format!("绩评_{}_原文.txt", id.as_str());
                let _ = crate::storage::files::download(&name, "text/plain", raw.as_bytes());
                vec![Message::StorageFailed(told(fault))]
            }
        }
    }
}

fn by_draft(all: Vec<Found>) -> BTreeMap<String, Vec<Found>> {
    let mut drafts: BTreeMap<String, Vec<Found>> = BTreeMap::new();
    for found in all {
        drafts.entry(found.id.clone()).or_default().push(found);
    }
    drafts
}

/// The draft of an office that was saved last; none where there is none that can be read.
pub(super) async fn newest_of(unit: &str) -> Option<Draft> {
    let search = vault::search(None).await;
    let current = by_draft(search.found).into_values().filter_map(|found| {
        let search = Search {
            found,
            ..Search::default()
        };
        choice(&search).current
    });
    let is_own = |draft: &Draft| !draft.is_sample && draft.basics.unit.trim() == unit.trim();
    let own = current.filter(|current| is_own(&current.draft));
    let newest = own.max_by(|one, other| one.saved_at.cmp(&other.saved_at));
    newest.map(|current| current.draft)
}

/// What the list says of one draft.
fn entry(id: DraftId, found: Vec<Found>) -> Option<Entry> {
    // What was moved aside is the recovery centre's; alone it is no draft of the list.
    let in_place = found
        .iter()
        .any(|found| !matches!(found.place, Place::Slot(crate::storage::slots::Slot::Aside(_))));
    if !in_place {
        return None;
    }
    let rescued = found.iter().all(|found| !matches!(found.place, Place::Slot(_)));
    let search = Search {
        found,
        ..Search::default()
    };
    let choice = choice(&search);
    let standing = Standing {
        diverged: choice.diverged.len(),
        damaged: choice.unreadable.len(),
        rescued,
        backup: last_backup(&id),
        sequence: choice.current.as_ref().map_or(0, |current| current.stamp.sequence),
    };
    Some(match choice.current {
        Some(current) => Entry::Kept(Summary::of(id, &current.draft, Moment::new(current.saved_at), standing)),
        None => {
            let (place, reason) = choice.unreadable.into_iter().next()?;
            let text = &search.found.get(place)?.text;
            Entry::Damaged {
                id,
                reason,
                length: text.chars().count(),
            }
        }
    })
}
