//! Prints the figures and findings of a project file as JSON:
//! `cargo run --example evaluate FILE.json`.

use std::process::ExitCode;

use jiping::documents::project_file;
use jiping::domain::checks::run::check;
use jiping::domain::draft::Draft;
use jiping::domain::evaluation::{Derived, Evaluation, evaluate};
use jiping::domain::explanation::{Figure, printed};
use jiping::domain::finding::Finding;
use jiping::domain::input::{Choice, Input, Value};
use jiping::domain::points::Points;
use jiping::domain::rate::Rate;
use serde_json::{Value as Json, json};

fn main() -> ExitCode {
    let Some(path) = std::env::args().nth(1) else {
        eprintln!("usage: cargo run --example evaluate FILE.json");
        return ExitCode::FAILURE;
    };
    let opened = std::fs::read(&path)
        .map_err(|error| error.to_string())
        .and_then(|bytes| project_file::read(&bytes).map_err(|error| error.to_string()));
    match opened {
        Ok(opened) => {
            println!("{:#}", describe(&opened.draft));
            ExitCode::SUCCESS
        }
        Err(reason) => {
            eprintln!("{path}: {reason}");
            ExitCode::FAILURE
        }
    }
}

/// Numbers are strings, so that nothing is rounded on the way; missing ones are null.
fn describe(draft: &Draft) -> Json {
    let evaluation = evaluate(draft);
    let findings = check(draft, &evaluation);
    json!({
        "figures": figures(&evaluation),
        "parts": draft.scheme.parts.iter().zip(&evaluation.parts).map(|(part, result)| json!({
            "name": part.name,
            "weight": text(result.weight.map(Points::printed)),
            "score": text(result.score.map(Points::printed)),
        })).collect::<Vec<_>>(),
        "indicators": draft.indicators.iter().zip(&evaluation.indicators).map(|(row, result)| json!({
            "name": row.name.text(),
            "weight": text(result.weight.map(Points::printed)),
            "score": text(result.score.map(Points::printed)),
        })).collect::<Vec<_>>(),
        "findings": findings.iter().map(finding).collect::<Vec<_>>(),
    })
}

fn figures(evaluation: &Evaluation) -> Json {
    let money = &evaluation.money;
    json!({
        "initial.total": text(money.totals.initial.value.map(|amount| amount.written())),
        "adjusted.total": text(money.totals.adjusted.value.map(|amount| amount.written())),
        "executed.total": text(money.totals.executed.value.map(|amount| amount.written())),
        "execution_rate": text(money.execution_rate.map(Rate::printed)),
        "adjustment": text(money.adjustment.map(|amount| amount.written())),
        "adjustment_rate": text(money.adjustment_rate.map(Rate::printed)),
        "unspent": text(money.unspent.map(|amount| amount.written())),
        "unspent_rate": text(money.unspent_rate.map(Rate::printed)),
        "score.total": text(printed(evaluation, Figure::TotalScore)),
        "grade": text(printed(evaluation, Figure::Grade)),
    })
}

fn finding(finding: &Finding) -> Json {
    json!({
        "code": finding.code.code(),
        "severity": finding.severity().code(),
        "field": finding.field.key(),
        "message": finding.message,
        "hint": finding.hint,
    })
}

fn text(value: Derived<String>) -> Json {
    value.map_or(Json::Null, Json::String)
}
