//! Short texts and small reports that once failed, with what must be found, must not be found, or must be read.

use std::collections::BTreeMap;

use jiping::documents::import::compose::compose::whole;
use jiping::documents::import::reading::reading::read;
use jiping::documents::import::text::lines::lay;
use jiping::documents::project_file::pack;
use jiping::domain::checks::run::check;
use jiping::domain::draft::draft::Draft;
use jiping::domain::draft::edit::Edit;
use jiping::domain::draft::field::Field;
use jiping::domain::evaluation::evaluate::evaluate;
use jiping::domain::evaluation::evaluation::Evaluation;
use jiping::domain::scheme::scheme::ReportKind;
use jiping::domain::values::input::{Choice, Value};
use serde::Deserialize;

#[derive(Deserialize)]
struct Case {
    id: String,
    text: String,
    /// Otherwise one paragraph of a section.
    whole_report: bool,
    #[serde(default)]
    must_find_one_of: Vec<String>,
    #[serde(default)]
    naming_one_of: Vec<String>,
    #[serde(default)]
    must_not_find: Vec<String>,
    #[serde(default)]
    must_read: BTreeMap<String, String>,
}

/// Those that still fail: what they rest on is read by the recognition of reports and of their tables.
const OPEN: [&str; 5] = ["g14", "g20", "g21", "g23", "g25"];

fn draft(case: &Case) -> Draft {
    if case.whole_report {
        return whole(&read(&lay(&case.text).passages));
    }
    let mut draft = pack::new_draft(ReportKind::Department, None);
    draft.apply(&Edit::Set(Field::Achievements, case.text.clone()));
    draft
}

/// A figure of the draft as a plain number.
fn figure(name: &str, draft: &Draft, evaluation: &Evaluation) -> Option<String> {
    match name {
        "adjusted.total" => Some(evaluation.money.totals.adjusted.value.ok()?.written()),
        "executed.total" => Some(evaluation.money.totals.executed.value.ok()?.written()),
        "execution_rate" => Some(evaluation.money.execution_rate.ok()?.printed()),
        "score.total" => {
            let total = draft.stated_score.value().copied().or(evaluation.total.ok());
            Some(total?.printed())
        }
        _ => panic!("no figure {name}"),
    }
}

/// What is wrong with a case, none where nothing is.
fn fault(case: &Case) -> Option<String> {
    let draft = draft(case);
    let evaluation = evaluate(&draft);
    let findings = check(&draft, &evaluation);
    let plain = |text: &str| text.replace([',', ' ', '，'], "");
    let lines: Vec<String> = findings
        .iter()
        .map(|finding| {
            format!(
                "{} {} {}",
                finding.code.code(),
                finding.field.key(),
                plain(&finding.message)
            )
        })
        .collect();
    let names = |line: &String| {
        case.naming_one_of.is_empty() || case.naming_one_of.iter().any(|name| line.contains(name.as_str()))
    };
    let finds = |line: &String| case.must_find_one_of.iter().any(|code| line.starts_with(code.as_str())) && names(line);
    if !case.must_find_one_of.is_empty() && !lines.iter().any(finds) {
        return Some(format!(
            "{}: none of {:?} in {lines:#?}",
            case.id, case.must_find_one_of
        ));
    }
    if let Some(line) = lines
        .iter()
        .find(|line| case.must_not_find.iter().any(|code| line.starts_with(code.as_str())))
    {
        return Some(format!("{}: found {line}", case.id));
    }
    let wrong = case
        .must_read
        .iter()
        .find(|(name, value)| figure(name, &draft, &evaluation).as_ref() != Some(value));
    wrong.map(|(name, value)| {
        format!(
            "{}: {name} is {:?}, not {value}",
            case.id,
            figure(name, &draft, &evaluation)
        )
    })
}

#[test]
fn sentences() {
    let cases: Vec<Case> = serde_json::from_str(include_str!("../../fixtures/sentences.json")).unwrap();
    let faults: Vec<(String, String)> = cases
        .iter()
        .filter_map(|case| Some((case.id.clone(), fault(case)?)))
        .collect();
    println!("{} of {} right", cases.len() - faults.len(), cases.len());
    let failing: Vec<&str> = faults.iter().map(|(id, _)| id.as_str()).collect();
    let told: Vec<&str> = faults.iter().map(|(_, fault)| fault.as_str()).collect();
    assert_eq!(failing, OPEN, "{}", told.join("\n"));
}
