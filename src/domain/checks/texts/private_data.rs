//! E15 正文里有个人信息: identity numbers by their check digit, bank cards by theirs, and mobile numbers.

use crate::domain::checks::context::of_text::OfText;
use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::prose::stops::{self, Mark};
use crate::domain::prose::words::WordList;

/// What a number of a person is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Identity,
    Card,
    Mobile,
}

/// Finds E15 of one text: one finding for each kind.
pub fn check(of: &OfText<'_>, found: &mut Vec<Finding>) {
    let OfText { field, text, .. } = *of;
    let mut told = Vec::new();
    for (place, digits, length) in runs(text) {
        let Some(kind) = kind(text, place, &digits, length).filter(|kind| !told.contains(kind)) else {
            continue;
        };
        told.push(kind);
        let name = match kind {
            Kind::Identity => "身份证号",
            Kind::Card => "银行卡号",
            Kind::Mobile => "手机号码",
        };
        // The number itself does not go on into lists that leave the office.
        let shown: String = digits
            .chars()
            .take(3)
            .chain("…".chars())
            .chain(digits.chars().skip(digits.len() - 2))
            .collect();
        let finding = Finding::new(
            Code::E15,
            field,
            format!("这里有{name}“{shown}”，报告公开后会泄露个人信息。"),
            "删去号码，或只留前三位和后两位；名单、凭证放在佐证材料里。",
        );
        // 联系电话 of the one who fills in a form is asked for.
        found.push(match kind == Kind::Mobile && is_contact(text, place) {
            true => finding.as_advice(),
            false => finding,
        });
    }
}

/// Runs of digits that stand by themselves, with an X at the end of one: where, the digits, and the bytes.
fn runs(text: &str) -> Vec<(usize, String, usize)> {
    const SHORTEST: usize = 11;
    let bytes = text.as_bytes();
    let mut runs = Vec::new();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        if !byte.is_ascii_digit() {
            at += 1;
            continue;
        }
        let start = at;
        // 6222 0012 3456 7890 123, 138-0013-8000: written in groups.
        let is_gap =
            |at: usize| matches!(bytes.get(at), Some(b' ' | b'-')) && bytes.get(at + 1).is_some_and(u8::is_ascii_digit);
        while bytes.get(at).is_some_and(u8::is_ascii_digit) || (at > start + 2 && is_gap(at)) {
            at += 1;
        }
        let end = match bytes.get(at) {
            Some(b'X' | b'x') => at + 1,
            _ => at,
        };
        if end - start >= SHORTEST {
            let run = text.get(start..end).unwrap_or_default();
            let digits: String = run.chars().filter(char::is_ascii_alphanumeric).collect();
            if digits.len() >= SHORTEST {
                runs.push((start, digits.to_ascii_uppercase(), end - start));
            }
        }
        at = end.max(at);
    }
    runs
}

fn kind(text: &str, place: usize, digits: &str, length: usize) -> Option<Kind> {
    let before = text.get(..place)?.chars().next_back();
    let after = text.get(place + length..)?;
    // A decimal, an amount, or a part of a longer code.
    let is_joined = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | ',' | '_' | '/' | '￥' | '¥');
    let next = after.chars().next();
    let is_decimal = matches!(next, Some('.' | ',')) && after.chars().nth(1).is_some_and(|c| c.is_ascii_digit());
    if before.is_some_and(is_joined) || next.is_some_and(|c| c.is_ascii_alphanumeric()) || is_decimal {
        return None;
    }
    const UNITS: [&str; 10] = ["元", "万", "亿", "千", "号文", "%", "％", "人", "个", "立方"];
    if UNITS.iter().any(|unit| after.trim_start().starts_with(unit)) {
        return None;
    }
    let is_grouped = length > digits.len();
    match digits.len() {
        18 if is_identity(digits) && (has_check_digit(digits) || is_called_so(text, place)) => Some(Kind::Identity),
        16..=19 if is_card(digits) && (!is_grouped || digits.len() >= 16) => Some(Kind::Card),
        11 if is_mobile(digits) && !is_code(text, place) => Some(Kind::Mobile),
        _ => None,
    }
}

/// GB 11643—1999: region and a date of birth.
fn is_identity(digits: &str) -> bool {
    let part = |from: usize, to: usize| digits.get(from..to).and_then(|part| part.parse::<u16>().ok());
    let (Some(year), Some(month), Some(day)) = (part(6, 10), part(10, 12), part(12, 14)) else {
        return false;
    };
    let is_born = (1900..=2099).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    is_born && digits.starts_with(['1', '2', '3', '4', '5', '6', '8'])
}

/// The check digit by ISO 7064 MOD 11-2.
fn has_check_digit(digits: &str) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const CHECKS: [char; 11] = ['1', '0', 'X', '9', '8', '7', '6', '5', '4', '3', '2'];
    let sum: u32 = digits
        .chars()
        .zip(WEIGHTS)
        .filter_map(|(c, weight)| Some(c.to_digit(10)? * weight))
        .sum();
    digits.chars().last() == CHECKS.get((sum % 11) as usize).copied()
}

/// 身份证号 before it: whatever its check digit is.
fn is_called_so(text: &str, place: usize) -> bool {
    const NAMES: WordList = WordList::of(&["身份证", "公民身份号码"]);
    NAMES.any_in(clause_before(text, place))
}

/// A debit or credit card of China: 62, 4, 51 to 55 or 35, and the check digit by Luhn.
fn is_card(digits: &str) -> bool {
    const BEGINNINGS: [&str; 5] = ["62", "60", "4", "35", "5"];
    let mut sum = 0;
    for (place, c) in digits.chars().rev().enumerate() {
        let Some(digit) = c.to_digit(10) else { return false };
        let doubled = if place % 2 == 1 { digit * 2 } else { digit };
        sum += doubled / 10 + doubled % 10;
    }
    BEGINNINGS.iter().any(|beginning| digits.starts_with(beginning)) && sum % 10 == 0
}

/// Eleven digits from 13 to 19.
fn is_mobile(digits: &str) -> bool {
    let mut chars = digits.chars();
    chars.next() == Some('1') && matches!(chars.next(), Some('3'..='9')) && digits.chars().all(|c| c.is_ascii_digit())
}

/// The words of the clause before a place, with the label right before it: 联系电话：.
fn clause_before(text: &str, place: usize) -> &str {
    let before = text.get(..place).unwrap_or_default();
    stops::last(before.trim_end_matches(['：', ':', ' ']), Mark::Clause)
        .rsplit('\t')
        .next()
        .unwrap_or_default()
}

/// Whether the words before say that it is a number of something else: 编码, 合同号, 项目代码.
fn is_code(text: &str, place: usize) -> bool {
    const CODES: WordList = WordList::of(&[
        "编码", "编号", "代码", "合同", "批次", "流水", "文号", "单号", "序号", "热线",
    ]);
    CODES.any_in(clause_before(text, place))
}

/// Whether the number is that of a contact.
fn is_contact(text: &str, place: usize) -> bool {
    const CONTACT: WordList = WordList::of(&["联系", "电话", "填表人", "填报人", "经办人", "负责人"]);
    CONTACT.any_in(clause_before(text, place))
}
