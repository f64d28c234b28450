//! Figures of twelve published forms: what was printed, and what arithmetic gives.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a panic is how a test fails"
)]

mod drafts;

use drafts::{indicator, set, totals};
use jiping::domain::checks::run::check as run;
use jiping::domain::evaluation::evaluate;
use jiping::domain::explanation::{Figure, printed};
use jiping::domain::field::{Field, PartField};
use jiping::domain::finding::Code;
use jiping::domain::input::{Choice, Value};
use jiping::domain::points::Points;
use serde_json::Value as Json;

fn cases(table: &str) -> Vec<Json> {
    let all: Json = serde_json::from_str(include_str!("fixtures/cases.json")).unwrap();
    all[table].as_array().unwrap().clone()
}

fn text(row: &Json, name: &str) -> Option<String> {
    row[name].as_str().map(str::to_owned)
}

/// A figure without its sign and zeros, so that forms that print "9.00" and "9" agree.
fn plain(text: &str) -> String {
    let bare = text.trim_end_matches('%').replace(',', "");
    if bare.contains('.') {
        bare.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        bare
    }
}

#[test]
fn money_and_progress() {
    let rows = cases("money");
    assert!(rows.len() >= 9);
    for row in rows {
        let mut draft = drafts::new();
        let scheme = draft.scheme.make_mut();
        scheme.parts.truncate(1);
        let part = scheme.parts[0].id;
        let column = |name| text(&row, name).unwrap_or_default();
        totals(
            &mut draft,
            [&column("initial"), &column("adjusted"), &column("executed")],
        );
        set(&mut draft, Field::Part(part, PartField::Weight), &column("weight"));
        if let Some(rate) = text(&row, "printed_rate") {
            set(&mut draft, Field::StatedExecutionRate, &rate);
        }
        let evaluation = evaluate(&draft);
        let check = |name: &str, figure: Figure| {
            if let Some(expected) = text(&row, name) {
                let found = printed(&evaluation, figure).unwrap_or_else(|gap| format!("{gap:?}"));
                assert_eq!(plain(&found), plain(&expected), "{} of {row}", name);
            }
        };
        check("rate", Figure::ExecutionRate);
        check("adjustment_rate", Figure::AdjustmentRate);
        check("unspent", Figure::Unspent);
        check("score", Figure::PartScore(part));
        // A printed rate is objected to exactly when it is not the exact rate, rounded as printed.
        let objected = run(&draft, &evaluation).iter().any(|finding| finding.code == Code::A2);
        let expected = matches!(row["case"].as_str(), Some("shidian_nyncj_2019proj"));
        assert_eq!(objected, expected, "{row}");
    }
}

#[test]
fn indicator_scores() {
    let rows = cases("scores");
    assert!(rows.len() >= 10);
    for row in rows {
        let sign = match row["direction"].as_str() {
            Some(">=") => "≥",
            Some("<=") => "≤",
            _ => "=",
        };
        let field = |name| text(&row, name).unwrap();
        let mut draft = drafts::new();
        let id = indicator(
            &mut draft,
            &field("weight"),
            &[(sign, &field("target"), &field("actual"))],
        );
        let score = printed(&evaluate(&draft), Figure::IndicatorScore(id)).unwrap();
        assert_eq!(plain(&score), plain(&field("score")), "{row}");
    }
}

#[test]
fn grades() {
    for row in cases("grades") {
        let total = Points::read(row["total"].as_str().unwrap()).unwrap();
        let grade = drafts::new().scheme.grade(total).map(|grade| grade.label());
        assert_eq!(grade, row["grade"].as_str(), "{row}");
    }
}
