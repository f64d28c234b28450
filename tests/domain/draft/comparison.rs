//! Comparing two drafts field by field.

use crate::drafts::sample;
use jiping::documents::project_file::project_file;
use jiping::domain::draft::comparison::differences;
use jiping::domain::draft::edit::Edit;
use jiping::domain::draft::field::{Field, List};
use serde_json::Value;

#[test]
fn a_changed_field_is_the_one_difference() {
    let before = sample();
    for field in before.fields() {
        // Another kind of rule or formula brings other inputs along.
        let mut after = before.clone();
        let text = if after.text(field).is_empty() { "7" } else { "" };
        if !after.apply(&Edit::Set(field, text.into())).changed {
            continue;
        }
        let found = differences(&before, &after);
        assert_eq!(found.first().map(|difference| difference.field), Some(field));
        let first = found.first().expect("a difference");
        assert!(!first.name.is_empty(), "{field:?} has no name");
        let mut back = after.clone();
        back.apply(&Edit::Set(field, before.text(field)));
        assert_eq!(differences(&before, &back), vec![], "{field:?} put back");
    }
}

#[test]
fn rows_that_come_and_go_show_what_they_hold() {
    let before = sample();
    let mut after = before.clone();
    let row = after.apply(&Edit::Add(List::Problems, None)).row.expect("a row");
    assert_eq!(differences(&before, &after), vec![]);
    after.apply(&Edit::Set(Field::Problem(row), "指标偏粗".into()));
    let found = differences(&before, &after);
    assert_eq!(found.len(), 1);
    assert_eq!(
        (found[0].before.as_deref(), found[0].after.as_deref()),
        (None, Some("指标偏粗"))
    );
    assert!(!found[0].is_single());
    let found = differences(&after, &before);
    assert_eq!(
        (found[0].before.as_deref(), found[0].after.as_deref()),
        (Some("指标偏粗"), None)
    );
}

/// Whatever text in the file is another one, the comparison says so.
#[test]
fn nothing_that_is_kept_goes_unnoticed() {
    fn each_text(value: &mut Value, visit: &mut impl FnMut(&mut String)) {
        match value {
            Value::String(text) => visit(text),
            Value::Array(rows) => rows.iter_mut().for_each(|row| each_text(row, visit)),
            Value::Object(fields) => fields
                .iter_mut()
                // The envelope, and the library's remark on what would prove an indicator, are no inputs.
                .filter(|(name, _)| !["kind", "app_version", "saved_at", "evidence_hint"].contains(&name.as_str()))
                .for_each(|(_, field)| each_text(field, visit)),
            _ => {}
        }
    }
    let draft = sample();
    let mut file: Value = serde_json::from_str(&project_file::write(&draft, "")).expect("JSON");
    file["draft"]["scheme"]["indicators"] = serde_json::json!([]);
    let mut count = 0;
    each_text(&mut file, &mut |_| count += 1);
    let mut noticed = 0;
    for place in 0..count {
        let mut changed = file.clone();
        let (mut at, mut said) = (0, String::new());
        each_text(&mut changed, &mut |text| {
            if at == place {
                said = text.clone();
                text.push('9');
            }
            at += 1;
        });
        let Ok(opened) = project_file::read(changed.to_string().as_bytes()) else {
            continue;
        };
        if opened.draft != draft {
            assert_ne!(differences(&draft, &opened.draft), vec![], "text {place}: {said}");
            noticed += 1;
        }
    }
    assert!(noticed > 300, "only {noticed} of {count} texts could be changed");
}
