//! Earlier states of drafts in IndexedDB.

use crate::documents::copies::versions;
use crate::documents::copies::versions::{Origin, VersionKey};
use crate::domain::values::calendar::Moment;

use super::database::VERSIONS;
use super::local::Fault;
use super::vault::Leaving;
use super::{database, vault};

/// A version as it lies there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// Which version.
    pub key: VersionKey,
    /// What it is called.
    pub name: String,
    /// The copy.
    pub copy: String,
}

/// The versions of one draft, or of all, the newest first.
pub async fn list(id: Option<&str>) -> Result<Vec<Stored>, Fault> {
    let prefix = id.map_or(String::new(), |id| format!("{id}/"));
    let read = |(key, value): (String, wasm_bindgen::JsValue)| {
        let text = value.as_string()?;
        let (name, copy) = versions::read(&text)?;
        Some(Stored {
            key: VersionKey::read(&key)?,
            name: name.to_owned(),
            copy: copy.to_owned(),
        })
    };
    let mut found: Vec<Stored> = database::read(VERSIONS, &prefix)
        .await?
        .into_iter()
        .filter_map(read)
        .collect();
    found.sort_by(|one, other| other.key.at.cmp(&one.key.at));
    Ok(found)
}

/// Keeps a version, and lets go of those that time has made superfluous.
pub async fn keep(key: &VersionKey, name: &str, copy: &str) -> Result<(), Fault> {
    vault::make_version(key, name, copy, Leaving::Nothing).await
}

/// The same, unless the newest version is this very state of the draft.
pub async fn keep_once(key: &VersionKey, name: &str, copy: &str) -> Result<(), Fault> {
    vault::make_version(key, name, copy, Leaving::Duplicate).await
}

/// Keeps a version by time, if the time has come.
pub async fn keep_timed(id: &str, now: &Moment, copy: &str) -> Result<(), Fault> {
    if !versions::is_due(&keys(id).await?, now) {
        return Ok(());
    }
    let key = VersionKey {
        id: id.to_owned(),
        at: now.clone(),
        origin: Origin::Timed,
    };
    keep(&key, "", copy).await
}

async fn keys(id: &str) -> Result<Vec<VersionKey>, Fault> {
    let keys = database::keys(VERSIONS, &format!("{id}/")).await?;
    Ok(keys.iter().filter_map(|key| VersionKey::read(key)).collect())
}
