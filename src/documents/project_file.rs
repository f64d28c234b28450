//! 项目文件: a draft as a JSON envelope `{kind, version, saved_at, app_version, draft}`.

use std::fmt;

use serde::Serialize;
use serde_json::Value;

use crate::domain::draft::Draft;

use super::json_file::{self, JsonFault};
use super::migrations::{self, MIGRATIONS};

/// What the envelope says it is.
const KIND: &str = "jiping-draft";

/// The largest file that is read at all, MB.
const LARGEST: usize = 20;

/// A project file that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// The draft, brought up to this program's version.
    pub draft: Draft,
    /// When it was saved, as written.
    pub saved_at: String,
    /// The version that the file was written in.
    pub version: usize,
}

/// Why a file is not a project file that can be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProjectFileError {
    /// Not JSON at all.
    Unreadable(JsonFault),
    /// JSON, but not ours.
    NotOurs,
    /// Written by a newer program.
    Newer,
    /// Ours, but a part is not what it should be, with its place in the file.
    Damaged(String),
}

impl fmt::Display for ProjectFileError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(fault) => write!(out, "{}", fault.sentence("项目文件")),
            Self::NotOurs => write!(out, "这个 .json 文件不是绩评的项目文件。请选从绩评下载的文件。"),
            Self::Newer => write!(
                out,
                "这是更新版本的绩评存的文件。请用新版本的绩评打开；原文件没有改动。"
            ),
            Self::Damaged(place) => {
                write!(
                    out,
                    "项目文件里有一处损坏（{place}）。请换一份备份再试；原文件没有改动。"
                )
            }
        }
    }
}

#[derive(Serialize)]
struct Envelope<'a> {
    kind: &'static str,
    version: usize,
    saved_at: &'a str,
    app_version: &'static str,
    draft: &'a Draft,
}

/// Writes a draft. The same draft and time give the same bytes.
pub fn write(draft: &Draft, saved_at: &str) -> String {
    let envelope = Envelope {
        kind: KIND,
        version: migrations::current(MIGRATIONS),
        saved_at,
        app_version: env!("CARGO_PKG_VERSION"),
        draft,
    };
    // A draft is text, numbers as text, and lists, all of which JSON can hold; there is no way to fail.
    serde_json::to_string(&envelope).unwrap_or_default()
}

/// Reads a project file of this version or an older one.
pub fn read(bytes: &[u8]) -> Result<Opened, ProjectFileError> {
    open(json_file::read(bytes, LARGEST).map_err(ProjectFileError::Unreadable)?)
}

fn open(mut json: Value) -> Result<Opened, ProjectFileError> {
    let ours = json.get("kind").and_then(Value::as_str) == Some(KIND);
    let version = json
        .get("version")
        .and_then(Value::as_u64)
        .and_then(|version| usize::try_from(version).ok());
    let (true, Some(version)) = (ours, version) else {
        return Err(ProjectFileError::NotOurs);
    };
    let saved_at = json
        .get("saved_at")
        .and_then(Value::as_str)
        .unwrap_or_default()
        .to_owned();
    let draft = json
        .get_mut("draft")
        .map(Value::take)
        .ok_or(ProjectFileError::NotOurs)?;
    let draft = migrations::migrate(draft, version, MIGRATIONS).ok_or(ProjectFileError::Newer)?;
    let mut draft: Draft =
        serde_path_to_error::deserialize(draft).map_err(|error| ProjectFileError::Damaged(error.path().to_string()))?;
    draft.mend_identities();
    Ok(Opened {
        draft,
        saved_at,
        version,
    })
}
