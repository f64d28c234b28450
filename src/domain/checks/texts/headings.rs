//! E1 标题层次 (GB/T 9704—2012): the numbers that begin lines of a text, and those typed into headings.

use crate::domain::checks::finding::excerpt::excerpt;
use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::draft::edit::Edit;
use crate::domain::draft::field::Field;

use super::written::Written;

/// 序数 at the beginning of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    /// 1 for 一、, 2 for （一）, 3 for 1., 4 for （1）.
    pub level: u8,
    /// Which one, from one.
    pub place: u32,
    /// Whether it is written as the standard says.
    is_standard: bool,
    /// How many bytes it takes.
    pub length: usize,
}

/// Finds E1 of one text.
pub fn check(written: &Written<'_>, found: &mut Vec<Finding>) {
    match (written.level, written.field) {
        (0, _) => typed_into_heading(written, found),
        // These get their number from the report.
        (_, Field::Problem(_) | Field::Improvement(_)) if mark(written.text.trim()).is_some() => {
            typed_into_heading(written, found);
        }
        _ => within_text(written, found),
    }
}

fn typed_into_heading(written: &Written<'_>, found: &mut Vec<Finding>) {
    let text = written.text.trim();
    let Some(mark) = mark(text) else { return };
    let (number, rest) = (text.get(..mark.length).unwrap_or_default(), text.get(mark.length..));
    let rest = rest.unwrap_or_default().trim_start();
    if rest.is_empty() {
        return;
    }
    found.push(
        Finding::new(
            Code::E1,
            written.field,
            format!("“{}”自己带了序数“{}”，导出后会重复。", excerpt(text, 20), number.trim()),
            "序数由报告自动编排，这里只写文字。",
        )
        .with_fix("去掉序数", Edit::Set(written.field, rest.to_owned())),
    );
}

fn within_text(written: &Written<'_>, found: &mut Vec<Finding>) {
    let marks: Vec<(&str, Mark)> = written
        .text
        .lines()
        .filter_map(|line| mark(line.trim()).map(|mark| (line.trim(), mark)))
        .collect();
    let mut tell = |message: String, hint: &str| found.push(Finding::new(Code::E1, written.field, message, hint));
    let mut above = marks
        .iter()
        .filter(|(_, mark)| mark.level <= written.level && mark.level < 3);
    // A text that begins with the one number there is, which begins no list, was taken with its own heading.
    let own = written.text.trim_start().lines().next().unwrap_or_default().trim();
    if let Some((line, mark)) = above
        .next()
        .filter(|(line, mark)| *line != own || mark.place == 1 || above.next().is_some())
    {
        let above = ["", "一、", "（一）", "1."]
            .get(usize::from(written.level))
            .copied()
            .unwrap_or("1.");
        let number = line.get(..mark.length).unwrap_or_default().trim();
        tell(
            format!(
                "这段文字在“{above}”一级的标题下，里面又用了“{number}”：“{}”。",
                excerpt(line, 20)
            ),
            "下一级标题用下一级的序数：一、之下是（一），（一）之下是 1.，1. 之下是（1）；也可改成重点工作的小标题，序数会自动编排。",
        );
    }
    let others: Vec<&(&str, Mark)> = marks.iter().filter(|(_, mark)| !mark.is_standard).collect();
    if let Some((line, mark)) = others.first() {
        let number = line.get(..mark.length).unwrap_or_default().trim();
        let mixed = marks
            .iter()
            .any(|(_, other)| other.level == mark.level && other.is_standard);
        let mixed = if mixed { "，同一级里还有别的写法" } else { "" };
        let standard = numbered(mark.level, mark.place);
        tell(
            format!("序数“{number}”的写法不合公文格式{mixed}。"),
            &format!("公文里这一级写作“{standard}”，全文统一。"),
        );
    }
    for level in 1..=4 {
        let own = marks.iter().filter(|(_, mark)| mark.level == level);
        if let Some((before, (line, _))) = out_of_order(own) {
            tell(
                format!("序数不连续：第 {before} 之后是“{}”。", excerpt(line, 16)),
                "按一、二、三的顺序编，不跳号，不重号。",
            );
            break;
        }
    }
}

/// The first mark that does not follow the one before; a level that begins anew is in order.
fn out_of_order<'a>(marks: impl Iterator<Item = &'a (&'a str, Mark)>) -> Option<(u32, &'a (&'a str, Mark))> {
    let mut before = 0;
    for row in marks {
        if row.1.place != before + 1 && row.1.place != 1 {
            return (before > 0).then_some((before, row));
        }
        before = row.1.place;
    }
    None
}

/// 序数 of a level as the standard writes it.
pub(super) fn numbered(level: u8, place: u32) -> String {
    match level {
        1 => format!("{}、", chinese(place)),
        2 => format!("（{}）", chinese(place)),
        3 => format!("{place}."),
        _ => format!("（{place}）"),
    }
}

const DIGITS: [char; 11] = ['十', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/// 一 to 九十九.
fn chinese(number: u32) -> String {
    let digit = |digit: u32| DIGITS.get(digit as usize).copied().unwrap_or_default();
    match (number / 10, number % 10) {
        (0, ones) => digit(ones).to_string(),
        (1, 0) => "十".into(),
        (1, ones) => format!("十{}", digit(ones)),
        (tens, 0) => format!("{}十", digit(tens)),
        (tens, ones) => format!("{}十{}", digit(tens), digit(ones)),
    }
}

/// A number at the beginning of a line, and the level that it stands for.
pub(super) fn mark(line: &str) -> Option<Mark> {
    let open = line.chars().next().filter(|c| matches!(c, '（' | '('));
    let body = open.map_or(line, |open| line.get(open.len_utf8()..).unwrap_or_default());
    let (place, digits, is_arabic) = number(body)?;
    let rest = body.get(digits..)?;
    let sign = rest.chars().next()?;
    let length = open.map_or(0, char::len_utf8) + digits + sign.len_utf8();
    let after = rest.get(sign.len_utf8()..).unwrap_or_default();
    // （一）（二）项: places of a document.
    let is_place = open.is_some()
        && after
            .strip_prefix(['（', '('])
            .is_some_and(|after| number(after).is_some());
    if is_place || open.is_none() && sign == '、' && goes_on_counting(after) {
        return None;
    }
    let mark = |level, is_standard, length| {
        Some(Mark {
            level,
            place,
            is_standard,
            length,
        })
    };
    match (open, sign, is_arabic) {
        // "（一）、" has one sign too many.
        (Some(_), '）' | ')', _) if after.starts_with(['、', '.', '．']) => mark(
            if is_arabic { 4 } else { 2 },
            false,
            length + after.chars().next().map_or(0, char::len_utf8),
        ),
        (Some('（'), '）', false) => mark(2, true, length),
        (Some(_), '）' | ')', false) => mark(2, false, length),
        (Some('（'), '）', true) => mark(4, true, length),
        // Half-width brackets around digits are common in lists and nobody sends a report back for them.
        (Some(_), '）' | ')', true) => mark(4, true, length),
        (None, '、', false) => mark(1, true, length),
        // "1.5公里" is no number of a line.
        (None, '.' | '．', true) if !after.starts_with(|c: char| c.is_ascii_digit()) => mark(3, true, length),
        (None, '、', true) => mark(3, false, length),
        _ => None,
    }
}

/// Whether a second number and its noun follow: "一、二级公路", "1、2号楼" begin with two numbers, not with a 序数.
fn goes_on_counting(after: &str) -> bool {
    let noun = number(after).and_then(|(_, length, _)| after.get(length..)?.chars().next());
    noun.is_some_and(|c| "级期号类楼层组线标等档批轮季段产#、".contains(c))
}

/// A number from 1 to 99 in digits or in Chinese: its value, its bytes, and whether it is in digits.
fn number(text: &str) -> Option<(u32, usize, bool)> {
    let digits: usize = text.chars().take_while(char::is_ascii_digit).map(char::len_utf8).sum();
    if digits > 0 {
        let value = text.get(..digits)?.parse().ok()?;
        return (1..=99).contains(&value).then_some((value, digits, true));
    }
    let chars: Vec<char> = text.chars().take_while(|c| DIGITS.contains(c)).take(4).collect();
    let value = |c: char| {
        DIGITS
            .iter()
            .skip(1)
            .position(|digit| *digit == c)
            .map(|place| place as u32 + 1)
    };
    let number = match chars.as_slice() {
        [one] => value(*one)?,
        ['十', ones] => 10 + value(*ones)?,
        [tens, '十'] => value(*tens)? * 10,
        [tens, '十', ones] => value(*tens)? * 10 + value(*ones)?,
        _ => return None,
    };
    Some((number, chars.iter().map(|c| c.len_utf8()).sum(), false))
}
