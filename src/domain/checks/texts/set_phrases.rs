//! 固定说法: phrases of the field that have one spelling, and the spellings that input methods and scans make of them: one
//! character for another that sounds or looks like it. 一岗双责 and not 一岗双则, 账实相符 and not 账实想符.
//!
//! `confused.txt` has a character and those that are taken for it on each line.

/// Spellings that are words of their own.
const WORDS: [&str; 4] = ["实效指标", "财物管理", "监督检察", "是效指标"];

/// Each wrong spelling with the phrase that was meant.
pub fn misspelt() -> Vec<(String, &'static str)> {
    let phrases: Vec<&'static str> = include_str!("set_phrases.txt").lines().collect();
    let confused = || include_str!("confused.txt").lines();
    let mut found = Vec::new();
    for phrase in &phrases {
        for (place, right) in phrase.char_indices() {
            for group in confused().filter(|group| group.starts_with(right)) {
                for wrong in group.chars().skip(1) {
                    let mut said = (*phrase).to_owned();
                    said.replace_range(place..place + right.len_utf8(), wrong.encode_utf8(&mut [0; 4]));
                    if !phrases.contains(&said.as_str()) && !WORDS.contains(&said.as_str()) {
                        found.push((said, *phrase));
                    }
                }
            }
        }
    }
    found
}
