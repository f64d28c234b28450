//! 项目文件: a draft as a JSON envelope `{kind, version, saved_at, app_version, draft}`.

use std::fmt;

use serde::Serialize;
use serde_json::Value;

use crate::domain::draft::draft::Draft;
use crate::domain::values::calendar::Moment;

use super::json_file::JsonFault;
use super::lineage::Stamp;
use super::migrations::MIGRATIONS;
use super::{json_file, locked_file, migrations, pack, placed};

/// What the envelope says it is.
const KIND: &str = "jiping-draft";

/// The largest file that is read at all, MB.
const LARGEST: usize = 20;

/// Which program writes: the version, and the name of its writer of documents (`build.rs`).
pub const WRITER: &str = concat!(env!("CARGO_PKG_VERSION"), "+", env!("JIPING_WRITER"));

/// A project file that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// The draft, brought up to this program's version.
    pub draft: Draft,
    /// When it was saved, as written; blank where that is no time.
    pub saved_at: String,
    /// The version that the file was written in.
    pub version: usize,
    /// Which copy of which draft it is; none in files that were not written from a kept draft, and where no
    /// saving can have come to what the file says.
    pub copy: Option<(String, Stamp)>,
    /// Which program wrote it, as [`WRITER`] says it.
    pub writer: String,
}

impl Opened {
    /// Whether a newer program wrote it.
    pub fn is_newer(&self) -> bool {
        self.version > migrations::current(MIGRATIONS)
    }

    /// Whether it was brought up from an older version.
    pub fn is_older(&self) -> bool {
        self.version < migrations::current(MIGRATIONS)
    }
}

/// Why a file is not a project file that can be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProjectFileError {
    /// Not JSON at all.
    Unreadable(JsonFault),
    /// JSON, but not ours.
    NotOurs,
    /// A project file that is locked with a passphrase.
    Locked,
    /// A scheme.
    Scheme,
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
            Self::Locked => write!(
                out,
                "这是加密的项目文件，没有密码打不开。请在绩评里点“打开文件”，输入加密时设的密码。"
            ),
            Self::Scheme => write!(
                out,
                "这是评分方案，不是报告。请在绩评里点“打开文件”，它会存进“我的方案”。"
            ),
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
    #[serde(skip_serializing_if = "Option::is_none")]
    copy: Option<String>,
    version: usize,
    saved_at: &'a str,
    app_version: &'static str,
    draft: &'a Draft,
}

/// Writes a draft. The same draft and time give the same bytes.
pub fn write(draft: &Draft, saved_at: &str) -> String {
    write_copy(draft, saved_at, None)
}

/// Writes a draft with the identity and stamp that it is kept under, so that a copy that comes back can be
/// told from one that went another way.
pub fn write_copy(draft: &Draft, saved_at: &str, copy: Option<(&str, &Stamp)>) -> String {
    let envelope = Envelope {
        kind: KIND,
        copy: copy.map(|(id, stamp)| format!("{id} {stamp}")),
        version: migrations::current(MIGRATIONS),
        saved_at,
        app_version: WRITER,
        draft,
    };
    // A draft is text, numbers as text, and lists, all of which JSON can hold; there is no way to fail.
    serde_json::to_string(&envelope).unwrap_or_default()
}

/// Reads a project file of this version or an older one.
pub fn read(bytes: &[u8]) -> Result<Opened, ProjectFileError> {
    let opened = read_newer(bytes)?;
    if opened.is_newer() {
        return Err(ProjectFileError::Newer);
    }
    Ok(opened)
}

/// Reads a project file also of a newer version as far as this program understands it, to be looked at only:
/// writing it again would lose what is not understood.
pub fn read_newer(bytes: &[u8]) -> Result<Opened, ProjectFileError> {
    open(json_file::read(bytes, LARGEST).map_err(ProjectFileError::Unreadable)?)
}

fn open(mut json: Value) -> Result<Opened, ProjectFileError> {
    let ours = match json.get("kind").and_then(Value::as_str) {
        Some(locked_file::KIND) => return Err(ProjectFileError::Locked),
        Some(pack::KIND) => return Err(ProjectFileError::Scheme),
        kind => kind == Some(KIND),
    };
    // A number that this computer cannot hold is beyond every version that is known here.
    let version = json.get("version").and_then(Value::as_u64);
    let version = version.map(|version| usize::try_from(version).unwrap_or(usize::MAX));
    let (true, Some(version)) = (ours, version) else {
        return Err(ProjectFileError::NotOurs);
    };
    let text = |name: &str| json.get(name).and_then(Value::as_str).unwrap_or_default();
    let saved_at = Moment::told(text("saved_at")).to_owned();
    let writer = text("app_version").to_owned();
    let draft = json
        .get_mut("draft")
        .map(Value::take)
        .ok_or(ProjectFileError::NotOurs)?;
    let newer = version > migrations::current(MIGRATIONS);
    let draft = match newer {
        true => draft,
        false => migrations::migrate(draft, version, MIGRATIONS).ok_or(ProjectFileError::NotOurs)?,
    };
    let mut draft: Draft = placed::read(draft).map_err(|place| match newer {
        true => ProjectFileError::Newer,
        false => ProjectFileError::Damaged(place),
    })?;
    draft.mend_identities();
    let copy = json.get("copy").and_then(Value::as_str).and_then(|text| {
        let mut words = text.split(' ');
        let (id, sequence, turns) = (words.next()?, words.next()?, words.next()?);
        let stamp = Stamp::read(sequence, turns).filter(Stamp::is_of_file)?;
        Some((id.to_owned(), stamp))
    });
    Ok(Opened {
        copy,
        draft,
        saved_at,
        version,
        writer,
    })
}

/// The project file that a document carries. It is without times and without stamp, so that the same draft
/// gives the same bytes on every machine.
pub fn carried_text(draft: &Draft) -> String {
    write(draft, "")
}
