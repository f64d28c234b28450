//! Kinds of faults of numbers, names and dates, each in many wordings of the field, and beside them the same without the
//! fault, of which nothing may be told: `tests/fixtures/kinds/texts.txt`.

use jiping::domain::checks::finding::finding::Code;
use jiping::domain::draft::field::Field;
use jiping::domain::values::input::Choice;

use crate::drafts::{findings, new, set};

const TEXTS: &str = include_str!("../../fixtures/kinds/texts.txt");

/// What may not be told of a text without a fault.
const GRAVE: [Code; 13] = [
    Code::A2,
    Code::A3,
    Code::A8,
    Code::B3,
    Code::B4,
    Code::B5,
    Code::B6,
    Code::D1,
    Code::D2,
    Code::D3,
    Code::D4,
    Code::D6,
    Code::E7,
];

/// The codes that are told of a text, each as often as it is.
fn told(text: &str) -> Vec<&'static str> {
    let mut draft = new();
    set(
        &mut draft,
        Field::WorkOverview,
        &text.replace('⏎', "\n").replace('⇥', "\t"),
    );
    let told = GRAVE
        .iter()
        .flat_map(|code| findings(&draft, *code).into_iter().map(|_| code.code()));
    told.collect()
}

#[test]
fn kinds_of_faults_in_many_wordings() {
    let rows = TEXTS.lines().filter(|line| line.starts_with(['+', '-']));
    let wrong: Vec<String> = rows
        .filter_map(|row| {
            let (sign, text) = row.split_once(' ')?;
            let told = told(text);
            let fits = match sign.strip_prefix('+') {
                Some(code) => told.iter().filter(|own| **own == code).count() == 1,
                None => told.is_empty(),
            };
            (!fits).then(|| format!("{row}\n  told {told:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
