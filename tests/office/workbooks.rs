//! The documents in LibreOffice, where it is installed: what it computes is what we wrote.

use std::fs;

use jiping::documents::archive::read;
use jiping::documents::exchange::{exports, reopened};
use jiping::domain::checks::run::check as checked;
use jiping::domain::draft::draft::Draft;
use jiping::domain::evaluation::evaluate::evaluate;
use rust_decimal::Decimal;

use crate::libreoffice::office;
use crate::workbook::{Book, random};

/// LibreOffice computes every formula anew and comes to the values that the workbook carries.
fn check(name: &str, ours: &Book, theirs: &Book) -> usize {
    let mut count = 0;
    for sheet in &ours.sheets {
        let computed = theirs.sheet(&sheet.name);
        for (address, cell) in sheet.formulas() {
            let split = address.find(|c: char| c.is_ascii_digit()).expect("a row");
            let (column, row) = address.split_at(split);
            let other = &computed.at(column, row.parse().expect("a row")).value;
            let same = match (number(&cell.value), number(other)) {
                // Fifteen digits are all that either holds.
                (Some(one), Some(other)) => (one - other).abs() <= one.abs().max(Decimal::ONE) * Decimal::new(1, 12),
                _ => cell.value == *other,
            };
            assert!(
                same,
                "{name}, {}!{address} = {}: {} here, {other} there",
                sheet.name, cell.formula, cell.value
            );
            count += 1;
        }
    }
    count
}

/// A number with at most twelve decimals, which is more than any cell shows.
fn number(text: &str) -> Option<Decimal> {
    let value = Decimal::from_scientific(text).or_else(|_| text.parse());
    value
        .ok()
        .map(|value| jiping::domain::values::rounding::half_away_from_zero(value, 12))
}

#[test]
fn the_draft_survives_another_program_and_nothing_looks_changed() {
    let drafts = [
        crate::drafts::sample(),
        crate::drafts::new(),
        random::draft(1),
        random::draft(2),
    ];
    let excel = |draft: &Draft| {
        let evaluation = evaluate(draft);
        exports::excel(draft, &evaluation, &checked(draft, &evaluation)).expect("a workbook")
    };
    let files: Vec<(String, Vec<u8>)> = (0..)
        .zip(&drafts)
        .map(|(place, draft)| (format!("kept{place}.xlsx"), excel(draft)))
        .collect();
    let Some(saved) = office("keeping", &files, "xlsx") else {
        return;
    };
    for (draft, path) in drafts.iter().zip(&saved) {
        let archive = read::open(&fs::read(path).expect("a file")).expect("a workbook");
        let (opened, changes) = reopened::open(&archive).expect("a draft");
        let mut expected = draft.clone();
        expected.mend_identities();
        assert_eq!(opened.draft, expected);
        assert_eq!(changes, []);
    }
}

#[test]
fn libreoffice_computes_what_the_workbook_says() {
    let mut drafts = vec![
        ("sample".to_owned(), crate::drafts::sample()),
        ("blank".to_owned(), crate::drafts::new()),
    ];
    drafts.extend((0..16).map(|seed| (format!("random{seed}"), random::draft(seed))));
    let written: Vec<(String, Vec<u8>)> = drafts
        .iter()
        .map(|(name, draft)| (name.clone(), crate::workbook::written(draft, None)))
        .collect();
    let files: Vec<(String, Vec<u8>)> = written
        .iter()
        .map(|(name, bytes)| (format!("{name}.xlsx"), crate::workbook::without_results(bytes)))
        .collect();
    let Some(results) = office("recalculation", &files, "xlsx") else {
        return;
    };
    let mut count = 0;
    for ((name, bytes), result) in written.iter().zip(&results) {
        let theirs = crate::workbook::open(&fs::read(result).expect("a result"));
        count += check(name, &crate::workbook::open(bytes), &theirs);
    }
    println!("{count} formulas computed");
    assert!(count > 1_000, "only {count} formulas");
}
