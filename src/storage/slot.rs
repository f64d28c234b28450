//! What one storage entry looks like: a header line that proves the project file below it whole.

use sha2::{Digest, Sha256};

/// The first word of every entry; what lacks it is not ours.
const MAGIC: &str = "jiping-slot";

/// The version of the header, not of the draft.
const VERSION: &str = "1";

/// An entry taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot<'a> {
    /// How often this draft has been saved.
    pub sequence: u64,
    /// When it was saved, as written.
    pub saved_at: &'a str,
    /// The project file.
    pub body: &'a str,
}

/// Writes an entry.
pub fn write(sequence: u64, saved_at: &str, body: &str) -> String {
    let length = body.len();
    format!(
        "{MAGIC} {VERSION} {sequence} {saved_at} {length} {}\n{body}",
        digest(body)
    )
}

/// Takes an entry apart; the error says what is wrong with it.
pub fn read(text: &str) -> Result<Slot<'_>, String> {
    let (header, body) = text.split_once('\n').ok_or("开头一行不完整。")?;
    let words: Vec<&str> = header.split(' ').collect();
    let [magic, version, sequence, saved_at, length, sum] = words.as_slice() else {
        return Err("开头一行不是绩评写的。".into());
    };
    if *magic != MAGIC {
        return Err("开头一行不是绩评写的。".into());
    }
    if *version != VERSION {
        return Err("是更新版本的绩评存的，请用新版本打开。".into());
    }
    if length.parse() != Ok(body.len()) {
        return Err(format!("应有 {length} 字节，实有 {} 字节。", body.len()));
    }
    if digest(body) != *sum {
        return Err("内容与校验码不符，可能写到一半中断了。".into());
    }
    let sequence = sequence.parse().map_err(|_| "保存次数读不出。".to_string())?;
    Ok(Slot {
        sequence,
        saved_at,
        body,
    })
}

fn digest(body: &str) -> String {
    Sha256::digest(body.as_bytes())
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_damage_is_noticed() {
        let good = write(7, "2023-03-18T10:32:00", r#"{"kind":"jiping-draft","说明":"垃圾分类"}"#);
        assert_eq!(read(&good).map(|slot| slot.sequence), Ok(7));
        for cut in 0..good.len() {
            if good.is_char_boundary(cut) {
                assert!(read(&good[..cut]).is_err(), "cut at {cut}");
            }
        }
        let bytes = good.as_bytes();
        let header = good.find('\n').map_or(0, |end| end);
        for place in header + 1..bytes.len() {
            let mut flipped = bytes.to_vec();
            flipped[place] ^= 1;
            if let Ok(text) = String::from_utf8(flipped) {
                assert!(read(&text).is_err(), "flipped at {place}");
            }
        }
    }
}
