//! Text with hard line breaks, as it comes out of a PDF, made into paragraphs again.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::documents::passage::Passage;
use crate::domain::values::input::{clean, is_plain};

use super::headings::home;
use super::label_blocks::{amount_lines, label_blocks};
use super::labels::{is_form_title, is_labelled};
use super::line::{STROKES, is_drawn_rule, is_page_number as is_bare_number};
use super::marks::mark;
use super::{flat, run_together, tables};

pub use super::line::width;

/// A text as passages. Every visible character of it stands in one of them or in the furniture.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Laid {
    /// The paragraphs; the lines of a flattened table stay as they are, one paragraph each.
    pub passages: Vec<Passage>,
    /// Page numbers and lines of a table of contents, which are not part of the text.
    pub furniture: Vec<String>,
}

/// A character that no one sees, or that only spaces the others.
pub fn is_invisible(c: char) -> bool {
    c.is_whitespace()
        || !is_plain(c)
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

/// Joins lines into paragraphs where they were broken by the width of the page.
pub fn lay(text: &str) -> Laid {
    // A form feed begins a page, a soft hyphen and its like are seen by no one.
    let paged = text.replace('\u{c}', "\n");
    let plain: String = clean(&paged)
        .chars()
        .filter(|c| c.is_whitespace() || !is_invisible(*c))
        .collect();
    let (plain, marks) = unmarked(&unquoted(&plain));
    let heads = running_heads(&plain);
    let mut laid = Laid::default();
    laid.furniture.extend((!marks.is_empty()).then_some(marks));
    // Tabs at the beginning of a line are empty cells.
    let mut rows = Vec::new();
    for (number, row) in filled_lines(&plain).enumerate() {
        let line = row.trim();
        let is_head = heads.get(line).is_some_and(|first| number > *first);
        if is_page_number(line) || is_contents(line) || is_drawn_rule(line) || is_head {
            laid.furniture.push(line.to_owned());
        } else {
            rows.push(row);
        }
    }
    let lines: Vec<&str> = rows.iter().map(|row| row.trim()).collect();
    let page = full_width(&lines);
    let is_prose = |line: &str| page.is_some_and(|page| width(line) > page + 4) || width(line) > 180;
    let mut paragraph = String::new();
    let mut place = 0;
    while place < lines.len() {
        let line = lines[place];
        let read = |place| {
            label_blocks(&rows, place)
                .or_else(|| amount_lines(&rows, place))
                .or_else(|| run_together::table(&rows, place))
                .or_else(|| tables::table(&rows, place))
        };
        if let Some(table) = read(place) {
            laid.end(&mut paragraph);
            laid.passages.push(Passage::Table(table.grid));
            let furniture = table.furniture.iter().map(|line| rows[*line].trim().to_owned());
            laid.furniture.extend(furniture);
            // The strokes between cells are seen, and none of the cells.
            let own = (place..place + table.lines).filter(|line| !table.furniture.contains(line));
            let drawn = own.map(|line| rows[line]).filter(|row| !row.contains('\t'));
            let strokes: String = drawn.flat_map(str::chars).filter(|c| STROKES.contains(c)).collect();
            laid.furniture.extend((!strokes.is_empty()).then_some(strokes));
            place += table.lines;
            continue;
        }
        if let Some(table) = flat::table(&lines, place, is_prose) {
            laid.end(&mut paragraph);
            for line in &lines[table.lines.clone()] {
                laid.passages.push(Passage::text(*line));
            }
            place = table.lines.end;
            continue;
        }
        // A number by itself between the lines of prose is that of the page.
        if is_bare_number(line) {
            laid.furniture.push(line.to_owned());
            place += 1;
            continue;
        }
        // The first line of a paragraph is indented by two characters.
        let indent = if paragraph.is_empty() { 4 } else { 0 };
        join(&mut paragraph, line);
        let next = lines.get(place + 1).copied();
        if ends(line, indent, next, page) || is_signed(&lines[place..]) {
            laid.end(&mut paragraph);
        }
        place += 1;
    }
    laid.end(&mut paragraph);
    laid
}

/// The cells that a sheet put into quotes because lines end within them, on one line each. A quote that has no end
/// before a tab or the end of a line is a letter like others.
fn unquoted(text: &str) -> Cow<'_, str> {
    if !text.contains('\t') || !text.contains('"') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let mut begins = true;
    while let Some(c) = rest.chars().next() {
        let quoted = rest.strip_prefix('"').filter(|_| begins).and_then(|inner| {
            let end = inner.match_indices('"').map(|(at, _)| at).find(|at| {
                let behind = &inner[at + 1..];
                behind.is_empty() || behind.starts_with(['\t', '\n', '\r'])
            })?;
            let cell = &inner[..end];
            (cell.contains('\n') && end <= LONGEST_CELL).then(|| (cell, &inner[end + 1..]))
        });
        if let Some((cell, behind)) = quoted {
            let mut whole = String::new();
            for line in cell.lines() {
                join(&mut whole, line.trim());
            }
            out.push_str(&whole.replace("\"\"", "\""));
            rest = behind;
            begins = false;
        } else {
            out.push(c);
            begins = matches!(c, '\t' | '\n');
            rest = &rest[c.len_utf8()..];
        }
    }
    Cow::Owned(out)
}

/// The text without the marks of Markdown, and these: # before headings, > before notes, ** around what is bold.
fn unmarked(text: &str) -> (String, String) {
    let mut marks = String::new();
    let mut lines: Vec<String> = Vec::new();
    for line in text.lines() {
        let rest = line.trim_start_matches(['#', '>']);
        let is_mark = rest.len() < line.len() && rest.starts_with(' ');
        let rest = if is_mark { rest } else { line };
        marks.push_str(&line[..line.len() - rest.len()]);
        let bold = rest.matches("**").count();
        let is_paired = bold > 0 && bold % 2 == 0;
        marks.extend(std::iter::repeat_n("**", if is_paired { bold } else { 0 }));
        lines.push(if is_paired {
            rest.replace("**", "")
        } else {
            rest.to_owned()
        });
    }
    (lines.join("\n"), marks)
}

/// The longest text in quotes that is one cell, in bytes.
const LONGEST_CELL: usize = 4_000;

fn filled_lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.trim().is_empty())
}

/// Lines that stand beside the numbers of page after page, each with the number of the line where it stands first, which
/// is the title itself.
fn running_heads(text: &str) -> BTreeMap<&str, usize> {
    let lines: Vec<&str> = filled_lines(text).map(str::trim).collect();
    let is_edge = |place: Option<usize>| {
        place
            .and_then(|at| lines.get(at))
            .is_some_and(|line| is_page_number(line))
    };
    let mut found: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (place, line) in lines.iter().enumerate() {
        let is_wide =
            (8..=120).contains(&line.chars().count()) && !line.contains('\t') && !line.ends_with(['。', '；']);
        if is_wide {
            let (_, times) = found.entry(line).or_insert((place, 0));
            *times += usize::from(is_edge(place.checked_sub(1)) || is_edge(place.checked_add(1)));
        }
    }
    let often = found.into_iter().filter(|(_, (_, times))| *times >= 2);
    often.map(|(line, (first, _))| (line, first)).collect()
}

impl Laid {
    fn end(&mut self, paragraph: &mut String) {
        let text = std::mem::take(paragraph);
        if !text.is_empty() {
            self.passages.push(Passage::text(text));
        }
    }
}

/// Puts a line behind another. Between letters the break was a space, between Chinese characters nothing.
fn join(paragraph: &mut String, line: &str) {
    let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    if latin(paragraph.chars().next_back()) && latin(line.chars().next()) {
        paragraph.push(' ');
    }
    paragraph.push_str(line);
}

/// Whether the signature stands below a line, or is it: an office and a date, or the date alone.
fn is_signed(lines: &[&str]) -> bool {
    let is_date = |line: &&str| {
        let is_of_date = |c: char| c.is_ascii_digit() || c.is_whitespace() || matches!(c, '年' | '月' | '日');
        line.len() < 40 && line.ends_with('日') && line.contains('年') && line.chars().all(is_of_date)
    };
    let is_short = |line: &&str| line.chars().count() <= 30 && !line.ends_with(['，', '。', '；', '、']);
    let at = |place: usize| lines.get(place);
    at(0).is_some_and(is_date)
        || at(1).is_some_and(is_date)
        || at(1).is_some_and(is_short) && at(2).is_some_and(is_date)
}

/// Whether the paragraph ends with this line.
fn ends(line: &str, indent: usize, next: Option<&str>, page: Option<usize>) -> bool {
    let (Some(next), Some(page)) = (next, page) else {
        return true;
    };
    let is_sentence = line.ends_with(['。', '！', '？', '；', '：', '”', '!', '?', ';']);
    let width = width(line) + indent;
    // The title stands by itself, however long it is.
    if indent > 0 && is_form_title(line) && line.contains("绩效") {
        return true;
    }
    if width + 10 < page || is_labelled(next) || flat::is_caption(next) || flat::is_caption(line) {
        return true;
    }
    if mark(next).is_some() && (is_sentence || width + 4 < page || home(next).is_some() && next.chars().count() < 24) {
        return true;
    }
    is_sentence && width + 3 < page
}

/// The width at which lines were broken; none where each line is a paragraph of its own.
fn full_width(lines: &[&str]) -> Option<usize> {
    let mut counts = [0_usize; 64];
    let (mut open, mut all) = (0, 0);
    for line in lines {
        let width = width(line);
        if width < 28 || is_row(line) {
            continue;
        }
        all += 1;
        if width < 256 {
            counts[width / 4] += 1;
        }
        // A line that ends within a sentence was broken there.
        open += usize::from(!line.ends_with(['。', '！', '？', '；', '：', '”', '）']));
    }
    let (place, count) = counts
        .iter()
        .enumerate()
        .max_by_key(|(place, count)| (**count, *place))?;
    let near = counts.get(place + 1).copied().unwrap_or_default()
        + counts.get(place.wrapping_sub(1)).copied().unwrap_or_default();
    let is_broken = all >= 4 && open * 3 >= all && (count + near) * 3 >= all;
    is_broken.then_some(place * 4)
}

/// Whether a line is the cells of a table, side by side: its width says nothing of the page.
fn is_row(line: &str) -> bool {
    line.split_whitespace().count() >= 4 && !line.contains(['，', '。', '；', '、', '：'])
}

/// — 1 —, 第 1 页 共 12 页, 1 / 12.
fn is_page_number(line: &str) -> bool {
    if line.len() > 40 {
        return false;
    }
    let plain: String = line.chars().filter(|c| !c.is_whitespace()).collect();
    let inner = plain.trim_matches(['-', '—', '－', '–', '·', '~']);
    let digits = |text: &str| !text.is_empty() && text.len() <= 4 && text.bytes().all(|b| b.is_ascii_digit());
    let framed = inner.len() < plain.len() && digits(inner);
    let paged = plain
        .strip_prefix('第')
        .and_then(|rest| rest.split_once('页'))
        .is_some_and(|(number, rest)| {
            digits(number)
                && (rest.is_empty()
                    || rest
                        .trim_start_matches(['，', '/', '共'])
                        .strip_suffix('页')
                        .is_some_and(digits))
        });
    let of = plain
        .split_once('/')
        .is_some_and(|(page, all)| digits(page) && digits(all));
    framed || paged || of
}

/// A line of a table of contents: dots and the page.
fn is_contents(line: &str) -> bool {
    let words = line.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ' || c == '-');
    words.len() < line.len()
        && ["......", "……", "·····", "．．．"]
            .iter()
            .any(|dots| words.trim_end().ends_with(dots))
}
