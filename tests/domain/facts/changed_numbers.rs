//! One number of a clean report is changed at random, a thousand times: how many of the changes are found.

use std::collections::BTreeSet;
use std::path::PathBuf;

use jiping::documents::import::compose::compose::whole;
use jiping::documents::import::reading::reading::read;
use jiping::documents::import::text::lines::lay;
use jiping::documents::project_file::project_file;
use jiping::domain::checks::finding::finding::FindingId;
use jiping::domain::checks::run::{check, check_after};
use jiping::domain::checks::texts::written::written;
use jiping::domain::draft::draft::Draft;
use jiping::domain::draft::edit::Edit;
use jiping::domain::draft::field::Field;
use jiping::domain::evaluation::evaluate::evaluate;
use jiping::domain::facts::fact::Place;
use jiping::domain::facts::ledger::Ledger;
use jiping::domain::facts::printed::Printed;
use jiping::domain::facts::relation::{Relation, Verdict};
use jiping::domain::facts::text;
use jiping::domain::prose::quantity::quantities;
use jiping::domain::references::figure_mention::mentions;
use jiping::domain::references::figure_tokens::tokens;
use jiping::domain::references::reference::datum;

/// Clean reports: drafts, and texts as they are recognised.
fn reports() -> Vec<Draft> {
    let folder = |name: &str| {
        PathBuf::from(env!("CARGO_MANIFEST_DIR"))
            .join("tests/fixtures")
            .join(name)
    };
    let files = |name: &str| {
        let mut paths: Vec<PathBuf> = std::fs::read_dir(folder(name))
            .unwrap()
            .map(|file| file.unwrap().path())
            .collect();
        paths.sort();
        paths
            .into_iter()
            .filter(|path| !path.to_string_lossy().contains("faulty") && !path.ends_with("expected.json"))
    };
    let drafts = files("clean").map(|path| project_file::read(&std::fs::read(path).unwrap()).unwrap().draft);
    let texts = files("blind").map(|path| whole(&read(&lay(&std::fs::read_to_string(path).unwrap()).passages)));
    drafts.chain(texts).collect()
}

/// A number of a text, and whether anything must agree with it.
struct Spot {
    report: usize,
    field: Field,
    text: String,
    /// The digits.
    place: std::ops::Range<usize>,
    related: Related,
}

/// What must agree with a number.
struct Related {
    id: usize,
    ledger: Ledger,
    relations: Vec<Relation>,
    /// Whether it speaks of a figure of the report.
    spoken: bool,
}

impl Related {
    fn is_any(&self) -> bool {
        self.spoken || !self.relations.is_empty()
    }

    /// Whether another number in its place contradicts anything: what stays within the rounding does not.
    fn is_broken_by(&self, number: &str) -> bool {
        let mut ledger = self.ledger.clone();
        let fact = &mut ledger.facts[self.id];
        let read = Printed::read(number).expect("digits");
        fact.number.value = read.value * fact.number.scale;
        self.spoken
            || self
                .relations
                .iter()
                .any(|relation| matches!(ledger.judge(relation), Verdict::Broken { .. }))
    }
}

fn spots(report: usize, draft: &Draft) -> Vec<Spot> {
    let mut spots = Vec::new();
    for part in written(draft) {
        let found = quantities(part.text);
        let ledger = text::read(part.field, part.text, &found);
        let evaluation = evaluate(draft);
        let mut spoken = mentions(part.field, part.text, &tokens(part.text, &found), draft);
        spoken.retain(|mention| !mention.about && datum(mention.source, draft, &evaluation).is_ok());
        for (id, fact) in ledger.facts.iter().enumerate() {
            let Place::Text(_, range) = &fact.at else { continue };
            let said = &part.text[range.clone()];
            let digits = said.len()
                - said
                    .trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','))
                    .len();
            if digits == 0 {
                continue;
            }
            // What 其中 names need not be all.
            let binds = |relation: &&Relation| !matches!(relation, Relation::Sum { complete: false, .. });
            let own = ledger
                .relations
                .iter()
                .filter(binds)
                .filter(|relation| relation.facts().contains(&id));
            let relations: Vec<Relation> = own.cloned().collect();
            let spoken = spoken
                .iter()
                .any(|mention| mention.range.start < range.end && range.start < mention.range.end);
            spots.push(Spot {
                report,
                field: part.field,
                text: part.text.to_owned(),
                place: range.start..range.start + digits,
                related: Related {
                    id,
                    relations,
                    spoken,
                    ledger: ledger.clone(),
                },
            });
        }
    }
    spots
}

/// The next of a row of numbers that look random and are the same each time.
fn random(state: &mut u64, below: usize) -> usize {
    *state = state
        .wrapping_mul(6_364_136_223_846_793_005)
        .wrapping_add(1_442_695_040_888_963_407);
    usize::try_from(*state >> 33).unwrap() % below
}

/// The number with one digit changed, or with two neighbours exchanged, as slips of the pen are.
fn changed(number: &str, state: &mut u64) -> Option<String> {
    let digits: Vec<usize> = number
        .char_indices()
        .filter(|(_, c)| c.is_ascii_digit())
        .map(|(at, _)| at)
        .collect();
    let mut bytes = number.as_bytes().to_vec();
    let at = digits[random(state, digits.len())];
    let next = digits.iter().find(|next| **next > at).copied();
    match next.filter(|next| random(state, 2) == 0 && bytes[*next] != bytes[at]) {
        Some(next) => bytes.swap(at, next),
        None => {
            let digit = bytes[at] - b'0';
            bytes[at] = b'0' + (digit + 1 + u8::try_from(random(state, 9)).unwrap()) % 10;
        }
    }
    // A number does not begin with a zero.
    let whole = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
    (bytes[0] != b'0' || whole == 1).then(|| String::from_utf8(bytes).unwrap())
}

#[test]
fn a_changed_number_is_found() {
    let reports = reports();
    let all: Vec<Spot> = reports
        .iter()
        .enumerate()
        .flat_map(|(at, draft)| spots(at, draft))
        .collect();
    let before: Vec<_> = reports.iter().map(|draft| check(draft, &evaluate(draft))).collect();
    let known: Vec<BTreeSet<FindingId>> = before
        .iter()
        .map(|findings| findings.iter().map(|finding| finding.id()).collect())
        .collect();
    let related = all.iter().filter(|spot| spot.related.is_any()).count();
    println!(
        "{} numbers in {} reports, {related} of them take part in a relation",
        all.len(),
        reports.len()
    );
    let mut state = 20_260_101;
    let (mut tried, mut found, mut within, mut of_related, mut found_related) = (0, 0, 0, 0, 0);
    let mut missed = Vec::new();
    while tried < 1_000 {
        let spot = &all[random(&mut state, all.len())];
        let number = &spot.text[spot.place.clone()];
        let Some(other) = changed(number, &mut state) else {
            continue;
        };
        let mut text = spot.text.clone();
        text.replace_range(spot.place.clone(), &other);
        let mut draft = reports[spot.report].clone();
        draft.apply(&Edit::Set(spot.field, text));
        let findings = check_after(
            &draft,
            &evaluate(&draft),
            Some((&reports[spot.report], &before[spot.report])),
        );
        let is_found = findings
            .iter()
            .any(|finding| !known[spot.report].contains(&finding.id()));
        tried += 1;
        found += usize::from(is_found);
        let related = spot.related.is_any();
        let contradicts = related && spot.related.is_broken_by(&other);
        within += usize::from(related && !contradicts);
        of_related += usize::from(contradicts);
        found_related += usize::from(is_found && contradicts);
        if !is_found && (contradicts || std::env::var_os("JIPING_ALL_MISSED").is_some()) {
            let start = spot.text.floor_char_boundary(spot.place.start.saturating_sub(90));
            let end = spot.text.ceil_char_boundary((spot.place.end + 60).min(spot.text.len()));
            missed.push(format!(
                "{number} → {other}: {}",
                spot.text[start..end].replace('\n', "/")
            ));
        }
    }
    println!(
        "found {found} of {tried}; of those that contradict a relation that they take part in {found_related} of {of_related}; {within} take part in one and stay within its rounding"
    );
    println!("{}", missed.join("\n"));
    // The aim is 98; this is what is held so far.
    assert!(
        found_related * 100 >= of_related * 90,
        "{found_related} of {of_related}"
    );
}
