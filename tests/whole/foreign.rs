//! Reports of other offices, each as it should be and with twelve planted faults, by people who had not seen
//! the program. `cargo test --test whole foreign -- --nocapture` prints what each has.
//!
//! A fault is found where the faulty report has a finding that the clean one lacks, and that says the words of the
//! fault, a name or word that it has wrong, one of its numbers, the name of its row or words of its sentence.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use jiping::documents::import::compose::compose::whole;
use jiping::documents::import::reading::reading::read;
use jiping::documents::import::text::lines::lay;
use jiping::domain::checks::finding::finding::{Code, Severity};
use jiping::domain::checks::run::check;
use jiping::domain::draft::draft::Draft;
use jiping::domain::draft::field::Field;
use jiping::domain::evaluation::evaluate::evaluate;
use jiping::domain::values::input::{Choice, Entry};
use serde::Deserialize;

/// A planted fault.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fault {
    what: String,
    /// The faulty words.
    quote: String,
    /// The words that they contradict.
    other: Option<String>,
    kind: String,
    /// Whether it is a fault of numbers.
    numeric: bool,
    /// Words of a finding that tells it without its numbers.
    #[serde(default)]
    says: Vec<String>,
}

fn foreign() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/foreign")
}

/// The findings of a report in plain text: code and sentence, with the words at the places that it marks.
fn findings(text: &str) -> BTreeSet<(Code, String)> {
    let draft = whole(&read(&lay(text).passages));
    let findings = check(&draft, &evaluate(&draft));
    let marked =
        |(field, range): &(Field, std::ops::Range<usize>)| draft.text(*field).get(range.clone()).map(str::to_owned);
    findings
        .iter()
        .map(|finding| {
            let marked: Vec<String> = finding.places.iter().filter_map(marked).collect();
            (finding.code, format!("{} {}", finding.message, marked.join(" ")))
        })
        .collect()
}

/// A text without what may be written either way.
fn plain(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && !"“”‘’（）()《》,".contains(*c))
        .collect()
}

/// The numbers of a text with two digits at least, without zeros behind their decimals.
fn numbers(text: &str) -> BTreeSet<String> {
    let text = text.replace(',', "");
    let parts = text.split(|c: char| !c.is_ascii_digit() && c != '.');
    let short = |number: &str| match number.split_once('.') {
        Some(_) => number.trim_end_matches('0').trim_end_matches('.').to_owned(),
        None => number.to_owned(),
    };
    let parts = parts.map(|part| part.trim_matches('.'));
    parts.filter(|part| part.len() > 1).map(short).collect()
}

/// Whether a finding speaks of the row or the sentence that the fault stands in: it has the name of the row, or eight
/// characters of the sentence one after another.
fn is_of_place(text: &str, quote: &str, said: &str) -> bool {
    const WINDOW: usize = 8;
    let Some(at) = text.find(quote) else { return false };
    let line = text[..at].rfind('\n').map_or(0, |start| start + 1);
    let line = &text[line..text[at..].find('\n').map_or(text.len(), |end| at + end)];
    let cells: Vec<String> = line.split(['\t', '|', '｜']).map(plain).collect();
    if cells.len() > 3 {
        return cells
            .iter()
            .any(|cell| cell.chars().count() > 3 && said.contains(cell.as_str()));
    }
    let start = text[..at]
        .char_indices()
        .rfind(|(_, c)| matches!(c, '。' | '；' | '\n'))
        .map_or(0, |(start, c)| start + c.len_utf8());
    let end = at + quote.len();
    let end = text[end..]
        .find(['。', '；', '\n'])
        .map_or(text.len(), |more| end + more);
    let sentence: Vec<char> = plain(text.get(start..end).unwrap_or(quote)).chars().collect();
    let mut windows = sentence.windows(WINDOW).map(|window| window.iter().collect::<String>());
    windows.any(|window| said.contains(&window))
}

/// Checks that are of one kind of fault, of which a report has one: their findings do not repeat its words.
const OF_KIND: [(&str, Code); 4] = [
    ("grade", Code::B6),
    ("private", Code::E15),
    ("typo", Code::E14),
    ("heading", Code::E1),
];

fn tells(fault: &Fault, text: &str, (code, message): &(Code, String)) -> bool {
    let said = plain(message);
    if OF_KIND.contains(&(fault.kind.as_str(), *code)) {
        return true;
    }
    if is_of_place(text, &fault.quote, &said) {
        return true;
    }
    if fault.says.iter().any(|words| said.contains(&plain(words))) {
        return true;
    }
    // The wrong name or word itself: “县水利局”, “一岗双则”.
    let own = plain(&fault.quote);
    let quoted = message.split('“').skip(1).filter_map(|rest| rest.split('”').next());
    if quoted
        .map(plain)
        .any(|words| words.chars().count() > 3 && own.contains(&words))
    {
        return true;
    }
    let head: String = plain(&fault.quote).chars().take(12).collect();
    let mut own = numbers(&fault.quote);
    own.extend(fault.other.iter().flat_map(|other| numbers(other)));
    said.contains(&head) || numbers(message).intersection(&own).next().is_some()
}

/// What was found of the faults, and what is told of the clean reports.
struct Outcome {
    found: usize,
    found_of_numbers: usize,
    /// Errors and warnings on the clean reports, by code.
    alarms: BTreeMap<Code, usize>,
}

fn measure(folder: &str) -> Outcome {
    let folder = foreign().join(folder);
    let of_file = |name: &str| findings(&std::fs::read_to_string(folder.join(name)).unwrap());
    let expected = std::fs::read_to_string(folder.join("expected.json")).unwrap();
    let expected: BTreeMap<String, Vec<Fault>> = serde_json::from_str(&expected).unwrap();
    let mut outcome = Outcome {
        found: 0,
        found_of_numbers: 0,
        alarms: BTreeMap::new(),
    };
    let mut missed = Vec::new();
    let mut all = 0;
    let mut all_of_numbers = 0;
    for (name, faults) in &expected {
        let clean = of_file(&name.replace("-faulty", "-clean"));
        let new: Vec<(Code, String)> = of_file(name).difference(&clean).cloned().collect();
        let text = std::fs::read_to_string(folder.join(name)).unwrap();
        let is_found = |fault: &&Fault| new.iter().any(|finding| tells(fault, &text, finding));
        let found = faults.iter().filter(is_found).count();
        let of_numbers = faults.iter().filter(|fault| fault.numeric).filter(is_found).count();
        let grave = |code: &Code| code.severity() == Severity::Error || code.severity() == Severity::Warning;
        let alarms = clean.iter().filter(|(code, _)| grave(code));
        let mut count = 0;
        for (code, message) in alarms {
            println!("    {} {}", code.code(), message.trim_end());
            *outcome.alarms.entry(*code).or_default() += 1;
            count += 1;
        }
        let numeric = faults.iter().filter(|fault| fault.numeric).count();
        println!(
            "{name:<24} {found:>3} of {}, of numbers {of_numbers:>3} of {numeric}, on the clean one {count}",
            faults.len()
        );
        let open = faults.iter().filter(|fault| !is_found(fault));
        let beside = new
            .iter()
            .filter(|finding| !faults.iter().any(|fault| tells(fault, &text, finding)));
        for (code, message) in beside {
            println!("  + {name} {} {message}", code.code());
        }
        missed.extend(open.map(|fault| format!("  {name} {}: {} ({})", fault.kind, fault.quote, fault.what)));
        all += faults.len();
        all_of_numbers += numeric;
        outcome.found += found;
        outcome.found_of_numbers += of_numbers;
    }
    let alarms = outcome.alarms.iter();
    let alarms: Vec<String> = alarms.map(|(code, count)| format!("{} {count}", code.code())).collect();
    println!(
        "found {} of {all}, of numbers {} of {all_of_numbers}; on the clean ones {}\n{}",
        outcome.found,
        outcome.found_of_numbers,
        alarms.join(", "),
        missed.join("\n")
    );
    outcome
}

/// Errors of reckoning and of agreement on the clean reports, which would be false every one.
fn false_errors(outcome: &Outcome, codes: &[Code]) -> usize {
    codes.iter().filter_map(|code| outcome.alarms.get(code)).sum()
}

/// No less is found than was, and no more false errors of what is reckoned.
fn check_floor(folder: &str, found: usize, of_numbers: usize, false_ones: usize) {
    let outcome = measure(folder);
    assert!(outcome.found >= found, "{folder}: {} found", outcome.found);
    let own = outcome.found_of_numbers;
    assert!(own >= of_numbers, "{folder}: {own} found of numbers");
    let reckoned = [
        Code::A3,
        Code::A8,
        Code::B3,
        Code::B4,
        Code::D2,
        Code::D3,
        Code::D6,
        Code::D8,
        Code::E1,
        Code::E7,
    ];
    assert!(false_errors(&outcome, &reckoned) <= false_ones, "{folder}");
}

#[test]
fn faults_of_twelve_reports() {
    check_floor("faults", 136, 98, 0);
}

#[test]
fn faults_of_ten_more_reports() {
    check_floor("faults_second", 91, 71, 1);
}

#[test]
fn faults_of_eight_more_reports() {
    check_floor("faults_third", 83, 63, 0);
}

/// Sentences with one fault of numbers each, and the same without it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Pair {
    faulty: String,
    clean: String,
    kind: String,
}

/// What is found in a text that is the whole of an office's 年度工作.
fn findings_in(text: &str) -> BTreeSet<(Code, String)> {
    let mut draft = Draft::default();
    draft.basics.year = Entry::read("2023");
    draft.work.overview = text.into();
    let findings = check(&draft, &evaluate(&draft));
    let of_text = findings.iter().filter(|finding| finding.field == Field::WorkOverview);
    of_text.map(|finding| (finding.code, finding.message.clone())).collect()
}

/// No fewer of the single faults are found than were, and no more on the texts without.
fn check_single(file: &str, least: usize, most_false: usize) {
    let pairs = std::fs::read_to_string(foreign().join(file)).unwrap();
    let pairs: Vec<Pair> = serde_json::from_str(&pairs).unwrap();
    let (mut found, mut alarms) = (0, 0);
    for pair in &pairs {
        let clean = findings_in(&pair.clean);
        let is_found = findings_in(&pair.faulty).difference(&clean).next().is_some();
        let false_ones: Vec<_> = clean
            .iter()
            .filter(|(code, _)| code.severity() != Severity::Advice)
            .collect();
        found += usize::from(is_found);
        alarms += false_ones.len();
        if !is_found {
            println!("  missed {}: {}", pair.kind, pair.faulty);
        }
        for (code, message) in false_ones {
            println!("  false {} {message}: {}", code.code(), pair.clean);
        }
    }
    println!("found {found} of {}, false {alarms}", pairs.len());
    assert!(
        found >= least && alarms <= most_false,
        "{file}: {found} found, {alarms} false"
    );
}

#[test]
fn a_hundred_single_faults() {
    check_single("single.json", 98, 0);
}

#[test]
fn faults_of_eight_reports_of_a_fourth_hand() {
    check_floor("faults_fourth", 72, 64, 0);
}

#[test]
fn a_hundred_more_single_faults() {
    check_single("single_third.json", 76, 14);
}

#[test]
fn eighty_more_single_faults() {
    check_single("single_second.json", 69, 20);
}

#[test]
fn faults_of_eight_reports_of_a_fifth_hand() {
    check_floor("faults_fifth", 52, 45, 1);
}

#[test]
fn a_fourth_set_of_single_faults() {
    check_single("single_fourth.json", 73, 20);
}

#[test]
fn a_fifth_set_of_single_faults() {
    check_single("single_fifth.json", 53, 0);
}

#[test]
fn faults_of_four_reports_of_a_sixth_hand() {
    check_floor("faults_sixth", 37, 31, 1);
}

#[test]
fn a_sixth_set_of_single_faults() {
    check_single("single_sixth.json", 56, 0);
}

#[test]
fn faults_of_six_reports_of_a_seventh_hand() {
    check_floor("faults_seventh", 41, 35, 2);
}

#[test]
fn a_seventh_set_of_single_faults() {
    check_single("single_seventh.json", 61, 6);
}

/// Texts that are right and look as if they were not.
#[test]
fn nothing_is_told_of_texts_that_only_look_wrong() {
    let texts = std::fs::read_to_string(foreign().join("clean_looking_wrong.json")).unwrap();
    let texts: Vec<String> = serde_json::from_str(&texts).unwrap();
    let mut alarms = 0;
    for text in &texts {
        for (code, message) in findings_in(text) {
            if code.severity() != Severity::Advice {
                println!("  false {} {message}: {text}", code.code());
                alarms += 1;
            }
        }
    }
    assert!(alarms <= 4, "{alarms} false");
}

#[test]
#[ignore = "reads pairs from the file that PAIRS names"]
fn pairs_of_a_file() {
    let file = std::env::var("PAIRS").unwrap();
    check_single(&file, 0, 9999);
}
