//! Every copy of every draft, wherever it lies: two slots in localStorage, the journal in IndexedDB, and what
//! was moved aside. Reading never writes.

use js_sys::JsString;
use wasm_bindgen::{JsCast, JsValue};

use crate::documents::copies::copy;
use crate::documents::project_file::lineage::{Relation, Stamp};

use super::database::COPIES;
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

/// Finds the copies of one draft, or of all.
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
                text: value.as_string()?,
            })
        })),
        Err(fault) => search.journal = Some(fault),
    }
    search
}

/// Writes a copy into the journal. At the beginning of a writer's turn, the records that it goes on from are
/// taken out in the same step; records that went another way stay.
pub async fn write_journal(id: &str, stamp: &Stamp, text: JsString) -> Result<(), Fault> {
    let own = format!("{id}/{}", stamp.writer());
    let mut changes = vec![(own.clone(), Some(JsValue::from(text)))];
    if stamp.is_first_of_turn() {
        for (key, value) in database::read(COPIES, &format!("{id}/")).await? {
            let head = value
                .dyn_into::<JsString>()
                .map(|text| String::from(text.slice(0, 8_000)));
            let there = head.ok().and_then(|head| copy::glance(&head));
            if key != own && there.is_some_and(|there| there.relation(stamp) == Relation::Earlier) {
                changes.push((key, None));
            }
        }
    }
    database::change(COPIES, &changes).await
}

/// Takes a copy out.
pub async fn remove(id: &str, place: &Place) -> Result<(), Fault> {
    match place {
        Place::Slot(slot) => slots::remove(id, slot),
        Place::Journal(writer) => database::change(COPIES, &[(format!("{id}/{writer}"), None)]).await,
    }
}

/// Puts a copy back where it was.
pub async fn restore(copy: &Found) -> Result<(), Fault> {
    match &copy.place {
        Place::Slot(slot) => slots::restore(&copy.id, slot, &copy.text),
        Place::Journal(writer) => {
            let key = format!("{}/{writer}", copy.id);
            database::change(COPIES, &[(key, Some(copy.text.as_str().into()))]).await
        }
    }
}
