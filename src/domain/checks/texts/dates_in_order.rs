//! E7 of one text: dates of which the later one is said to have come first, and deadlines that were over before the plan.

use std::ops::Range;

use crate::domain::checks::context::of_text::OfText;
use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::draft::field::Field;
use crate::domain::prose::stops::{self, Mark};
use crate::domain::prose::words::WordList;

use super::of_reading::OfReading;

/// A day that a text names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Day {
    pub range: Range<usize>,
    /// Year, taken over from the date before where it is not said, month, day.
    pub at: (u16, u8, u8),
}

/// Words of a sentence whose dates need not be told in their order.
const OTHERWISE: WordList = WordList::of(&[
    "原定",
    "原计划",
    "此前",
    "早于",
    "提前",
    "推迟",
    "延期",
    "延至",
    "调整",
    "上年",
    "去年",
    "以来",
    "出生",
    "分别",
    "年度考核",
    "施行",
    "实施",
]);

/// Words of what comes first, and of what follows on it.
const STEPS: [(WordList, WordList); 10] = [
    (
        WordList::of(&["立项", "申报批复"]),
        WordList::of(&["招标", "采购", "开工", "签订", "竣工", "完工", "验收"]),
    ),
    (
        WordList::of(&["开工", "动工", "启动", "进场", "开始"]),
        WordList::of(&["完工", "竣工", "验收", "投入使用", "交付", "投用", "结束"]),
    ),
    (
        WordList::of(&["验收", "竣工", "完工"]),
        WordList::of(&["投入使用", "交付使用", "启用", "投用", "投入运行"]),
    ),
    (
        WordList::of(&["招标公告", "采购公告", "挂网", "发布公告"]),
        WordList::of(&["开标", "评标", "中标", "签订", "定标"]),
    ),
    (
        WordList::of(&["开标", "中标", "定标"]),
        WordList::of(&["签订", "开工", "进场"]),
    ),
    (WordList::of(&["到货", "运抵"]), WordList::of(&["安装", "调试", "验收"])),
    (WordList::of(&["安装"]), WordList::of(&["验收", "试运行"])),
    (
        WordList::of(&["下达", "到位"]),
        WordList::of(&["拨付", "发放", "支付", "兑付"]),
    ),
    (WordList::of(&["截至"]), WordList::of(&["审议通过", "审定", "通过"])),
    (
        WordList::of(&["印发", "布置", "部署"]),
        WordList::of(&["报送", "复核", "审议通过"]),
    ),
];

/// Finds E7 of the order of dates in one text.
pub fn check(of: &OfText<'_>, found: &mut Vec<Finding>) {
    let OfText { field, text, .. } = *of;
    if !text.contains(['月', '-']) {
        return;
    }
    for range in stops::ranges(text, Mark::Sentence) {
        let (start, sentence) = (range.start, &text[range]);
        let mut days = days(sentence);
        // 11月至3月 may reach into the next year, and what is told month by month need not be told in order: of months
        // only steps that follow on each other say which comes first.
        let by_steps = days.is_empty();
        if by_steps {
            days = months(sentence);
        }
        if days.len() > 1
            && !OTHERWISE.any_in(sentence)
            && let Some((earlier, later)) = out_of_order(sentence, &days, by_steps)
        {
            let said = |day: &Day| {
                text.get(start + day.range.start..start + day.range.end)
                    .unwrap_or_default()
            };
            found.push(Finding::new(
                Code::E7,
                field,
                format!(
                    "先后不合：“{}”写在“{}”的后面，日期却在前面。",
                    said(later),
                    said(earlier)
                ),
                "核对两个日期，改写错的那个。",
            ));
        }
    }
}

/// Finds E7 of days that no calendar has: 6月31日, 2022年2月29日.
pub fn impossible(of: &OfText<'_>, found: &mut Vec<Finding>) {
    let OfText { field, text, .. } = *of;
    const LENGTHS: [u8; 12] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    for (at, sign) in text.match_indices('月') {
        let before = &text[..at];
        let from = before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let after = &text[at + sign.len()..];
        let rest = after.trim_start_matches(|c: char| c.is_ascii_digit());
        let day = &after[..after.len() - rest.len()];
        let (Ok(month), Ok(day)) = (before[from..].parse::<usize>(), day.parse::<u8>()) else {
            continue;
        };
        let longest = month.checked_sub(1).and_then(|month| LENGTHS.get(month));
        let year = before[..from].strip_suffix('年').and_then(|said| {
            let from = said.trim_end_matches(|c: char| c.is_ascii_digit()).len();
            said[from..].parse::<u16>().ok()
        });
        let is_common = year.is_some_and(|year| year % 4 != 0 || year % 100 == 0 && year % 400 != 0);
        let is_leap_day = is_common && (month, day) == (2, 29);
        let is_none = is_leap_day || longest.is_none_or(|longest| day == 0 || day > *longest);
        if rest.starts_with('日') && is_none {
            found.push(
                Finding::new(
                    Code::E7,
                    field,
                    format!("没有“{month}月{day}日”这一天。"),
                    "核对日期，改写写错的月或日。",
                )
                .about([(field, from..text.len() - rest.len() + '日'.len_utf8())]),
            );
            return;
        }
    }
}

/// 2024-09-10: days in figures alone.
fn in_figures(sentence: &str) -> Vec<Day> {
    let mut days = Vec::new();
    let mut start = 0;
    for part in sentence.split(|c: char| !c.is_ascii_digit() && c != '-') {
        let range = start..start + part.len();
        start = sentence[range.end..]
            .chars()
            .next()
            .map_or(range.end, |c| range.end + c.len_utf8());
        let numbers: Vec<&str> = part.split('-').collect();
        let [year, month, day] = numbers.as_slice() else {
            continue;
        };
        let read = (year.parse::<u16>(), month.parse::<u8>(), day.parse::<u8>());
        if let (Ok(year), Ok(month), Ok(day)) = read
            && (1900..2100).contains(&year)
            && (1..=12).contains(&month)
            && (1..=31).contains(&day)
        {
            days.push(Day {
                range,
                at: (year, month, day),
            });
        }
    }
    days
}

/// The days of a sentence; none where a year is not known that the order depends on.
pub(super) fn days(sentence: &str) -> Vec<Day> {
    let mut days: Vec<Day> = in_figures(sentence);
    if !days.is_empty() {
        return days;
    }
    for (at, _) in sentence.match_indices('月') {
        let (before, after) = (&sentence[..at], &sentence[at + '月'.len_utf8()..]);
        let start = before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let end = after.len() - after.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (Ok(month), Ok(day)) = (before[start..].parse::<u8>(), after[..end].parse::<u8>()) else {
            continue;
        };
        if !after[end..].starts_with('日') || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
            continue;
        }
        let said = before[..start].strip_suffix('年').map(|rest| {
            let from = rest.trim_end_matches(|c: char| c.is_ascii_digit()).len();
            (from, rest[from..].parse::<u16>())
        });
        let (start, year) = match said {
            Some((from, Ok(year))) if year > 1900 => (from, year),
            _ => (start, days.last().map_or(0, |day| day.at.0)),
        };
        days.push(Day {
            range: start..at + '月'.len_utf8() + end + '日'.len_utf8(),
            at: (year, month, day),
        });
    }
    days
}

/// 2023年5月: the months of a sentence that names no day, each with its year, or the year of the one before.
pub(super) fn months(sentence: &str) -> Vec<Day> {
    let mut months: Vec<Day> = Vec::new();
    for (at, sign) in sentence.match_indices('月') {
        let before = &sentence[..at];
        let start = before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let Some(month) = before[start..]
            .parse::<u8>()
            .ok()
            .filter(|month| (1..=12).contains(month))
        else {
            continue;
        };
        let year = before[..start].strip_suffix('年').map(|rest| {
            let from = rest.trim_end_matches(|c: char| c.is_ascii_digit()).len();
            (from, rest[from..].parse::<u16>())
        });
        let (start, year) = match (year, months.last()) {
            (Some((from, Ok(year))), _) if year > 1900 => (from, year),
            (None, Some(last)) => (start, last.at.0),
            _ => continue,
        };
        months.push(Day {
            range: start..at + sign.len(),
            at: (year, month, 0),
        });
    }
    months
}

/// The pair of days of which the one that is said later is the earlier one.
fn out_of_order<'a>(sentence: &str, days: &'a [Day], by_steps: bool) -> Option<(&'a Day, &'a Day)> {
    let between = |one: &Day, other: &Day| sentence.get(one.range.end..other.range.start).unwrap_or_default();
    let after = |place: usize| {
        let end = days.get(place + 1).map_or(sentence.len(), |next| next.range.start);
        sentence.get(days[place].range.end..end).unwrap_or_default()
    };
    let before = |place: usize| {
        let from = place.checked_sub(1).map_or(0, |last| days[last].range.end);
        sentence.get(from..days[place].range.start).unwrap_or_default()
    };
    let pairs = || days.windows(2).enumerate().filter(|(_, pair)| pair[1].at < pair[0].at);
    // 3月4日至3月1日: from a day to an earlier one.
    let range = |(_, pair): &(usize, &'a [Day])| matches!(between(&pair[0], &pair[1]).trim(), "至" | "到" | "—" | "-");
    if let Some((_, pair)) = pairs().find(range).filter(|_| !by_steps) {
        return Some((&pair[0], &pair[1]));
    }
    let steps = |(place, _): &(usize, &'a [Day])| {
        STEPS.iter().any(|(first, second)| {
            let leads = first.any_in(after(*place)) || first.any_in(before(*place)) && !second.any_in(after(*place));
            leads && second.any_in(after(place + 1)) && !first.any_in(after(place + 1))
        })
    };
    if let Some((_, pair)) = pairs().find(steps) {
        return Some((&pair[0], &pair[1]));
    }
    if by_steps {
        return None;
    }
    // Of several steps one alone goes back.
    let firsts: Vec<&Day> = days
        .iter()
        .enumerate()
        .filter(|(place, day)| {
            let is_end = place
                .checked_sub(1)
                .is_some_and(|last| between(&days[last], day).trim() == "至");
            !is_end
        })
        .map(|(_, day)| day)
        .collect();
    let back: Vec<usize> = (1..firsts.len())
        .filter(|place| firsts[*place].at < firsts[place - 1].at)
        .collect();
    let [place] = back.as_slice() else { return None };
    let last = firsts[..*place].iter().rev().nth(1);
    let goes_on = firsts
        .get(place + 1)
        .is_some_and(|next| next.at >= firsts[place - 1].at);
    (firsts.len() > 3 && goes_on && last.is_some()).then(|| (firsts[place - 1], firsts[*place]))
}

/// E7 of a plan: a deadline that was over before the year of the report was.
pub fn past_deadline(of: &OfReading<'_>, found: &mut Vec<Finding>) {
    let OfReading { reading, year, .. } = *of;
    let (field, text) = (reading.field, reading.text.as_str());
    const DONE: WordList = WordList::of(&["已", "完成了", "原定", "截至", "自", "以来"]);
    let (Field::Improvement(_), Some(year)) = (field, year) else {
        return;
    };
    for (at, _) in text.match_indices('年') {
        let before = &text[..at];
        let from = before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let Ok(named) = before[from..].parse::<u16>() else {
            continue;
        };
        let after = text.get(at + '年'.len_utf8()..).unwrap_or_default();
        let clause = stops::first(after, Mark::Item);
        let sentence = stops::last(before, Mark::Group);
        let by = clause
            .find('前')
            .filter(|by| clause[..*by].chars().count() <= 6 && clause.contains('月'));
        if let Some(by) = by.filter(|_| named > 1900 && named <= year && !DONE.any_in(sentence) && !DONE.any_in(clause))
        {
            found.push(
                Finding::new(
                    Code::E7,
                    field,
                    format!(
                        "改进措施的期限“{named}年{}前”在 {year} 年度结束之前，已经过了。",
                        &clause[..by]
                    ),
                    "改成今后的期限；抄自上年的，其余各处也看一遍。",
                )
                .resting_on(vec![Field::Year]),
            );
        }
    }
}
