//! 我的方案: rule packs in localStorage, one entry each, in the same envelope as drafts.

use crate::documents::pack;
use crate::domain::scheme::Scheme;

use super::drafts::{Fault, fault, ids_after, storage};
use super::slot;

/// The beginning of the keys of our entries.
const PREFIX: &str = "jiping.pack.";

/// Every pack that can be read, by identity. One that cannot stays where it is.
pub fn list() -> Result<Vec<(String, Scheme)>, Fault> {
    let storage = storage()?;
    let read = |id: String| {
        let raw = storage.get_item(&format!("{PREFIX}{id}")).ok().flatten()?;
        let slot = slot::read(&raw).ok()?;
        Some((id, pack::read(slot.body.as_bytes()).ok()?))
    };
    Ok(ids_after(PREFIX)?.into_iter().filter_map(read).collect())
}

/// Keeps a scheme under a new identity.
pub fn keep(id: &str, scheme: &Scheme, saved_at: &str) -> Result<(), Fault> {
    let text = slot::write(1, saved_at, &pack::write(scheme));
    storage()?.set_item(&format!("{PREFIX}{id}"), &text).map_err(fault)
}

/// Takes a pack out.
pub fn remove(id: &str) -> Result<(), Fault> {
    storage()?.remove_item(&format!("{PREFIX}{id}")).map_err(fault)
}
