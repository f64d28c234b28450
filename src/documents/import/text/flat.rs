//! Tables that a PDF has flattened into lines: where they begin, where they end, and their rows.
//!
//! A row ends with its numbers: the weight, or weight and score, or the amount. What stands between two
//! such lines is the words of one row.

use std::ops::Range;

use crate::domain::prose::binding;
use crate::domain::prose::number::plain_number;

use super::columns::{Column, begins_like_header, columns_of, is_header, may_be_header};
use super::headings::home;
use super::marks::{MarkKind, mark};

/// How many lines a header may be broken into.
const HEADER_LINES: usize = 10;
/// A longer line is a paragraph that goes on after the table, in bytes.
const LONGEST_LINE: usize = 360;
/// A row has no more lines than this; a table whose numbers are missing ends here.
const LONGEST_ROW: usize = 120;

/// A flattened table, as places in a list of lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FlatTable {
    /// The columns in their order.
    pub columns: Vec<Column>,
    /// All of its lines: header, rows, total.
    pub lines: Range<usize>,
    /// How many lines the header has.
    pub header: usize,
    /// The rows.
    pub rows: Vec<FlatRow>,
    /// The lines that repeat the header on a new page, and the total.
    pub furniture: Vec<usize>,
}

/// A row, as places in the same list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FlatRow {
    /// Its lines, without repeated headers between them.
    pub lines: Vec<usize>,
    /// Its words, line by line, without the numbers at the end.
    pub words: Vec<String>,
    /// The numbers at its end, as many as the header has columns for.
    pub numbers: Vec<String>,
}

/// The header that begins at a line: its columns and how many lines it takes.
fn header(lines: &[&str], start: usize) -> Option<(Vec<Column>, usize)> {
    if !begins_like_header(lines.get(start)?) {
        return None;
    }
    let mut text = String::new();
    let mut best = None;
    for (count, line) in lines[start..].iter().take(HEADER_LINES).enumerate() {
        if line.len() > LONGEST_LINE || (count > 0 && *line == lines[start]) {
            break;
        }
        text.push_str(line);
        if !may_be_header(&text) {
            break;
        }
        if let Some(columns) = columns_of(&text)
            && is_header(&columns)
        {
            best = Some((columns, count + 1));
        }
    }
    best
}

/// How many numbers a row ends with.
fn trailing(columns: &[Column]) -> usize {
    let numbers = |column: &&Column| matches!(column, Column::Weight | Column::Score | Column::ProjectAmount);
    let from_end = columns
        .iter()
        .rev()
        .skip_while(|column| matches!(column, Column::Reason | Column::Other));
    from_end.take_while(numbers).count()
}

/// The flattened table that begins at a line. `widest` is the width of full lines of prose, where known.
pub fn table(lines: &[&str], start: usize, is_prose: impl Fn(&str) -> bool) -> Option<FlatTable> {
    let (columns, header_lines) = header(lines, start)?;
    let count = trailing(&columns);
    if count == 0 {
        return None;
    }
    let head: Vec<&str> = lines[start..start + header_lines].to_vec();
    let mut table = FlatTable {
        columns,
        lines: start..start + header_lines,
        header: header_lines,
        rows: Vec::new(),
        furniture: (start..start + header_lines).collect(),
    };
    let mut row = FlatRow {
        lines: Vec::new(),
        words: Vec::new(),
        numbers: Vec::new(),
    };
    let mut place = start + header_lines;
    while let Some(line) = lines.get(place) {
        if head.contains(line) {
            // Headers upon headers without rows are no table.
            if table.furniture.len() > HEADER_LINES * (table.rows.len() + 2) {
                break;
            }
            table.furniture.push(place);
            place += 1;
            continue;
        }
        if is_total(line) {
            table.furniture.push(place);
            table.lines.end = place + 1;
            break;
        }
        if row.lines.len() >= LONGEST_ROW || ends_table(line, row.lines.is_empty()) || is_prose(line) {
            break;
        }
        row.lines.push(place);
        match split_numbers(line, count, lines.get(place + 1).copied()) {
            Some((words, numbers)) => {
                row.words.extend((!words.is_empty()).then(|| words.to_owned()));
                row.numbers = numbers;
                table.lines.end = place + 1;
                table.rows.push(std::mem::replace(
                    &mut row,
                    FlatRow {
                        lines: Vec::new(),
                        words: Vec::new(),
                        numbers: Vec::new(),
                    },
                ));
            }
            None => row.words.push((*line).to_owned()),
        }
        place += 1;
    }
    table.furniture.retain(|line| table.lines.contains(line));
    (!table.rows.is_empty()).then_some(table)
}

/// 合计, with nothing but numbers after it.
fn is_total(line: &str) -> bool {
    let rest = ["合计", "总计", "总分", "合 计", "总 分"]
        .iter()
        .find_map(|word| line.strip_prefix(word));
    rest.is_some_and(|rest| {
        rest.split_whitespace()
            .all(|word| plain_number(word).is_some() || word == "/")
    })
}

/// Whether a line cannot belong to the table any more.
fn ends_table(line: &str, between_rows: bool) -> bool {
    if line.len() > LONGEST_LINE
        || ["注：", "注:", "备注：", "说明："]
            .iter()
            .any(|word| line.starts_with(word))
    {
        return true;
    }
    if between_rows && is_caption(line) {
        return true;
    }
    match mark(line).map(|mark| mark.kind) {
        Some(MarkKind::Part | MarkKind::Chinese | MarkKind::ChineseInBrackets) => true,
        Some(MarkKind::Arabic) if between_rows => home(line).is_some(),
        _ => false,
    }
}

/// 表1 and what it is called.
pub fn is_caption(line: &str) -> bool {
    let Some(rest) = line.strip_prefix('表').or_else(|| line.strip_prefix("附表")) else {
        return false;
    };
    rest.trim_start()
        .starts_with(|c: char| c.is_ascii_digit() || "一二三四五六七八九：".contains(c))
        && line.len() <= 150
}

/// The words of a line and the numbers at its end. A number that a counting word on the next line belongs
/// to, as in "不少于 2" and "个投放点", ends no row.
fn split_numbers<'a>(line: &'a str, count: usize, next: Option<&str>) -> Option<(&'a str, Vec<String>)> {
    let mut rest = line;
    let mut numbers = Vec::new();
    for _ in 0..count {
        let trimmed = rest.trim_end();
        let word = trimmed.rsplit(char::is_whitespace).next()?;
        plain_number(word)?;
        numbers.insert(0, word.to_owned());
        rest = &trimmed[..trimmed.len() - word.len()];
    }
    if count == 1 && !rest.is_empty() && next.is_some_and(is_counting_word) {
        return None;
    }
    // "第 6" and "不少于 45" leave the number to what follows.
    let words = rest.trim_end();
    let open = ["第", "完成", "共", "约", "、", "，"];
    let is_open = open.iter().any(|word| words.ends_with(word)) || binding::before(words).is_some();
    (count > 1 || !is_open).then_some((words, numbers))
}

/// Whether a line begins with the unit of a number, and not with a word that only begins like one.
fn is_counting_word(line: &str) -> bool {
    let words = [
        "项目", "年度", "月度", "日常", "条件", "家庭", "家政", "人员", "人民", "人居", "人才", "人均", "份额", "期间",
        "批准", "个人", "名称", "户外", "户籍", "场所", "场地", "次数", "处理", "处置", "件数",
    ];
    let begins = "个项次场户人名家件宗条座处份期批月日年％%".contains(line.chars().next().unwrap_or(' '));
    begins && !words.iter().any(|word| line.starts_with(word))
}

/// The goal and the name in the words of a row of two columns of text. The goal ends with the last
/// sentence; a name is no sentence.
pub fn goal_and_name(words: &[String]) -> (String, String) {
    let ends = |line: &str| line.ends_with(['。', '；', '！', '.', ';']);
    if let Some(last) = words.last()
        && let Some((goal, name)) = split_line(last)
    {
        let mut before: String = words[..words.len() - 1].concat();
        before.push_str(goal);
        return (squeeze(&before), squeeze(name));
    }
    match words.iter().rposition(|line| ends(line)) {
        Some(place) if place + 1 < words.len() => (
            squeeze(&words[..=place].concat()),
            squeeze(&words[place + 1..].concat()),
        ),
        _ => (String::new(), squeeze(&words.concat())),
    }
}

/// A line that holds the end of the goal and the name: "完成 5项市政工程。 市政工程项目数量", "100% 完成率".
fn split_line(line: &str) -> Option<(&str, &str)> {
    if let Some(place) = line.rfind(['。', '；']) {
        let end = place + '。'.len_utf8();
        return (!line[end..].trim().is_empty()).then(|| (&line[..end], line[end..].trim()));
    }
    let (goal, name) = line.split_once(char::is_whitespace)?;
    let is_value = goal.ends_with(['%', '％']) || plain_number(goal).is_some();
    (is_value && !name.trim().is_empty()).then(|| (goal, name.trim()))
}

/// Text without the white space that the breaking of lines has put between its characters.
pub fn squeeze(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.trim().chars().peekable();
    while let Some(c) = chars.next() {
        if !c.is_whitespace() {
            out.push(c);
            continue;
        }
        // Between words of letters a space means something.
        let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
        if latin(out.chars().next_back()) && latin(chars.peek().copied()) {
            out.push(' ');
        }
    }
    out
}
