//! The numbers of a sentence that tells an indicator, and what the words beside each say it is: aimed at, reached, its
//! points, or nothing. Where an office promised in words (明显改善), those stand for a number.

use std::cmp::Reverse;
use std::ops::Range;

use crate::domain::prose::binding;
use crate::domain::prose::found::What;
use crate::domain::prose::quantity::quantities;
use crate::domain::prose::stops::{self, Mark};
use crate::domain::prose::words::WordList;

/// Words before a number that is aimed at.
pub(super) const AIMS: [&str; 20] = [
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
    "原定",
    "设定",
    "应于",
    "年度指标",
    "年初指标",
    "计划指标",
    "标准为",
    "标准值",
];
/// Of these the ones that stand before what is to be done.
pub(super) const PLANS: [&str; 7] = ["计划", "承诺", "预期", "预计", "拟", "要求", "原定"];
/// Words behind one.
const AIMS_BEHIND: WordList = WordList::of(&[
    "目标",
    "的目标",
    "的指标值",
    "的要求",
    "的标准",
    "的年度目标",
    "的年初目标",
    "的计划",
]);
/// Words before a number that was reached.
pub(super) const REACHED: [&str; 18] = [
    "实际",
    "调查结果",
    "抽样结果",
    "办结",
    "完成值",
    "实际值",
    "完成情况",
    "完成",
    "达到",
    "建成",
    "实现",
    "达",
    "保障",
    "办理",
    "开展",
    "高达",
    "结果",
    "为",
];
/// Words before the points that may be had, that were had, and that were lost.
pub(super) const WEIGHTS: WordList = WordList::of(&[
    "该项",
    "该指标",
    "该项指标",
    "本项",
    "满分",
    "分值",
    "权重",
    "权重分",
    "标准分",
    "指标分值",
    "权重占比",
]);
pub(super) const SCORES: WordList = WordList::of(&[
    "得",
    "得分",
    "自评",
    "自评分",
    "评分",
    "记",
    "计",
    "计分",
    "赋分",
    "实得",
    "自评得",
    "自评为",
]);
pub(super) const LOSSES: WordList = WordList::of(&["扣", "扣减", "扣除", "扣分", "扣掉", "失"]);
/// Words before a number that only says how the two differ.
const BETWEEN: WordList = WordList::of(&[
    "多完成",
    "少完成",
    "多",
    "少",
    "超额",
    "超出",
    "还差",
    "尚差",
    "相差",
    "减少",
    "增加",
    "推迟",
    "提前",
    "完成率",
    "完成比例",
    "完成目标的",
    "完成进度",
]);

/// What a number of a sentence is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Aim,
    Reached,
    Weight,
    Score,
    /// 扣0.5分.
    Lost,
    /// 得满分, 得满分10分: all points that may be had.
    Full,
    /// How the two differ.
    Between,
    Unsaid,
}

/// A number of a sentence, or words that stand for one, whose unit is empty.
#[derive(Clone, Debug)]
pub(super) struct Told {
    pub(super) part: Part,
    pub(super) range: Range<usize>,
    pub(super) unit: String,
}

/// The numbers of a sentence, from left to right.
pub(super) fn numbers(said: &str) -> Vec<Told> {
    let mut found: Vec<(Range<usize>, String, Option<Part>)> = quantities(said)
        .into_iter()
        .map(|found| {
            let unit = match &found.what {
                What::Money(_) => "元".to_owned(),
                What::Percent(_) => "%".to_owned(),
                What::Count(_, unit) => unit.clone(),
                What::Date(_) => "日".to_owned(),
            };
            (found.range, unit, None)
        })
        .collect();
    found.extend(days(said).into_iter().map(|range| (range, "日".to_owned(), None)));
    found.extend(points(said).map(|(range, part)| (range, "分".to_owned(), part)));
    found.extend(counted(said).into_iter().map(|(range, unit)| (range, unit, None)));
    found.extend(in_words(said).map(|(range, part)| (range, String::new(), Some(part))));
    // Of two that begin at one place the longer is meant; points say themselves what they are.
    found.sort_by_key(|(range, _, part)| (range.start, part.is_none(), Reverse(range.end)));
    found.dedup_by(|later, earlier| later.0.start < earlier.0.end);
    let mut from = 0;
    let mut told = Vec::new();
    for (range, unit, known) in found {
        let before = said[from..range.start]
            .rsplit(['，', ',', '（', '(', '；', ';', '、'])
            .next()
            .unwrap_or_default();
        let behind = &said[range.end..];
        let is_bracketed = said[..range.start].ends_with(['（', '(']) && behind.starts_with(['）', ')']);
        let part = known.unwrap_or_else(|| match is_bracketed && unit == "分" {
            true => Part::Weight,
            false => part(before, behind, &unit),
        });
        from = range.end;
        told.push(Told { part, range, unit });
    }
    told
}

/// A text without what leads from a label to its value: 目标值为, 得分：.
fn unled(before: &str) -> &str {
    before.trim_end().trim_end_matches(['为', '是', '：', ':', '了', ' '])
}

/// What the words beside a number say of it: those nearest before it count, unless the ones behind say more.
fn part(before: &str, behind: &str, unit: &str) -> Part {
    let before = unled(before);
    let percent_of_all = unit == "%" && before.ends_with("权重");
    if unit == "分" || percent_of_all {
        // 15分得15分, 10分，自评得9分: what may be had stands before what was.
        let next = behind.trim_start_matches(['，', ',']);
        return match () {
            () if LOSSES.ending(before).is_some() => Part::Lost,
            () if before.ends_with("得满分") => Part::Full,
            () if WEIGHTS.ending(before).is_some() => Part::Weight,
            () if SCORES.ending(before).is_some() => Part::Score,
            () if ["得", "自评", "实得", "全得"].iter().any(|word| next.starts_with(word)) => Part::Weight,
            () => Part::Unsaid,
        };
    }
    // 优待证制发完成率99.2% is called so itself.
    let is_between = BETWEEN
        .ending(before)
        .is_some_and(|word| !word.starts_with("完成") || before.len() == word.len());
    if is_between && binding::before(before).is_none() {
        return Part::Between;
    }
    let is_asked = AIMS_BEHIND.beginning(behind).is_some() || unit == "日" && behind.starts_with('前');
    let is_limited = binding::behind(behind).is_some() || binding::limit_before(before).is_some();
    if is_asked || is_limited && !before.contains("实际") {
        return Part::Aim;
    }
    // 按时办结率 is a name.
    let last = |words: &[&str]| {
        let ends = words.iter().filter_map(|word| Some(before.rfind(word)? + word.len()));
        ends.filter(|end| !before[*end..].starts_with('率')).max()
    };
    match (last(&AIMS), last(&REACHED)) {
        _ if due(before).is_some() => Part::Aim,
        (Some(aim), reached) if reached.is_none_or(|reached| aim >= reached) => Part::Aim,
        // 计划保障460人: what is planned is done yet.
        (Some(_), Some(_)) if !before.contains("实际") && PLANS.iter().any(|word| before.contains(word)) => Part::Aim,
        (_, Some(_)) => Part::Reached,
        _ => Part::Unsaid,
    }
}

/// What is to be done, behind 应 at the beginning of a clause: 应完成危房改造; none in words such as 应急.
pub(super) fn due(clause: &str) -> Option<&str> {
    const OTHER: WordList = WordList::of(&["用", "急", "对", "届", "答", "诉", "收"]);
    let clause = clause.rsplit(['：', '。']).next().unwrap_or(clause).trim_start();
    let rest = ["全年", "年度", "本年"]
        .iter()
        .find_map(|lead| clause.strip_prefix(lead));
    let rest = rest.unwrap_or(clause).strip_prefix('应')?;
    OTHER.beginning(rest).is_none().then_some(rest)
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

/// Each run of digits of a sentence, with its point and its groups of three.
fn digits(said: &str) -> impl Iterator<Item = Range<usize>> {
    let is_digit = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + said[at..].find(|c: char| c.is_ascii_digit())?;
        let end = said[start..]
            .find(|c| !is_digit(c))
            .map_or(said.len(), |end| start + end);
        at = end;
        Some(start..start + said[start..end].trim_end_matches([',', '.']).len())
    })
}

/// 9.5分, 分值：10, 4.8/5分, 得满分, with what the writing alone says of them.
fn points(said: &str) -> impl Iterator<Item = (Range<usize>, Option<Part>)> {
    let numbers = digits(said).filter_map(|range| {
        let (before, behind) = (&said[..range.start], said[range.end..].trim_start());
        let is_end = behind
            .chars()
            .next()
            .is_none_or(|c| Mark::at(said, said.len() - behind.len(), c).is_some());
        let is_points = behind.starts_with('分') && !["分钟", "分之"].iter().any(|word| behind.starts_with(word));
        let label = unled(before);
        let labels = [&WEIGHTS, &SCORES].iter().any(|words| words.ending(label).is_some());
        // 4.8/5分: what was had of what may be had.
        let first = behind
            .trim_start_matches('分')
            .strip_prefix(['/', '／'])
            .map(str::trim_start);
        let is_first =
            SCORES.ending(label).is_some() && first.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        let is_second = before.trim_end().strip_suffix(['/', '／']).is_some_and(|score| {
            let label = score
                .trim_end()
                .trim_end_matches('分')
                .trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
            SCORES.ending(unled(label)).is_some()
        });
        match () {
            () if is_first => Some((range, Some(Part::Score))),
            () if is_second => Some((range, Some(Part::Weight))),
            () if is_points => Some((range.start..said.len() - behind.len() + '分'.len_utf8(), None)),
            () if labels && is_end => Some((range, None)),
            () => None,
        }
    });
    let full = said
        .match_indices("得满分")
        .filter(|(at, word)| !said[at + word.len()..].starts_with(|c: char| c.is_ascii_digit()))
        .map(|(at, word)| (at..at + word.len(), Some(Part::Full)));
    numbers.chain(full)
}

/// 480点次, 2.5万卷, 0.5‰: a number with a unit that is in no list, up to the end of its clause.
fn counted(said: &str) -> Vec<(Range<usize>, String)> {
    let mut found = Vec::new();
    for Range { start, end } in digits(said) {
        let rest = &said[end..];
        if rest.starts_with('‰') {
            found.push((start..end + '‰'.len_utf8(), "‰".to_owned()));
            continue;
        }
        let stop = rest
            .find(|c: char| !c.is_alphabetic() || c.is_ascii())
            .unwrap_or(rest.len());
        let mut unit = &rest[..stop];
        while let Some(length) = binding::at_end(unit).map(|(_, length)| length).or_else(|| {
            let short = ["左右", "前", "内"].iter().find(|word| unit.ends_with(**word))?;
            Some(short.len())
        }) {
            unit = &unit[..unit.len() - length];
        }
        let unit = unit
            .find(['的', '目', '多', '少', '超', '比', '较', '低', '高'])
            .map_or(unit, |of| &unit[..of]);
        let own = unit.trim_start_matches(['万', '亿', '千', '百']);
        let is_unit =
            (1..=4).contains(&own.chars().count()) && !own.starts_with(['年', '月', '日', '个', '分', '项', '元']);
        if is_unit {
            found.push((start..end + unit.len(), own.to_owned()));
        }
    }
    found
}

/// 目标值为明显改善, 实际“基本健全”: what was promised and reached in words, behind a label that has a value.
fn in_words(said: &str) -> impl Iterator<Item = (Range<usize>, Part)> {
    const LABELS: [(&str, Part); 8] = [
        ("目标值", Part::Aim),
        ("指标值", Part::Aim),
        ("目标", Part::Aim),
        ("预期", Part::Aim),
        ("完成值", Part::Reached),
        ("实际值", Part::Reached),
        ("完成情况", Part::Reached),
        ("实际", Part::Reached),
    ];
    LABELS.into_iter().flat_map(move |(label, part)| {
        said.match_indices(label).filter_map(move |(at, _)| {
            let rest = &said[at + label.len()..];
            let value = rest.trim_start_matches(['为', '是', '：', ':', ' ']);
            let start = said.len() - value.len();
            let quoted = value
                .strip_prefix('“')
                .and_then(|inner| Some(&inner[..inner.find('”')?]));
            let is_led = value.len() < rest.len() || label.ends_with('值');
            let words = quoted.or_else(|| is_led.then(|| stops::first(value, Mark::Clause).trim_end()))?;
            let start = start + if quoted.is_some() { '“'.len_utf8() } else { 0 };
            let is_value = (2..=12).contains(&words.chars().count())
                && !words.contains(|c: char| c.is_ascii_digit() || "（）：“”".contains(c));
            is_value.then(|| (start..start + words.len(), part))
        })
    })
}
