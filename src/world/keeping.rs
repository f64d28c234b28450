//! Opening and saving drafts, and passing the pen between windows.

use std::rc::Rc;

use gloo_timers::future::TimeoutFuture;
use js_sys::JsString;

use crate::documents::choice::{Choice, choose};
use crate::documents::lineage::{Relation, Stamp};
use crate::documents::project_file::Opened;
use crate::documents::versions::{Origin, VersionKey};
use crate::documents::{copy, project_file};
use crate::domain::calendar::Moment;
use crate::domain::draft::Draft;
use crate::domain::edit::Edit;
use crate::domain::field::Field;
use crate::state::effect::Reach;
use crate::state::message::{Kept, Message};
use crate::state::room::Room;
use crate::state::shelf::{Backup, DraftId, StorageFault};
use crate::state::workspace::{Link, Pen, file_name};
use crate::storage::channel::Call;
use crate::storage::database::{self, COPIES};
use crate::storage::local::Fault;
use crate::storage::pen::{self, Ask};
use crate::storage::vault::{self, Search};
use crate::storage::{backups, links, session, slots, versions};

use super::hands::{World, told};
use super::time::{new_id, new_writer, now};
use super::{hands, rescue};

/// How long the window that has the pen is given to hand it on.
const PATIENCE_MS: u32 = 2_500;

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
            backup: last_backup(id),
            link: match link {
                Some(name) => Link::Asleep(name),
                None => no_link(),
            },
            diverged: choice.diverged.len(),
        })
    }

    /// Finds a place for a new draft and keeps it there.
    pub(super) async fn place(&self, draft: Draft) -> Message {
        self.place_as(new_id(), draft, Stamp::begin(&new_writer())).await
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
        let Some(current) = choice(&vault::search(Some(id.as_str())).await).current else {
            return vec![self.place_as(id, opened.draft, stamp.taken_over(&new_writer())).await];
        };
        const BESIDE: &str = "本机有同一份报告，但这个文件不是它的后续。文件另存成了一份新报告，原来的没有动。";
        match stamp.relation(&current.stamp) {
            Relation::Same => vec![Message::FileIsKept(id, "这个文件和本机的报告是同一份，已打开本机的。")],
            Relation::Later if self.take_pen(&id, Ask::IfFree).await => {
                let before = VersionKey {
                    id: id.as_str().to_owned(),
                    at: now(),
                    origin: Origin::Event,
                };
                let body = project_file::write(&current.draft, &current.saved_at);
                let text = copy::write(id.as_str(), &current.stamp, &current.saved_at, &body);
                // Without a journal there are no versions; the file still is what its writer meant.
                let _ = versions::keep(&before, "读入文件之前", &text).await;
                let written = self.write(&id, &opened.draft, &stamp, &now(), Reach::Both).await;
                self.pens.borrow_mut().remove(id.as_str());
                match written {
                    Ok(()) => vec![Message::FileIsKept(
                        id,
                        "这个文件是本机报告改过之后的，已更新到本机；原来的留在“版本”里。",
                    )],
                    Err(fault) => vec![Message::StorageFailed(fault)],
                }
            }
            _ => {
                let mut draft = opened.draft;
                let name = format!("{}（来自文件）", crate::state::shelf::title(&draft));
                draft.apply(&Edit::Set(Field::DraftName, name));
                let placed = self.place(draft).await;
                vec![placed, Message::Told(BESIDE)]
            }
        }
    }

    /// Saves the open draft.
    pub(super) async fn save(&self, id: DraftId, draft: &Draft, stamp: &Stamp, reach: Reach) -> Vec<Message> {
        let saved_at = now();
        let mut messages = vec![match self.write(&id, draft, stamp, &saved_at, reach).await {
            Ok(()) => Message::DraftSaved(id, saved_at, stamp.sequence),
            Err(fault) => Message::SaveFailed(id, stamp.sequence, fault),
        }];
        if reach != Reach::Journal {
            let fullness = backups::fullness().await;
            messages.extend(fullness.map(|percent| Message::RoomMeasured(Room(percent))));
        }
        messages
    }

    /// Writes a copy where it is to go; where the journal does not take it, the slots do.
    pub(super) async fn write(
        &self,
        id: &DraftId,
        draft: &Draft,
        stamp: &Stamp,
        saved_at: &Moment,
        reach: Reach,
    ) -> Result<(), StorageFault> {
        let body = project_file::write_copy(draft, saved_at.as_str(), Some((id.as_str(), stamp)));
        let written = copy::write(id.as_str(), stamp, saved_at.as_str(), &body);
        let text = JsString::from(written.as_str());
        if self.pens.borrow().contains_key(id.as_str()) {
            rescue::keep(&file_name(draft), &text);
        }
        // The slots come first: a window that is being closed finishes nothing that has to be waited for.
        let mut slots = (reach != Reach::Journal).then(|| slots::write(id.as_str(), stamp, &text));
        let journal = match reach {
            Reach::Slots => None,
            Reach::Journal | Reach::Both => Some(vault::write_journal(id.as_str(), stamp, text.clone()).await),
        };
        if matches!(journal, Some(Err(_))) && slots.is_none() {
            slots = Some(slots::write(id.as_str(), stamp, &text));
        }
        self.channel.tell(&Call::Saved(id.as_str().to_owned()));
        match (slots, journal) {
            (Some(Err(fault)), Some(Err(_))) => Err(told(fault)),
            (Some(Err(_)), _) => Err(StorageFault::OneCopy),
            (Some(Ok(())), _) => {
                self.settle(id, &written, saved_at, stamp).await;
                Ok(())
            }
            (None, _) => Ok(()),
        }
    }

    /// What is done when typing rests: a version by time. It may fail without harm: the draft itself is kept.
    async fn settle(&self, id: &DraftId, copy: &str, at: &Moment, stamp: &Stamp) {
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

    /// Takes the pen of a draft, if it can be had this way.
    pub(super) async fn take_pen(&self, id: &DraftId, ask: Ask) -> bool {
        if self.pens.borrow().contains_key(id.as_str()) {
            return true;
        }
        let lost = {
            let (world, id) = (self.clone(), id.clone());
            Rc::new(move || {
                if world.pens.borrow_mut().remove(id.as_str()).is_some() {
                    world.dispatch.send(Message::PenLost(id.clone()));
                    world.wait_for_pen(id.clone());
                }
            })
        };
        match pen::take(id.as_str(), &new_writer(), ask, lost).await {
            Some(pen) => {
                self.pens.borrow_mut().insert(id.as_str().to_owned(), pen);
                true
            }
            None => false,
        }
    }

    /// Waits until the other window lets go of the pen.
    fn wait_for_pen(&self, id: DraftId) {
        self.later(|world| async move {
            if world.take_pen(&id, Ask::Wait).await {
                let read = world.read(&id, true).await;
                vec![Message::PenTaken(id, read)]
            } else {
                vec![]
            }
        });
    }

    /// 在此接管: the other window writes what it has and hands the pen on. One that does not answer loses it.
    pub(super) fn ask_for_pen(&self, id: DraftId) {
        self.channel.tell(&Call::PenWanted(id.as_str().to_owned()));
        self.later(|world| async move {
            for _ in 0..PATIENCE_MS / 100 {
                TimeoutFuture::new(100).await;
                if world.pens.borrow().contains_key(id.as_str()) {
                    return vec![];
                }
            }
            match world.take_pen(&id, Ask::Steal).await {
                true => {
                    let read = world.read(&id, true).await;
                    vec![Message::PenTaken(id, read)]
                }
                false => vec![],
            }
        });
    }

    /// Hands the pen on once everything is on the disk.
    pub(super) fn yield_pen(&self, id: DraftId) {
        self.later(|world| async move {
            // The journal answers in order, so an answer means that what was written before is there.
            let _ = database::keys(COPIES, &format!("{}/", id.as_str())).await;
            drop(world.pens.borrow_mut().remove(id.as_str()));
            world.wait_for_pen(id);
            hands::Answer(vec![])
        });
    }
}

/// What the copies that were found come to.
pub(super) fn choice(search: &Search) -> Choice {
    let texts: Vec<&str> = search.found.iter().map(|found| found.text.as_str()).collect();
    choose(&texts)
}

fn no_link() -> Link {
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
