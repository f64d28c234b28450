//! Damaged and strange rule packs: refused with a sentence, or usable to the end.

use crate::drafts::{answered, built_in};
use jiping::documents::project_file::pack;
use jiping::domain::checks::run::check as run;
use jiping::domain::draft::draft::Draft;
use jiping::domain::evaluation::evaluate::evaluate;
use jiping::domain::evaluation::figure::Figure;
use jiping::domain::explanation::explain::explain;
use proptest::prelude::*;
use serde_json::{Value, json};

/// A pack with some of its text replaced by what does not belong there.
fn damaged() -> impl Strategy<Value = String> {
    let text = pack::write(&built_in("湖南"));
    let characters: Vec<char> = text.chars().collect();
    let count = characters.len();
    let piece = prop_oneof![
        Just(String::new()),
        "[0-9.\\-]{1,14}",
        "[\\[\\]{}\",:]{1,3}",
        Just("-1".to_owned()),
        Just("999999".to_owned()),
        Just("0.000001".to_owned()),
        Just("at_least".to_owned()),
        Just("tiers".to_owned()),
        "\\PC{0,6}",
    ];
    proptest::collection::vec((0..count, 0_usize..12, piece), 1..4).prop_map(move |changes| {
        let mut characters = characters.clone();
        for (place, length, piece) in changes {
            let place = place.min(characters.len());
            let end = (place + length).min(characters.len());
            characters.splice(place..end, piece.chars());
        }
        characters.into_iter().collect()
    })
}

/// The numbers of a pack replaced by others that can be read, so that the rules themselves are strange.
fn strange() -> impl Strategy<Value = String> {
    let text = pack::write(&built_in("湖南"));
    let number = prop_oneof![
        Just("0"),
        Just("-5"),
        Just("999999"),
        Just("0.000001"),
        Just("100"),
        Just(""),
        Just("很多"),
    ];
    proptest::collection::vec(number, 60).prop_map(move |numbers| {
        let mut json: Value = serde_json::from_str(&text).unwrap();
        let mut numbers = numbers.into_iter().cycle();
        replace_numbers(&mut json["scheme"], &mut numbers);
        json.to_string()
    })
}

fn replace_numbers(value: &mut Value, numbers: &mut impl Iterator<Item = &'static str>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                let is_number = ["weight", "bound", "step", "points", "otherwise"].contains(&name.as_str());
                if is_number && value.is_string() {
                    *value = json!(numbers.next().unwrap());
                } else {
                    replace_numbers(value, numbers);
                }
            }
        }
        Value::Array(rows) => rows.iter_mut().for_each(|row| replace_numbers(row, numbers)),
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn damaged_packs_are_refused_or_usable(text in damaged()) {
        usable_or_refused(&text);
    }

    #[test]
    fn strange_numbers_are_refused_or_usable(text in strange()) {
        usable_or_refused(&text);
    }
}

/// Whatever is accepted computes, explains itself and is checked, with every question answered.
fn usable_or_refused(text: &str) {
    match pack::read(text.as_bytes()) {
        Err(error) => assert!(error.to_string().ends_with('。'), "{error}"),
        Ok(scheme) => {
            let draft = answered(Draft::by(scheme));
            let evaluation = evaluate(&draft);
            run(&draft, &evaluation);
            for part in &draft.scheme.parts {
                explain(&draft, &evaluation, Figure::PartScore(part.id));
            }
            for row in &draft.indicators {
                explain(&draft, &evaluation, Figure::IndicatorScore(row.id));
            }
            for (result, row) in evaluation.indicators.iter().zip(&draft.indicators) {
                if let (Ok(weight), Ok(score)) = (result.weight, result.score) {
                    assert!(
                        score <= weight.rounded() && score.decimal() >= rust_decimal::Decimal::ZERO,
                        "{row:?}"
                    );
                }
            }
        }
    }
}
