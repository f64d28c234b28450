//! The numbers of a sentence that tells an indicator, and what the words beside each say it is: aimed at, reached, its
//! points, or nothing.

use std::cmp::Reverse;
use std::ops::Range;

use crate::domain::prose::found::What;
use crate::domain::prose::quantity::quantities;

/// Words before a number that is aimed at.
pub(super) const AIMS: [&str; 24] = [
    "目标任务",
    "目标值",
    "目标",
    "任务",
    "指标值",
    "计划",
    "承诺",
    "预期",
    "预计",
    "拟",
    "任务数",
    "要求",
    "应于",
    "应",
    "不少于",
    "不低于",
    "不高于",
    "不超过",
    "不多于",
    "不晚于",
    "控制在",
    "≥",
    "≤",
    "标准为",
];
/// Of these the ones that stand before what is to be done.
const PLANS: [&str; 5] = ["计划", "承诺", "预期", "预计", "拟"];
/// Words behind one.
const AIMS_BEHIND: [&str; 7] = ["的目标", "的指标值", "的要求", "以上", "以内", "的标准", "的年度目标"];
/// Words before a number that was reached.
pub(super) const REACHED: [&str; 15] = [
    "实际",
    "调查结果",
    "抽样结果",
    "办结",
    "完成值",
    "完成",
    "达到",
    "建成",
    "实现",
    "达",
    "保障",
    "办理",
    "开展",
    "高达",
    "为",
];

/// What a number of a sentence is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Aim,
    Reached,
    Weight,
    Score,
    Unsaid,
}

/// A number of a sentence.
#[derive(Clone, Debug)]
pub(super) struct Told {
    pub(super) part: Part,
    pub(super) range: Range<usize>,
    pub(super) unit: String,
}

/// The numbers of a sentence, from left to right.
pub(super) fn numbers(said: &str) -> Vec<Told> {
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
    found.extend(counted(said));
    // Of two that begin at one place the longer is meant.
    found.sort_by_key(|(range, _)| (range.start, Reverse(range.end)));
    found.dedup_by(|later, earlier| later.0.start < earlier.0.end);
    let mut from = 0;
    let mut told = Vec::new();
    for (range, unit) in found {
        let before = said[from..range.start]
            .rsplit(['，', '（', '(', '；', '、'])
            .next()
            .unwrap_or_default();
        let behind: String = said[range.end..].chars().take(6).collect();
        let is_bracketed = said[..range.start].ends_with(['（', '(']) && behind.starts_with(['）', ')']);
        let part = match is_bracketed && unit == "分" {
            true => Part::Weight,
            false => part(before, &behind, &unit),
        };
        from = range.end;
        told.push(Told { part, range, unit });
    }
    told
}

/// What the words beside a number say of it: those nearest before it count, unless the ones behind say more.
fn part(before: &str, behind: &str, unit: &str) -> Part {
    // 目标值为100%
    let before = before.trim_end().trim_end_matches(['为', '是', '：', ':', '了']);
    let is_behind = |words: &[&str]| words.iter().any(|word| before.ends_with(word));
    if unit == "分" {
        return match () {
            () if is_behind(&["得", "得分", "自评", "自评分", "评分"]) => Part::Score,
            () if is_behind(&["项", "满分", "分值", "权重", "标准分"]) => Part::Weight,
            // 15分得15分, 10分，自评得9分: what may be had stands before what was.
            () if ["得", "，得", "全得", "，自评", "，实得", "实得"]
                .iter()
                .any(|word| behind.starts_with(word)) =>
            {
                Part::Weight
            }
            () => Part::Unsaid,
        };
    }
    if unit == "%" && is_behind(&["权重", "权重占比"]) {
        return Part::Weight;
    }
    // 完成率92.40% says how the two are of each other.
    if is_behind(&["完成率", "完成比例", "完成目标的", "完成进度"]) {
        return Part::Unsaid;
    }
    if AIMS_BEHIND.iter().any(|word| behind.starts_with(word)) || unit == "日" && behind.starts_with('前') {
        return Part::Aim;
    }
    let last = |words: &[&str]| {
        words
            .iter()
            .filter_map(|word| Some(before.rfind(word)? + word.len()))
            .max()
    };
    match (last(&AIMS), last(&REACHED)) {
        (Some(aim), reached) if reached.is_none_or(|reached| aim >= reached) => Part::Aim,
        // 计划保障460人: what is planned is done yet.
        (Some(_), Some(_)) if !before.contains("实际") && PLANS.iter().any(|word| before.contains(word)) => Part::Aim,
        (_, Some(_)) => Part::Reached,
        _ => Part::Unsaid,
    }
}

/// 8月25日, 10月底, 11月下旬, of which quantities know only those with a year.
fn days(said: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for (at, _) in said.match_indices('月') {
        let digits = said[..at].trim_end_matches(|c: char| c.is_ascii_digit()).len();
        if digits == at {
            continue;
        }
        let year = said[..digits]
            .strip_suffix('年')
            .map(|rest| rest.trim_end_matches(|c: char| c.is_ascii_digit()).len());
        let start = year.filter(|year| digits - year > '年'.len_utf8()).unwrap_or(digits);
        let behind = at + '月'.len_utf8();
        let rest = &said[behind..];
        let day = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        let count = rest.len() - day.len();
        let part = ["底", "初", "末", "上旬", "中旬", "下旬"]
            .into_iter()
            .find(|part| rest.starts_with(part));
        match part {
            Some(part) => found.push(start..behind + part.len()),
            None if (1..=2).contains(&count) && day.starts_with('日') => {
                found.push(start..behind + count + '日'.len_utf8());
            }
            None => {}
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

/// 480点次, 2.5万卷: a number with a unit that is in no list, up to the end of its clause.
fn counted(said: &str) -> Vec<(Range<usize>, String)> {
    let is_digit = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = said[at..].find(|c: char| c.is_ascii_digit()).map(|from| at + from) {
        let digits = said[start..]
            .find(|c: char| !is_digit(c))
            .map_or(said.len(), |end| start + end);
        at = digits;
        let rest = &said[digits..];
        let end = rest
            .find(|c: char| !c.is_alphabetic() || c.is_ascii())
            .unwrap_or(rest.len());
        let mut unit = &rest[..end];
        while let Some(short) = BOUNDS.iter().find_map(|bound| unit.strip_suffix(bound)) {
            unit = short;
        }
        let unit = unit.find('的').map_or(unit, |of| &unit[..of]);
        let own = unit.trim_start_matches(['万', '亿', '千', '百']);
        let is_unit =
            (1..=4).contains(&own.chars().count()) && !own.starts_with(['年', '月', '日', '个', '分', '项', '元']);
        if is_unit {
            found.push((start..digits + unit.len(), own.to_owned()));
        }
    }
    found
}

/// Words that bind a number, behind its unit.
pub(super) const BOUNDS: [&str; 7] = ["以上", "以内", "以下", "之内", "左右", "前", "内"];
