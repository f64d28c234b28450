//! D3 同一件事前后数字不同: one fact with different numbers in two texts.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::domain::field::Field;
use crate::domain::finding::{Code, Finding};
use crate::domain::prose::quantity::What;
use crate::domain::shared::Shared;

use super::reading::Reading;

/// What a number is of: the words right before it within its clause, and its unit.
fn subject(text: &str, start: usize) -> Option<&str> {
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
    // "从 680 元提高到 720 元": what it was before is no part of what it is called.
    let mut plain = words.split_once('从').map_or(words, |(before, _)| before);
    while let Some(rest) = TRAILING.iter().find_map(|word| plain.strip_suffix(word)) {
        plain = rest;
    }
    while let Some(rest) = LEADING.iter().find_map(|word| plain.strip_prefix(word)) {
        plain = rest;
    }
    // A number or a time before it makes another fact: "一季度开展培训3次".
    let shortest = if plain.ends_with("标准") { 4 } else { 5 };
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

/// Finds D3: the same words and unit with different numbers in two texts.
pub fn check(readings: &[Shared<Reading>], found: &mut Vec<Finding>) {
    let mut first: BTreeMap<(&str, &str), (Decimal, Field, &str)> = BTreeMap::new();
    // What is aimed at need not be what was reached.
    let told = readings.iter().filter(|reading| {
        !matches!(
            reading.field,
            Field::OverallObjective | Field::ObjectiveText(_) | Field::Improvement(_)
        )
    });
    for reading in told {
        for quantity in &reading.quantities {
            let (value, unit) = match &quantity.what {
                What::Count(value, unit) => (value.decimal(), unit.as_str()),
                What::Money(value) => (value.decimal(), "万元"),
                What::Percent(value) => (value.percent(), "%"),
                What::Date(_) => continue,
            };
            let subject = subject(&reading.text, quantity.range.start);
            // A share is a fact only where it has a name of its own: 覆盖率, not 完成98%.
            let Some(subject) = subject.filter(|subject| unit != "%" || subject.ends_with(['率', '度', '重', '比']))
            else {
                continue;
            };
            let shown = reading.text.get(quantity.range.clone()).unwrap_or_default();
            match first.get(&(subject, unit)) {
                None => {
                    first.insert((subject, unit), (value, reading.field, shown));
                }
                Some((other, field, before)) if *other != value && *field != reading.field => {
                    found.push(
                        Finding::new(
                            Code::D3,
                            reading.field,
                            format!("“{subject}”这里是 {shown}，前面写的是 {before}。"),
                            "核对哪个对，全文写一样的数；说的不是一回事的，写清时间或范围。",
                        )
                        .resting_on(vec![*field]),
                    );
                }
                Some(_) => {}
            }
        }
    }
}
