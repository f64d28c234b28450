//! 副本: a draft as it lies in one place of the browser. A header line proves the project file below it
//! whole and says which copy of which draft it is.

use crate::documents::archive::checksum::{Checksum, sha256};
use crate::documents::project_file::lineage::{Stamp, read_sequence};
use crate::documents::project_file::migrations;
use crate::documents::project_file::migrations::MIGRATIONS;
use crate::documents::project_file::project_file;
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
    /// The version of the draft; none where the header does not say it.
    pub schema: Option<usize>,
    /// The project file.
    pub body: &'a str,
}

impl Sealed<'_> {
    /// Whether it holds a draft that an older program wrote. Where the header says that none did, the draft is not
    /// read for it.
    pub fn is_older(&self) -> bool {
        let is_known_not_to_be = self
            .schema
            .is_some_and(|schema| schema >= migrations::current(MIGRATIONS));
        !is_known_not_to_be && project_file::read(self.body.as_bytes()).is_ok_and(|opened| opened.is_older())
    }
}

/// Writes a copy: magic, header version, draft, sequence, lineage with the writer last, time, version of
/// the draft, length in bytes, and the SHA-256 of all of this and the body.
pub fn write(id: &str, stamp: &Stamp, saved_at: &str, body: &str) -> String {
    Sealing::begin(id, stamp, saved_at, body.to_owned()).sealed()
}

/// How much of a copy goes into its checksum at a time, in bytes: about a millisecond's work.
const PIECE: usize = 128 * 1024;

/// A copy that is being written a piece at a time, so that a key need not wait for all of it.
pub struct Sealing {
    header: String,
    body: String,
    sum: Checksum,
    /// How much of the body is in the checksum.
    done: usize,
}

impl Sealing {
    /// Begins a copy; for its parts see [`write`].
    pub fn begin(id: &str, stamp: &Stamp, saved_at: &str, body: String) -> Sealing {
        let schema = migrations::current(MIGRATIONS);
        let length = body.len();
        let header = format!("{MAGIC} {VERSION} {id} {stamp} {saved_at} {schema} {length}");
        let mut sum = Checksum::default();
        sum.add(header.as_bytes());
        sum.add(b"\n");
        Sealing {
            header,
            body,
            sum,
            done: 0,
        }
    }

    /// Goes on by a piece, and says whether anything is left.
    pub fn goes_on(&mut self) -> bool {
        let rest = self.body.as_bytes().get(self.done..).unwrap_or_default();
        let piece = rest.get(..PIECE).unwrap_or(rest);
        self.sum.add(piece);
        self.done += piece.len();
        self.done < self.body.len()
    }

    /// The copy, with all that was left.
    pub fn sealed(mut self) -> String {
        while self.goes_on() {}
        let Sealing { header, body, sum, .. } = self;
        let sum = sum.digits();
        let mut copy = String::with_capacity(header.len() + sum.len() + body.len() + 2);
        copy.extend([&header, " ", &sum, "\n", &body]);
        copy
    }
}

/// Takes a copy apart; the error says what is wrong with it.
pub fn read(text: &str) -> Result<Sealed<'_>, String> {
    const UNCOUNTED: &str = "保存次数读不出，或大得不可能。请下载它的原文，再从“打开文件”打开。";
    let (words, body) = whole(text)?;
    let (id, stamp, saved_at, schema) = match words.as_slice() {
        [_, "1", sequence, saved_at, ..] => (None, read_sequence(sequence).map(Stamp::unsigned), *saved_at, None),
        [_, _, id, sequence, turns, saved_at, schema, ..] => {
            (Some(*id), Stamp::read(sequence, turns), *saved_at, schema.parse().ok())
        }
        _ => return Err(FOREIGN.into()),
    };
    Ok(Sealed {
        id,
        stamp: stamp.ok_or(UNCOUNTED)?,
        saved_at: Moment::told(saved_at),
        schema,
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
