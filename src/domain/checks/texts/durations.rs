//! E7 of spans of time: from one day to another, and how long that is said to be; parts of the year with their months.

use crate::domain::checks::context::of_text::OfText;
use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::draft::field::Field;
use crate::domain::prose::in_time::{KEPT, LATE};
use crate::domain::prose::words::WordList;

use super::dates_in_order::{Day, days, months};
use crate::domain::prose::stops::{self, Mark};

/// Words between the second day and how long it is.
const LASTS: [&str; 15] = [
    "共计",
    "共",
    "为期",
    "历时",
    "工期为",
    "工期",
    "总工期",
    "期限为",
    "期限",
    "合计",
    "展期",
    "会期",
    "活动期",
    "培训期",
    "服务期",
];

/// Words that say how far one day is from another, besides those of being late.
const APART: WordList = WordList::of(&["提前", "晚", "早"]);

/// Parts of the year and their first and last month.
const PARTS: [(&str, u32, u32); 6] = [
    ("上半年", 1, 6),
    ("下半年", 7, 12),
    ("一季度", 1, 3),
    ("二季度", 4, 6),
    ("三季度", 7, 9),
    ("四季度", 10, 12),
];

/// Words of a day that was set beforehand.
const SET: WordList = WordList::of(&[
    "约定", "计划", "原定", "要求", "规定", "目标", "预定", "应于", "应在", "时限",
]);

/// Words of the beginning of a work.
const BEGUN: WordList = WordList::of(&["开工", "启动", "开始", "进场", "签订", "开幕", "开展"]);

/// Finds E7 of spans in one text.
pub fn check(of: &OfText<'_>, found: &mut Vec<Finding>) {
    let OfText { field, text, .. } = *of;
    if !text.contains('月') {
        return;
    }
    for sentence in stops::pieces(text, Mark::Group) {
        parts_of_year(field, sentence, found);
        let days = days(sentence);
        if let [first, second] = days.as_slice() {
            span(field, sentence, [first, second], found);
            in_time(field, sentence, [first, second], found);
        } else if let ([second], Some(first)) = (days.as_slice(), end_of_month(sentence)) {
            in_time(field, sentence, [&first, second], found);
        } else if let ([], [first, second]) = (days.as_slice(), months(sentence).as_slice()) {
            months_apart(field, sentence, [first, second], found);
        }
    }
}

/// 2022年11月开工，2023年8月竣工，历时10个月: the first month or the last may be left out.
fn months_apart(field: Field, sentence: &str, [first, second]: [&Day; 2], found: &mut Vec<Finding>) {
    let between = sentence.get(first.range.end..second.range.start).unwrap_or_default();
    let after = sentence.get(second.range.end..).unwrap_or_default();
    let is_begun =
        BEGUN.any_in(between) && between.chars().count() <= 10 || matches!(between.trim(), "至" | "到" | "—");
    let said = LASTS.iter().find_map(|word| {
        let (lead, said) = after.split_once(word)?;
        (lead.chars().count() <= 10 && !lead.contains(|c: char| c.is_ascii_digit())).then_some(said)
    });
    let Some((many, "个月")) = said.and_then(|said| count(said.trim_start_matches(['了', '为', '约']))) else {
        return;
    };
    let number = |day: &Day| u32::from(day.at.0) * 12 + u32::from(day.at.1);
    let Some(apart) = number(second).checked_sub(number(first)).filter(|_| is_begun) else {
        return;
    };
    if (apart.saturating_sub(1)..=apart + 1).contains(&many) {
        return;
    }
    let quote = sentence.get(first.range.start..second.range.end).unwrap_or_default();
    found.push(Finding::new(
        Code::E7,
        field,
        format!("“{quote}”前后是 {} 个月，这里说的是 {many} 个月。", apart + 1),
        "核对两个月份和时长，改写错的那个。",
    ));
}

/// 9月底, 6月末: the last day of a month, of the year that the sentence leaves open. No span is reckoned from it, as it
/// is no exact day.
fn end_of_month(sentence: &str) -> Option<Day> {
    const LENGTHS: [u8; 12] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let ends = ["月底", "月末"];
    let (at, word) = ends.iter().find_map(|word| Some((sentence.find(word)?, word)))?;
    let before = &sentence[..at];
    let start = before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let month: u8 = before[start..].parse().ok()?;
    let last = LENGTHS.get(usize::from(month).checked_sub(1)?)?;
    Some(Day {
        range: start..at + word.len(),
        at: (0, month, *last),
    })
}

/// 自3月1日起至8月31日止，共8个月; 5月6日比原定的4月26日推迟12天.
fn span(field: Field, sentence: &str, [first, second]: [&Day; 2], found: &mut Vec<Finding>) {
    let between = sentence
        .get(first.range.end..second.range.start)
        .unwrap_or_default()
        .trim();
    let after = sentence.get(second.range.end..).unwrap_or_default();
    let is_range = matches!(
        between.trim_start_matches('起'),
        "至" | "到" | "—" | "-" | "－" | "～" | "~"
    );
    let rest = after.trim_start_matches(['止', '，', ',', '（', '(', ' ']);
    let lasts = |reach: usize| {
        LASTS.iter().find_map(|word| {
            let (lead, said) = rest.split_once(word)?;
            (lead.chars().count() <= reach && !lead.contains(|c: char| c.is_ascii_digit())).then_some(said)
        })
    };
    // 自3月1日开工，8月31日完工，历时6个月.
    let is_begun = BEGUN.any_in(between) && between.chars().count() <= 10;
    // 5月8日至5月12日举办，为期7天.
    const DONE: usize = 6;
    let said = if is_range {
        lasts(DONE)
    } else if is_begun && let Some(said) = lasts(8) {
        Some(said)
    } else {
        apart(sentence, between, rest)
    };
    let Some((many, unit)) = said.and_then(|said| count(said.trim_start_matches(['了', '为', '约']))) else {
        return;
    };
    let (Some(start), Some(end)) = (number_of(first), number_of(second)) else {
        return;
    };
    let apart = start.abs_diff(end);
    // A span may count its last day; the months between two days may be begun or full.
    let fits = match unit {
        "天" | "日" => many == apart || many == apart + 1,
        "个月" => {
            let months = apart + 1;
            (many * 28).saturating_sub(16) <= months && months <= many * 31 + 16
        }
        _ => return,
    };
    if fits {
        return;
    }
    let quote = sentence.get(first.range.start..second.range.end).unwrap_or_default();
    let days = if is_range { apart + 1 } else { apart };
    found.push(Finding::new(
        Code::E7,
        field,
        format!("“{quote}”是 {days} 天，这里说的是 {many} {unit}。"),
        "核对两个日期和时长，改写错的那个。",
    ));
}

/// 约定10月31日前交付，实际于11月25日交付，按时完成: a day that was set, a later one, and words that say the opposite.
fn in_time(field: Field, sentence: &str, [set, done]: [&Day; 2], found: &mut Vec<Finding>) {
    let between = sentence.get(set.range.end..done.range.start).unwrap_or_default();
    let rest = sentence.get(done.range.end..).unwrap_or_default();
    let lead = sentence.get(..set.range.start).unwrap_or_default();
    // The first day is one that was set, and the second says when it was done.
    let is_set = between.starts_with(['前', '之', '以']) || SET.any_in(lead);
    let is_done = between.contains("实际") || between.contains('，') && !SET.any_in(between);
    let (Some(first), Some(second)) = (number_of(set), number_of(done)) else {
        return;
    };
    // Why, or what is said of another part, is another matter.
    let other = ["经批准", "经同意", "顺延", "不可抗力", "除"]
        .iter()
        .any(|word| sentence.contains(word));
    if !is_set || !is_done || other || BEGUN.any_in(between) || set.at.0 != done.at.0 {
        return;
    }
    let said = match (KEPT.any_in(rest) || rest.contains("提前"), LATE.any_in(rest)) {
        (true, false) if second > first => "按时",
        (false, true) if second < first => "逾期",
        _ => return,
    };
    let quote = sentence.get(set.range.start..done.range.end).unwrap_or_default();
    found.push(Finding::new(
        Code::E7,
        field,
        format!("“{quote}”，这里却说是{said}完成的。"),
        "核对两个日期和这句话，改写错的那个。",
    ));
}

/// What follows a word that says how far two days are apart: 比原定的4月26日推迟12天; 约定9月10日前完工，实际9月22日完工，逾期12天, where
/// one of the two is the day that was set, and none the beginning of the work.
fn apart<'a>(sentence: &str, between: &str, rest: &'a str) -> Option<&'a str> {
    const REACH: usize = 12;
    if let Some(word) = APART.beginning(rest).or_else(|| LATE.beginning(rest)) {
        return rest.strip_prefix(word);
    }
    let lead = &rest[..rest.find(|c: char| c.is_ascii_digit())?];
    let said = lead.trim_end_matches(['了', '为', '约']);
    let is_of_both = SET.any_in(sentence) && !SET.any_in(lead) && !BEGUN.any_in(between) && !BEGUN.any_in(lead);
    (is_of_both && lead.chars().count() <= REACH && (APART.ending(said).is_some() || LATE.ending(said).is_some()))
        .then(|| &rest[lead.len()..])
}

/// A whole number with its unit of time at the head of a text.
fn count(said: &str) -> Option<(u32, &'static str)> {
    let end = said.find(|c: char| !c.is_ascii_digit())?;
    let many = said[..end].parse().ok()?;
    let unit = ["个月", "天", "日"]
        .into_iter()
        .find(|unit| said[end..].starts_with(unit))?;
    Some((many, unit))
}

/// The number of a day, counted from some day long ago (days of the Gregorian calendar from 0000-03-01).
fn number_of(day: &Day) -> Option<u32> {
    let (year, month, date) = day.at;
    let (year, month, date) = (u32::from(year), u32::from(month), u32::from(date));
    // Where no year is said, both days are of one year; which one makes no difference but for a leap day.
    let year = if year == 0 { 2023 } else { year };
    let (year, month) = if month < 3 {
        (year - 1, month + 9)
    } else {
        (year, month - 3)
    };
    Some(year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + date)
}

/// 上半年（1月至7月）.
fn parts_of_year(field: Field, sentence: &str, found: &mut Vec<Finding>) {
    for (name, first, last) in PARTS {
        for (at, _) in sentence.match_indices(name) {
            let after = &sentence[at + name.len()..];
            let Some(inside) = after.strip_prefix(['（', '(']) else {
                continue;
            };
            let Some(months) = inside.find(['）', ')']).map(|end| &inside[..end]) else {
                continue;
            };
            let numbers: Vec<u32> = months
                .split(|c: char| !c.is_ascii_digit())
                .filter_map(|part| part.parse().ok())
                .collect();
            let named = months
                .chars()
                .all(|c| c.is_ascii_digit() || "月至到—-－～~".contains(c));
            if named && numbers.len() == 2 && numbers != [first, last] {
                found.push(Finding::new(
                    Code::E7,
                    field,
                    format!("{name}是{first}月至{last}月，这里写的是“{months}”。"),
                    "核对月份，或改写时段的名称。",
                ));
            }
        }
    }
}
