//! Words in the whole report, found and replaced.

use jiping::domain::draft::field::{Field, List};
use jiping::domain::draft::found::{found, replaced};

use crate::drafts::{add, new, sample, set};

#[test]
fn words_are_found_with_what_stands_around_them() {
    let mut draft = new();
    set(&mut draft, Field::Unit, "某市城管局");
    set(
        &mut draft,
        Field::Duties,
        "城管局负责市容。\n依据{{城管局.执行数}}，城管局管理。",
    );
    let division = add(&mut draft, List::Divisions);
    set(&mut draft, Field::DivisionName(division), "城管局办公室");
    let places = found(&draft, "城管局");
    let said: Vec<String> = places
        .iter()
        .map(|place| format!("{}[]{}", place.before, place.behind))
        .collect();
    assert_eq!(
        said,
        [
            "某市[]",
            "[]负责市容。 依据{{城管局.…",
            "…依据{{城管局.执行数}}，[]管理。",
            "[]办公室",
        ]
    );
    assert_eq!(places[2].field, Field::Duties);
    assert!(found(&draft, "").is_empty());
    // Numbers and choices are no words.
    set(&mut draft, Field::AuthorisedPosts, "2023");
    assert!(found(&draft, "2023").is_empty());
}

/// Words replaced in the places with these numbers, or in all; what the duties say then.
fn check(words: &str, by: &str, chosen: Option<&[usize]>, expected: &str) {
    let mut draft = new();
    set(&mut draft, Field::Duties, "甲乙甲，{{甲}}甲。");
    let all = found(&draft, words);
    let places: Vec<_> = all
        .iter()
        .enumerate()
        .filter(|(place, _)| chosen.is_none_or(|chosen| chosen.contains(place)))
        .map(|(_, place)| place.clone())
        .collect();
    for edit in replaced(&draft, &places, words, by) {
        draft.apply(&edit);
    }
    assert_eq!(draft.text(Field::Duties), expected, "{words} {by} {chosen:?}");
}

#[test]
fn words_are_replaced_one_by_one_or_all_at_once() {
    check("甲", "丙丁", None, "丙丁乙丙丁，{{甲}}丙丁。");
    check("甲", "", Some(&[1]), "甲乙，{{甲}}甲。");
    check("甲", "甲甲", Some(&[0, 2]), "甲甲乙甲，{{甲}}甲甲。");
    check("无", "有", None, "甲乙甲，{{甲}}甲。");
}

#[test]
fn a_report_replaced_there_and_back_is_the_same() {
    let before = sample();
    let mut draft = before.clone();
    let count = found(&draft, "白云湖").len();
    assert!(count > 5);
    for (words, by) in [("白云湖", "〇〇〇"), ("〇〇〇", "白云湖")] {
        let places = found(&draft, words);
        assert_eq!(places.len(), count);
        for edit in replaced(&draft, &places, words, by) {
            draft.apply(&edit);
        }
        assert!(found(&draft, words).is_empty());
    }
    assert!(draft == before);
}
