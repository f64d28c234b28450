//! Word lists find what a search for each word in turn would find.

use jiping::domain::prose::words::{WordList, find};
use proptest::prelude::*;

const WORDS: [&str; 9] = ["其中", "其", "中心", "不低于", "低于", "=", "xy", "é", "😀年"];
const LIST: WordList = WordList::of(&WORDS);

/// Pieces of words, so that many texts have one, or nearly.
const PIECES: [&str; 14] = [
    "其", "中", "心", "不", "低", "于", "=", "x", "y", "é", "😀", "年", "，", "ｘ",
];

fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(&PIECES[..]);
    prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn as_a_search_for_each_word(text in prop_oneof![pieces(), "\\PC{0,12}"]) {
        prop_assert_eq!(LIST.any_in(&text), WORDS.iter().any(|word| text.contains(word)));
        let begins: Vec<_> = WORDS.into_iter().filter(|word| text.starts_with(word)).collect();
        prop_assert_eq!(LIST.beginning(&text), begins.first().copied());
        prop_assert_eq!(LIST.beginnings(&text).collect::<Vec<_>>(), begins);
        let ends = WORDS.into_iter().filter(|word| text.ends_with(word));
        prop_assert_eq!(LIST.ending(&text), ends.max_by_key(|word| word.len()));
        for word in WORDS {
            prop_assert_eq!(find(&text, word), text.find(word));
        }
    }
}
