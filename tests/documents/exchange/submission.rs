//! 送审包: the same draft gives the same bytes, and whatever is done to a package is seen.

use jiping::documents::archive::read::open;
use jiping::documents::archive::write;
use jiping::documents::exchange::submission::{Standing, Verdict, verify};
use jiping::documents::exchange::{reopened, submission};
use jiping::documents::project_file::{pack, project_file};
use jiping::domain::draft::draft::Draft;
use jiping::domain::scheme::scheme::ReportKind;

use crate::packages::{Parts, differing, excel, other, parts, remove, replace, sample, verified, word};

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
    use Standing::{Added, Changed, Missing};
    let check = |change: &dyn Fn(&mut Parts), items: &[(&str, Standing)], conflict: &str| {
        let mut parts = parts();
        change(&mut parts);
        let found = verified(&parts);
        assert_eq!(found.verdict(), Verdict::Changed, "{items:?}");
        assert_eq!(differing(&found), items);
        let said = found.conflicts.concat() + &found.draft.err().unwrap_or_default();
        assert!(said.contains(conflict), "{said}");
        assert_eq!(conflict.is_empty(), said.is_empty(), "{said}");
    };
    check(
        &|parts| replace(parts, "复核清单.docx", b"x".to_vec()),
        &[("复核清单.docx", Changed)],
        "“复核清单.docx”和用包里的数据重新写出来的不一样：整个文件。",
    );
    check(
        &|parts| remove(parts, "佐证材料清单.docx"),
        &[("佐证材料清单.docx", Missing)],
        "",
    );
    check(
        &|parts| remove(parts, "项目文件.json"),
        &[("项目文件.json", Missing)],
        "包里没有“项目文件.json”",
    );
    check(
        &|parts| parts.push(("补充.txt".into(), vec![])),
        &[("补充.txt", Added)],
        "",
    );
    check(
        &|parts| replace(parts, "自评报告.docx", word(&other())),
        &[("自评报告.docx", Changed)],
        "“自评报告.docx”里带的数据和“项目文件.json”不是同一份",
    );
    check(
        &|parts| {
            let list = parts.last_mut().expect("the list is last");
            list.1 = String::from_utf8_lossy(&list.1).replacen('a', "b", 1).into_bytes();
        },
        &[],
        "“校验清单.txt”改过",
    );
}

/// Every draft gives the same bytes again once it was read from its own file: what is compared with does not
/// depend on the machine, the time or the way that the draft came about.
#[test]
fn every_package_is_sound_when_it_comes_back() {
    let mut drafts = vec![
        sample(),
        Draft::default(),
        pack::new_draft(ReportKind::Project, None),
        pack::new_draft(ReportKind::Department, None),
    ];
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    for folder in ["clean", "cases"].map(|name| folder.join(name)) {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let bytes = std::fs::read(entry.expect("a file").path()).expect("a file");
            drafts.extend(project_file::read(&bytes).map(|opened| opened.draft));
        }
    }
    assert!(drafts.len() > 20, "{}", drafts.len());
    for mut draft in drafts {
        draft.mend_identities();
        let bytes = submission::write(&draft).expect("it is written");
        let found = verify(&open(&bytes).expect("opens")).expect("a package");
        assert!(found.is_sound(), "{}: {:?}", draft.basics.unit, found.conflicts);
    }
}

#[test]
fn another_zip_is_no_package() {
    let bytes = write::write([("a.txt", vec![])]);
    assert!(verify(&open(&bytes).expect("opens")).is_err());
}

#[test]
fn a_workbook_gives_the_draft_back() {
    for draft in [sample(), other()] {
        let bytes = excel(&draft);
        let (opened, changes) = reopened::open(&open(&bytes).expect("opens")).expect("comes back");
        assert_eq!((opened.draft, changes), (draft, vec![]));
    }
}
