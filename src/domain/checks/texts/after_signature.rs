//! E7 of a report that was read: what is told as done on a day after the one that the report is signed on.

use crate::domain::checks::context::of_draft::OfDraft;
use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::draft::field::Field;
use crate::domain::prose::words::WordList;

use super::aims;

/// Words of what is still to come, or need not be done.
const TO_COME: WordList = WordList::of(&[
    "将",
    "计划",
    "拟",
    "预计",
    "力争",
    "确保",
    "前",
    "争取",
    "目标",
    "到期",
    "有效期",
    "工期",
    "约定",
    "质保",
    "下一步",
    "底",
    "以后",
    "起",
    "届时",
    "明年",
    "下年",
    "应",
    "要",
    "需",
    "安排",
    "期限",
    "截止",
    "规划",
]);

/// Finds E7 of the lines of the source.
pub fn check(of: &OfDraft<'_>, found: &mut Vec<Finding>) {
    let draft = of.draft;
    let text = draft.source.whole.as_str();
    let Some((at, signed)) = signature(text) else { return };
    let plans = aims::sections(text);
    let body = &text[..at];
    let mut start = 0;
    for sentence in body.split_inclusive(['。', '；', '\n']) {
        let place = start;
        start += sentence.len();
        // A row says when what was not reached is to be.
        let in_row = sentence.contains(['\t', '|', '｜']);
        if in_row
            || !sentence.contains('年')
            || TO_COME.any_in(sentence)
            || plans.iter().any(|plan| plan.contains(&place))
        {
            continue;
        }
        let later = dates(sentence).into_iter().find(|(_, date)| *date > signed);
        if let Some((words, _)) = later {
            found.push(Finding::new(
                Code::E7,
                Field::SourceText,
                format!("“{words}”在报告落款的日期之后，写的却是已经做的事。"),
                "核对这个日期和落款的日期，改写错的那个。",
            ));
            return;
        }
    }
}

/// The date that stands by itself on one of the last lines, and where.
fn signature(text: &str) -> Option<(usize, (u16, u8, u8))> {
    const LAST: usize = 6;
    let mut end = text.trim_end().len();
    for _ in 0..LAST {
        let start = text[..end].rfind('\n').map_or(0, |at| at + 1);
        let line = text[start..end].trim();
        if let [(words, date)] = dates(line).as_slice()
            && words.len() == line.len()
            && start > 0
        {
            return Some((start, *date));
        }
        end = start.checked_sub(1)?;
    }
    None
}

/// The dates of a text that say their year: as words, and as year, month and day, 0 where it is not said.
fn dates(text: &str) -> Vec<(&str, (u16, u8, u8))> {
    let mut found = Vec::new();
    for (at, sign) in text.match_indices('年') {
        let from = text[..at].trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let number = |rest: &str| rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let after = &text[at + sign.len()..];
        let month = number(after);
        let Some(rest) = after[month..].strip_prefix('月') else {
            continue;
        };
        let read = (text[from..at].parse::<u16>(), after[..month].parse::<u8>());
        let (Ok(year), Ok(month @ 1..=12)) = read else { continue };
        // 2024年1月至2026年12月 is a time, and 2026年1—5月 none of these.
        if !(1990..2100).contains(&year) || text[..from].ends_with(['至', '到', '-', '—', '《', '〔']) {
            continue;
        }
        let digits = number(rest);
        let day = rest[digits..]
            .starts_with('日')
            .then(|| rest[..digits].parse::<u8>().ok());
        let end = match day {
            Some(_) => text.len() - rest.len() + digits + '日'.len_utf8(),
            None => text.len() - rest.len(),
        };
        found.push((&text[from..end], (year, month, day.flatten().unwrap_or(0))));
    }
    found
}
