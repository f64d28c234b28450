//! 粘贴的表格: rows with tabs between their cells, among the lines of a text, and what stands above them.

use std::ops::Range;

use super::number::number_at;

/// A piece of a text, in its order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// A line, without white space at its ends; none is empty.
    Line(&'a str),
    /// The rows of a table, two at least, each with its cells. Rows may be of different lengths.
    Table(Vec<Vec<&'a str>>),
}

/// A line with more cells is no row of a table.
const MOST: usize = 64;

/// The lines and tables of a text. One line with tabs by itself is a line, and an empty line ends a table.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let lines: Vec<&str> = text.lines().collect();
    let runs = lines.chunk_by(|one, other| is_row(one) && is_row(other));
    runs.filter_map(piece).collect()
}

fn piece<'a>(run: &[&'a str]) -> Option<Piece<'a>> {
    match run {
        [line] => Some(line.trim()).filter(|line| !line.is_empty()).map(Piece::Line),
        rows => {
            let rows = rows.iter().map(|row| row.split('\t').map(str::trim).collect());
            Some(Piece::Table(rows.collect()))
        }
    }
}

fn is_row(line: &str) -> bool {
    (1..MOST).contains(&line.matches('\t').count()) && !line.trim().is_empty()
}

/// Whether a line is the caption, or the unit, of the table that follows at once: 表3 项目执行情况, 单位：万元.
pub fn leads(line: &str, after: &[Piece<'_>]) -> bool {
    let is_short = line.chars().count() <= 60 && !line.ends_with('。');
    let is_caption = line.starts_with(['表', '附']);
    match after {
        [Piece::Table(_), ..] => is_short && (is_caption || is_unit(line)),
        [Piece::Line(unit), Piece::Table(_), ..] => is_short && is_unit(unit) && is_caption,
        _ => false,
    }
}

/// Whether a line says in what a table counts: 单位：万元.
pub fn is_unit(line: &str) -> bool {
    line.trim_start_matches(['（', '(', '金', '额']).starts_with("单位")
}

/// 表号: a number behind 表, as in "表3 项目执行情况" or "见表三".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableNumber {
    /// Where the number stands, without 表.
    pub range: Range<usize>,
    /// The number.
    pub value: usize,
}

/// The number behind the 表 at a place. 表1-2 and 表2022年 are numbers of another kind.
fn number_behind(text: &str, place: usize) -> Option<TableNumber> {
    let from = place + "表".len();
    let blanks = text.get(from..)?.len() - text.get(from..)?.trim_start_matches([' ', '　']).len();
    let number = number_at(text, from + blanks)?;
    let value = number.digits.parse().ok().filter(|value| (1..=99).contains(value))?;
    let after = text.get(number.range.end..).and_then(|rest| rest.chars().next());
    let ends = match (after, number.in_words) {
        (None, _) => true,
        (Some(next), true) => !next.is_alphanumeric(),
        (Some(next), false) => !next.is_ascii_alphanumeric() && !"-－—–~～个份张项格年月日次万元%％".contains(next),
    };
    ends.then_some(TableNumber {
        range: number.range,
        value,
    })
}

/// The number of a caption: "表3 项目执行情况". 附表 and captions without a number have none.
pub fn caption_number(line: &str) -> Option<TableNumber> {
    line.starts_with('表').then(|| number_behind(line, 0)).flatten()
}

/// The captions of a text's tables that have a number, in their order: the caption, and its number's place in the text.
pub fn captions(text: &str) -> Vec<(&str, TableNumber)> {
    let pieces = pieces(text);
    let lines = pieces.iter().enumerate().filter_map(|(place, piece)| match piece {
        Piece::Line(line) if leads(line, pieces.get(place + 1..).unwrap_or_default()) => Some(*line),
        _ => None,
    });
    let numbered = lines.filter_map(|line| {
        let TableNumber { range, value } = caption_number(line)?;
        // A line is a part of the text, so it has its place in it.
        let start = (line.as_ptr() as usize).checked_sub(text.as_ptr() as usize)?;
        let range = start + range.start..start + range.end;
        Some((line, TableNumber { range, value }))
    });
    numbered.collect()
}

/// Where a text speaks of a table by its number: 见表1, （表2）. 报表1份 and 附表1 are something else.
pub fn mentions(text: &str) -> Vec<TableNumber> {
    let is_before = |before: Option<char>| {
        before.is_none_or(|c| !c.is_alphanumeric() || "见如照按据对在由从和与及至到".contains(c))
    };
    let places = text
        .match_indices('表')
        .filter(|(place, _)| is_before(text[..*place].chars().next_back()));
    places.filter_map(|(place, _)| number_behind(text, place)).collect()
}
