//! Figures of twelve published forms: what was printed, and what arithmetic gives.

use crate::drafts::{add, indicator, set, totals};
use jiping::documents::project_file::pack;
use jiping::domain::checks::finding::finding::Code;
use jiping::domain::checks::run::check as run;
use jiping::domain::draft::draft::Draft;
use jiping::domain::draft::field::{Field, IndicatorField, List, PartField};
use jiping::domain::evaluation::evaluate::evaluate;
use jiping::domain::evaluation::figure::{Figure, printed};
use jiping::domain::values::input::{Choice, Value};
use jiping::domain::values::points::Points;
use serde_json::Value as Json;

fn cases(table: &str) -> Vec<Json> {
    let all: Json = serde_json::from_str(include_str!("../../fixtures/cases.json")).unwrap();
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
        let mut draft = crate::drafts::new();
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
        let mut draft = crate::drafts::new();
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
        let grade = crate::drafts::new().scheme.grade(total).map(|grade| grade.label());
        assert_eq!(grade, row["grade"].as_str(), "{row}");
    }
}

#[test]
fn whole_forms_by_their_schemes() {
    for row in cases("forms") {
        let field = |name: &str| row[name].as_str().unwrap().to_owned();
        let schemes = pack::built_in();
        let scheme = schemes.iter().find(|scheme| scheme.name == field("scheme")).unwrap();
        let mut draft = Draft::by(scheme.clone());
        totals(&mut draft, ["", &field("adjusted"), &field("executed")]);
        for line in row["rows"].as_array().unwrap() {
            let text = |name: &str| line[name].as_str().unwrap();
            let sign = match text("direction") {
                ">=" => "≥",
                "<=" => "≤",
                _ => "=",
            };
            let id = indicator(&mut draft, text("weight"), &[(sign, text("target"), text("actual"))]);
            if text("group").is_empty() {
                continue;
            }
            let mut groups = draft.scheme.parts.iter().flat_map(|part| &part.groups);
            let group = groups
                .find(|group| group.name == text("group"))
                .map(|group| group.id.0.to_string());
            set(&mut draft, Field::Indicator(id, IndicatorField::Place), &group.unwrap());
        }
        let evaluation = evaluate(&draft);
        let said = |figure| printed(&evaluation, figure).unwrap_or_else(|gap| format!("{gap:?}"));
        assert_eq!(said(Figure::TotalScore), field("total"), "{row}");
        assert_eq!(said(Figure::Grade), field("grade"), "{row}");
        // A printed total that differs is objected to once it is stated; a right one is not.
        set(&mut draft, Field::StatedScore, &field("printed_total"));
        let evaluation = evaluate(&draft);
        let found = run(&draft, &evaluation);
        let objected = found.iter().any(|finding| finding.code == Code::B5);
        let differs = !field("printed_total").is_empty() && field("printed_total") != field("total");
        assert_eq!(objected, differs, "{row}");
        let weights: Vec<&str> = found
            .iter()
            .filter(|finding| matches!(finding.code, Code::B1 | Code::B2))
            .map(|finding| finding.message.as_str())
            .collect();
        match row["weights_wrong"].as_str() {
            Some(words) => assert!(weights.len() == 1 && weights[0].contains(words), "{weights:?}"),
            None => assert!(weights.is_empty(), "{weights:?} in {row}"),
        }
    }
}

#[test]
fn monitoring_and_bases_of_the_forms() {
    let mut draft = crate::drafts::new();
    totals(&mut draft, ["220", "220", ""]);
    let row = add(&mut draft, List::Checkpoints);
    set(&mut draft, Field::CheckpointMonth(row), "6");
    set(&mut draft, Field::CheckpointExecuted(row), "87.57");
    let money = evaluate(&draft).money;
    let progress = money.checkpoints[0].spending_progress.unwrap();
    assert_eq!(progress.printed(), "39.80");
    assert_eq!(money.checkpoints[0].time_progress.unwrap().printed(), "50.00");
    // A budget that was zero at first has no adjustment rate.
    totals(&mut draft, ["0", "3.36", "3.36"]);
    let gap = printed(&evaluate(&draft), Figure::AdjustmentRate).unwrap_err();
    assert_eq!(jiping::domain::evaluation::gap_words::gap_note(gap), "年初预算数为 0");
    // More was spent than there was.
    totals(&mut draft, ["170", "170", "179.6"]);
    assert!(
        run(&draft, &evaluate(&draft))
            .iter()
            .any(|finding| finding.code == Code::A3)
    );
}
