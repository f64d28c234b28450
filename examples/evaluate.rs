//! Prints the figures and findings of a report as JSON: `cargo run --example evaluate FILE`. The file may be a
//! project file, a document that carries one, or any report as .docx, .xlsx, .html, .csv or text; of a report
//! everything is taken over as it is recognised, which nobody has looked through. `--draft OUT.json` writes the draft
//! as it was read as a project file.

use std::process::ExitCode;

use jiping::documents::archive::kind::Kind;
use jiping::documents::archive::read;
use jiping::documents::carried::CarriedFault;
use jiping::documents::exchange::reopened;
use jiping::documents::import::compose::compose;
use jiping::documents::import::reading::{reading, report_file};
use jiping::documents::project_file::project_file;
use jiping::domain::checks::finding::finding::Finding;
use jiping::domain::checks::run::check;
use jiping::domain::draft::draft::Draft;
use jiping::domain::evaluation::derived::Derived;
use jiping::domain::evaluation::evaluate::evaluate;
use jiping::domain::evaluation::evaluation::Evaluation;
use jiping::domain::evaluation::figure::{Figure, printed};
use jiping::domain::values::input::{Choice, Input, Value};
use jiping::domain::values::points::Points;
use jiping::domain::values::rate::Rate;
use serde_json::{Value as Json, json};

fn main() -> ExitCode {
    let mut args = std::env::args().skip(1);
    let (path, option, out) = (args.next(), args.next(), args.next());
    let (Some(path), true) = (
        path,
        option.is_none() || (option.as_deref() == Some("--draft") && out.is_some()),
    ) else {
        eprintln!("usage: cargo run --example evaluate FILE.json|FILE.docx|FILE.xlsx|FILE.txt [--draft OUT.json]");
        return ExitCode::FAILURE;
    };
    let read = std::fs::read(&path).map_err(|error| error.to_string());
    match read.and_then(|bytes| draft(&bytes)) {
        Ok(draft) => {
            println!("{:#}", describe(&draft));
            let written = out.map_or(Ok(()), |out| std::fs::write(out, project_file::write(&draft, "")));
            if let Err(error) = written {
                eprintln!("the draft cannot be written: {error}");
                return ExitCode::FAILURE;
            }
            ExitCode::SUCCESS
        }
        Err(reason) => {
            eprintln!("{path}: {reason}");
            ExitCode::FAILURE
        }
    }
}

fn draft(bytes: &[u8]) -> Result<Draft, String> {
    let kind = Kind::of(bytes);
    if matches!(kind, Kind::Json | Kind::LockedJson) {
        let opened = project_file::read(bytes).map_err(|error| error.to_string())?;
        return Ok(opened.draft);
    }
    if read::is_packed(bytes) {
        let archive = read::open(bytes).map_err(|fault| fault.to_string())?;
        match reopened::open(&archive) {
            Ok((opened, _)) => return Ok(opened.draft),
            Err(CarriedFault::None) => {}
            Err(fault) => return Err(fault.to_string()),
        }
    }
    let laid = report_file::of_file(bytes).map_err(|none| none.to_string())?;
    Ok(compose::whole(&reading::read(&laid.passages)))
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
