//! 副本: a draft as it lies in one place of the browser. A header line proves the project file below it
//! whole and says which copy of which draft it is.

use crate::documents::archive::checksum::sha256;
use crate::documents::project_file::lineage::{Stamp, read_sequence};
use crate::documents::project_file::migrations;
use crate::documents::project_file::migrations::MIGRATIONS;
use crate::domain::values::calendar::Moment;

/// The first word of every copy; what lacks it is not ours.
const MAGIC: &str = "jiping-slot";

/// The version of the header, not of the draft.
const VERSION: &str = "2";

/// A copy taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed<'a> {
    /// Which draft; none where a program wrote it that named it by its place alone.
    pub id: Option<&'a str>,
    /// Which copy of it.
    pub stamp: Stamp,
    /// When it was saved, as written; blank where that is no time.
    pub saved_at: &'a str,
    /// The project file.
    pub body: &'a str,
}

/// Writes a copy: magic, header version, draft, sequence, lineage with the writer last, time, version of
/// the draft, length in bytes, and the SHA-256 of all of this and the body.
pub fn write(id: &str, stamp: &Stamp, saved_at: &str, body: &str) -> String {
    let schema = migrations::current(MIGRATIONS);
    let length = body.len();
    let header = format!("{MAGIC} {VERSION} {id} {stamp} {saved_at} {schema} {length}");
    let sum = sha256(&[&header, "\n", body]);
    format!("{header} {sum}\n{body}")
}

/// Takes a copy apart; the error says what is wrong with it.
pub fn read(text: &str) -> Result<Sealed<'_>, String> {
    const UNCOUNTED: &str = "保存次数读不出，或大得不可能。请下载它的原文，再从“打开文件”打开。";
    let (words, body) = whole(text)?;
    let (id, stamp, saved_at) = match words.as_slice() {
        [_, "1", sequence, saved_at, ..] => (None, read_sequence(sequence).map(Stamp::unsigned), *saved_at),
        [_, _, id, sequence, turns, saved_at, ..] => (Some(*id), Stamp::read(sequence, turns), *saved_at),
        _ => return Err(FOREIGN.into()),
    };
    Ok(Sealed {
        id,
        stamp: stamp.ok_or(UNCOUNTED)?,
        saved_at: Moment::told(saved_at),
        body,
    })
}

/// The project file of a copy that is whole, whatever its header says of how it came about; none where the text
/// is no copy.
pub fn body(text: &str) -> Option<Result<&str, String>> {
    text.starts_with(&format!("{MAGIC} "))
        .then(|| whole(text).map(|(_, body)| body))
}

/// What a header begins with that no program of ours wrote.
const FOREIGN: &str = "开头一行不是绩评写的。";

/// The words of the header and what stands below it, once it is sure that both are whole.
fn whole(text: &str) -> Result<(Vec<&str>, &str), String> {
    let (header, body) = text.split_once('\n').ok_or("开头一行不完整。")?;
    let words: Vec<&str> = header.split(' ').collect();
    if words.first() != Some(&MAGIC) {
        return Err(FOREIGN.into());
    }
    let (sealed, sum) = header.rsplit_once(' ').ok_or(FOREIGN)?;
    let (length, found) = match words.as_slice() {
        [_, "1", _, _, length, _] => (length, sha256(&[body])),
        [_, VERSION, _, _, _, _, _, length, _] => (length, sha256(&[sealed, "\n", body])),
        [_, version, ..] if version.parse::<u32>().is_ok_and(|version| version > 2) => {
            return Err("是更新版本的绩评存的，请用新版本打开。".into());
        }
        _ => return Err(FOREIGN.into()),
    };
    if length.parse() != Ok(body.len()) {
        Err(format!("应有 {length} 字节，实有 {} 字节。", body.len()))
    } else if found != sum {
        Err("内容与校验码不符，可能写到一半中断了。".to_owned())
    } else {
        Ok((words, body))
    }
}

/// Which copy a header speaks of, without proof that what follows is whole.
pub fn glance(text: &str) -> Option<Stamp> {
    let (header, _) = text.split_once('\n')?;
    let words: Vec<&str> = header.split(' ').collect();
    match words.as_slice() {
        [MAGIC, "1", sequence, ..] => read_sequence(sequence).map(Stamp::unsigned),
        [MAGIC, VERSION, _, sequence, turns, ..] => Stamp::read(sequence, turns),
        _ => None,
    }
}
