//! The JSON Schema of rule packs: made from the types, kept in the repository, the same in both places.

#![cfg(feature = "schema")]
use jiping::documents::project_file::pack;
use serde_json::{Value, json};

/// The whole envelope.
fn schema() -> Value {
    let scheme = schemars::schema_for!(jiping::domain::scheme::scheme::Scheme);
    let mut scheme = serde_json::to_value(scheme).unwrap();
    let definitions = scheme["$defs"].take();
    scheme
        .as_object_mut()
        .unwrap()
        .retain(|name, _| name != "$schema" && name != "$defs");
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Jiping rule pack",
        "description": "评分方案: a scoring scheme as one file.",
        "type": "object",
        "required": ["kind", "version", "scheme"],
        "properties": {
            "kind": { "const": pack::KIND },
            "version": { "const": pack::VERSION },
            "scheme": scheme,
        },
        "$defs": definitions,
    })
}

#[test]
fn the_schema_in_the_repository_is_that_of_the_types() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/schemas/rule-pack.schema.json");
    let text = serde_json::to_string_pretty(&schema()).unwrap() + "\n";
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(path, &text).unwrap();
    }
    assert_eq!(
        std::fs::read_to_string(path).unwrap(),
        text,
        "run with UPDATE_GOLDEN=1 to rewrite it"
    );
}

/// Names that occur in a value under a type of the schema and that the schema does not know.
fn unknown(value: &Value, schema: &Value, root: &Value, place: &str, found: &mut Vec<String>) {
    if let Some(name) = schema["$ref"].as_str().and_then(|name| name.strip_prefix("#/$defs/")) {
        return unknown(value, &root["$defs"][name], root, place, found);
    }
    for choices in ["oneOf", "anyOf"] {
        if let Some(choices) = schema[choices].as_array() {
            let fits = choices.iter().any(|choice| {
                let mut inner = Vec::new();
                unknown(value, choice, root, place, &mut inner);
                inner.is_empty()
            });
            if !fits {
                found.push(format!("{place} fits none of the choices"));
            }
            return;
        }
    }
    let allowed = |value: &Value| match (&schema["const"], schema["enum"].as_array()) {
        (Value::Null, None) => true,
        (Value::Null, Some(values)) => values.contains(value),
        (only, _) => only == value,
    };
    let kinds: Vec<&str> = match &schema["type"] {
        Value::String(kind) => vec![kind],
        Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).collect(),
        _ => vec![],
    };
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    if !allowed(value) || (!kinds.is_empty() && !kinds.contains(&kind)) {
        found.push(format!("{place} is not {schema}"));
    }
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                let inner = &schema["properties"][name];
                if inner.is_null() {
                    found.push(format!("{place}.{name}"));
                } else {
                    unknown(value, inner, root, &format!("{place}.{name}"), found);
                }
            }
        }
        Value::Array(rows) => {
            for row in rows {
                unknown(row, &schema["items"], root, &format!("{place}[]"), found);
            }
        }
        _ => {}
    }
}

#[test]
fn every_pack_of_the_program_fits_the_schema() {
    let schema = schema();
    for scheme in pack::built_in() {
        let json: Value = serde_json::from_str(&pack::write(&scheme)).unwrap();
        let mut found = Vec::new();
        unknown(&json, &schema, &schema, "", &mut found);
        assert!(found.is_empty(), "{}: {found:?}", scheme.name);
    }
    let wrong = json!({"kind": "jiping-scheme", "version": 1, "scheme": {"parts": [{"rule": "magic", "colour": 1}]}});
    let mut found = Vec::new();
    unknown(&wrong, &schema, &schema, "", &mut found);
    assert_eq!(found.len(), 2, "{found:?}");
}
