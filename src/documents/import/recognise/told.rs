//! 指标 that a report tells in sentences instead of a table: a name, what was aimed at, what was reached, and where it
//! is said, its points, in any order. For example “开设选修课程，年初目标30门，实际开设34门，该项10分，得10分” or “登记资料抽检
//! 合格率（12分）目标不低于98%，实际为99.1%，得12分”: of each number the words beside it say what it is, and the name is what
//! stands before the first of them. A sentence that aims at several numbers tells several indicators, each from the clause
//! that names it.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::documents::import::recognised::{Slot, Source};
use crate::documents::import::text::fit::{Look, look};
use crate::documents::import::text::marks::{MarkKind, mark};
use crate::domain::prose::number::plain_number;

use super::indicators::{MOST, Row};
use super::text::{Text, sentences};
use super::told_numbers::{AIMS, Part, REACHED, Told, numbers};

/// Words with which a name does not begin.
const LEADS: [&str; 21] = [
    "一是", "二是", "三是", "四是", "五是", "六是", "七是", "八是", "全年", "本年", "年度", "年初", "计划", "目标",
    "其中", "同时", "原定", "当年", "承诺", "预期", "拟",
];
/// Words with which none ends.
const ENDS: [&str; 9] = ["年初", "年度", "全年", "的", "已", "共", "于", "值", "在"];
/// Money of the whole office is told beside the indicators.
const MONEY: [&str; 8] = ["预算", "资金", "支出", "收入", "结转", "结余", "拨款", "执行率"];
/// With so many indicators that have their points, one without is a sentence of its own.
const WITH_POINTS: usize = 3;
/// Fewer sentences of an aim and a result, without points and under no level, are words about the work.
const FREE: usize = 2;

/// The indicators that sentences tell.
pub fn recognise(text: &Text<'_>) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut first: Option<&str> = None;
    // How the last second level was numbered: 成本指标 among 数量指标 and 质量指标 is another of these.
    let mut kind: Option<Option<MarkKind>> = None;
    for (place, words) in text.paragraphs() {
        let mut second: Option<&str> = None;
        for sentence in sentences(words) {
            let mut from = sentence.start;
            for piece in words[sentence.clone()].split_inclusive('；') {
                if let Some((own, level)) = level_of(piece) {
                    let is_second = match look(level) {
                        Look::SecondLevel => true,
                        Look::AnyLevel => kind == Some(own),
                        _ => false,
                    };
                    match is_second {
                        true => (second, kind) = (Some(level), Some(own)),
                        false => (first, second, kind) = (Some(level), None, None),
                    }
                }
                for part in each(piece) {
                    let at = from + part.start;
                    let said = &piece[part];
                    let own = told(said).or_else(|| execution(said, &words[..at]));
                    let Some(mut values) = own else { continue };
                    for (slot, level) in [(Slot::FirstLevel, first), (Slot::SecondLevel, second)] {
                        if let Some(level) = level {
                            values.entry(slot).or_insert_with(|| level.to_owned());
                        }
                    }
                    rows.push(Row {
                        values,
                        sources: vec![Source::text(place, at..at + said.len())],
                        doubt: Some("从句子里读出，请核对。".to_owned()),
                        ..Row::default()
                    });
                }
                from += piece.len();
                if rows.len() >= MOST {
                    return rows;
                }
            }
        }
    }
    let has_points = |row: &Row| row.values.contains_key(&Slot::Weight) || row.values.contains_key(&Slot::Score);
    if rows.iter().filter(|row| has_points(row)).count() >= WITH_POINTS {
        rows.retain(has_points);
    }
    // A report that tells its indicators so tells several, or says of which level or how many points one is.
    let is_placed = |row: &Row| {
        let levels = [Slot::FirstLevel, Slot::SecondLevel];
        has_points(row) || levels.iter().any(|level| row.values.contains_key(level))
    };
    if rows.iter().filter(|row| !is_placed(row)).count() < FREE {
        rows.retain(is_placed);
    }
    rows
}

/// The level that a piece begins with, and how it is numbered: 数量指标方面, （二）产出指标（50分）, 1.数量指标.
fn level_of(piece: &str) -> Option<(Option<MarkKind>, &str)> {
    let mut said = piece.trim_start();
    let mut kind = None;
    while let Some(mark) = mark(said) {
        said = &said[mark.length..];
        kind = Some(mark.kind);
    }
    let ends = said.char_indices().map(|(at, c)| at + c.len_utf8()).take(12);
    let is_level = |end: &usize| {
        let behind = &said[*end..];
        let is_named = said[..*end].ends_with("指标") || ["方面", "目标"].iter().any(|word| behind.starts_with(word));
        is_named
            && matches!(
                look(&said[..*end]),
                Look::FirstLevel | Look::SecondLevel | Look::AnyLevel
            )
    };
    ends.filter(is_level).last().map(|end| (kind, &said[..end]))
}

/// The pieces of a sentence that tell one indicator each.
fn each(said: &str) -> Vec<Range<usize>> {
    let numbers = numbers(said);
    let aims: Vec<usize> = numbers
        .iter()
        .filter(|number| number.part == Part::Aim)
        .map(|number| number.range.start)
        .collect();
    let mut starts = vec![0];
    let mut clauses: Vec<usize> = vec![0];
    let mut depth = 0_usize;
    for (at, c) in said.char_indices() {
        match c {
            '（' | '(' => depth += 1,
            '）' | ')' => depth = depth.saturating_sub(1),
            '，' | '：' if depth == 0 => clauses.push(at + c.len_utf8()),
            _ => {}
        }
    }
    for pair in aims.windows(2) {
        let Some(mut clause) = clauses.iter().rposition(|start| *start <= pair[1]) else {
            continue;
        };
        // 年初目标30门 has no name: it stands in the clause before.
        if bare(&without_points(&said[clauses[clause]..pair[1]])).chars().count() < SHORTEST {
            clause = clause.saturating_sub(1);
        }
        let start = clauses[clause];
        if start > pair[0] && Some(&start) != starts.last() {
            starts.push(start);
        }
    }
    let ends = starts.iter().skip(1).copied().chain([said.len()]);
    starts.iter().zip(ends).map(|(start, end)| *start..end).collect()
}

/// The indicator of a sentence, where it has one aim and one number that answers it.
fn told(said: &str) -> Option<BTreeMap<Slot, String>> {
    let numbers = numbers(said);
    let of = |part: Part| numbers.iter().filter(move |number| number.part == part);
    let mut aims = of(Part::Aim);
    let (Some(aim), None) = (aims.next(), aims.next()) else {
        return None;
    };
    // 12月20日完工，比计划的11月30日推迟20天: what a date is only compared with.
    let before = said[..aim.range.start].trim_end_matches('的');
    if ["比计划", "比原计划", "比预定"]
        .iter()
        .any(|word| before.ends_with(word))
    {
        return None;
    }
    let answers = |part: Part| of(part).find(|number| number.unit == aim.unit && number.range != aim.range);
    let reached = answers(Part::Reached).or_else(|| answers(Part::Unsaid))?;
    let first = aim.range.start.min(reached.range.start);
    let name = name(said, first)?;
    let points = [(Part::Weight, Slot::Weight), (Part::Score, Slot::Score)];
    let points = points.map(|(part, slot)| (of(part).next(), slot));
    let has_points = points.iter().all(|(number, _)| number.is_some());
    if !has_points && MONEY.iter().any(|word| name.contains(word)) {
        return None;
    }
    let mut values = BTreeMap::new();
    values.insert(Slot::IndicatorName, name);
    values.insert(Slot::Target, bound(said, &aim.range));
    values.insert(Slot::Actual, said[reached.range.clone()].to_owned());
    // What is said behind all numbers is about how they differ, and where points were lost, what is said behind these two.
    let both = aim.range.end.max(reached.range.end);
    let own = points.each_ref().map(|(number, _)| *number);
    let worth = own.map(|number| plain_number(said[number?.range.clone()].trim_end_matches('分')));
    let is_lost = matches!(worth, [Some(weight), Some(score)] if score < weight);
    let from = if is_lost { both } else { last_of(&own, both) };
    let reason = reason(said, from..last_of(&own, both), &own);
    if reason.chars().count() >= 3 {
        values.insert(Slot::DeviationReason, reason);
    }
    for (number, slot) in points {
        if let Some(number) = number {
            values.insert(
                slot,
                said[number.range.clone()]
                    .trim_end_matches(['分', '%', '％'])
                    .to_owned(),
            );
        }
    }
    Some(values)
}

/// 执行率指标满分10分，按比例得9.4分: the points of the execution rate, which is said beside them or before.
fn execution(said: &str, before: &str) -> Option<BTreeMap<Slot, String>> {
    let named = said.contains("执行率");
    let numbers = numbers(said);
    let points = |part: Part| {
        let number = numbers
            .iter()
            .find(|number| number.part == part && number.unit == "分")?;
        Some(said[number.range.clone()].trim_end_matches('分').to_owned())
    };
    let (weight, score) = (points(Part::Weight)?, points(Part::Score)?);
    let rate = |said: &str| {
        let after = said.rfind("执行率").map(|at| at + "执行率".len())?;
        let own = super::told_numbers::numbers(&said[after..]);
        let percent = own.into_iter().find(|number| number.unit == "%")?;
        Some(said[after..][percent.range].to_owned())
    };
    let rate = rate(said).or_else(|| rate(before)).filter(|_| named)?;
    let values = [
        (Slot::FirstLevel, "预算执行率".to_owned()),
        (Slot::IndicatorName, "预算执行率".to_owned()),
        (Slot::Weight, weight),
        (Slot::Score, score),
        (Slot::Actual, rate),
    ];
    Some(values.into_iter().collect())
}

/// Where the last of the numbers ends.
fn last_of(points: &[Option<&Told>], both: usize) -> usize {
    let ends = points.iter().flatten().map(|number| number.range.end);
    ends.chain([both]).max().unwrap_or(both)
}

/// What is said from a place on, without the clause that ends there, the points, and the rate of the two; points taken off
/// that are told behind all numbers stand for a reason where there is none.
fn reason(said: &str, between: Range<usize>, points: &[Option<&Told>]) -> String {
    let is_figure = |clause: &str, words: [&str; 2]| {
        let bare = words.iter().find_map(|word| clause.strip_prefix(word));
        bare.is_some_and(|bare| {
            let is_figure = |c: char| c.is_ascii_digit() || matches!(c, '.' | '%' | '％' | '分');
            !bare.is_empty() && bare.chars().all(is_figure)
        })
    };
    let (from, last) = (between.start, between.end);
    let mut at = from;
    let mut clauses: Vec<&str> = Vec::new();
    for clause in said[from..].split('，') {
        let own = at..at + clause.len();
        at = own.end + '，'.len_utf8();
        let has_points = points.iter().flatten().any(|number| own.contains(&number.range.start));
        let clause = clause.trim().trim_end_matches(['。', '；', '）']);
        let is_rate = is_figure(clause, ["完成率", "完成比例"]) || own.end <= last && is_figure(clause, ["扣减", "扣"]);
        if own.start > from && !has_points && !is_rate && !clause.is_empty() {
            clauses.push(clause);
        }
    }
    let first = clauses.iter().position(|clause| !is_figure(clause, ["扣减", "扣"]));
    clauses[first.unwrap_or_default()..].join("，")
}

/// The number that is aimed at with the words that bind it: 不少于4次, 95%以上, 8月25日前.
fn bound(said: &str, range: &Range<usize>) -> String {
    let before = said[..range.start].trim_end();
    let sign = ["不少于", "不低于", "不高于", "不超过", "不多于", "不晚于", "≥", "≤"]
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

/// No name has fewer characters, nor more.
const SHORTEST: usize = 3;
const LONGEST: usize = 30;

/// What stands before the first number, without the words that say what the number is; where there are only such, the
/// clause before.
fn name(said: &str, first: usize) -> Option<String> {
    let before = without_points(&said[..first]);
    let clauses = before.rsplit(['，', '（', '(', '：', '。', '；']);
    let mut names = clauses
        .take(3)
        .map(bare)
        .filter(|name| name.chars().count() >= SHORTEST);
    let name = names.next()?;
    let is_name = name.chars().count() <= LONGEST && !name.contains(['“', '”', '《', '；', '）', ')']);
    is_name.then_some(name)
}

/// A text without what stands in brackets with its points: 核查面积（8分）.
fn without_points(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find(['（', '(']) {
        let inner = &rest[open..];
        let end = inner
            .find(['）', ')'])
            .map(|end| end + inner[end..].chars().next().map_or(0, char::len_utf8));
        let own = &inner[..end.unwrap_or(inner.len())];
        plain.push_str(&rest[..open]);
        if end.is_none() || !(own.contains('分') && own.contains(|c: char| c.is_ascii_digit())) {
            plain.push_str(own);
        }
        rest = &inner[own.len()..];
    }
    plain.push_str(rest);
    plain
}

/// A clause without the words around the name.
fn bare(clause: &str) -> String {
    let mut clause = clause.trim();
    if let Some((_, level)) = level_of(clause)
        && let Some(rest) = clause.find(level).map(|at| &clause[at + level.len()..])
    {
        clause = rest.trim_start_matches("方面");
    }
    clause = clause
        .trim()
        .trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '、'));
    loop {
        let before = clause;
        clause = LEADS
            .iter()
            .fold(clause, |clause, lead| clause.strip_prefix(lead).unwrap_or(clause));
        let ends = AIMS.iter().chain(&REACHED).chain(&ENDS);
        clause = ends
            .fold(clause, |clause, end| clause.strip_suffix(end).unwrap_or(clause))
            .trim();
        if clause == before {
            break;
        }
    }
    // 查档群众满意度目标任务数 has the word within.
    let end = ["目标", "实际"].iter().filter_map(|word| clause.find(word)).min();
    clause[..end.unwrap_or(clause.len())].trim().to_owned()
}
