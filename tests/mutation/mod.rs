//! Files that were changed at random: bits, bytes, pieces doubled, cut, and words that matter.

#![allow(
    dead_code,
    clippy::expect_used,
    reason = "each test file uses its own part of these; a panic is how a test fails"
)]

/// A sequence of numbers that looks random and is the same each time.
pub struct Dice(pub u64);

impl Dice {
    /// The next number.
    pub fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// The next number below a limit.
    pub fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() >> 11).unwrap_or_default() % limit.max(1)
    }
}

/// Changes a part here and there: bits, bytes, pieces doubled, cut, swapped, and words that matter.
pub fn mutate(bytes: &mut Vec<u8>, dice: &mut Dice) {
    const WORDS: [&[u8]; 24] = [
        b"18446744073709551615",
        b"-1",
        b"4294967296",
        b"1e999",
        b"NaN",
        b"inf",
        b"XFD1048576",
        b"A0",
        b"\" ",
        b"<",
        b">",
        b"&#x0;",
        b"&#1114112;",
        b"<![CDATA[",
        b"]]>",
        b"<!--",
        b"t=\"s\"",
        b"t=\"d\"",
        b"t=\"e\"",
        b"colspan=99999999",
        b"rowspan=0",
        b"s=\"99\"",
        b"\xff",
        "：".as_bytes(),
    ];
    for _ in 0..1 + dice.below(4) {
        if bytes.is_empty() {
            return;
        }
        let place = dice.below(bytes.len());
        let length = dice.below(40).min(bytes.len() - place);
        match dice.below(6) {
            0 => bytes[place] ^= 1 << dice.below(8),
            1 => bytes[place] = b"<>/=\"'&;:0189.%-+,\t\n A"[dice.below(22)],
            2 => {
                let piece = bytes[place..place + length].to_vec();
                let to = dice.below(bytes.len());
                bytes.splice(to..to, piece);
            }
            3 => {
                bytes.drain(place..place + length);
            }
            4 => bytes.truncate(place.max(bytes.len().saturating_sub(200))),
            _ => {
                let word = WORDS[dice.below(WORDS.len())];
                let end = (place + dice.below(word.len() + 1)).min(bytes.len());
                bytes.splice(place..end, word.iter().copied());
            }
        }
    }
}

/// A package that is not packed, which is quick to write.
pub fn stored(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    use std::io::{Cursor, Write};
    let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(name.as_str(), options).expect("a part");
        zip.write_all(bytes).expect("its content");
    }
    zip.finish().expect("a package").into_inner()
}
