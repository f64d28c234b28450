//! E3 引用: names between braces that no datum has.

use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::draft::draft::Draft;
use crate::domain::draft::edit::Edit;
use crate::domain::draft::field::Field;
use crate::domain::references::quoting::{may_quote, named, quotes};
use crate::domain::references::reference::{Group, Reference, references};

use super::of_reading::OfReading;

/// Finds them in a text of the report.
pub fn check_text(of: &OfReading<'_>, found: &mut Vec<Finding>) {
    check(of.reading.field, &of.reading.text, of.draft, found);
}

/// Finds references of one text to data that there are none of.
pub fn check(field: Field, text: &str, draft: &Draft, found: &mut Vec<Finding>) {
    if !may_quote(text) {
        return;
    }
    let known = references(draft);
    for quote in quotes(text) {
        if named(&known, &quote.name).is_some() {
            continue;
        }
        let message = format!("“{{{{{}}}}}”不是可以引用的数。", quote.name);
        let finding = match nearest(&known, &quote.name) {
            Some(meant) => {
                let mut mended = text.to_owned();
                mended.replace_range(quote.range, &meant.written());
                Finding::new(
                    Code::E3,
                    field,
                    message,
                    format!("是不是“{}”？也可以点“插入数据”，从列表里选。", meant.name),
                )
                .with_fix(format!("改为 {}", meant.written()), Edit::Set(field, mended))
            }
            None => {
                let of_money = known.iter().filter(|reference| reference.group == Group::Money);
                let names: Vec<&str> = of_money.map(|reference| reference.name.as_str()).collect();
                let hint = format!("可以引用的有{}等；点“插入数据”可以看全、可以选。", names.join("、"));
                Finding::new(Code::E3, field, message, hint)
            }
        };
        found.push(finding);
    }
}

/// The name most like a wrong one, if more than half of both is the same in the same order.
fn nearest<'a>(known: &'a [Reference], name: &str) -> Option<&'a Reference> {
    let name: Vec<char> = name.chars().collect();
    let likeness = |reference: &Reference| {
        let other: Vec<char> = reference.name.chars().collect();
        (2 * common(&name, &other) * 1000)
            .checked_div(name.len() + other.len())
            .unwrap_or_default()
    };
    let best = known.iter().rev().max_by_key(|reference| likeness(reference))?;
    (likeness(best) > 500).then_some(best)
}

/// How many characters two names have in common, in order.
fn common(left: &[char], right: &[char]) -> usize {
    let mut row = vec![0_usize; right.len() + 1];
    for a in left {
        let mut diagonal = 0;
        let mut before = 0;
        for (b, cell) in right.iter().zip(row.iter_mut().skip(1)) {
            let above = *cell;
            *cell = if a == b { diagonal + 1 } else { above.max(before) };
            diagonal = above;
            before = *cell;
        }
    }
    row.last().copied().unwrap_or_default()
}
