//! Documents and packages that were changed at random: no reader panics, and what was changed in the draft
//! that travels along is noticed.

use jiping::documents::archive::checksum::sha256;
use jiping::documents::archive::read::{Kind, open};
use jiping::documents::docx::read::passages;
use jiping::documents::exchange::{exports, reopened, submission};
use jiping::documents::passage;
use jiping::documents::project_file::{project_file, samples};
use jiping::domain::checks::run::check;
use jiping::domain::draft::draft::Draft;
use jiping::domain::draft::edit::Edit;
use jiping::domain::draft::field::Field;
use jiping::domain::evaluation::evaluate::evaluate;

use crate::mutation::{Dice, mutate, stored};

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

/// So many changed documents and project files: texts, drafts, project files that were still read.
fn mutated(count: usize, seed: u64) -> [usize; 3] {
    let mut dice = Dice(seed);
    let mut read = [0; 3];
    let draft = short();
    let sample = samples::reference().expect("the sample");
    let words = [&draft, &sample].map(|draft| parts(&exports::word(draft, &evaluate(draft))));
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
            if let Ok((opened, _)) = reopened::open(&archive) {
                read[1] += 1;
                assert!(!carries || opened.draft == draft || opened.draft == sample);
            }
        }
        let mut bytes = file.clone();
        mutate(&mut bytes, &mut dice);
        read[2] += usize::from(project_file::read(&bytes).is_ok());
    }
    read
}

/// So many changed workbooks, read for the draft that they carry: how many gave it back.
fn mutated_workbooks(count: usize, seed: u64) -> usize {
    let mut dice = Dice(seed);
    let mut read = 0;
    let draft = short();
    let evaluation = evaluate(&draft);
    let excel = exports::excel(&draft, &evaluation, &check(&draft, &evaluation)).expect("a workbook");
    let excel = parts(&excel);
    let known: Vec<usize> = (0..excel.len())
        .filter(|place| {
            let name = excel[*place].0.as_str();
            name.starts_with("xl/") && !name.contains("theme") && !name.contains("styles")
        })
        .collect();
    for _ in 0..count {
        let mut parts = excel.clone();
        let place = known[dice.below(known.len())];
        mutate(&mut parts[place].1, &mut dice);
        if let Ok(archive) = open(&stored(&parts))
            && let Ok((opened, _)) = reopened::open(&archive)
        {
            read += 1;
            assert_eq!(opened.draft, draft);
        }
    }
    read
}

/// So many packages with a file changed, or a part within one of their documents, and the list sometimes
/// written anew: how many were checked, and how many of them are sound.
fn mutated_packages(count: usize, seed: u64) -> [usize; 2] {
    let mut dice = Dice(seed);
    let mut read = [0; 2];
    let package = parts(&submission::write(&short()).expect("a package"));
    let manifest = package.len() - 1;
    for _ in 0..count {
        let mut files = package.clone();
        let place = dice.below(files.len());
        match open(&files[place].1) {
            Ok(document) if dice.below(4) > 0 => {
                let mut inner: Vec<_> = document
                    .parts()
                    .map(|(name, bytes)| (name.to_owned(), bytes.to_vec()))
                    .collect();
                let place_inside = dice.below(inner.len());
                mutate(&mut inner[place_inside].1, &mut dice);
                files[place].1 = stored(&inner);
            }
            _ => mutate(&mut files[place].1, &mut dice),
        }
        if place != manifest && dice.below(4) == 0 {
            let sums = files[..manifest]
                .iter()
                .map(|(name, bytes)| format!("{}  {name}\n", sha256(&[bytes])));
            files[manifest].1 = sums.collect::<String>().into_bytes();
        }
        if let Ok(archive) = open(&stored(&files))
            && let Ok(verified) = submission::verify(&archive)
        {
            read[0] += 1;
            read[1] += usize::from(verified.is_sound());
        }
    }
    read
}

#[test]
fn changed_files_never_panic() {
    let count = if cfg!(debug_assertions) { 300 } else { 20_000 };
    mutated(count, 0x5eed);
    mutated_packages(count / 10, 0x5eed);
    mutated_workbooks(count / 10, 0x5eed);
}

/// The long runs: `cargo test --release --test word_mutated -- --ignored --nocapture`. `ROUNDS` and `SEED` let
/// several run beside each other.
fn rounds() -> (usize, u64) {
    let number = |name: &str| std::env::var(name).ok().and_then(|text| text.parse::<u64>().ok());
    let count = number("ROUNDS").unwrap_or(1_000_000);
    (count as usize, number("SEED").unwrap_or(0x0a11_5eed))
}

#[test]
#[ignore = "takes minutes; for the release build"]
fn a_million_changed_files_for_each_reader() {
    let (count, seed) = rounds();
    let [texts, drafts, files] = mutated(count, seed);
    println!(
        "{count} changed documents and project files, none panicked; still read: text {texts}, draft {drafts}, \
         project file {files}"
    );
}

#[test]
#[ignore = "takes minutes; for the release build"]
fn a_million_changed_workbooks() {
    let (count, seed) = rounds();
    let read = mutated_workbooks(count, seed);
    println!("{count} changed workbooks, none panicked; draft still read {read}");
}

#[test]
#[ignore = "takes minutes; for the release build"]
fn a_million_changed_packages() {
    let (count, seed) = rounds();
    let [checked, sound] = mutated_packages(count, seed);
    println!("{count} changed packages, none panicked; checked {checked}, of which sound {sound}");
}
