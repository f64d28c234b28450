//! A9 数字写错: numbers that cannot be read as they stand: 124,86条, 856..30万元, 1,28,640元.

use std::ops::Range;

use crate::domain::checks::context::of_text::OfText;
use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::prose::unit;

/// Finds A9 in one text.
pub fn check(of: &OfText<'_>, found: &mut Vec<Finding>) {
    let OfText { field, text, .. } = *of;
    for range in malformed(text) {
        let said = &text[range.clone()];
        found.push(
            Finding::new(
                Code::A9,
                field,
                format!("“{said}”不像一个数：逗号每三位一个，小数点只有一个。"),
                "改成规范的写法，例如 1,286.40。",
            )
            .about([(field, range)]),
        );
    }
}

/// The places of what looks like one number with its unit and is written as none.
fn malformed(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let length = bytes[at..]
            .iter()
            .take_while(|byte| byte.is_ascii_digit() || matches!(byte, b',' | b'.'))
            .count();
        let run = text[at..at + length].trim_end_matches([',', '.']);
        let after = &text[at + run.len()..];
        let before = text[..at].chars().next_back();
        // Letters and dashes make it a name, a code or a date.
        let is_apart = !before.is_some_and(|c| c.is_ascii_alphanumeric() || "-/.．—～~第".contains(c));
        if is_apart && counts(after) && is_malformed(run) {
            found.push(at..at + run.len());
        }
        at += length;
    }
    found
}

/// Whether a unit follows, so that the digits are meant as a number.
fn counts(after: &str) -> bool {
    let after = after.trim_start();
    after.starts_with(['%', '％', '万', '亿', '分', '元']) || unit::money(after).or_else(|| unit::unit(after)).is_some()
}

fn is_malformed(run: &str) -> bool {
    if run.contains("..") || run.contains(".,") || run.contains(",.") || run.contains(",,") {
        return !run.contains("...");
    }
    let (whole, decimals) = run.split_once('.').unwrap_or((run, ""));
    let groups: Vec<&str> = whole.split(',').collect();
    let [first, rest @ ..] = groups.as_slice() else {
        return false;
    };
    // 3,4个月, 12,15日 are lists; so is 2023,2024年.
    let is_list =
        !rest.iter().any(|group| group.len() == 3) && (first.len() < 3 || rest.iter().any(|group| group.len() < 2));
    let is_grouped = !rest.is_empty() && first.len() <= 3 && rest.iter().all(|group| group.len() == 3);
    let in_decimals = decimals.contains(',') && !decimals.contains('.');
    !rest.is_empty() && !is_grouped && !is_list && first.len() <= 3 || in_decimals && !is_grouped && decimals.len() < 6
}
