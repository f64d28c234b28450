//! How a draft of an older program becomes one of this. Append-only: a step that has been released
//! is never changed, so that every file ever written opens for ever.

use serde_json::Value;

/// Makes a draft of one version into one of the next, on raw data.
pub type Migration = fn(Value) -> Value;

/// The steps in order: the first leads from version 1 to 2.
pub const MIGRATIONS: &[Migration] = &[parts_have_rules, cover_and_layout];

/// 1 → 2: a part says what it rests on, and by which rule; the one rule there was is the default. A scheme
/// always says what happens beyond a target.
fn parts_have_rules(mut draft: Value) -> Value {
    let Some(scheme) = draft.get_mut("scheme") else {
        return draft;
    };
    if let Some(parts) = scheme.get_mut("parts").and_then(Value::as_array_mut) {
        for part in parts {
            if part.get("rule").and_then(Value::as_str) == Some("linear_progress")
                && let Some(rule) = part.get_mut("rule")
            {
                *rule = "progress".into();
            }
        }
    }
    if let Some(fields) = scheme.as_object_mut() {
        fields.retain(|name, value| name != "excess" || !value.is_null());
    }
    draft
}

/// 2 → 3: a report may have a cover and a table of contents, and its scheme says the layout of its tables.
/// What is not said is as it was, so there is nothing to do; but an older program would drop it.
fn cover_and_layout(draft: Value) -> Value {
    draft
}

/// The version that this program writes.
pub fn current(migrations: &[Migration]) -> usize {
    migrations.len() + 1
}

/// Brings a draft of a version up to date; none where the version is newer than this program.
pub fn migrate(draft: Value, version: usize, migrations: &[Migration]) -> Option<Value> {
    let steps = migrations.get(version.checked_sub(1)?..)?;
    Some(steps.iter().fold(draft, |draft, step| step(draft)))
}

#[cfg(test)]
mod tests {
    use crate::documents::project_file::migrations::*;
    use serde_json::json;

    const STEPS: &[Migration] = &[
        |mut draft| {
            draft["unit"] = draft["name"].take();
            draft
        },
        |mut draft| {
            draft["steps"] = json!(2);
            draft
        },
    ];

    #[test]
    fn parts_of_version_1_get_their_rules() {
        let old =
            json!({"scheme": {"excess": null, "parts": [{"rule": "linear_progress"}, {"rule": "indicator_sum"}]}});
        let new = json!({"scheme": {"parts": [{"rule": "progress"}, {"rule": "indicator_sum"}]}});
        assert_eq!(migrate(old, 1, MIGRATIONS), Some(new));
        assert_eq!(migrate(json!({}), 1, MIGRATIONS), Some(json!({})));
        assert_eq!(migrate(json!([]), 1, MIGRATIONS), Some(json!([])));
    }

    #[test]
    fn steps_run_from_the_file_s_version_on() {
        let check = |version, expected: Option<Value>| {
            assert_eq!(
                migrate(json!({"name": "甲"}), version, STEPS),
                expected,
                "version {version}"
            );
        };
        check(1, Some(json!({"name": null, "unit": "甲", "steps": 2})));
        check(2, Some(json!({"name": "甲", "steps": 2})));
        check(3, Some(json!({"name": "甲"})));
        check(4, None);
        check(0, None);
    }
}
