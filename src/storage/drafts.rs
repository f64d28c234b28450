//! Drafts in localStorage, one entry each. Every call can fail, and says how.

use gloo_storage::{LocalStorage, Storage};
use wasm_bindgen::{JsCast, JsValue};

use crate::documents::project_file;
use crate::domain::draft::Draft;

use super::slot;

/// The beginning of the keys of our entries.
const PREFIX: &str = "jiping.draft.";

/// Why an entry could not be written or read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The browser does not let this page keep anything.
    Denied,
    /// There is no room left.
    Full,
    /// What is stored has been saved more often than the caller knows.
    Newer,
    /// There is no such entry.
    Gone,
    /// What is stored cannot be read, with the reason.
    Damaged(String),
}

/// A draft as it was stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// The draft.
    pub draft: Draft,
    /// When it was saved, as written.
    pub saved_at: String,
    /// How often it has been saved.
    pub sequence: u64,
}

/// What the list finds under one identity.
pub type Listed = (String, Result<Stored, Fault>);

/// The storage, if the browser lets this page use it.
///
/// gloo-storage aborts the program where localStorage is denied, so this asks the window first.
pub(super) fn storage() -> Result<web_sys::Storage, Fault> {
    let window = web_sys::window().ok_or(Fault::Denied)?;
    match window.local_storage() {
        Ok(Some(_)) => Ok(LocalStorage::raw()),
        _ => Err(Fault::Denied),
    }
}

/// Every entry of ours, by identity. Reading never writes.
pub fn list() -> Result<Vec<Listed>, Fault> {
    let ids = list_ids()?;
    Ok(ids.into_iter().map(|id| (id.clone(), load(&id))).collect())
}

/// The identities of our entries, in order.
pub fn list_ids() -> Result<Vec<String>, Fault> {
    ids_after(PREFIX)
}

/// What follows a prefix in the keys that have it, in order.
pub(super) fn ids_after(prefix: &str) -> Result<Vec<String>, Fault> {
    let storage = storage()?;
    let count = storage.length().map_err(fault)?;
    let keys = (0..count).filter_map(|place| storage.key(place).ok().flatten());
    let mut ids: Vec<String> = keys
        .filter_map(|key| key.strip_prefix(prefix).map(str::to_owned))
        .collect();
    ids.sort();
    Ok(ids)
}

/// Reads an entry.
pub fn load(id: &str) -> Result<Stored, Fault> {
    let raw = raw(id)?;
    let slot = slot::read(&raw).map_err(Fault::Damaged)?;
    let opened = project_file::read(slot.body.as_bytes()).map_err(|error| Fault::Damaged(error.to_string()))?;
    Ok(Stored {
        draft: opened.draft,
        saved_at: slot.saved_at.to_owned(),
        sequence: slot.sequence,
    })
}

/// The text of an entry as it lies there.
pub fn raw(id: &str) -> Result<String, Fault> {
    storage()?.get_item(&key(id)).map_err(fault)?.ok_or(Fault::Gone)
}

/// Writes an entry and reads it back. `known` is the number of the version that the caller last saw;
/// an entry that has gone on since then is not overwritten.
pub fn save(id: &str, draft: &Draft, saved_at: &str, known: u64) -> Result<u64, Fault> {
    let storage = storage()?;
    let key = key(id);
    if let Some(there) = storage.get_item(&key).map_err(fault)?
        && slot::read(&there).is_ok_and(|slot| slot.sequence != known)
    {
        return Err(Fault::Newer);
    }
    let sequence = known + 1;
    let text = slot::write(sequence, saved_at, &project_file::write(draft, saved_at));
    storage.set_item(&key, &text).map_err(fault)?;
    match storage.get_item(&key).map_err(fault)? {
        Some(back) if back == text => Ok(sequence),
        _ => Err(Fault::Full),
    }
}

/// Takes an entry out and gives its text, so that it can be put back.
pub fn remove(id: &str) -> Result<String, Fault> {
    let text = raw(id)?;
    storage()?.remove_item(&key(id)).map_err(fault)?;
    Ok(text)
}

/// Puts an entry back as it was.
pub fn restore(id: &str, raw: &str) -> Result<(), Fault> {
    storage()?.set_item(&key(id), raw).map_err(fault)
}

fn key(id: &str) -> String {
    format!("{PREFIX}{id}")
}

/// Tells a full storage from a denied one. Browsers differ in name and code.
pub(super) fn fault(error: JsValue) -> Fault {
    let property = |name: &str| js_sys::Reflect::get(&error, &name.into()).ok();
    let name = property("name").and_then(|name| name.as_string()).unwrap_or_default();
    let code = property("code").and_then(|code| code.as_f64());
    let full =
        name.contains("Quota") || name == "NS_ERROR_DOM_QUOTA_REACHED" || code == Some(22.0) || code == Some(1014.0);
    let by_class = error.dyn_ref::<js_sys::Object>().is_some_and(|object| {
        object
            .constructor()
            .name()
            .as_string()
            .is_some_and(|class| class == "QuotaExceededError")
    });
    if full || by_class { Fault::Full } else { Fault::Denied }
}
