//! Reads the source and holds it to the rules of ARCHITECTURE.md: floors, headers, sizes, absences.

use std::fs;
use std::path::{Path, PathBuf};

/// Which floors a floor may use. `app` stands for `app.rs`, `world.rs`, `main.rs` and `lib.rs`.
const FLOORS: [(&str, &[&str]); 6] = [
    ("domain", &[]),
    ("documents", &["domain"]),
    ("storage", &["domain", "documents"]),
    ("state", &["domain", "documents"]),
    ("components", &["domain", "state"]),
    ("pages", &["domain", "documents", "state", "components"]),
];

/// Words that must not stand in a floor's code, with the reason.
const ABSENT: [(&str, &[&str], &str); 5] = [
    ("domain", &["f32", "f64"], "figures are exact"),
    ("documents", &["f32", "f64"], "figures are exact"),
    (
        "state",
        &["f32", "f64", "web_sys", "js_sys", "gloo_"],
        "state runs without a browser",
    ),
    (
        "domain",
        &["SystemTime", "Instant", "HashMap", "HashSet", "web_sys", "serde_json"],
        "the domain has no clock, no hash order, no browser and no text format",
    ),
    (
        "documents",
        &["web_sys", "js_sys", "SystemTime"],
        "documents are bytes in, bytes out",
    ),
];

/// Pages may take only the neutral blocks and the report from `documents`; everything else is not theirs.
const PAGES_OF_DOCUMENTS: [&str; 2] = ["documents::block", "documents::report"];

const LONGEST: usize = 400;

/// What is wrong with one file.
fn faults(path: &str, text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let mut fault = |what: String| faults.push(format!("{path}: {what}"));
    if text.lines().count() > LONGEST {
        fault(format!("more than {LONGEST} lines"));
    }
    if !path.ends_with(".rs") {
        return faults;
    }
    if !text.starts_with("//! ") {
        fault("no //! header that says its duty".into());
    }
    if path.ends_with("/mod.rs")
        && text
            .lines()
            .any(|line| line.trim_start().starts_with("fn ") || line.contains(" fn "))
    {
        fault("mod.rs has logic".into());
    }
    let Some(floor) = path
        .strip_prefix("src/")
        .and_then(|path| path.split_once('/'))
        .map(|(floor, _)| floor)
    else {
        return faults;
    };
    let code: Vec<&str> = text
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect();
    if let Some((_, below)) = FLOORS.iter().find(|(name, _)| *name == floor) {
        for line in &code {
            for used in line.split("crate::").skip(1).map(|rest| {
                rest.split(|c: char| !c.is_alphanumeric() && c != '_')
                    .next()
                    .unwrap_or_default()
            }) {
                if used != floor && !used.is_empty() && !below.contains(&used) {
                    fault(format!("{floor} uses {used}"));
                }
            }
            if floor == "pages"
                && line.contains("crate::documents::")
                && !PAGES_OF_DOCUMENTS.iter().any(|part| line.contains(part))
            {
                fault("pages uses more of documents than the report's blocks".into());
            }
        }
    }
    for (name, words, reason) in ABSENT.iter().filter(|(name, _, _)| *name == floor) {
        for word in *words {
            if code.iter().any(|line| contains_word(line, word)) {
                fault(format!("{name} has {word}: {reason}"));
            }
        }
    }
    faults
}

fn contains_word(line: &str, word: &str) -> bool {
    let is_letter = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(word).any(|(place, _)| {
        let before = line[..place].chars().next_back();
        let after = line[place + word.len()..].chars().next();
        before.is_none_or(|c| !is_letter(c)) && (word.ends_with('_') || after.is_none_or(|c| !is_letter(c)))
    })
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        if path.is_dir() {
            if !["target", "node_modules", "dist", "shots", "test-results"].contains(&name.as_str())
                && !name.starts_with('.')
            {
                sources(&path, found);
            }
        } else if [".rs", ".css", ".js", ".mjs"]
            .iter()
            .any(|ending| name.ends_with(ending))
        {
            found.push(path);
        }
    }
}

#[test]
fn the_source_keeps_the_rules() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    sources(root, &mut files);
    assert!(
        files.len() > 60,
        "the walk over the source found only {} files",
        files.len()
    );
    let all: Vec<String> = files
        .iter()
        .flat_map(|file| {
            let path = file.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
            faults(&path, &fs::read_to_string(file).unwrap())
        })
        .collect();
    assert!(all.is_empty(), "{}", all.join("\n"));
}

#[test]
fn the_rules_can_be_broken() {
    let check = |path: &str, text: &str, expected: &str| {
        let found = faults(path, text);
        assert!(
            found.iter().any(|fault| fault.contains(expected)),
            "{path}: {found:?} lacks {expected}"
        );
    };
    check("src/domain/a.rs", "use crate::documents::b;", "no //! header");
    check(
        "src/domain/a.rs",
        "//! A.\nuse crate::documents::b;",
        "domain uses documents",
    );
    check(
        "src/state/a.rs",
        "//! A.\nlet x = crate::storage::drafts::list();",
        "state uses storage",
    );
    check(
        "src/components/a.rs",
        "//! A.\nuse crate::pages::b;",
        "components uses pages",
    );
    check(
        "src/pages/a.rs",
        "//! A.\nuse crate::documents::docx::package;",
        "more of documents",
    );
    check("src/domain/a.rs", "//! A.\nlet x: f64 = 1.0;", "domain has f64");
    check(
        "src/domain/a.rs",
        "//! A.\nuse std::time::Instant;",
        "domain has Instant",
    );
    check("src/state/a.rs", "//! A.\nuse gloo_timers::x;", "state has gloo_");
    check("src/state/mod.rs", "//! A.\npub fn x() {}", "mod.rs has logic");
    check("styles/a.css", &"a {}\n".repeat(401), "more than 400 lines");
    assert_eq!(
        faults(
            "src/domain/a.rs",
            "//! A.\n// f64 would be wrong.\nuse crate::domain::b;\n"
        ),
        Vec::<String>::new()
    );
}
