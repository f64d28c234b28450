//! Opens packages of unknown origin. Every part is unpacked once, here, within limits that hold for what
//! really comes out, not for what the file says of itself; readers only ever see parts that were let through.

use std::fmt;
use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::kind::{PARTS, declared_parts};

pub use super::kind::Kind;

/// The largest file that is looked at, MB.
pub const LARGEST_MB: usize = 20;
/// The most that all parts may come to when unpacked, MB.
pub const UNPACKED_MB: usize = 64;
/// How many times its packed size a file may come to.
const RATIO: usize = 200;
/// Small files of many repetitions are no danger, however well they pack.
const HARMLESS: usize = 4 * 1024 * 1024;

/// Why a file is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArchiveFault {
    /// Nothing in it.
    Empty,
    /// Larger than such files are.
    TooLarge,
    /// Not a package at all.
    NotPacked,
    /// Broken off or damaged.
    Damaged,
    /// Packed with a password.
    Locked,
    /// With macros.
    Macros,
    /// Comes to far more than it should when unpacked.
    Bomb,
    /// More parts than such files have.
    TooManyParts,
    /// A part that wants to lie outside the package, or two of the same name.
    Trick,
    /// A part that declares a document type, which office files never do.
    Dtd,
}

impl fmt::Display for ArchiveFault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => write!(out, "文件是空的。请重新取得这个文件再试。"),
            Self::TooLarge => write!(out, "文件超过 {LARGEST_MB} MB。请删去里面的大图片，另存后再试。"),
            Self::NotPacked => write!(
                out,
                "不是 .docx、.xlsx 文件。请在 Word、Excel 或 WPS 里另存成这两种格式再试。"
            ),
            Self::Damaged => write!(
                out,
                "文件不完整或已损坏。请重新取得这个文件，或在 Word、Excel、WPS 里打开后另存再试。"
            ),
            Self::Locked => write!(out, "文件设了密码。请去掉密码，另存后再试。"),
            Self::Macros => write!(out, "文件带宏，为了安全不打开。请另存成不带宏的 .docx 或 .xlsx 再试。"),
            Self::Bomb => write!(
                out,
                "文件展开后大得不正常，没有打开。请在 Word、Excel 或 WPS 里打开核对，另存后再试。"
            ),
            Self::TooManyParts => write!(
                out,
                "文件里的部件超过 {PARTS} 个，没有打开。请删去里面的图片和附件，另存后再试。"
            ),
            Self::Trick | Self::Dtd => write!(
                out,
                "文件的内部结构不正常，为了安全不打开。请在 Word、Excel 或 WPS 里另存后再试。"
            ),
        }
    }
}

/// A package with its parts unpacked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Archive {
    /// What it is.
    pub kind: Kind,
    parts: Vec<(String, Vec<u8>)>,
}

impl Archive {
    /// A part by its full name.
    pub fn part(&self, name: &str) -> Option<&[u8]> {
        let found = self.parts.iter().find(|(part, _)| part == name);
        found.map(|(_, bytes)| bytes.as_slice())
    }

    /// All parts in the order of the package.
    pub fn parts(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.parts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
    }
}

/// Whether bytes look like a file of this kind, so that the sentence about a fault should come from here.
pub fn is_packed(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK")
}

/// Opens a package.
pub fn open(bytes: &[u8]) -> Result<Archive, ArchiveFault> {
    match bytes {
        [] => return Err(ArchiveFault::Empty),
        _ if bytes.len() > LARGEST_MB * 1024 * 1024 => return Err(ArchiveFault::TooLarge),
        _ if !is_packed(bytes) => return Err(ArchiveFault::NotPacked),
        _ => {}
    }
    if declared_parts(bytes).is_some_and(|parts| parts > PARTS) {
        return Err(ArchiveFault::TooManyParts);
    }
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| ArchiveFault::Damaged)?;
    if zip.len() > PARTS {
        return Err(ArchiveFault::TooManyParts);
    }
    let most = (bytes.len().saturating_mul(RATIO)).clamp(HARMLESS, UNPACKED_MB * 1024 * 1024);
    let mut left = most;
    let mut parts: Vec<(String, Vec<u8>)> = Vec::new();
    for place in 0..zip.len() {
        let part = zip.by_index(place).map_err(|error| match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => ArchiveFault::Locked,
            _ => ArchiveFault::Damaged,
        })?;
        if part.is_dir() {
            continue;
        }
        let name = part.name().map_err(|_| ArchiveFault::Damaged)?.replace('\\', "/");
        let escapes = name.starts_with('/') || name.contains(':') || name.split('/').any(|step| step == "..");
        if escapes {
            return Err(ArchiveFault::Trick);
        }
        if parts.iter().any(|(other, _)| other.eq_ignore_ascii_case(&name)) {
            return Err(ArchiveFault::Trick);
        }
        let limit = u64::try_from(left).unwrap_or(u64::MAX);
        if part.size() > limit {
            return Err(ArchiveFault::Bomb);
        }
        let mut content = Vec::new();
        // What the part says of its size may be a lie: one byte more than is allowed tells a bomb from what fits.
        part.take(limit.saturating_add(1))
            .read_to_end(&mut content)
            .map_err(|_| ArchiveFault::Damaged)?;
        left = left.checked_sub(content.len()).ok_or(ArchiveFault::Bomb)?;
        if is_xml(&name) && declares_type(&content) {
            return Err(ArchiveFault::Dtd);
        }
        parts.push((name, content));
    }
    let kind = Kind::of_parts(|wanted| parts.iter().any(|(name, _)| name == wanted));
    let is_macro = |name: &str| name.ends_with("vbaProject.bin") || name.contains("/macrosheets/");
    if parts.iter().any(|(name, _)| is_macro(name)) {
        return Err(ArchiveFault::Macros);
    }
    Ok(Archive { kind, parts })
}

fn is_xml(name: &str) -> bool {
    name.ends_with(".xml") || name.ends_with(".rels") || name.ends_with(".vml")
}

/// Whether an XML part declares a document type, with which entities could be made to grow.
fn declares_type(content: &[u8]) -> bool {
    // UTF-16 writes the same letters with zeros between them.
    let letters = content.iter().copied().filter(|byte| *byte != 0);
    let mut matched = 0;
    const WORD: &[u8] = b"<!DOCTYPE";
    for letter in letters {
        let letter = letter.to_ascii_uppercase();
        matched = match letter == WORD[matched] {
            true => matched + 1,
            false => usize::from(letter == b'<'),
        };
        if matched == WORD.len() {
            return true;
        }
    }
    false
}
