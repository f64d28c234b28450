//! The table of readings against a dictionary, character by character.

use encoding_rs::GBK;
use jiping::documents::pinyin::readings::readings;
use pinyin::ToPinyinMulti;

/// The readings that the table has of a character.
fn ours(c: char) -> Vec<String> {
    let spelled = |letters: Vec<u8>| String::from_utf8(letters).unwrap();
    readings(c)
        .iter()
        .map(|reading| spelled(reading.letters().collect()))
        .collect()
}

/// Those of the dictionary, each once.
fn dictionary(c: char) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for reading in c.to_pinyin_multi().into_iter().flatten() {
        let plain = reading.plain().replace('ü', "v");
        if !all.contains(&plain) {
            all.push(plain);
        }
    }
    all
}

#[test]
fn every_character_of_the_standard_is_read_as_in_the_dictionary() {
    let (mut common, mut rare) = (0, 0);
    for (row, cell) in (0xb0..=0xf7).flat_map(|row| (0xa1..=0xfe).map(move |cell| (row, cell))) {
        let bytes = [row, cell];
        let c = GBK.decode(&bytes).0.chars().next().unwrap();
        // The last five places of the first level are empty.
        if !('\u{4e00}'..='\u{9fff}').contains(&c) {
            continue;
        }
        if row < 0xd8 {
            common += 1;
            assert_eq!(ours(c), dictionary(c), "{c}");
        } else {
            rare += 1;
            assert_eq!(ours(c), dictionary(c).into_iter().take(1).collect::<Vec<_>>(), "{c}");
        }
    }
    assert_eq!((common, rare), (3755, 3008));
}

#[test]
fn what_is_no_character_of_the_standard_has_no_reading() {
    for c in ['a', '1', '，', '㐀', '䶮', '\u{9fff}', '😀', '\u{10ffff}'] {
        assert_eq!(ours(c), Vec::<String>::new(), "{c}");
    }
}
