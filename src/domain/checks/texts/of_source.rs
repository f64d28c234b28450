//! What is found in the source that a draft was read from.

use std::collections::BTreeSet;

use crate::domain::checks::finding::finding::Finding;
use crate::domain::draft::field::Field;

/// Numbers of fewer digits are in too many sentences to tell them apart.
const DIGITS: usize = 3;

/// Leaves of the findings in a source those that say what no other finding says: the same fault is told once, and at
/// the figure that can be put right. One that shares less than half of its numbers is another.
pub fn only_new(found: &mut Vec<Finding>) {
    if !found.iter().any(is_of_source) {
        return;
    }
    let told: BTreeSet<String> = found
        .iter()
        .filter(|finding| !is_of_source(finding))
        .flat_map(|finding| numbers(&finding.message))
        .collect();
    let messages: BTreeSet<String> = found
        .iter()
        .filter(|finding| !is_of_source(finding))
        .map(|finding| finding.message.clone())
        .collect();
    let is_new = |finding: &Finding| {
        let own: Vec<String> = numbers(unquoted(&finding.message)).collect();
        let known = own.iter().filter(|number| told.contains(*number)).count();
        !messages.contains(&finding.message) && (known == 0 || known * 2 < own.len())
    };
    found.retain(|finding| !is_of_source(finding) || is_new(finding));
}

/// What a sentence says before it quotes the text.
fn unquoted(message: &str) -> &str {
    message.split("：“").next().unwrap_or_default()
}

fn is_of_source(finding: &Finding) -> bool {
    finding.field == Field::SourceText
}

/// The longer numbers of a sentence, without commas and without zeros behind their decimals.
fn numbers(message: &str) -> impl Iterator<Item = String> {
    let plain = message.replace(',', "");
    let parts: Vec<String> = plain
        .split(|c: char| !c.is_ascii_digit() && c != '.')
        .map(|part| match part.contains('.') {
            true => part.trim_end_matches('0').trim_end_matches('.').to_owned(),
            false => part.to_owned(),
        })
        .filter(|part| part.bytes().filter(u8::is_ascii_digit).count() >= DIGITS)
        .collect();
    parts.into_iter()
}
