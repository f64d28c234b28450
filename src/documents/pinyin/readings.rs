//! How characters are read, without tones: 会 is hui and kuai.
//!
//! The table has the characters of GB/T 2312 in the order of that standard, which any decoder of GBK knows, so that
//! only readings are kept: one line per 区, two letters per reading. The first letter is how the syllable begins,
//! small where a character begins and capital for its further readings; the second numbers what follows of the
//! syllable. Characters of the first level have all their readings, the rarer ones of the second level the first.
//! The readings are those of pinyin-data 0.15.0 (MIT), which is made of the Unihan database.

use std::sync::OnceLock;

use encoding_rs::GBK;

/// The first and the last 区 of characters.
const ROWS: std::ops::RangeInclusive<u8> = 0xb0..=0xf7;

/// The block of characters that those of GB/T 2312 are from.
const FIRST: u32 = 0x4e00;
const BLOCK: usize = 0x5200;

/// What follows of a syllable after its beginning, by number. 率 is lv, as input methods spell it.
const RIMES: [&str; 37] = [
    "", "a", "ai", "an", "ang", "ao", "e", "ei", "en", "eng", "er", "g", "i", "ia", "ian", "iang", "iao", "ie", "in",
    "ing", "iong", "iu", "ng", "o", "ong", "ou", "u", "ua", "uai", "uan", "uang", "ue", "ui", "un", "uo", "v", "ve",
];

/// A reading of a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    start: &'static str,
    rime: &'static str,
}

impl Reading {
    /// Its letters.
    pub fn letters(self) -> impl Iterator<Item = u8> {
        self.start.bytes().chain(self.rime.bytes())
    }

    /// The letter that it begins with.
    pub fn initial(self) -> Option<char> {
        self.letters().next().map(char::from)
    }
}

struct Table {
    /// For each character of the block where its readings begin; the next one is where they end.
    starts: Vec<u16>,
    readings: Vec<Reading>,
}

/// The readings of a character, the most common first; none where the table lacks it.
pub fn readings(c: char) -> &'static [Reading] {
    static TABLE: OnceLock<Table> = OnceLock::new();
    let table = TABLE.get_or_init(|| read(include_str!("../../library/pinyin.txt")));
    let place = u32::from(c)
        .checked_sub(FIRST)
        .and_then(|place| usize::try_from(place).ok());
    let bounds = place.and_then(|place| Some((*table.starts.get(place)?, *table.starts.get(place + 1)?)));
    bounds
        .and_then(|(start, end)| table.readings.get(usize::from(start)..usize::from(end)))
        .unwrap_or_default()
}

fn read(text: &str) -> Table {
    let mut known: Vec<Vec<Reading>> = vec![Vec::new(); BLOCK];
    for (row, line) in ROWS.zip(text.lines()) {
        let mut cells = (0xa1..=0xfe).filter_map(|cell| {
            let bytes = [row, cell];
            let decoded = GBK.decode_without_bom_handling_and_without_replacement(&bytes)?;
            usize::try_from(u32::from(decoded.chars().next()?).checked_sub(FIRST)?).ok()
        });
        let mut place = None;
        for pair in line.as_bytes().chunks_exact(2) {
            let [start, rime] = pair else { continue };
            if start.is_ascii_lowercase() {
                place = cells.next();
            }
            let rimes = RIMES.get(number(*rime));
            let own = place.and_then(|place| known.get_mut(place));
            if let (Some(own), Some(rime)) = (own, rimes) {
                own.push(Reading {
                    start: beginning(start.to_ascii_lowercase()),
                    rime,
                });
            }
        }
    }
    let mut table = Table {
        starts: Vec::with_capacity(BLOCK + 1),
        readings: Vec::new(),
    };
    for own in known {
        table.starts.push(table.readings.len().try_into().unwrap_or(u16::MAX));
        table.readings.extend(own);
    }
    table.starts.push(table.readings.len().try_into().unwrap_or(u16::MAX));
    table
}

fn number(letter: u8) -> usize {
    usize::from(match letter {
        b'a'..=b'z' => letter - b'a',
        b'0'..=b'9' => letter - b'0' + 26,
        _ => 36,
    })
}

/// How a syllable begins; v, i and u, which begin none, stand for zh, ch and sh, and o for no consonant.
fn beginning(letter: u8) -> &'static str {
    const LETTERS: &str = "bpmfdtnlgkhjqxrzcsyw";
    match letter {
        b'v' => "zh",
        b'i' => "ch",
        b'u' => "sh",
        _ => {
            let place = LETTERS.bytes().position(|known| known == letter);
            place.and_then(|place| LETTERS.get(place..=place)).unwrap_or_default()
        }
    }
}
