//! D3, D4 and D5: what texts say of facts, scores and indicators, against each other and against the tables.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::domain::draft::Draft;
use crate::domain::evaluation::Evaluation;
use crate::domain::field::{Field, IndicatorField, List, PartField};
use crate::domain::finding::{Code, Finding};
use crate::domain::indicator::Indicator;
use crate::domain::points::Points;
use crate::domain::prose::number::plain_number;
use crate::domain::prose::quantity::What;
use crate::domain::row::Id;
use crate::domain::scheme::PartRule;
use crate::domain::shared::Shared;

use super::marks::excerpt;
use super::reading::Reading;

/// Finds D4, and D5 of texts.
pub fn check(draft: &Draft, evaluation: &Evaluation, readings: &[Shared<Reading>], found: &mut Vec<Finding>) {
    for reading in readings {
        if reading.speaks_of_marks {
            full_marks(draft, evaluation, reading, found);
        }
        if reading.names_weights {
            named_weights(draft, reading, found);
        }
    }
}

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

/// D3: the same words and unit with different numbers in two texts.
pub fn same_fact(readings: &[Shared<Reading>], found: &mut Vec<Finding>) {
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

/// Words that say that marks were lost.
const NOT_FULL: [&str; 11] = [
    "未达满分",
    "未得满分",
    "没有得满分",
    "没得满分",
    "未获满分",
    "没有达到满分",
    "未达到满分",
    "未能得满分",
    "被扣分",
    "扣了",
    "失了",
];

/// Words that say that none were.
const FULL: [&str; 14] = [
    "均为满分",
    "均得满分",
    "都得满分",
    "全部满分",
    "全部得满分",
    "得了满分",
    "得满分",
    "为满分",
    "没有失分",
    "未失分",
    "无失分",
    "没有扣分",
    "未扣分",
    "无扣分",
];

/// Whether a text speaks of marks that were or were not lost.
pub fn speaks_of_marks(text: &str) -> bool {
    ["满分", "失分", "扣分", "扣了", "失了"]
        .iter()
        .any(|word| text.contains(word))
}

/// D4: a clause that says that marks were lost or not, and the marks of what it is about.
fn full_marks(draft: &Draft, evaluation: &Evaluation, reading: &Reading, found: &mut Vec<Finding>) {
    for clause in reading
        .text
        .split(['。', '；', '\n'])
        .filter(|clause| speaks_of_marks(clause))
    {
        let denies = NOT_FULL.iter().any(|words| clause.contains(words));
        let affirms = !denies && FULL.iter().any(|words| clause.contains(words));
        // "其余各项均得满分": which ones cannot be told by words.
        let is_of_others = ["其余", "其他", "除"].iter().any(|word| clause.contains(word));
        if is_of_others || (!denies && !affirms) {
            continue;
        }
        for subject in subjects(draft, evaluation, clause) {
            if subject.is_full == denies {
                let says = if denies { "失了分" } else { "没有失分" };
                found.push(
                    Finding::new(
                        Code::D4,
                        reading.field,
                        format!("这里说{says}，评分表里{}：“{}”。", subject.marks, excerpt(clause, 30)),
                        "核对得分；得分没错的，改这句话。",
                    )
                    .resting_on(vec![subject.field]),
                );
                break;
            }
        }
    }
}

/// Something with marks that a clause speaks of.
struct Subject {
    field: Field,
    is_full: bool,
    /// Its marks, in words.
    marks: String,
}

/// What a clause about marks is about: the parts that it names, else all indicators, else nothing.
fn subjects(draft: &Draft, evaluation: &Evaluation, clause: &str) -> Vec<Subject> {
    let parts = draft
        .scheme
        .parts
        .iter()
        .zip(&evaluation.parts)
        .filter_map(|(part, result)| {
            let (score, weight) = (result.score.ok()?, result.weight.ok()?);
            let name = part.name.trim();
            let by_words = part.rule == PartRule::Progress
                && ["支出进度", "执行率", "执行进度", "部门支出"]
                    .iter()
                    .any(|word| clause.contains(word));
            let is_named = (!name.is_empty() && clause.contains(name)) || by_words;
            is_named.then(|| Subject {
                field: Field::Part(part.id, PartField::Weight),
                is_full: score == weight.rounded(),
                marks: format!("“{name}”得 {} 分，满分 {} 分", score.printed(), weight.printed()),
            })
        });
    let mut parts: Vec<Subject> = parts.collect();
    let rows = draft
        .indicators
        .iter()
        .zip(&evaluation.indicators)
        .filter_map(|(row, result)| {
            let (score, weight) = (result.score.ok()?, result.weight.ok()?);
            let name = row.name.trim();
            (name.chars().count() >= 4 && clause.contains(name)).then(|| Subject {
                field: Field::Indicator(row.id, IndicatorField::Weight),
                is_full: score == weight.rounded(),
                marks: format!("“{name}”得 {} 分，权重 {}", score.printed(), weight.printed()),
            })
        });
    parts.extend(rows);
    let speaks_of_all = ["各项指标", "所有指标", "全部指标", "各指标", "项指标"]
        .iter()
        .any(|words| clause.contains(words));
    if !parts.is_empty() || !speaks_of_all {
        return parts;
    }
    let rows = draft.indicators.iter().zip(&evaluation.indicators);
    let lost =
        rows.filter(|(_, row)| matches!((row.weight, row.score), (Ok(weight), Ok(score)) if score < weight.rounded()));
    let lost: Vec<_> = lost.collect();
    let known = evaluation.indicators.iter().all(|row| row.score.is_ok());
    let subject = match lost.first() {
        Some((row, result)) => Some(Subject {
            field: Field::Indicator(row.id, IndicatorField::Weight),
            is_full: false,
            marks: format!(
                "{}得 {} 分，权重 {}",
                super::scoring::own_name(row),
                result.score.map(Points::printed).unwrap_or_default(),
                result.weight.map(Points::printed).unwrap_or_default()
            ),
        }),
        None if known && !draft.indicators.is_empty() => Some(Subject {
            field: Field::Rows(List::Indicators),
            is_full: true,
            marks: format!("{} 项指标都是满分", draft.indicators.len()),
        }),
        None => None,
    };
    subject.into_iter().collect()
}

/// D5: an indicator that a text, or a table pasted into it, names with a weight.
fn named_weights(draft: &Draft, reading: &Reading, found: &mut Vec<Finding>) {
    for row in &draft.indicators {
        let name = row.name.trim();
        let Some(weight) = row.weight.value().filter(|_| name.chars().count() >= 4) else {
            continue;
        };
        let said = said_in_words(&reading.text, name).or_else(|| said_in_table(&reading.text, name));
        let Some(said) = said.filter(|said| Points::new(*said) != *weight) else {
            continue;
        };
        found.push(
            Finding::new(
                Code::D5,
                reading.field,
                format!(
                    "这里写“{name}”的权重是 {}，评分表里是 {}。",
                    Points::new(said).printed(),
                    weight.printed()
                ),
                "核对指标表，前后写一样的权重。",
            )
            .resting_on(vec![Field::Indicator(row.id, IndicatorField::Weight)]),
        );
    }
}

/// The weight that follows a name within its clause: “完工及时率”（权重5分）.
fn said_in_words(text: &str, name: &str) -> Option<Decimal> {
    let start = text.find(name)?;
    let after = text.get(start + name.len()..)?;
    let clause: String = after
        .chars()
        .take_while(|c| !matches!(c, '，' | '。' | '；' | '\n'))
        .take(14)
        .collect();
    let (_, number) = clause.split_once("权重").or_else(|| clause.split_once("分值"))?;
    let number = number.trim_start_matches(['为', '是', '占', '：', ':', ' ']);
    let end = number
        .find(|c: char| !c.is_ascii_digit() && c != '.')
        .unwrap_or(number.len());
    plain_number(number.get(..end)?)
}

/// The weight in the row of a table with a column 权重 or 分值.
fn said_in_table(text: &str, name: &str) -> Option<Decimal> {
    let is_weight = |cell: &str| cell.contains("权重") || cell.contains("分值");
    let column = text
        .lines()
        .find_map(|line| line.split('\t').position(is_weight).filter(|_| line.contains('\t')))?;
    let row = text
        .lines()
        .find(|line| line.split('\t').next().is_some_and(|cell| cell.trim() == name))?;
    plain_number(row.split('\t').nth(column)?.trim())
}

/// Whether two drafts name, place and weigh their indicators alike.
pub fn has_same_names(earlier: &Draft, draft: &Draft) -> bool {
    let mut rows = earlier.indicators.iter().zip(&draft.indicators);
    earlier.indicators.len() == draft.indicators.len()
        && rows.all(|(one, other)| {
            let key = |row: &'_ Indicator| (row.id, row.place, row.weight.clone());
            one.is_same(other) || (key(one) == key(other) && one.name == other.name && one.goal == other.goal)
        })
}

/// D5: one indicator that stands twice in the same place of the scheme, with different weights.
pub fn named_twice(draft: &Draft) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut first: BTreeMap<(&str, &str, Option<Id>), &Indicator> = BTreeMap::new();
    for row in &draft.indicators {
        let key = (row.name.trim(), row.goal.trim(), row.place);
        if key.0.is_empty() || key.1.is_empty() {
            continue;
        }
        let Some(earlier) = first.get(&key) else {
            first.insert(key, row);
            continue;
        };
        if let (Some(one), Some(other)) = (earlier.weight.value(), row.weight.value())
            && one != other
        {
            found.push(
                Finding::new(
                    Code::D5,
                    Field::Indicator(row.id, IndicatorField::Weight),
                    format!(
                        "“{}”出现两次，权重一处是 {}，一处是 {}。",
                        key.0,
                        one.printed(),
                        other.printed()
                    ),
                    "留下一个；确实是两项的，把名称或目标写得不一样。",
                )
                .resting_on(vec![Field::Indicator(earlier.id, IndicatorField::Weight)]),
            );
        }
    }
    found
}
