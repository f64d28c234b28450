//! Copies and versions: listing them, looking at them, making drafts of them again.

use std::collections::BTreeMap;

use crate::documents::copies::choice::choose;
use crate::documents::copies::copy;
use crate::documents::copies::versions::{Origin, VersionKey};
use crate::documents::project_file::lineage::{Relation, Stamp};
use crate::domain::draft::edit::Edit;
use crate::domain::draft::field::Field;
use crate::domain::values::calendar::Moment;
use crate::domain::values::input::Input;
use crate::state::model::message::Message;
use crate::state::model::recovery::{CopyState, Holding, KeptCopy, Looked, Recovery, Source, Spot};
use crate::state::model::reports::{DraftId, StorageFault, title};
use crate::state::model::storage_space::Fullness;
use crate::storage::slots::Slot;
use crate::storage::vault::{Found, Leaving, Place};
use crate::storage::versions::Stored;
use crate::storage::{backups, slots, vault, versions};

use super::keeping::last_backup;
use super::window::{World, told};
use super::{handover, time};

impl World {
    /// What there is of one draft, or of all.
    pub(super) async fn recovery(&self, id: Option<DraftId>) -> Message {
        let search = vault::search(id.as_ref().map(DraftId::as_str)).await;
        let mut copies: BTreeMap<String, Vec<Found>> = BTreeMap::new();
        for found in search.found {
            copies.entry(found.id.clone()).or_default().push(found);
        }
        let mut kept: BTreeMap<String, Vec<Stored>> = BTreeMap::new();
        for stored in versions::list(id.as_ref().map(DraftId::as_str))
            .await
            .unwrap_or_default()
        {
            kept.entry(stored.key.id.clone()).or_default().push(stored);
        }
        let mut recovery = Recovery {
            fullness: backups::fullness().await.map(Fullness),
            promised: backups::is_kept().await,
            journal: search.journal.is_none(),
            now: time::now(),
            ..Recovery::default()
        };
        let deleted: Vec<String> = kept.keys().filter(|id| !copies.contains_key(*id)).cloned().collect();
        for (id, found) in copies {
            let Some(id) = DraftId::read(&id) else { continue };
            let versions = kept.remove(id.as_str()).unwrap_or_default();
            recovery.holdings.push(holding(id, found, versions));
        }
        for id in deleted {
            let Some(id) = DraftId::read(&id) else { continue };
            let versions = kept.remove(id.as_str()).unwrap_or_default();
            recovery.deleted.push(holding(id, Vec::new(), versions));
        }
        let newest = |holding: &Holding| {
            let lines = holding.copies.iter().chain(&holding.versions);
            std::cmp::Reverse(lines.map(|line| line.at.clone()).max())
        };
        recovery.holdings.sort_by_key(newest);
        recovery.deleted.sort_by_key(newest);
        Message::RecoveryRead(Box::new(recovery))
    }

    /// Reads a copy for looking at, beside another or beside the draft as it is.
    pub(super) async fn look_at(&self, source: Source, other: Option<Source>) -> Message {
        match self.looked_at(source, other).await {
            Ok(looked) => Message::CopyRead(Box::new(looked)),
            Err(fault) => Message::StorageFailed(fault),
        }
    }

    async fn looked_at(&self, source: Source, other: Option<Source>) -> Result<Looked, StorageFault> {
        let (at, draft) = opened(&self.text_of(&source).await?)?;
        let (against, other) = match other {
            Some(other) => {
                let (at, draft) = opened(&self.text_of(&other).await?)?;
                (Some((other, at)), Some(draft))
            }
            None => (None, self.read(&source.id, false).await.ok().map(|kept| *kept.draft)),
        };
        Ok(Looked {
            source,
            at,
            draft,
            against,
            other,
        })
    }

    /// Makes a new draft of a copy. The last state of a deleted draft goes back to its place.
    pub(super) async fn make_draft_of(&self, source: Source) -> Vec<Message> {
        let text = match self.text_of(&source).await {
            Ok(text) => text,
            Err(fault) => return vec![Message::StorageFailed(fault)],
        };
        if source.origin() == Some(Origin::Deleted) && self.read(&source.id, false).await.is_err() {
            return self.put_back(&source.id, &text).await;
        }
        match opened(&text) {
            Ok(_) if is_newer(&text) => vec![Message::StorageFailed(StorageFault::Newer)],
            Ok((at, mut draft)) => {
                let name = format!("{}（恢复自 {}）", title(&draft), at.since(&time::now()));
                draft.apply(&Edit::Set(Field::DraftName, name));
                vec![self.place(draft).await]
            }
            Err(fault) => vec![Message::StorageFailed(fault)],
        }
    }

    /// Hands over the text of a copy as it lies there.
    pub(super) async fn hand_over_copy(&self, source: Source) -> Message {
        match self.text_of(&source).await {
            Ok(text) => handover::raw(&source.id, &text),
            Err(fault) => Message::StorageFailed(fault),
        }
    }

    /// Makes a version of a copy that went another way, and takes the copy out once the version is kept.
    pub(super) async fn settle_copy(&self, source: Source) -> Message {
        let done = async {
            let text = self.text_of(&source).await?;
            let key = VersionKey {
                id: source.id.as_str().to_owned(),
                at: time::now(),
                origin: Origin::Named,
            };
            let place = place(&source.spot).ok_or(StorageFault::Gone)?;
            let made = vault::make_version(&key, "另一个窗口改的内容", &text, Leaving::One(place)).await;
            made.map_err(told)
        };
        match done.await {
            Ok(()) => Message::ReportsChanged,
            Err(fault) => Message::StorageFailed(fault),
        }
    }

    async fn text_of(&self, source: &Source) -> Result<String, StorageFault> {
        if let Spot::Version(key) = &source.spot {
            let stored = versions::list(Some(source.id.as_str())).await.map_err(told)?;
            let stored = stored.into_iter().find(|stored| stored.key == *key);
            return stored.map(|stored| stored.copy).ok_or(StorageFault::Gone);
        }
        let place = place(&source.spot).ok_or(StorageFault::Gone)?;
        if let Place::Slot(slot) = &place {
            return slots::read(source.id.as_str(), slot).map_err(told);
        }
        let search = vault::search(Some(source.id.as_str())).await;
        let found = search.found.into_iter().find(|found| found.place == place);
        found.map(|found| found.text).ok_or(StorageFault::Gone)
    }
}

/// Whether a newer program wrote a copy; what is read of it is for looking at only.
fn is_newer(text: &str) -> bool {
    choose(&[text]).current.is_some_and(|current| current.newer)
}

fn place(spot: &Spot) -> Option<Place> {
    Some(match spot {
        Spot::First => Place::Slot(Slot::First),
        Spot::Second => Place::Slot(Slot::Second),
        Spot::Aside(number) => Place::Slot(Slot::Aside(*number)),
        Spot::Journal(writer) => Place::Journal(writer.clone()),
        Spot::Version(_) => return None,
    })
}

fn spot(place: &Place) -> Spot {
    match place {
        Place::Slot(Slot::First) => Spot::First,
        Place::Slot(Slot::Second) => Spot::Second,
        Place::Slot(Slot::Aside(number)) => Spot::Aside(*number),
        Place::Journal(writer) => Spot::Journal(writer.clone()),
        Place::Deleted(key) => Spot::Version(key.clone()),
    }
}

fn opened(text: &str) -> Result<(Moment, crate::domain::draft::draft::Draft), StorageFault> {
    let choice = choose(&[text]);
    match choice.current {
        Some(current) => Ok((Moment::new(current.saved_at), current.draft)),
        None => Err(StorageFault::Damaged(
            choice
                .unreadable
                .into_iter()
                .next()
                .map(|(_, reason)| reason)
                .unwrap_or_default(),
        )),
    }
}

fn holding(id: DraftId, found: Vec<Found>, stored: Vec<Stored>) -> Holding {
    let texts: Vec<&str> = found.iter().map(|found| found.text.as_str()).collect();
    let choice = choose(&texts);
    let newest = choice.current.as_ref().map(|current| current.stamp.clone());
    let line = |source: Spot, name: &str, at: Option<&Moment>, text: &str| {
        let (state, sequence, saved_at) = state_of(text, newest.as_ref());
        let id = id.clone();
        KeptCopy {
            source: Source { id, spot: source },
            name: name.to_owned(),
            at: at.cloned().unwrap_or(saved_at),
            sequence,
            state,
            length: text.chars().count(),
        }
    };
    let copies = found
        .iter()
        // What a deletion kept is listed among the versions.
        .filter(|found| !matches!(found.place, Place::Deleted(_)))
        .map(|found| line(spot(&found.place), "", None, &found.text))
        .collect();
    let versions: Vec<KeptCopy> = stored
        .iter()
        .map(|stored| {
            line(
                Spot::Version(stored.key.clone()),
                &stored.name,
                Some(&stored.key.at),
                &stored.copy,
            )
        })
        .collect();
    let draft = choice.current.map(|current| current.draft);
    let draft = draft.or_else(|| {
        stored
            .iter()
            .find_map(|stored| opened(&stored.copy).ok())
            .map(|(_, draft)| draft)
    });
    let draft = draft.unwrap_or_default();
    Holding {
        title: title(&draft),
        year: match draft.basics.year.is_blank() {
            true => "—".into(),
            false => Input::text(&draft.basics.year),
        },
        copies,
        versions,
        backup: last_backup(&id),
        id,
    }
}

fn state_of(text: &str, newest: Option<&Stamp>) -> (CopyState, Option<u64>, Moment) {
    let copy = match copy::read(text) {
        Ok(copy) => copy,
        Err(reason) => return (CopyState::Damaged(reason), None, Moment::default()),
    };
    let state = match newest.map(|newest| copy.stamp.relation(newest)) {
        None if choose(&[text]).current.is_none() => CopyState::Damaged(
            choose(&[text])
                .unreadable
                .into_iter()
                .next()
                .map(|(_, reason)| reason)
                .unwrap_or_default(),
        ),
        None | Some(Relation::Same | Relation::Later) => CopyState::Newest,
        Some(Relation::Earlier) => {
            let ahead = newest.map_or(0, |newest| newest.sequence);
            CopyState::Behind(ahead.saturating_sub(copy.stamp.sequence))
        }
        Some(Relation::Diverged) => CopyState::Diverged,
    };
    (state, Some(copy.stamp.sequence), Moment::new(copy.saved_at))
}
