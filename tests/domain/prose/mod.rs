//! What is read in Chinese prose, and what is left alone because it could be read in two ways.

mod any_text;
mod clauses;
mod documents;
mod lists;
mod quantities;
mod repetition;
mod stops;
mod sums;
mod words;

/// A table of texts and what is read in each, as words joined by ；.
fn check(read: impl Fn(&str) -> Vec<String>, table: &[(&str, &str)]) {
    let wrong: Vec<String> = table
        .iter()
        .filter_map(|(text, expected)| {
            let found = read(text).join("；");
            (found != *expected).then(|| format!("{text}\n  is read as {found:?}\n  and not as {expected:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Texts in which nothing is read.
fn left_alone(read: impl Fn(&str) -> Vec<String>, texts: &[&str]) {
    let table: Vec<(&str, &str)> = texts.iter().map(|text| (*text, "")).collect();
    check(read, &table);
}
