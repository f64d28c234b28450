//! 送审包: the same draft gives the same bytes, and whatever is done to a package is seen.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use jiping::documents::archive::read::open;
use jiping::documents::archive::write;
use jiping::documents::checksum::sha256;
use jiping::documents::submission::{self, Standing, Verified, verify};
use jiping::documents::{exports, samples};
use jiping::domain::draft::Draft;
use jiping::domain::edit::Edit;
use jiping::domain::evaluation::evaluate;
use jiping::domain::field::Field;

type Parts = Vec<(String, Vec<u8>)>;

fn sample() -> Draft {
    samples::reference().expect("the sample reads")
}

fn parts() -> Parts {
    let archive = open(&submission::write(&sample()).expect("it is written")).expect("opens");
    archive
        .parts()
        .map(|(name, bytes)| (name.to_owned(), bytes.to_vec()))
        .collect()
}

fn verified(parts: &Parts) -> Verified {
    let bytes = write::write(parts.iter().map(|(name, bytes)| (name.as_str(), bytes.clone())));
    verify(&open(&bytes).expect("opens")).expect("a package")
}

/// Writes the list anew, as someone would who changes a file and hides it.
fn relist(parts: &mut Parts) {
    let manifest = parts.pop().expect("the list is last").0;
    let sums = parts
        .iter()
        .map(|(name, bytes)| format!("{}  {name}\n", sha256(&[bytes])));
    let text: String = sums.collect();
    parts.push((manifest, text.into_bytes()));
}

fn other() -> Draft {
    let mut draft = sample();
    draft.apply(&Edit::Set(Field::ShortName, "另一个街道".into()));
    draft
}

#[test]
fn the_same_draft_gives_the_same_package() {
    for draft in [sample(), Draft::default()] {
        let bytes = submission::write(&draft).expect("it is written");
        assert_eq!(Ok(&bytes), submission::write(&draft).as_ref().map_err(|_| ()));
    }
    let names: Vec<String> = parts().into_iter().map(|(name, _)| name).collect();
    let expected = [
        "自评报告.docx",
        "自评数据.xlsx",
        "项目文件.json",
        "佐证材料清单.docx",
        "复核清单.docx",
        "校验清单.txt",
    ];
    assert_eq!(names, expected);
}

#[test]
fn a_package_as_it_was_exported_is_sound() {
    let found = verified(&parts());
    assert!(found.is_sound(), "{:?} {:?}", found.items, found.conflicts);
    assert_eq!(found.draft, Ok(sample()));
}

#[test]
fn whatever_is_done_to_a_package_is_seen() {
    let check = |change: &dyn Fn(&mut Parts), item: Option<(&str, Standing)>, conflict: &str| {
        let mut parts = parts();
        change(&mut parts);
        let found = verified(&parts);
        assert!(!found.is_sound());
        let differing: Vec<(&str, Standing)> = found
            .items
            .iter()
            .filter(|item| item.standing != Standing::Same)
            .map(|item| (item.name.as_str(), item.standing))
            .collect();
        assert_eq!(differing, item.into_iter().collect::<Vec<_>>());
        let said = found.conflicts.concat() + &found.draft.err().unwrap_or_default();
        assert!(
            if conflict.is_empty() {
                said.is_empty()
            } else {
                said.contains(conflict)
            },
            "{said}"
        );
    };
    let replace = |parts: &mut Parts, name: &str, bytes: Vec<u8>| {
        let part = parts.iter_mut().find(|(found, _)| found == name).expect("there");
        part.1 = bytes;
    };
    let word = |draft: &Draft| exports::word(draft, &evaluate(draft));
    check(
        &|parts| replace(parts, "复核清单.docx", b"x".to_vec()),
        Some(("复核清单.docx", Standing::Changed)),
        "",
    );
    check(
        &|parts| drop(parts.remove(3)),
        Some(("佐证材料清单.docx", Standing::Missing)),
        "",
    );
    check(
        &|parts| drop(parts.remove(2)),
        Some(("项目文件.json", Standing::Missing)),
        "包里没有“项目文件.json”",
    );
    check(
        &|parts| parts.push(("补充.txt".into(), vec![])),
        Some(("补充.txt", Standing::Added)),
        "",
    );
    check(
        &|parts| replace(parts, "自评报告.docx", word(&other())),
        Some(("自评报告.docx", Standing::Changed)),
        "“自评报告.docx”里带的数据和“项目文件.json”不是同一份",
    );
    // Someone who writes the list anew is still found out by the data in the documents.
    check(
        &|parts| {
            replace(parts, "项目文件.json", exports::file(&other()));
            relist(parts);
        },
        None,
        "“自评数据.xlsx”里带的数据和“项目文件.json”不是同一份",
    );
    check(
        &|parts| {
            let archive = open(&word(&sample())).expect("opens");
            let changed = archive.parts().map(|(name, bytes)| {
                let text = String::from_utf8_lossy(bytes);
                let text = if name == "word/document.xml" {
                    text.replacen("97.88%", "99.88%", 1)
                } else {
                    text.into_owned()
                };
                (name, text.into_bytes())
            });
            replace(parts, "自评报告.docx", write::write(changed));
            relist(parts);
        },
        None,
        "“自评报告.docx”的文字有 1 处和数据不一致",
    );
    check(
        &|parts| {
            replace(parts, "自评数据.xlsx", b"PK".to_vec());
            relist(parts);
        },
        None,
        "“自评数据.xlsx”里的数据读不出来",
    );
}

#[test]
fn another_zip_is_no_package() {
    let bytes = write::write([("a.txt", vec![])]);
    assert!(verify(&open(&bytes).expect("opens")).is_err());
}

#[test]
fn a_workbook_gives_the_draft_back() {
    for draft in [sample(), other()] {
        let evaluation = evaluate(&draft);
        let findings = jiping::domain::checks::run::check(&draft, &evaluation);
        let bytes = exports::excel(&draft, &evaluation, &findings).expect("it is written");
        let (opened, changes) = jiping::documents::carried::open(&open(&bytes).expect("opens")).expect("comes back");
        assert_eq!((opened.draft, changes), (draft, vec![]));
    }
}
