//! 副本: a draft as it lies in one place of the browser. A header line proves the project file below it
//! whole and says which copy of which draft it is.

use crate::documents::archive::checksum::sha256;
use crate::documents::project_file::lineage::Stamp;
use crate::documents::project_file::migrations;
use crate::documents::project_file::migrations::MIGRATIONS;

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
    /// When it was saved, as written.
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
    const FOREIGN: &str = "开头一行不是绩评写的。";
    let (header, body) = text.split_once('\n').ok_or("开头一行不完整。")?;
    let words: Vec<&str> = header.split(' ').collect();
    if words.first() != Some(&MAGIC) {
        return Err(FOREIGN.into());
    }
    let (sealed, sum) = header.rsplit_once(' ').ok_or(FOREIGN)?;
    let whole = |length: &str, found: String| {
        if length.parse() != Ok(body.len()) {
            Err(format!("应有 {length} 字节，实有 {} 字节。", body.len()))
        } else if found != sum {
            Err("内容与校验码不符，可能写到一半中断了。".to_owned())
        } else {
            Ok(())
        }
    };
    match words.as_slice() {
        [_, "1", sequence, saved_at, length, _] => {
            whole(length, sha256(&[body]))?;
            let sequence = sequence.parse().map_err(|_| "保存次数读不出。")?;
            Ok(Sealed {
                id: None,
                stamp: Stamp::unsigned(sequence),
                saved_at,
                body,
            })
        }
        [_, VERSION, id, sequence, turns, saved_at, _schema, length, _] => {
            whole(length, sha256(&[sealed, "\n", body]))?;
            let stamp = Stamp::read(sequence, turns).ok_or("保存次数读不出。")?;
            Ok(Sealed {
                id: Some(id),
                stamp,
                saved_at,
                body,
            })
        }
        [_, version, ..] if version.parse::<u32>().is_ok_and(|version| version > 2) => {
            Err("是更新版本的绩评存的，请用新版本打开。".into())
        }
        _ => Err(FOREIGN.into()),
    }
}

/// Which copy a header speaks of, without proof that what follows is whole.
pub fn glance(text: &str) -> Option<Stamp> {
    let (header, _) = text.split_once('\n')?;
    let words: Vec<&str> = header.split(' ').collect();
    match words.as_slice() {
        [MAGIC, "1", sequence, ..] => Some(Stamp::unsigned(sequence.parse().ok()?)),
        [MAGIC, VERSION, _, sequence, turns, ..] => Stamp::read(sequence, turns),
        _ => None,
    }
}
