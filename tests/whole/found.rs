//! How well the checks find what a reviewer would find: drafts with known faults, drafts without, published
//! forms, and reports as text in the manner of other regions, taken over as they are recognised. `cargo test --test found -- --nocapture` prints precision and recall by code.
//!
//! Beside the drafts of each folder stands `expected.json`. A finding is right when a row of `expected` has its
//! code, and names its place; a row may be found more than once. What stands in `allowed` is a matter of
//! judgement and counts neither way. `known_false` are false alarms that are known and count against precision,
//! `missed` faults that no check finds and that count against recall.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use jiping::documents::import::compose::compose::whole;
use jiping::documents::import::reading::reading::read;
use jiping::documents::import::text::lines::lay;
use jiping::documents::project_file::project_file;
use jiping::domain::checks::finding::finding::{Code, Finding, Severity};
use jiping::domain::checks::run::check as run;
use jiping::domain::draft::chapter::Chapter;
use jiping::domain::draft::draft::Draft;
use jiping::domain::draft::field::Field;
use jiping::domain::draft::names;
use jiping::domain::draft::narrative::find_section;
use jiping::domain::evaluation::evaluate::evaluate;
use jiping::domain::values::input::Choice;
use jiping::domain::values::row::find;
use serde::Deserialize;

/// The codes that follow from figures alone.
const ARITHMETIC: [Code; 14] = [
    Code::A1,
    Code::A2,
    Code::A3,
    Code::A5,
    Code::A6,
    Code::B1,
    Code::B2,
    Code::B3,
    Code::B4,
    Code::B5,
    Code::B6,
    Code::B7,
    Code::B9,
    Code::C4,
];

/// What is known of the drafts of a folder, by file name.
type Expectations = BTreeMap<String, Expectation>;

#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
struct Expectation {
    /// What the draft is, and which traps stand in it.
    about: String,
    expected: Vec<Expected>,
    allowed: Vec<Expected>,
    known_false: Vec<Expected>,
    /// Faults that no check finds yet. They count against recall.
    missed: Vec<Expected>,
}

/// One fault.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    /// The code; where either of two is as good, divided by "|", and counted with the first.
    code: String,
    /// Words of the place as [`place`] says it; where several places are as good, divided by "|".
    at: String,
    /// Words of the sentence, where one place has several faults of one code.
    #[serde(default)]
    says: String,
    /// Why a reviewer would object.
    #[serde(default)]
    why: String,
}

impl Expected {
    fn covers(&self, finding: &Finding, place: &str) -> bool {
        let plain = |text: &str| text.replace([',', ' ', '，'], "");
        self.code.split('|').any(|code| code == finding.code.code())
            && self.at.split('|').any(|at| place.contains(at))
            && self
                .says
                .split('|')
                .any(|says| plain(&finding.message).contains(&plain(says)))
    }

    fn first_code(&self) -> Code {
        let code = self.code.split('|').next().and_then(Code::from_code);
        code.unwrap_or_else(|| panic!("no check {}", self.code))
    }

    fn line(&self, draft: &str) -> String {
        format!("{draft}: {} {} {}（{}）", self.code, self.at, self.says, self.why)
    }
}

/// Where a finding is, in words: part of the report, name of the field, heading that it stands under.
fn place(draft: &Draft, field: Field) -> String {
    let heading = match field {
        Field::SectionHeading(id) | Field::SectionText(id) => {
            find_section(&draft.work.sections, id).map(|row| row.heading.clone())
        }
        Field::CompletionHeading(id) | Field::CompletionText(id) => {
            find(&draft.results.completions, id).map(|row| row.heading.clone())
        }
        Field::Outline(id, _) => find(&draft.scheme.outline, id).map(|row| row.heading.clone()),
        Field::Problem(id) => number(draft.problems.iter().position(|row| row.id == id)),
        Field::Improvement(id) => number(draft.improvements.iter().position(|row| row.id == id)),
        Field::EvidenceName(id, _) | Field::EvidencePlace(id, _) => Some(names::indicator_name(draft, id)),
        _ => None,
    };
    let name = names::full_name(draft, field);
    let heading = heading.unwrap_or_default();
    format!("{} · {name} · {heading} · {}", Chapter::of(field).label(), field.key())
}

fn number(place: Option<usize>) -> Option<String> {
    place.map(|place| format!("第 {} 条", place + 1))
}

/// How often a code was found, rightly and wrongly, and how many of its faults were.
#[derive(Clone, Copy, Default)]
struct Tally {
    faults: usize,
    found: usize,
    right: usize,
    wrong: usize,
}

impl Tally {
    fn and(self, other: Tally) -> Tally {
        Tally {
            faults: self.faults + other.faults,
            found: self.found + other.found,
            right: self.right + other.right,
            wrong: self.wrong + other.wrong,
        }
    }

    fn line(self, name: &str) -> String {
        let Tally {
            faults,
            found,
            right,
            wrong,
        } = self;
        let precision = percent(right, right + wrong);
        let recall = percent(found, faults);
        format!("{name:<9}{faults:>7}{found:>7}{right:>7}{wrong:>7}{precision:>11}{recall:>9}")
    }
}

/// A percentage with one decimal; none of nothing.
fn percent(part: usize, whole: usize) -> String {
    match (part * 2000 + whole).checked_div(whole * 2) {
        Some(thousandths) => format!("{}.{}%", thousandths / 10, thousandths % 10),
        None => "–".into(),
    }
}

/// What came of a folder.
#[derive(Default)]
struct Outcome {
    tallies: BTreeMap<Code, Tally>,
    faults: Vec<String>,
}

fn folder(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(name)
}

fn expectations(name: &str) -> Expectations {
    let text = std::fs::read_to_string(folder(name).join("expected.json")).unwrap();
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn drafts(name: &str) -> BTreeMap<String, Draft> {
    let files = std::fs::read_dir(folder(name))
        .unwrap()
        .map(|file| file.unwrap().path());
    files
        .filter(|path| path.file_name().is_some_and(|name| name != "expected.json"))
        .map(|path| {
            let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
            if path.extension().is_some_and(|ending| ending == "txt") {
                let text = std::fs::read_to_string(&path).unwrap();
                return (stem, whole(&read(&lay(&text).passages)));
            }
            let opened = project_file::read(&std::fs::read(&path).unwrap());
            let opened = opened.unwrap_or_else(|error| panic!("{stem}: {error}"));
            assert!(!opened.is_older(), "{stem} is of an older version");
            (stem, opened.draft)
        })
        .collect()
}

/// Checks the drafts of a folder, as far as the codes go, against what is expected of them.
fn measure(name: &str, codes: &[Code]) -> Outcome {
    let (drafts, expectations) = (drafts(name), expectations(name));
    let named: BTreeSet<_> = expectations.keys().collect();
    assert_eq!(
        drafts.keys().collect::<BTreeSet<_>>(),
        named,
        "drafts and expectations of {name}"
    );
    assert!(!drafts.is_empty(), "no drafts in {name}");
    let mut outcome = Outcome::default();
    for (draft_name, draft) in &drafts {
        let expectation = &expectations[draft_name];
        assert!(!expectation.about.is_empty(), "{draft_name} says what it is about");
        let mut found = vec![false; expectation.expected.len()];
        let findings = run(draft, &evaluate(draft));
        for finding in findings.iter().filter(|finding| codes.contains(&finding.code)) {
            let place = place(draft, finding.field);
            let tally = outcome.tallies.entry(finding.code).or_default();
            let mut right = false;
            for (row, found) in expectation.expected.iter().zip(&mut found) {
                if row.covers(finding, &place) {
                    (*found, right) = (true, true);
                }
            }
            if right {
                tally.right += 1;
            } else if !expectation.allowed.iter().any(|row| row.covers(finding, &place)) {
                tally.wrong += 1;
                if !expectation.known_false.iter().any(|row| row.covers(finding, &place)) {
                    let code = finding.code.code();
                    outcome.faults.push(format!(
                        "not expected  {draft_name}: {code} {place}: {}",
                        finding.message
                    ));
                }
            }
        }
        for row in &expectation.missed {
            outcome.tallies.entry(row.first_code()).or_default().faults += 1;
        }
        for (row, found) in expectation.expected.iter().zip(found) {
            let tally = outcome.tallies.entry(row.first_code()).or_default();
            tally.faults += 1;
            tally.found += usize::from(found);
            if !found {
                outcome.faults.push(format!("not found     {}", row.line(draft_name)));
            }
        }
    }
    outcome
}

/// Measures a folder, prints the table, and fails where anything is missing or too much.
fn check(name: &str, codes: &[Code]) {
    let outcome = measure(name, codes);
    println!("{name}\ncode      faults  found  right  wrong  precision   recall");
    for (code, tally) in &outcome.tallies {
        println!("{}", tally.line(code.code()));
    }
    let all = outcome
        .tallies
        .values()
        .fold(Tally::default(), |sum, tally| sum.and(*tally));
    println!("{}\n", all.line("all"));
    assert!(outcome.faults.is_empty(), "{name}:\n{}", outcome.faults.join("\n"));
}

#[test]
fn faulty_drafts() {
    check("faulty", Code::ALL);
}

#[test]
fn clean_drafts() {
    check("clean", Code::ALL);
}

#[test]
fn published_forms() {
    check("cases", &ARITHMETIC);
}

/// Reports of others are built in other ways, so that what our outline lacks in them says nothing of the checks.
#[test]
fn reports_of_other_regions() {
    let of_build = [Code::A5, Code::B6, Code::B8, Code::C9, Code::E9];
    let codes: Vec<Code> = Code::ALL
        .iter()
        .copied()
        .filter(|code| !of_build.contains(code))
        .collect();
    check("reports", &codes);
}

/// Reports that were written by others who had not seen the rules, and before any rule was made for their sake; only
/// the reading of their tables was. Parts that those outlines do not have, and evidence, are left out.
#[test]
fn reports_written_blind() {
    let codes = Code::ALL.iter().copied();
    let codes: Vec<Code> = codes.filter(|code| !matches!(code, Code::C9 | Code::E9)).collect();
    check("blind", &codes);
}

#[test]
fn every_check_has_a_fault_to_find() {
    let rows = expectations("faulty");
    let rows = rows.values().flat_map(|draft| &draft.expected);
    let expected: BTreeSet<Code> = rows.map(Expected::first_code).collect();
    let all: BTreeSet<Code> = Code::ALL.iter().copied().collect();
    let missing: Vec<&str> = all.difference(&expected).map(|code| code.code()).collect();
    assert!(missing.is_empty(), "no faulty draft has {missing:?}");
}

#[test]
fn nothing_but_advice_is_allowed_in_clean_drafts() {
    for (name, draft) in expectations("clean") {
        assert!(
            draft.expected.is_empty() && draft.known_false.is_empty(),
            "{name} is clean"
        );
        for row in draft.allowed {
            assert_eq!(row.first_code().severity(), Severity::Advice, "{}", row.line(&name));
        }
    }
}
