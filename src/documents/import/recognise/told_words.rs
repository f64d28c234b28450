//! The words of a sentence that tells an indicator: its name, the target as it is bound, and why points were lost.

use std::ops::Range;

use crate::documents::import::text::marks::mark;
use crate::domain::prose::binding;

use super::told_levels::level_of;
use super::told_numbers::{AIMS, LOSSES, PLANS, Part, REACHED, SCORES, Told, WEIGHTS, due, numbers};

/// Words with which a name does not begin.
const LEADS: [&str; 24] = [
    "一是", "二是", "三是", "四是", "五是", "六是", "七是", "八是", "全年", "本年", "年度", "年初", "下达", "计划",
    "目标", "其中", "同时", "原定", "当年", "承诺", "预期", "拟", "实际", "共",
];
/// Words before those for what is aimed at.
const LEADS_OF_AIMS: [&str; 5] = ["年初", "年度", "全年", "本年", "当年"];
/// Words with which none ends.
const ENDS: [&str; 10] = ["年初", "年度", "全年", "的", "已", "共", "于", "值", "在", "方面"];

/// What is said from a place on, without the clause that ends there, the points, and the rate of the two; points taken off
/// that are told behind all numbers stand for a reason where there is none.
pub(super) fn reason(said: &str, between: Range<usize>, points: &[Option<&Told>]) -> String {
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
    for clause in said[from..].split(['，', '；', ';']) {
        let own = at..at + clause.len();
        at = own.end + said[own.end..].chars().next().map_or(0, char::len_utf8);
        let has_points = points.iter().flatten().any(|number| own.contains(&number.range.start));
        // 得9分（偏差原因：问卷回收少）
        let within = clause.find('（').map(|open| &clause[open + '（'.len_utf8()..]);
        let within = within.filter(|within| has_points && !within.contains('分'));
        let clause = within.unwrap_or(clause).trim().trim_end_matches(['。', '；', '）']);
        let is_rate = is_figure(clause, ["完成率", "完成比例"]) || own.end <= last && is_figure(clause, ["扣减", "扣"]);
        if own.start > from && (!has_points || within.is_some()) && !is_rate && !clause.is_empty() {
            clauses.push(clause);
        }
    }
    let first = clauses.iter().position(|clause| !is_figure(clause, ["扣减", "扣"]));
    clauses[first.unwrap_or_default()..].join("，")
}

/// The number that is aimed at with the words that bind it: 不少于4次, 95%以上, 8月25日前.
pub(super) fn bound(said: &str, range: &Range<usize>) -> String {
    let (before, after) = (said[..range.start].trim_end(), &said[range.end..]);
    let behind = binding::behind(after).map(|(_, length)| length);
    let behind = behind.or_else(|| after.starts_with('前').then_some('前'.len_utf8()));
    // 控制在48万元以内: what stands behind says it.
    let sign = binding::limit_before(before).filter(|_| behind.is_none());
    let start = sign.map_or(range.start, |(_, length)| before.len() - length);
    said[start..range.end + behind.unwrap_or_default()].to_owned()
}

/// No name has fewer characters, nor more.
pub(super) const SHORTEST: usize = 3;
const LONGEST: usize = 30;

/// What stands before the first number, without the words that say what the number is; where there are only such, the
/// clause before.
pub(super) fn name(said: &str, first: usize) -> Option<String> {
    let before = without_points(&said[..first]);
    let clauses = || {
        before
            .rsplit(['，', ',', '（', '(', '：', ':', '。', '；', ';'])
            .take(4)
    };
    let names = |clause: &str| Some(bare(clause)).filter(|name| name.chars().count() >= SHORTEST);
    // 信访化解：目标任务是化解率95%: what is aimed at is said of what was named before.
    let name = clauses().filter(|clause| !begins_with_aim(clause)).find_map(names);
    let name = name.or_else(|| clauses().find_map(names))?;
    // “三小”场所消防检查
    let quotes = name.matches('“').count();
    let is_quoted = quotes != name.matches('”').count() || quotes > 0 && name.ends_with('”') && name.starts_with('“');
    let is_name = name.chars().count() <= LONGEST && !is_quoted && !name.contains(['《', '；', '）', ')']);
    is_name.then_some(name)
}

/// Whether a sentence begins with what is planned: 计划完成行政村14个 tells of what was named before it.
pub(super) fn begins_with_plan(said: &str) -> bool {
    let said = said.trim_start();
    let said = LEADS_OF_AIMS
        .iter()
        .find_map(|lead| said.strip_prefix(lead))
        .unwrap_or(said);
    PLANS.iter().any(|plan| said.starts_with(plan))
}

/// Whether a clause begins with what is aimed at: 年初目标为签约率, 目标任务是, 计划完成行政村.
fn begins_with_aim(clause: &str) -> bool {
    let clause = clause.trim_start();
    let said = LEADS_OF_AIMS
        .iter()
        .find_map(|lead| clause.strip_prefix(lead))
        .unwrap_or(clause);
    let mut aims = AIMS.iter().filter_map(|aim| said.strip_prefix(aim));
    aims.any(|rest| rest.starts_with(['为', '是', '：']))
}

/// A text without what stands in brackets with its points: 核查面积（8分）.
pub(super) fn without_points(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find(['（', '(']) {
        let inner = &rest[open..];
        let end = inner
            .find(['）', ')'])
            .map(|end| end + inner[end..].chars().next().map_or(0, char::len_utf8));
        let own = &inner[..end.unwrap_or(inner.len())];
        plain.push_str(&rest[..open]);
        if end.is_none()
            || !numbers(own)
                .iter()
                .any(|number| matches!(number.part, Part::Weight | Part::Score))
        {
            plain.push_str(own);
        }
        rest = &inner[own.len()..];
    }
    plain.push_str(rest);
    plain
}

/// A clause without the words around the name.
pub(super) fn bare(clause: &str) -> String {
    let mut clause = clause.trim();
    if let Some((_, level)) = level_of(clause)
        && let Some(rest) = clause.find(level).map(|at| &clause[at + level.len()..])
    {
        clause = rest.trim_start_matches('】').trim_start_matches("方面");
    }
    clause = clause.trim();
    clause = mark(clause).map_or(clause, |mark| &clause[mark.length..]);
    loop {
        let before = clause;
        clause = clause.trim_matches([':', ' ']);
        clause = clause
            .strip_prefix('“')
            .and_then(|inner| inner.strip_suffix('”'))
            .unwrap_or(clause);
        // 应完成危房改造
        if let Some(done) = due(clause)
            && let Some(name) = REACHED.iter().find_map(|word| done.strip_prefix(word))
        {
            clause = name;
        }
        clause = LEADS
            .iter()
            .fold(clause, |clause, lead| clause.strip_prefix(lead).unwrap_or(clause));
        clause = binding::limit_before(clause).map_or(clause, |(_, length)| &clause[..clause.len() - length]);
        let ends = AIMS.iter().chain(&REACHED).chain(&ENDS);
        clause = ends.fold(clause, |clause, end| clause.strip_suffix(end).unwrap_or(clause));
        for words in [&WEIGHTS, &SCORES, &LOSSES] {
            clause = words
                .ending(clause)
                .map_or(clause, |end| &clause[..clause.len() - end.len()]);
        }
        if clause == before {
            break;
        }
    }
    // 查档群众满意度目标任务数 has the word within.
    let end = ["目标", "实际", "原定", "设定"]
        .iter()
        .filter_map(|word| clause.find(word))
        .min();
    clause[..end.unwrap_or(clause.len())].trim().to_owned()
}
