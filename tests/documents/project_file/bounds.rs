//! What comes in by files is bounded where it comes in: numbers that no work comes to, and characters that no
//! document can hold.

use jiping::documents::archive::read::open;
use jiping::documents::exchange::{exports, reopened};
use jiping::documents::project_file::locked_file::{Cost, Dice, LockedFileError, Passphrase, lock, read};
use jiping::documents::project_file::project_file::ProjectFileError;
use jiping::documents::project_file::{pack, project_file, samples};
use jiping::domain::checks::run::check;
use jiping::domain::draft::draft::Draft;
use jiping::domain::draft::edit::Edit;
use jiping::domain::draft::field::{Field, List};
use jiping::domain::evaluation::evaluate::evaluate;
use jiping::domain::values::input::is_plain;
use jiping::state::model::reports::Backup;
use proptest::prelude::*;
use serde_json::{Value, json};

fn sample() -> Draft {
    samples::reference().unwrap()
}

/// The project file of the sample, changed.
fn file(change: impl FnOnce(&mut Value)) -> Vec<u8> {
    let mut json: Value = serde_json::from_str(&project_file::write(&sample(), "2023-03-18T10:32:00")).unwrap();
    change(&mut json);
    json.to_string().into_bytes()
}

#[test]
fn a_file_that_says_it_was_saved_more_often_than_can_be_becomes_a_report_of_its_own() {
    let check = |copy: &str, expected: Option<u64>| {
        let opened = project_file::read(&file(|json| json["copy"] = copy.into())).unwrap();
        let found = opened.copy.map(|(_, stamp)| stamp.sequence);
        assert_eq!(found, expected, "{copy}");
    };
    check("17a 418 a:0,b:12", Some(418));
    check("17a 1000000000000 a:0", Some(1_000_000_000_000));
    check("17a 1000000000001 a:0", None);
    check("17a 18446744073709551614 a:0", None);
    check("17a 18446744073709551615 a:18446744073709551614", None);
    check("17a 99999999999999999999 a:0", None);
    check("17a 7 a:8", None);
    check("17a -7 a:0", None);
}

#[test]
fn versions_and_times_of_files_are_bounded() {
    let huge = file(|json| json["version"] = json!(u64::MAX));
    assert_eq!(project_file::read(&huge), Err(ProjectFileError::Newer));
    let check = |saved_at: &str, expected: &str| {
        let opened = project_file::read(&file(|json| json["saved_at"] = saved_at.into())).unwrap();
        assert_eq!(opened.saved_at, expected, "{saved_at}");
    };
    check("2023-03-18T10:32:05", "2023-03-18T10:32:05");
    check("", "");
    check("昨天", "");
    check(&format!("2023-03-18T10:32:05{}", "0".repeat(1_000)), "");
    check("2023-99-18T10:32:05", "");
}

#[test]
fn rows_stay_apart_whatever_number_a_file_counted_to() {
    for next in [u32::MAX, u32::MAX - 1, u32::MAX / 2 + 1, 0] {
        let mut draft = project_file::read(&file(|json| json["draft"]["next_id"] = next.into()))
            .unwrap()
            .draft;
        let mut rows: Vec<_> = (0..4)
            .map(|_| draft.apply(&Edit::Add(List::Problems, None)).row.unwrap())
            .collect();
        rows.extend(draft.indicators.iter().map(|row| row.id));
        let count = rows.len();
        rows.sort();
        rows.dedup();
        assert_eq!(rows.len(), count, "{next}");
    }
}

#[test]
fn a_backup_that_was_not_made_of_this_draft_does_not_count() {
    let now = "2023-03-18T10:32:05";
    let check = |of: u64, sequence: u64, expected: bool| {
        let backup = Backup {
            sequence: of,
            at: jiping::domain::values::calendar::Moment::new(now),
        };
        let now = jiping::domain::values::calendar::Moment::new(now);
        assert_eq!(
            Backup::is_due(Some(&backup), sequence, &now),
            expected,
            "{of} of {sequence}"
        );
    };
    check(400, 400, false);
    check(400, 701, true);
    check(u64::MAX, 400, true);
}

#[test]
fn a_locked_file_that_is_too_weak_or_too_dear_says_so() {
    let check = |memory: u32, passes: u32, lanes: u32, expected: Option<LockedFileError>| {
        // The header can say anything; only what is let through is ever computed.
        let least = lock("{}", &Passphrase("密码".into()), Cost::LEAST, &DICE).unwrap();
        let mut json: Value = serde_json::from_str(&least).unwrap();
        json["cost"] = json!({"memory": memory, "passes": passes, "lanes": lanes});
        json["sum"] = sum(&json).into();
        assert_eq!(
            read(json.to_string().as_bytes()).err(),
            expected,
            "{memory} {passes} {lanes}"
        );
    };
    let [weak, dear] = [|| Some(LockedFileError::Weak), || Some(LockedFileError::TooDear)];
    check(0, 3, 4, weak());
    check(8, 1, 1, weak());
    check(64 * 1024, 0, 4, weak());
    check(64 * 1024, 3, 0, weak());
    check(7 * 1024 - 1, 12, 1, weak());
    check(7 * 1024, 4, 1, weak());
    check(7 * 1024, 5, 1, None);
    check(19 * 1024, 2, 1, None);
    check(46 * 1024, 1, 1, None);
    check(64 * 1024, 3, 4, None);
    check(256 * 1024, 12, 16, None);
    check(256 * 1024 + 1, 3, 4, dear());
    check(64 * 1024, 13, 4, dear());
    check(64 * 1024, 3, 17, dear());
    check(u32::MAX, u32::MAX, u32::MAX, dear());
}

const DICE: Dice = Dice {
    salt: *b"0123456789abcdef",
    nonce: *b"0123456789ab",
};

/// The checksum that belongs to a header, as anybody can compute it.
fn sum(json: &Value) -> String {
    use base64ct::{Base64, Encoding};
    use sha2::{Digest, Sha256};
    let text = |name: &str| json[name].as_str().unwrap().to_owned();
    let cost = |name: &str| json["cost"][name].as_u64().unwrap();
    let header = format!(
        "jiping-locked 1 argon2id {} {} {} aes-256-gcm {} {} {}",
        cost("memory"),
        cost("passes"),
        cost("lanes"),
        text("salt"),
        text("nonce"),
        text("data"),
    );
    Base64::encode_string(&Sha256::digest(header.as_bytes()))
}

/// Every text of a JSON value, in its order.
fn texts<'a>(json: &'a mut Value, found: &mut Vec<&'a mut String>) {
    match json {
        Value::String(text) => found.push(text),
        Value::Array(rows) => rows.iter_mut().for_each(|row| texts(row, found)),
        Value::Object(fields) => fields.values_mut().for_each(|field| texts(field, found)),
        _ => {}
    }
}

/// A text with characters that XML, browsers and office programs treat apart between others.
fn strange() -> impl Strategy<Value = String> {
    let apart = prop::sample::select(vec![
        '\0',
        '\u{1}',
        '\u{8}',
        '\u{b}',
        '\u{c}',
        '\r',
        '\u{1b}',
        '\u{7f}',
        '\u{80}',
        '\u{85}',
        '\u{9f}',
        '\u{ad}',
        '\u{200b}',
        '\u{200e}',
        '\u{2028}',
        '\u{2029}',
        '\u{202e}',
        '\u{d7ff}',
        '\u{e000}',
        '\u{fdd0}',
        '\u{fdef}',
        '\u{feff}',
        '\u{fff9}',
        '\u{fffd}',
        '\u{fffe}',
        '\u{ffff}',
        '\u{1fffe}',
        '\u{10ffff}',
        '<',
        '&',
        '\'',
        '"',
        '=',
        '_',
        '\n',
        '\t',
        ' ',
        '{',
        '}',
    ]);
    let letter = prop_oneof![3 => apart, 2 => prop::char::range('一', '龥'), 1 => any::<char>()];
    let words = prop::sample::select(vec!["_x000D_", "]]>", "&#xFFFE;", "\\u0000", "\r\n", "{{执行率}}"]);
    prop::collection::vec(
        prop_oneof![6 => letter.prop_map(String::from), 1 => words.prop_map(String::from)],
        1..12,
    )
    .prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever text stands in whatever place of a project file: what it opens to is exported to Word and Excel,
    /// and both open again as the same draft, showing what was written.
    #[test]
    fn any_text_in_any_field_of_a_file_is_exported_and_opens_again(
        places in prop::collection::vec((any::<prop::sample::Index>(), strange()), 1..12),
    ) {
        let mut json: Value = serde_json::from_str(&project_file::write(&sample(), "")).unwrap();
        let mut opened = None;
        for (place, text) in places {
            let mut changed = json.clone();
            let mut found = Vec::new();
            texts(&mut changed["draft"], &mut found);
            let place = place.index(found.len());
            *found[place] = text;
            // A word of a closed list that is another word is a fault of the file; that place stays as it was.
            if let Ok(draft) = project_file::read(changed.to_string().as_bytes()) {
                json = changed;
                opened = Some(draft.draft);
            }
        }
        let Some(draft) = opened else { return Ok(()) };
        let mut written = serde_json::to_value(&draft).unwrap();
        let mut found = Vec::new();
        texts(&mut written, &mut found);
        prop_assert!(found.iter().all(|text| text.chars().all(is_plain)));
        let evaluation = evaluate(&draft);
        let findings = check(&draft, &evaluation);
        let word = exports::word(&draft, &evaluation);
        let excel = exports::excel(&draft, &evaluation, &findings).unwrap();
        for document in [word, excel] {
            let (again, changes) = reopened::open(&open(&document).unwrap()).unwrap();
            prop_assert_eq!(&again.draft, &draft);
            prop_assert_eq!(changes, vec![]);
        }
        // Typing it comes to the same as reading it from a file.
        let mut typed = sample();
        typed.apply(&Edit::Set(Field::WorkOverview, "甲\u{fffe}\u{7f}\u{85}乙\u{2028}丙\u{ffff}\r\n丁".into()));
        prop_assert_eq!(typed.text(Field::WorkOverview), "甲\n乙\n丙\n丁");
    }

    /// The same of a scheme.
    #[test]
    fn any_text_in_a_scheme_is_clean(place: prop::sample::Index, text in strange()) {
        let mut json: Value = serde_json::from_str(&pack::write(&sample().scheme)).unwrap();
        let mut found = Vec::new();
        texts(&mut json["scheme"], &mut found);
        let place = place.index(found.len());
        *found[place] = text;
        if let Ok(scheme) = pack::read(json.to_string().as_bytes()) {
            let mut written: Value = serde_json::from_str(&pack::write(&scheme)).unwrap();
            let mut found = Vec::new();
            texts(&mut written, &mut found);
            prop_assert!(found.iter().all(|text| text.chars().all(is_plain)));
        }
    }
}
