//! The rules of layout, read from the source: floors, headers, sizes, and words that a floor does without.
//!
//! `faults` is a function of a path and a text, so that the rules themselves are tested on planted faults.

mod room_table;
mod rooms;
mod source;

use source::{code_only, crate_paths, has_float_literal, highest_super, words};

/// No file is longer; it has two duties then.
const MOST_LINES: usize = 400;

/// What one floor may use of the crate, and which words it does without.
struct Floor {
    name: &'static str,
    /// What may be used of the floors below: a floor, or one module of it.
    below: &'static [&'static str],
    /// Modules of floors below that stay out of reach all the same.
    except: &'static [&'static str],
    /// Words of other crates and of the language that do not occur.
    without: &'static [&'static [&'static str]],
}

const BROWSER: &[&str] = &[
    "yew",
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "wasm_bindgen_futures",
    "gloo_storage",
    "gloo_timers",
    "gloo_events",
];
const FLOATS: &[&str] = &["f32", "f64"];
/// The one door to a library that takes nothing but floats; clippy has its reason there.
const FLOAT_DOOR: &str = "src/documents/workbooks/number.rs";
const CLOCK: &[&str] = &["SystemTime", "Instant"];
const HASH_ORDER: &[&str] = &["HashMap", "HashSet"];
const TEXT_FORMATS: &[&str] = &["serde_json", "quick_xml", "ZipWriter", "ZipArchive", "flate2", "sha2"];
const KEEPING: &[&str] = &[
    "gloo_storage",
    "Storage",
    "local_storage",
    "session_storage",
    "indexed_db",
];

/// The table of floors. `app.rs`, `main.rs` and `lib.rs` stand above it and may use everything.
const FLOORS: [Floor; 6] = [
    Floor {
        name: "domain",
        below: &[],
        except: &[],
        without: &[BROWSER, FLOATS, CLOCK, HASH_ORDER, TEXT_FORMATS],
    },
    Floor {
        name: "documents",
        below: &["domain"],
        except: &[],
        without: &[BROWSER, FLOATS, CLOCK, HASH_ORDER],
    },
    Floor {
        name: "storage",
        below: &["domain", "documents"],
        except: &[],
        without: &[&["yew"], HASH_ORDER],
    },
    Floor {
        name: "state",
        below: &["domain", "documents"],
        except: &[],
        without: &[BROWSER, FLOATS, CLOCK, HASH_ORDER],
    },
    Floor {
        name: "components",
        below: &["domain", "state"],
        except: &["state::update", "state::model::history"],
        without: &[KEEPING],
    },
    Floor {
        name: "pages",
        // The preview spells the report's blocks as HTML and cuts them into pages; making a report is not its work.
        below: &[
            "domain",
            "documents::report::block",
            "documents::report::marks",
            "documents::report::pagination",
            "state",
            "components",
        ],
        except: &["state::update"],
        without: &[KEEPING],
    },
];

/// What is wrong with one file of the project, one sentence each. `path` starts at the project's folder.
fn faults(path: &str, text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let lines = text.lines().count();
    if lines > MOST_LINES {
        found.push(format!(
            "has {lines} lines, more than {MOST_LINES}: give one of its duties a file of its own"
        ));
    }
    if !path.ends_with(".rs") {
        return found;
    }
    if !text.starts_with("//! ") {
        found.push("does not start with a //! line that says its duty".into());
    }
    let code = code_only(text);
    if path.starts_with("src/") && path.ends_with("/mod.rs") && words(&code).any(|word| word == "fn" || word == "impl")
    {
        found.push("has logic: a mod.rs says its folder's duty and lists".into());
    }
    found.extend(floor_faults(path, &code));
    found
}

fn floor_faults(path: &str, code: &str) -> Vec<String> {
    let Some(inside) = path.strip_prefix("src/") else {
        return Vec::new();
    };
    let Some(floor) = FLOORS.iter().find(|floor| inside.split('/').next() == Some(floor.name)) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for used in crate_paths(code) {
        let is_in = |place: &str| used == place || used.starts_with(&format!("{place}::"));
        if !is_in(floor.name) && !floor.below.iter().any(|place| is_in(place)) {
            found.push(format!(
                "uses crate::{used}, but {} may use only {:?}",
                floor.name, floor.below
            ));
        }
        if floor
            .except
            .iter()
            .any(|out| used == *out || used.starts_with(&format!("{out}::")))
        {
            found.push(format!("uses crate::{used}, which only app.rs may"));
        }
    }
    // A chain of `super` that reaches the root of the crate could name any floor unseen.
    let depth = inside.split('/').count() - usize::from(inside.ends_with("/mod.rs"));
    if highest_super(code) >= depth {
        found.push("climbs to the root with `super`: write the path from `crate`".into());
    }
    for word in words(code) {
        let is_door = path == FLOAT_DOOR && FLOATS.contains(&word);
        if !is_door && floor.without.iter().any(|list| list.contains(&word)) {
            found.push(format!("uses `{word}`, which {} does without", floor.name));
        }
    }
    if floor.without.contains(&FLOATS) && has_float_literal(code) {
        found.push(format!(
            "has a number with a decimal point, which is a float; {} does without",
            floor.name
        ));
    }
    found
}

#[test]
fn every_file_keeps_the_rules() {
    let files = source::project_files();
    assert!(
        files.iter().any(|(path, _)| path == "src/main.rs"),
        "the walk must see the source"
    );
    let found: Vec<String> = files
        .iter()
        .flat_map(|(path, text)| {
            faults(path, text)
                .into_iter()
                .map(move |fault| format!("{path} {fault}"))
        })
        .collect();
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

#[test]
fn planted_faults_are_found() {
    let long = "a\n".repeat(MOST_LINES + 1);
    let cases: [(&str, &str, &str); 29] = [
        ("src/domain/a.rs", "use std::fmt;", "//! line"),
        ("xtask/src/a.rs", "// no duty\n", "//! line"),
        ("src/domain/mod.rs", "//! D.\npub mod a;\nfn b() {}", "has logic"),
        ("src/state/mod.rs", "//! D.\nimpl A {}", "has logic"),
        ("styles/a.css", &long, "401 lines"),
        ("boot/boot.js", &long, "401 lines"),
        ("tests/e2e/a.spec.mjs", &long, "401 lines"),
        (
            "src/domain/a.rs",
            "//! D.\nuse crate::documents::report;",
            "crate::documents::report",
        ),
        (
            "src/domain/checks/a.rs",
            "//! D.\nfn a() { crate::state::update(); }",
            "crate::state::update",
        ),
        (
            "src/domain/a.rs",
            "//! D.\nuse crate::{domain::{b, c}, state::{message::Message}};",
            "crate::state::message::Message",
        ),
        (
            "src/documents/a.rs",
            "//! D.\npub(in crate::storage) fn a() {}",
            "crate::storage",
        ),
        ("src/documents/a.rs", "//! D.\nuse crate::*;", "crate::*"),
        (
            "src/storage/a.rs",
            "//! D.\nuse crate::state::model::Model;",
            "crate::state::model",
        ),
        (
            "src/state/a.rs",
            "//! D.\nuse crate::storage::drafts;",
            "crate::storage::drafts",
        ),
        (
            "src/components/a.rs",
            "//! D.\nuse crate::storage::drafts;",
            "crate::storage::drafts",
        ),
        (
            "src/components/a.rs",
            "//! D.\nuse crate::state::update::update;",
            "only app.rs may",
        ),
        (
            "src/components/a.rs",
            "//! D.\nuse crate::pages::start;",
            "crate::pages::start",
        ),
        (
            "src/pages/a.rs",
            "//! D.\nuse crate::documents::docx::write;",
            "crate::documents::docx",
        ),
        ("src/pages/a.rs", "//! D.\nuse crate::app::App;", "crate::app::App"),
        (
            "src/pages/a.rs",
            "//! D.\nuse gloo_storage::LocalStorage;",
            "`gloo_storage`",
        ),
        (
            "src/domain/a.rs",
            "//! D.\nuse super::super::state::model;",
            "climbs to the root",
        ),
        ("src/domain/mod.rs", "//! D.\nuse super::state;", "climbs to the root"),
        ("src/domain/a.rs", "//! D.\nlet a: f64 = b;", "`f64`"),
        ("src/state/a.rs", "//! D.\nlet a = 0.5;", "decimal point"),
        ("src/documents/a.rs", "//! D.\nlet a = b as f32;", "`f32`"),
        ("src/domain/a.rs", "//! D.\nuse std::time::SystemTime;", "`SystemTime`"),
        ("src/domain/a.rs", "//! D.\nuse std::collections::HashMap;", "`HashMap`"),
        ("src/domain/a.rs", "//! D.\nserde_json::to_string(&a);", "`serde_json`"),
        ("src/state/a.rs", "//! D.\nuse yew::prelude::*;", "`yew`"),
    ];
    for (path, text, expected) in cases {
        let found = faults(path, text);
        assert!(
            found.iter().any(|fault| fault.contains(expected)),
            "{path}: {text:?} should be a fault ({expected}); found {found:?}"
        );
    }
}

#[test]
fn what_is_allowed_is_not_a_fault() {
    let cases: [(&str, &str); 14] = [
        (
            "src/domain/a.rs",
            "//! D.\nuse crate::domain::{b::B, c};\nuse super::d;\nlet e = f.0.1; for g in 0..5 { h(1.max(2)) }",
        ),
        (
            "src/domain/a.rs",
            "//! D.\n// crate::state and f64 in a comment /* nested */\nlet a = \"crate::storage 0.5 f64\";",
        ),
        (
            "src/domain/a.rs",
            "//! D.\nlet a = r#\"one \" crate::state f64\"#; let b = '\"'; let c: &'static str = \"f64\";",
        ),
        (
            "src/domain/a.rs",
            "//! D.\n/* crate::pages /* nested */ f64 */ let unf64 = my_f64x;",
        ),
        ("src/domain/a.rs", "//! D.\nmod tests { use super::*; }"),
        ("src/domain/checks/a.rs", "//! D.\nuse super::super::finding::Finding;"),
        ("src/domain/mod.rs", "//! D.\npub mod a;\npub mod b;"),
        (
            "src/pages/a.rs",
            "//! D.\nuse crate::components::field;\nuse crate::state::message::Message;\nlet a = 0.5;",
        ),
        (
            "src/pages/a.rs",
            "//! D.\nuse crate::documents::report::block::{Block, Report};",
        ),
        ("tests/drafts/mod.rs", "//! D.\nfn a() {}"),
        (
            "src/app.rs",
            "//! D.\nuse crate::storage::drafts;\nuse crate::state::update::update;",
        ),
        (
            "src/main.rs",
            "//! D.\nfn main() { yew::Renderer::<jiping::app::App>::new().render(); }",
        ),
        ("xtask/src/a.rs", "//! D.\nuse std::time::Instant;"),
        ("styles/a.css", "a { line-height: 1.5; }"),
    ];
    for (path, text) in cases {
        assert_eq!(faults(path, text), Vec::<String>::new(), "{path}: {text:?}");
    }
}
