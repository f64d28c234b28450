//! 词表: lists of words, and whether one of them stands in a text.
//!
//! A search for each word in turn prepares itself and walks the text anew for each. Here each character of the
//! text is looked at once, and only where a word may begin are words compared.

/// Words that mean the same to a reader, or are units, or names.
#[derive(Clone, Copy, Debug)]
pub struct WordList {
    words: &'static [&'static str],
    /// The set of their first characters, by the last eight bits of each.
    firsts: [u64; 4],
    /// The set of their last characters, by the last six bits.
    lasts: u64,
}

impl WordList {
    /// These words, of which none is empty.
    pub const fn of(words: &'static [&'static str]) -> Self {
        let (mut firsts, mut lasts) = ([0; 4], 0);
        let mut place = 0;
        while place < words.len() {
            let word = words[place].as_bytes();
            let code = first(words[place]);
            firsts[(code >> 6 & 3) as usize] |= 1 << (code & 63);
            // The last byte of a character has its last six bits.
            lasts |= 1 << (word[word.len() - 1] & 63);
            place += 1;
        }
        WordList { words, firsts, lasts }
    }

    /// Whether one of them stands in a text.
    pub fn any_in(&self, text: &str) -> bool {
        text.char_indices()
            .any(|(place, c)| self.may_begin_with(c) && self.starts_of(&text.as_bytes()[place..]).next().is_some())
    }

    /// The words, in the order of the list.
    pub fn words(&self) -> &'static [&'static str] {
        self.words
    }

    /// The first of the list that a text begins with.
    pub fn beginning(&self, text: &str) -> Option<&'static str> {
        self.beginnings(text).next()
    }

    /// All that a text begins with, in the order of the list.
    pub fn beginnings(&self, text: &str) -> impl Iterator<Item = &'static str> {
        let first = text.chars().next();
        let text = first.filter(|c| self.may_begin_with(*c)).map(|_| text.as_bytes());
        text.into_iter().flat_map(|text| self.starts_of(text))
    }

    /// Where the last of them in a text begins, and the longest that begins there.
    pub fn last_in(&self, text: &str) -> Option<(usize, &'static str)> {
        text.char_indices().rev().find_map(|(place, _)| {
            let longest = self.beginnings(&text[place..]).max_by_key(|word| word.len());
            longest.map(|word| (place, word))
        })
    }

    /// The longest that a text ends with.
    pub fn ending(&self, text: &str) -> Option<&'static str> {
        let text = text.as_bytes();
        let last = text.last().filter(|last| self.lasts >> (**last & 63) & 1 == 1)?;
        let ends = |word: &&&str| word.as_bytes().last() == Some(last) && text.ends_with(word.as_bytes());
        self.words.iter().filter(ends).max_by_key(|word| word.len()).copied()
    }

    fn may_begin_with(&self, c: char) -> bool {
        let code = u32::from(c);
        self.firsts[(code >> 6 & 3) as usize] >> (code & 63) & 1 == 1
    }

    fn starts_of(&self, text: &[u8]) -> impl Iterator<Item = &'static str> {
        // Most words differ in their first character, of three bytes.
        let first = text.first_chunk::<3>();
        let begins = move |word: &&str| {
            let word = word.as_bytes();
            (word.len() < 3 || word.first_chunk() == first) && text.starts_with(word)
        };
        self.words.iter().copied().filter(begins)
    }
}

/// Where a word begins in a text. With thousands of words a look for its first character spares the preparations
/// of a search for the whole.
pub fn find(text: &str, word: &str) -> Option<usize> {
    let mut places = text.match_indices(word.chars().next()?);
    let found = places.find(|(place, _)| text.as_bytes()[*place..].starts_with(word.as_bytes()));
    found.map(|(place, _)| place)
}

/// The code of the first character of a word.
const fn first(word: &str) -> u32 {
    let bytes = word.as_bytes();
    match bytes[0] {
        byte @ ..0x80 => byte as u32,
        byte @ ..0xe0 => (byte as u32 & 0x1f) << 6 | bytes[1] as u32 & 0x3f,
        byte @ ..0xf0 => (byte as u32 & 0xf) << 12 | (bytes[1] as u32 & 0x3f) << 6 | bytes[2] as u32 & 0x3f,
        byte => {
            (byte as u32 & 7) << 18
                | (bytes[1] as u32 & 0x3f) << 12
                | (bytes[2] as u32 & 0x3f) << 6
                | bytes[3] as u32 & 0x3f
        }
    }
}
