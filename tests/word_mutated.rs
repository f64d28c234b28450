//! Documents and packages that were changed at random: no reader panics, and what was changed in the draft
//! that travels along is noticed.

#![allow(clippy::expect_used, reason = "a panic is how a test fails")]

mod mutation;

use jiping::documents::archive::read::{Kind, open};
use jiping::documents::docx::read::passages;
use jiping::documents::import::passage;
use jiping::documents::{carried, exports, project_file, samples, submission};
use jiping::domain::draft::Draft;
use jiping::domain::edit::Edit;
use jiping::domain::evaluation::evaluate;
use jiping::domain::field::Field;
use mutation::{Dice, mutate, stored};

/// A short draft, so that a million of them are read in minutes.
fn short() -> Draft {
    let mut draft = Draft::default();
    for (field, text) in [
        (Field::Unit, "某某街道办事处"),
        (Field::WorkOverview, "今年的工作。"),
        (Field::Contents, "with"),
    ] {
        draft.apply(&Edit::Set(field, text.into()));
    }
    draft.mend_identities();
    draft
}

fn parts(file: &[u8]) -> Vec<(String, Vec<u8>)> {
    let archive = open(file).expect("a good file");
    archive
        .parts()
        .map(|(name, bytes)| (name.to_owned(), bytes.to_vec()))
        .collect()
}

/// So many changed files for each reader: texts, drafts, packages, project files that were still read.
fn mutated(count: usize, seed: u64) -> [usize; 4] {
    let mut dice = Dice(seed);
    let mut read = [0; 4];
    let draft = short();
    let sample = samples::reference().expect("the sample");
    let words = [&draft, &sample].map(|draft| parts(&exports::word(draft, &evaluate(draft))));
    let package = parts(&submission::write(&draft).expect("a package"));
    let file = exports::file(&draft);
    for round in 0..count {
        let mut parts = words[usize::from(round % 16 == 0)].clone();
        let place = dice.below(parts.len());
        mutate(&mut parts[place].1, &mut dice);
        let carries = parts[place].0.starts_with("customXml");
        if let Ok(archive) = open(&stored(&parts))
            && archive.kind == Kind::Word
        {
            if let Ok(passages) = passages(&archive) {
                read[0] += 1;
                assert!(passage::lines(&passages).len() < 100_000);
            }
            if let Ok((opened, _)) = carried::open(&archive) {
                read[1] += 1;
                assert!(!carries || opened.draft == draft || opened.draft == sample);
            }
        }
        // Packages are large; every tenth round changes one.
        if round % 10 == 0 {
            let mut parts = package.clone();
            let place = dice.below(parts.len());
            mutate(&mut parts[place].1, &mut dice);
            let verified = open(&stored(&parts))
                .ok()
                .and_then(|archive| submission::verify(&archive).ok());
            read[2] += usize::from(verified.is_some_and(|verified| verified.is_sound()));
        }
        let mut bytes = file.clone();
        mutate(&mut bytes, &mut dice);
        read[3] += usize::from(project_file::read(&bytes).is_ok());
    }
    read
}

#[test]
fn changed_files_never_panic() {
    let count = if cfg!(debug_assertions) { 300 } else { 20_000 };
    mutated(count, 0x5eed);
}

/// The long run: `cargo test --release --test word_mutated -- --ignored --nocapture`.
#[test]
#[ignore = "takes minutes; for the release build"]
fn a_million_changed_files_for_each_reader() {
    let count = 1_000_000;
    let [texts, drafts, packages, files] = mutated(count, 0x0a11_5eed);
    println!(
        "{count} changed documents and project files, {} packages, none panicked; still read: text {texts}, \
         draft {drafts}, project file {files}; packages whose data stayed as they were {packages}",
        count / 10
    );
}
