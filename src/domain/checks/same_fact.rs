//! D3 同一件事前后数字不同: one fact with different numbers in two texts.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::domain::field::Field;
use crate::domain::finding::{Code, Finding};
use crate::domain::prose::quantity::{Found, What};
use crate::domain::shared::Shared;

use super::reading::Reading;

/// What a number is of: the words right before it within its clause, and its unit.
fn subject<'a>(text: &'a str, start: usize, unit: &str) -> Option<&'a str> {
    let before = text.get(..start)?.trim_end();
    let clause = before
        .char_indices()
        .rev()
        .take_while(|(_, c)| {
            !matches!(
                c,
                '，' | '。' | '；' | '、' | '：' | '\n' | '（' | '）' | '(' | ')' | '“' | '”' | ':' | ',' | ';'
            )
        })
        .last()
        .map(|(place, _)| place)?;
    let words = before.get(clause..)?;
    // "从 680 元提高到 720 元": the first is what it was before, and no part of what it is called.
    let mut plain = match words.split_once('从') {
        Some((_, after)) if !after.contains(['到', '至']) => return None,
        Some((before, _)) => before,
        None => words,
    };
    while let Some(rest) = TRAILING.iter().find_map(|word| plain.strip_suffix(word)) {
        plain = rest;
    }
    while let Some(rest) = LEADING.iter().find_map(|word| plain.strip_prefix(word)) {
        plain = rest;
    }
    // A number or a time before it makes another fact: "一季度开展培训3次".
    let is_named = NAMES.iter().any(|word| plain.ends_with(word));
    // A share is a fact only where it has a name of its own: 覆盖率, not 完成98%.
    let shortest = match (is_named, unit) {
        (true, _) => 4,
        (false, "%") => return None,
        (false, "万元") => 5,
        (false, _) => 8,
    };
    let is_fact = plain.chars().count() >= shortest
        && !plain.contains(|c: char| c.is_ascii_digit())
        && !TIMES.iter().any(|word| plain.contains(word));
    is_fact.then_some(plain)
}

/// Words that say nothing of what is counted.
const LEADING: [&str; 15] = [
    "全年", "全街", "全区", "全县", "全市", "全镇", "全乡", "共计", "共", "已", "组织", "开展", "举办", "完成", "进行",
];

/// Words between a fact and its number.
const TRAILING: [&str; 17] = [
    "达到",
    "提高到",
    "增加到",
    "提高至",
    "增加至",
    "降低到",
    "减少到",
    "每人每月",
    "每人每年",
    "每月",
    "每人",
    "为",
    "是",
    "达",
    "约",
    "共",
    "到",
];

/// Ends of words that name a figure by themselves.
const NAMES: [&str; 14] = [
    "率", "度", "比重", "占比", "标准", "量", "面积", "里程", "长度", "总数", "人数", "规模", "总值", "总额",
];

/// Words that make a number one of several of its kind.
const TIMES: [&str; 24] = [
    "季度",
    "上半年",
    "下半年",
    "月",
    "每",
    "各",
    "去年",
    "上年",
    "同比",
    "其中",
    "新增",
    "累计",
    "平均",
    "人均",
    "计划",
    "目标",
    "不少于",
    "至少",
    "不低于",
    "不超过",
    "年均",
    "占",
    "增长",
    "下降",
];

/// A number in a text with what it is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    subject: String,
    unit: String,
    value: Decimal,
    shown: String,
}

/// The facts of a text. What is aimed at need not be what was reached, and is none.
pub fn facts(field: Field, text: &str, quantities: &[Found]) -> Vec<Fact> {
    if matches!(
        field,
        Field::OverallObjective | Field::ObjectiveText(_) | Field::Improvement(_)
    ) {
        return Vec::new();
    }
    let fact = |quantity: &Found| {
        let (value, unit) = match &quantity.what {
            What::Count(value, unit) => (value.decimal(), unit.as_str()),
            What::Money(value) => (value.decimal(), "万元"),
            What::Percent(value) => (value.percent(), "%"),
            What::Date(_) => return None,
        };
        Some(Fact {
            subject: subject(text, quantity.range.start, unit)?.to_owned(),
            unit: unit.to_owned(),
            value,
            shown: text.get(quantity.range.clone())?.to_owned(),
        })
    };
    quantities.iter().filter_map(fact).collect()
}

/// Finds D3: the same words and unit with two numbers in two texts. With a third number the words are those of
/// something that happens again and again: 召开会议3次.
pub fn check(readings: &[Shared<Reading>], found: &mut Vec<Finding>) {
    let mut said: BTreeMap<(&str, &str), Vec<(&Fact, Field)>> = BTreeMap::new();
    for reading in readings {
        for fact in &reading.facts {
            let places = said.entry((&fact.subject, &fact.unit)).or_default();
            if places.iter().all(|(other, _)| other.value != fact.value) {
                places.push((fact, reading.field));
            }
        }
    }
    for ((subject, _), places) in said {
        let [(first, before), (second, field)] = places.as_slice() else {
            continue;
        };
        if before != field {
            found.push(
                Finding::new(
                    Code::D3,
                    *field,
                    format!("“{subject}”这里是 {}，前面写的是 {}。", second.shown, first.shown),
                    "核对哪个对，全文写一样的数；说的不是一回事的，写清时间或范围。",
                )
                .resting_on(vec![*before]),
            );
        }
    }
}
