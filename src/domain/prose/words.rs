//! Lists of words that are sorted by their first character, so that a look at a place of a text is a look at the
//! few that may begin there.

/// Those of the words that begin with a character, in the order of the list.
pub(super) fn beginning_with(words: &'static [&'static str], first: char) -> &'static [&'static str] {
    let from = words.partition_point(|word| word.chars().next() < Some(first));
    let (_, words) = words.split_at(from);
    let end = words.partition_point(|word| word.starts_with(first));
    words.split_at(end).0
}

/// Whether words of Chinese characters are sorted by their first one.
pub(super) const fn in_order(words: &[&str]) -> bool {
    let mut place = 1;
    while place < words.len() {
        if letter(words[place - 1].as_bytes()) > letter(words[place].as_bytes()) {
            return false;
        }
        place += 1;
    }
    true
}

/// The first character of a word, which takes three bytes.
const fn letter(word: &[u8]) -> u32 {
    (word[0] as u32) << 16 | (word[1] as u32) << 8 | word[2] as u32
}
