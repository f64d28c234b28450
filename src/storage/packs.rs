//! 我的方案: rule packs in localStorage, one entry each, in the same envelope as drafts.

use crate::documents::copies::copy;
use crate::documents::project_file::lineage::Stamp;
use crate::documents::project_file::pack;
use crate::domain::scheme::scheme::Scheme;

use super::local;
use super::local::Fault;

/// The beginning of the keys of our entries.
const PREFIX: &str = "jiping.pack.";

/// Every pack that can be read, by identity. One that cannot stays where it is.
pub fn list() -> Result<Vec<(String, Scheme)>, Fault> {
    let read = |id: String| {
        let text: String = local::get(&format!("{PREFIX}{id}")).ok().flatten()?.into();
        let copy = copy::read(&text).ok()?;
        Some((id, pack::read(copy.body.as_bytes()).ok()?))
    };
    Ok(local::names_after(PREFIX)?.into_iter().filter_map(read).collect())
}

/// Keeps a scheme under a new identity.
pub fn keep(id: &str, scheme: &Scheme, saved_at: &str) -> Result<(), Fault> {
    let text = copy::write(id, &Stamp::unsigned(1), saved_at, &pack::write(scheme));
    local::set(&format!("{PREFIX}{id}"), &text.as_str().into())
}

/// Takes a pack out.
pub fn remove(id: &str) -> Result<(), Fault> {
    local::remove(&format!("{PREFIX}{id}"))
}
