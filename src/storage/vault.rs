//! Every copy of every draft, wherever it lies: two slots in localStorage, the journal in IndexedDB, and what
//! was moved aside. Reading never writes.
//!
//! The one rule of taking away: nothing goes before what takes its place is in IndexedDB with strict durability,
//! and only what that goes on from goes at all. [`replace`] is the only way to take a copy out, and it proves
//! both; slots come last, because the browser puts them on the disk when it likes.

use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};

use crate::documents::copies::versions::{Origin, VersionKey};
use crate::documents::copies::{copy, versions};
use crate::documents::project_file::lineage::{Relation, Stamp};
use crate::domain::values::calendar::Moment;

use super::database::{COPIES, Step, VERSIONS};
use super::local::Fault;
use super::slots::Slot;
use super::{database, slots};

/// Where a copy lies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// In localStorage.
    Slot(Slot),
    /// In the journal, under the writer's name.
    Journal(String),
    /// Among the versions: the last state of a draft that was deleted.
    Deleted(VersionKey),
}

/// A copy as it lies there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Which draft.
    pub id: String,
    /// Where.
    pub place: Place,
    /// Its text.
    pub text: String,
}

/// What can be found, and which of the two stores did not answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    /// The copies.
    pub found: Vec<Found>,
    /// Why localStorage could not be read, if so.
    pub slots: Option<Fault>,
    /// Why IndexedDB could not be read, if so.
    pub journal: Option<Fault>,
}

/// Finds the copies of one draft, or of all. A draft that was deleted is found only where a browser that was killed
/// has brought a copy of it back: then its last state counts too, lest it comes back as it was earlier.
pub async fn search(id: Option<&str>) -> Search {
    let mut search = Search::default();
    let read = |(id, slot): (String, Slot)| {
        let text = slots::read(&id, &slot).ok()?;
        let place = Place::Slot(slot);
        Some(Found { id, place, text })
    };
    match slots::list() {
        Ok(list) => {
            let list = list.into_iter().filter(|(found, _)| id.is_none_or(|id| id == found));
            search.found = list.filter_map(read).collect();
        }
        Err(fault) => search.slots = Some(fault),
    }
    let prefix = id.map_or(String::new(), |id| format!("{id}/"));
    match database::read(COPIES, &prefix).await {
        Ok(records) => search.found.extend(records.into_iter().filter_map(|(key, value)| {
            let (id, writer) = key.split_once('/')?;
            Some(Found {
                id: id.to_owned(),
                place: Place::Journal(writer.to_owned()),
                text: text_of(&value)?,
            })
        })),
        Err(fault) => search.journal = Some(fault),
    }
    if search.journal.is_none() {
        match deleted(&search.found, &prefix).await {
            Ok(found) => search.found.extend(found),
            Err(fault) => search.journal = Some(fault),
        }
    }
    search
}

/// The last states of deleted drafts of which nothing is there but what the deletion took out.
async fn deleted(copies: &[Found], prefix: &str) -> Result<Vec<Found>, Fault> {
    let mut found = Vec::new();
    let keys = database::keys(VERSIONS, prefix).await?;
    for key in keys.iter().filter_map(|key| VersionKey::read(key)) {
        if key.origin != Origin::Deleted || !copies.iter().any(|copy| copy.id == key.id) {
            continue;
        }
        let records = database::read(VERSIONS, &key.written()).await?;
        let last = records.iter().find_map(|(_, value)| deleted_at(&key, value));
        found.extend(last.filter(|last| is_back(last, copies)));
    }
    Ok(found)
}

/// Whether copies are there that a deletion took out, and no other. What was moved aside or cannot be read stays when
/// its draft is deleted and does not bring it back; what goes on from elsewhere is a draft of its own.
fn is_back(last: &Found, copies: &[Found]) -> bool {
    let Ok(deleted) = copy::read(&last.text) else {
        return false;
    };
    let in_place = copies
        .iter()
        .filter(|copy| copy.id == last.id && !matches!(copy.place, Place::Slot(Slot::Aside(_))));
    let relations: Vec<Relation> = in_place
        .filter_map(|copy| Some(copy::read(&copy.text).ok()?.stamp.relation(&deleted.stamp)))
        .collect();
    let is_taken_out = |relation: &Relation| matches!(relation, Relation::Earlier | Relation::Same);
    !relations.is_empty() && relations.iter().all(is_taken_out)
}

fn deleted_at(key: &VersionKey, value: &JsValue) -> Option<Found> {
    let text = value.as_string()?;
    Some(Found {
        id: key.id.clone(),
        text: versions::read(&text)?.1.to_owned(),
        place: Place::Deleted(key.clone()),
    })
}

/// Writes a copy into the journal. At the beginning of a writer's turn, the records that it goes on from are
/// taken out in the same step; records that went another way stay.
pub async fn write_journal(id: &str, stamp: &Stamp, copy: &JsValue) -> Result<(), Fault> {
    if stamp.is_first_of_turn() {
        return replace(id, Some(stamp), copy, Put::Copy, Leaving::Records).await;
    }
    let key = format!("{id}/{}", stamp.writer());
    database::change(COPIES, &[(key, Some(copy.clone()))]).await
}

/// The text of a copy in the journal, which has it as bytes, or as a text where an older program wrote it.
fn text_of(record: &JsValue) -> Option<String> {
    match record.dyn_ref::<Uint8Array>() {
        Some(bytes) => String::from_utf8(bytes.to_vec()).ok(),
        None => record.as_string(),
    }
}

/// Puts a deleted draft back into its place: into the journal, where its last state leaves the versions in the same
/// step, and into a slot. Where the journal takes nothing, the last state stays among the versions.
pub async fn put_back(id: &str, text: &str) -> Result<(), Fault> {
    let stamp = copy::read(text).map_err(|_| Fault::Gone)?.stamp;
    let journal = replace(id, Some(&stamp), &text.into(), Put::Copy, Leaving::Records).await;
    let slots = slots::write(id, &stamp, &text.into());
    journal.or(slots)
}

/// Makes a copy a version and takes out what the version has in it. Where it cannot be kept, nothing goes.
pub async fn make_version(key: &VersionKey, name: &str, text: &str, leaving: Leaving) -> Result<(), Fault> {
    let stamp = copy::read(text).ok().map(|copy| copy.stamp);
    let value = versions::write(name, text).into();
    let id = key.id.as_str();
    replace(id, stamp.as_ref(), &value, Put::Version(key.clone()), leaving).await
}

/// What the text of a draft is called that an older program wrote.
pub const ORIGINAL: &str = "升级前的原文";

/// Under what a text is put down.
enum Put {
    /// As the copy of its writer.
    Copy,
    /// As a version. Those that time has made superfluous go with the same step.
    Version(VersionKey),
}

/// What may go when a text is put down; of this, only copies go that the text goes on from, or is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Leaving {
    /// Nothing.
    Nothing,
    /// The version itself, if the newest there is says the same: then nothing is put down either.
    Duplicate,
    /// The copies in the journal and the last states of the draft when it was deleted.
    Records,
    /// The copy in this place, if it is the text.
    One(Place),
    /// All copies.
    All,
}

impl Leaving {
    fn takes(&self, place: &Place, relation: Relation) -> bool {
        match (self, relation) {
            (_, Relation::Later | Relation::Diverged) | (Leaving::Nothing | Leaving::Duplicate, _) => false,
            (Leaving::Records, _) => !matches!(place, Place::Slot(_)),
            (Leaving::One(one), _) => place == one && relation == Relation::Same,
            (Leaving::All, _) => true,
        }
    }
}

/// Under which name a copy that an older program wrote is kept; none for a copy of this version.
fn original(id: &str, text: &str) -> Option<VersionKey> {
    let copy = copy::read(text).ok()?;
    copy.is_older().then(|| VersionKey {
        id: id.to_owned(),
        at: Moment::new(copy.saved_at),
        origin: Origin::Original,
    })
}

/// Whether a version holds this very state of the draft.
fn says(version: &str, stamp: Option<&Stamp>) -> bool {
    let there = versions::read(version).and_then(|(_, copy)| copy::glance(copy));
    stamp
        .zip(there)
        .is_some_and(|(stamp, there)| there.relation(stamp) == Relation::Same)
}

/// Puts a text down and takes out what it replaces: in IndexedDB by one transaction that sees the records as they
/// are at that moment, and in localStorage once that transaction is on the disk. What cannot be read never goes.
async fn replace(id: &str, stamp: Option<&Stamp>, value: &JsValue, put: Put, leaving: Leaving) -> Result<(), Fault> {
    let takes = |place: &Place, text: &str| {
        let there = copy::read(text).ok();
        stamp
            .zip(there)
            .is_some_and(|(stamp, there)| leaving.takes(place, there.stamp.relation(stamp)))
    };
    let prefix = format!("{id}/");
    let step = Step::begin(&[COPIES, VERSIONS]).await?;
    let known = step.keys(VERSIONS, &prefix).await?;
    let mut known: Vec<VersionKey> = known.iter().filter_map(|key| VersionKey::read(key)).collect();
    let mut going: Vec<(&str, String)> = Vec::new();
    if leaving == Leaving::Duplicate
        && let Some(newest) = known.iter().max_by_key(|key| key.at.clone())
        && let [(_, there)] = step.read(VERSIONS, &newest.written()).await?.as_slice()
        && there.as_string().is_some_and(|text| says(&text, stamp))
    {
        return Ok(());
    }
    let (mut staying, mut kept): (Vec<String>, Vec<(VersionKey, String)>) = Default::default();
    if !matches!(leaving, Leaving::Nothing | Leaving::Duplicate) {
        for (key, value) in step.read(COPIES, &prefix).await? {
            let place = Place::Journal(key.strip_prefix(&prefix).unwrap_or_default().to_owned());
            match text_of(&value).filter(|text| takes(&place, text)) {
                Some(text) => {
                    // Written anew it would lose what only the older program knew of it.
                    kept.extend(original(id, &text).map(|key| (key, versions::write(ORIGINAL, &text))));
                    going.push((COPIES, key));
                }
                None => staying.push(key),
            }
        }
        for key in known.iter().filter(|key| key.origin == Origin::Deleted) {
            let records = step.read(VERSIONS, &key.written()).await?;
            let found = records.iter().filter_map(|(_, value)| deleted_at(key, value));
            if found.into_iter().any(|found| takes(&found.place, &found.text)) {
                going.push((VERSIONS, key.written()));
            }
        }
    }
    let (store, key) = match put {
        Put::Copy => {
            // A record that this text does not go on from keeps its place, also where it bears the same name.
            let mut key = format!("{id}/{}", stamp.map_or("0", Stamp::writer));
            while staying.contains(&key) {
                key.push('0');
            }
            (COPIES, key)
        }
        // As the older program left it, a draft is kept once.
        Put::Version(key) if key.origin == Origin::Original && known.contains(&key) => return Ok(()),
        Put::Version(key) => {
            let key = key.set_apart(&known);
            known.push(key.clone());
            let surplus = versions::surplus(&known, &key.at);
            going.extend(surplus.into_iter().map(|old| (VERSIONS, old.written())));
            (VERSIONS, key.written())
        }
    };
    step.put(store, &key, value)?;
    for (key, text) in kept.iter().filter(|(key, _)| !known.contains(key)) {
        step.put(VERSIONS, &key.written(), &text.into())?;
    }
    for (from, gone) in going.iter().filter(|gone| **gone != (store, key.clone())) {
        step.take(from, gone)?;
    }
    step.done().await?;
    if matches!(leaving, Leaving::All | Leaving::One(Place::Slot(_))) {
        for (_, slot) in slots::list()?.into_iter().filter(|(found, _)| found == id) {
            let text = slots::read(id, &slot)?;
            if takes(&Place::Slot(slot.clone()), &text) {
                slots::remove(id, &slot)?;
            }
        }
    }
    Ok(())
}
