//! 送审包 for tests: taken apart, changed, and put together again.

#![allow(dead_code, reason = "each test file uses its own part of these")]
#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use std::sync::LazyLock;

use jiping::documents::archive::checksum::sha256;
use jiping::documents::archive::read::open;
use jiping::documents::archive::write;
use jiping::documents::docx::package;
use jiping::documents::exchange::submission::{Standing, Verified, verify};
use jiping::documents::exchange::{exports, submission};
use jiping::documents::project_file::{project_file, samples};
use jiping::documents::report::report::report;
use jiping::documents::xlsx::workbook;
use jiping::domain::checks::run::check as checked;
use jiping::domain::draft::draft::Draft;
use jiping::domain::draft::edit::Edit;
use jiping::domain::draft::field::Field;
use jiping::domain::evaluation::evaluate::evaluate;

/// The files of a package with their names, the list last.
pub type Parts = Vec<(String, Vec<u8>)>;

/// The sample in the program.
pub fn sample() -> Draft {
    samples::reference().expect("the sample reads")
}

/// The package of the sample, taken apart.
pub fn parts() -> Parts {
    static PARTS: LazyLock<Parts> = LazyLock::new(|| {
        let archive = open(&submission::write(&sample()).expect("it is written")).expect("opens");
        let parts = archive.parts();
        parts.map(|(name, bytes)| (name.to_owned(), bytes.to_vec())).collect()
    });
    PARTS.clone()
}

/// What is said of a package.
pub fn verified(parts: &Parts) -> Verified {
    let bytes = write::write(parts.iter().map(|(name, bytes)| (name.as_str(), bytes.clone())));
    verify(&open(&bytes).expect("opens")).expect("a package")
}

/// Writes the list anew, as someone would who changes a file and hides it.
pub fn relist(parts: &mut Parts) {
    let manifest = parts.pop().expect("the list is last").0;
    let sums = parts
        .iter()
        .map(|(name, bytes)| format!("{}  {name}\n", sha256(&[bytes])));
    let text: String = sums.collect();
    parts.push((manifest, text.into_bytes()));
}

/// What is not as it should be.
pub fn differing(found: &Verified) -> Vec<(&str, Standing)> {
    let items = found.items.iter().filter(|item| item.standing != Standing::Same);
    items.map(|item| (item.name.as_str(), item.standing)).collect()
}

/// A file of a package.
pub fn part<'a>(parts: &'a Parts, name: &str) -> &'a [u8] {
    &parts.iter().find(|(found, _)| found == name).expect("there").1
}

/// Puts a file in the place of another.
pub fn replace(parts: &mut Parts, name: &str, bytes: Vec<u8>) {
    parts.iter_mut().find(|(found, _)| found == name).expect("there").1 = bytes;
}

/// Leaves a file out.
pub fn remove(parts: &mut Parts, name: &str) {
    parts.retain(|(found, _)| found != name);
}

/// Changes a part of a document.
pub fn edit(parts: &mut Parts, name: &str, inner: &str, before: &str, after: &str) {
    let archive = open(part(parts, name)).expect("opens");
    let changed = archive.parts().map(|(name, bytes)| {
        let text = String::from_utf8_lossy(bytes);
        if name != inner {
            return (name, bytes.to_vec());
        }
        assert!(text.contains(before), "{inner}: {before}");
        (name, text.replacen(before, after, 1).into_bytes())
    });
    replace(parts, name, write::write(changed));
}

/// Gives a file the look of one that another version wrote.
pub fn as_of_another_version(parts: &mut Parts, name: &str) {
    let other = |text: &str| text.replace(project_file::WRITER, "0.0.9");
    let draft = sample();
    let text = other(&project_file::carried_text(&draft));
    let evaluation = evaluate(&draft);
    let bytes = match name {
        "自评报告.docx" => package::write(&report(&draft, &evaluation), Some(&text)),
        "自评数据.xlsx" => {
            workbook::write(&draft, &evaluation, &checked(&draft, &evaluation), Some(&text)).expect("it is written")
        }
        _ => text.into_bytes(),
    };
    replace(parts, name, bytes);
}

/// The report of a draft.
pub fn word(draft: &Draft) -> Vec<u8> {
    exports::word(draft, &evaluate(draft))
}

/// The workbook of a draft.
pub fn excel(draft: &Draft) -> Vec<u8> {
    let evaluation = evaluate(draft);
    exports::excel(draft, &evaluation, &checked(draft, &evaluation)).expect("it is written")
}

/// Another draft than the sample.
pub fn other() -> Draft {
    let mut draft = sample();
    draft.apply(&Edit::Set(Field::ShortName, "另一个街道".into()));
    draft
}
