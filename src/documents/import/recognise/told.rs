//! 指标 that a report tells in sentences instead of a table: a name, what was aimed at, what was reached, and where it
//! is said, its points. For example “开设选修课程，年初目标30门，实际开设34门，该项10分，得10分”: of each number the words
//! beside it say what it is, and the name is what stands before the first of them.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;

use crate::documents::import::recognised::{Slot, Source};
use crate::documents::import::text::fit::{Look, look};
use crate::domain::prose::found::What;
use crate::domain::prose::quantity::quantities;

use super::indicators::{MOST, Row};
use super::text::{Text, sentences};

/// Words before a number that is aimed at.
const AIMS: [&str; 14] = [
    "目标值",
    "目标",
    "计划",
    "应于",
    "应",
    "不少于",
    "不低于",
    "不高于",
    "不超过",
    "不多于",
    "控制在",
    "≥",
    "≤",
    "标准为",
];
/// Words behind one.
const AIMS_BEHIND: [&str; 6] = ["的目标", "的指标值", "的要求", "以上", "以内", "的标准"];
/// Words before a number that was reached.
const REACHED: [&str; 10] = [
    "实际", "完成", "达到", "建成", "实现", "达", "保障", "办理", "开展", "为",
];
/// Words with which a name does not begin.
const LEADS: [&str; 14] = [
    "一是", "二是", "三是", "四是", "全年", "本年", "年度", "年初", "计划", "目标", "其中", "同时", "原定", "当年",
];
/// Words with which none ends.
const ENDS: [&str; 7] = ["年初", "年度", "全年", "的", "已", "共", "于"];
/// Money of the whole office is told beside the indicators.
const MONEY: [&str; 8] = ["预算", "资金", "支出", "收入", "结转", "结余", "拨款", "执行率"];

/// What a number of a sentence is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Aim,
    Reached,
    Weight,
    Score,
    Unsaid,
}

/// A number of a sentence.
struct Told {
    part: Part,
    range: Range<usize>,
    unit: String,
}

/// The indicators that sentences tell.
pub fn recognise(text: &Text<'_>) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for (place, words) in text.paragraphs() {
        let mut level: Option<&str> = None;
        for sentence in sentences(words) {
            let said = &words[sentence.clone()];
            let named = said
                .trim()
                .trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '．' | '、'));
            let named = named.trim_end_matches(['。', '：']);
            if matches!(look(named), Look::SecondLevel | Look::AnyLevel) {
                level = Some(named);
            }
            let mut from = 0;
            for piece in said.split_inclusive('；') {
                let at = sentence.start + from;
                from += piece.len();
                let Some(mut values) = told(piece) else { continue };
                if let Some(level) = level {
                    values.insert(Slot::SecondLevel, level.to_owned());
                }
                rows.push(Row {
                    values,
                    sources: vec![Source::text(place, at..at + piece.len())],
                    doubt: Some("从句子里读出，请核对。".to_owned()),
                    ..Row::default()
                });
                if rows.len() >= MOST {
                    return rows;
                }
            }
        }
    }
    rows
}

/// The indicator of a sentence, where it has one aim and one number that answers it.
fn told(said: &str) -> Option<BTreeMap<Slot, String>> {
    let numbers = numbers(said);
    let mut aims = numbers.iter().filter(|number| number.part == Part::Aim);
    let (Some(aim), None) = (aims.next(), aims.next()) else {
        return None;
    };
    let answers = |part: Part| {
        let mut own = numbers
            .iter()
            .filter(move |number| number.part == part && number.unit == aim.unit);
        own.next()
    };
    let reached = answers(Part::Reached).or_else(|| answers(Part::Unsaid))?;
    let first = aim.range.start.min(reached.range.start);
    let name = name(said, first)?;
    if MONEY.iter().any(|word| name.contains(word)) {
        return None;
    }
    let mut values = BTreeMap::new();
    values.insert(Slot::IndicatorName, name);
    values.insert(Slot::Target, bound(said, &aim.range));
    values.insert(Slot::Actual, said[reached.range.clone()].to_owned());
    // What is said behind both is about how they differ.
    let last = numbers
        .iter()
        .filter(|number| matches!(number.part, Part::Weight | Part::Score))
        .map(|number| number.range.end);
    let end = last.chain([aim.range.end, reached.range.end]).max().unwrap_or_default();
    let rest = said[end..]
        .split_once('，')
        .map_or("", |(_, rest)| rest)
        .trim_end_matches(['。', '；'])
        .trim();
    if rest.chars().count() >= 3 {
        values.insert(Slot::DeviationReason, rest.to_owned());
    }
    for (part, slot) in [(Part::Weight, Slot::Weight), (Part::Score, Slot::Score)] {
        if let Some(number) = numbers.iter().find(|number| number.part == part) {
            values.insert(slot, said[number.range.clone()].trim_end_matches('分').to_owned());
        }
    }
    Some(values)
}

fn numbers(said: &str) -> Vec<Told> {
    let mut found: Vec<(Range<usize>, String)> = quantities(said)
        .into_iter()
        .map(|found| {
            let unit = match &found.what {
                What::Money(_) => "元".to_owned(),
                What::Percent(_) => "%".to_owned(),
                What::Count(_, unit) => unit.clone(),
                What::Date(_) => "日".to_owned(),
            };
            (found.range, unit)
        })
        .collect();
    found.extend(days(said).into_iter().map(|range| (range, "日".to_owned())));
    found.extend(points(said).into_iter().map(|range| (range, "分".to_owned())));
    // Of two that begin at one place the longer is meant.
    found.sort_by_key(|(range, _)| (range.start, Reverse(range.end)));
    found.dedup_by(|later, earlier| later.0.start < earlier.0.end);
    let mut from = 0;
    let mut told = Vec::new();
    for (range, unit) in found {
        let before = said[from..range.start]
            .rsplit(['，', '（', '(', '；'])
            .next()
            .unwrap_or_default();
        let behind: String = said[range.end..].chars().take(6).collect();
        let part = part(before, &behind, &unit);
        from = range.end;
        told.push(Told { part, range, unit });
    }
    told
}

/// What the words beside a number say of it: those nearest before it count, unless the ones behind say more.
fn part(before: &str, behind: &str, unit: &str) -> Part {
    if unit == "分" {
        let before = before.trim_end();
        return match () {
            () if ["得", "得分", "自评", "自评分"]
                .iter()
                .any(|word| before.ends_with(word)) =>
            {
                Part::Score
            }
            () if ["项", "满分", "分值", "权重"].iter().any(|word| before.ends_with(word)) => Part::Weight,
            () => Part::Unsaid,
        };
    }
    if AIMS_BEHIND.iter().any(|word| behind.starts_with(word)) || unit == "日" && behind.starts_with('前') {
        return Part::Aim;
    }
    // 目标值为100%
    let before = before.trim_end().trim_end_matches(['为', '是']);
    let last = |words: &[&str]| {
        words
            .iter()
            .filter_map(|word| Some(before.rfind(word)? + word.len()))
            .max()
    };
    match (last(&AIMS), last(&REACHED)) {
        (Some(aim), reached) if reached.is_none_or(|reached| aim >= reached) => Part::Aim,
        // 计划保障460人: what is planned is done yet.
        (Some(_), Some(_)) if !before.contains("实际") && before.contains("计划") => Part::Aim,
        (_, Some(_)) => Part::Reached,
        _ => Part::Unsaid,
    }
}

/// 8月25日, of which quantities know only those with a year.
fn days(said: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for (at, _) in said.match_indices('月') {
        let digits = said[..at].trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let rest = &said[at + '月'.len_utf8()..];
        let day = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        let count = rest.len() - day.len();
        if digits < at && (1..=2).contains(&count) && day.starts_with('日') {
            found.push(digits..at + '月'.len_utf8() + count + '日'.len_utf8());
        }
    }
    found
}

/// 9.5分
fn points(said: &str) -> Vec<Range<usize>> {
    let is_digit = |c: char| c.is_ascii_digit() || c == '.';
    let numbers = said.match_indices('分').map(|(at, mark)| {
        let start = said[..at].trim_end_matches(is_digit).len();
        (start, at, at + mark.len())
    });
    numbers
        .filter(|(start, at, _)| start < at)
        .map(|(start, _, end)| start..end)
        .collect()
}

/// The number that is aimed at with the words that bind it: 不少于4次, 95%以上, 8月25日前.
fn bound(said: &str, range: &Range<usize>) -> String {
    let before = said[..range.start].trim_end();
    let sign = ["不少于", "不低于", "不高于", "不超过", "不多于", "≥", "≤"]
        .into_iter()
        .find(|sign| before.ends_with(sign));
    let behind = ["以上", "以内", "以下", "前"]
        .into_iter()
        .find(|word| said[range.end..].starts_with(word));
    format!(
        "{}{}{}",
        sign.unwrap_or_default(),
        &said[range.clone()],
        behind.unwrap_or_default()
    )
}

/// What stands before the first number, without the words that say what the number is; where there are only such, the
/// clause before.
fn name(said: &str, first: usize) -> Option<String> {
    let before = &said[..first];
    let mut clauses = before.rsplit(['，', '（', '(', '：', '。']);
    let bare = |clause: &str| {
        let mut clause = clause
            .trim()
            .trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '、'));
        while let Some(rest) = LEADS.iter().find_map(|lead| clause.strip_prefix(lead)) {
            clause = rest;
        }
        let end = AIMS
            .iter()
            .chain(&["实际", "达到", "实现", "为"])
            .filter_map(|word| clause.find(word))
            .min();
        let mut clause = clause[..end.unwrap_or(clause.len())].trim();
        while let Some(rest) = ENDS.iter().find_map(|end| clause.strip_suffix(end)) {
            clause = rest;
        }
        clause.to_owned()
    };
    let own = bare(clauses.next()?);
    let name = if own.chars().count() >= 3 {
        own
    } else {
        bare(clauses.next()?)
    };
    let is_name = (3..=30).contains(&name.chars().count()) && !name.contains(['“', '”', '《', '；']);
    is_name.then_some(name)
}
