//! The rows below a head in plain text.

use super::aligning::{Apart, Piece, Row, align};
use super::columns::{Column, column, is_total};
use super::fit::{Look, is_numeric, look};
use super::flat::is_caption;
use super::heads::{Block, Head, head as head_at};
use super::label_lines::label_row;
use super::labels::is_form_title;
use super::laying::{Laid, Laying, NO_FIT};
use super::line::{Line, WIDEST, Way, ink, is_page_number, line_at, width};
use super::marks::{MarkKind, mark};

/// How far down the next line of cells may be for a short line to be a piece of one.
const PIECE_LINES: usize = 16;
/// The same in tables without levels.
const PIECE_LINES_OF_GOALS: usize = 8;
/// A line of more characters is no piece of a cell.
const PIECE_WIDTH: usize = 24;
/// Laid cells have to fit so well, in points each, where only single blanks or line ends part them.
const WELL: i32 = 1;

/// The rows below a head.
#[derive(Default)]
pub struct Body {
    /// Their cells.
    pub rows: Vec<Row>,
    /// What stands in columns before those of the head.
    pub frame: Vec<String>,
    /// Lines between them that are none.
    pub furniture: Vec<usize>,
    /// The line after them.
    pub end: usize,
}

impl Body {
    /// The rows below a head, from a line on.
    pub fn below(lines: &[&str], head: &Head, from: usize) -> Option<Body> {
        let mut body = Body {
            end: from,
            ..Body::default()
        };
        let mut laying = Laying::new(lines, head);
        let mut ended_well = true;
        while let Some(line) = line_at(lines, body.end) {
            let place = body.end;
            if label_row(lines, place).is_some() || place > from && head_at(lines, place, true).is_some() {
                break;
            }
            if is_page_number(lines[place]) && head.way != Way::Single && suits(lines, head, place + 1) {
                body.furniture.push(place);
                body.end += 1;
                continue;
            }
            if line.is_rule() {
                body.furniture.push(place);
                body.end += 1;
                continue;
            }
            // More cells than the head has columns: one of these is split below it, and each cell has its place.
            let is_apart = matches!(line.way, Way::Tabs | Way::Strokes) && line.way == head.way;
            let is_split = is_apart && line.cells.iter().rposition(|cell| !cell.is_empty()) >= Some(head.columns.len());
            let is_sum = line.filled().next().is_some_and(is_total) && head.block != Block::Funds;
            let is_in_place = is_split || is_sum && line.cells.len() == head.columns.len();
            if is_sum || is_split {
                let (row, count) = match is_in_place {
                    true => (line.cells.iter().map(|cell| (*cell).to_owned()).collect(), 1),
                    false => total_row(lines, head, place),
                };
                let is_whole = is_sum && !row.iter().any(|cell| cell.contains("小计"));
                laying.whole(row);
                body.end += count;
                // 原因分析 | a text: below the total stand labels of their own.
                let is_label = |line: Line<'_>| {
                    let cells: Vec<&str> = line.filled().collect();
                    matches!(cells[..], [label, text] if look(label) == Look::Words && matches!(look(text), Look::Words | Look::Sentence))
                };
                let ends_here = matches!(head.way, Way::Words | Way::Single) && !is_in_place;
                let is_last = is_whole && (ends_here || line_at(lines, body.end).is_some_and(is_label));
                if is_last {
                    return body.checked(head, laying.done(), true);
                }
                continue;
            }
            if !suits(lines, head, place) {
                ended_well = ends_well(lines[place], &line, head);
                break;
            }
            laying.line(place, &line);
            body.end += 1;
        }
        body.checked(head, laying.done(), ended_well)
    }

    /// Where only blanks or line ends part cells, they have to fit well, and the table has to end as tables do.
    fn checked(mut self, head: &Head, laid: Laid, ended_well: bool) -> Option<Body> {
        let Laid {
            rows,
            frame,
            fits,
            laid,
        } = laid;
        self.rows = rows;
        self.frame = frame;
        let is_laid = fits > NO_FIT / 2 || self.rows.len() > 1;
        let is_apart = matches!(head.way, Way::Tabs | Way::Strokes | Way::Blanks) && is_laid;
        // Where rows have points, most have them: cells that were put wrong leave rows without.
        let points = head.columns.iter().position(|column| *column == Some(Column::Weight));
        let points = points.map(|at| at + self.frame.len());
        let has_points = |row: &&Row| points.is_none_or(|at| row.get(at).is_some_and(|cell| !cell.is_empty()));
        let is_whole = self.rows.iter().filter(has_points).count() * 4 >= self.rows.len() * 3;
        let fits = laid > 0 && fits >= WELL * laid && ended_well && is_whole;
        (!self.rows.is_empty() && (is_apart || fits)).then_some(self)
    }
}

/// 总分 with the numbers that stand behind it, below the heads of numbers.
fn total_row(lines: &[&str], head: &Head, place: usize) -> (Row, usize) {
    let mut cells: Vec<&str> = line_at(lines, place)
        .map(|line| line.filled().collect())
        .unwrap_or_default();
    let mut count = 1;
    let numeric = head
        .columns
        .iter()
        .flatten()
        .filter(|column| is_numeric(**column))
        .count();
    while cells.len() == 1 + count - 1 && count <= numeric && head.way == Way::Single {
        let next = line_at(lines, place + count).filter(|next| next.way == Way::Single);
        let Some(next) = next.filter(|next| matches!(look(next.cells[0]), Look::Number | Look::Percent | Look::Stroke))
        else {
            break;
        };
        cells.push(next.cells[0]);
        count += 1;
    }
    let mut row = vec![String::new(); head.columns.len()];
    let (label, numbers) = cells
        .split_first()
        .map_or(("", &[][..]), |(label, rest)| (*label, rest));
    row[0] = label.to_owned();
    let pieces: Vec<Piece<'_>> = numbers
        .iter()
        .map(|text| Piece {
            text,
            apart: Apart::Cell,
            beside: 3,
        })
        .collect();
    let (laid, _) = align(&pieces, &head.columns[1..]);
    match laid.into_iter().next() {
        Some(cells) if !pieces.is_empty() => row.splice(1.., cells).for_each(drop),
        // More cells than columns stay in their order.
        _ => row
            .splice(1.., numbers.iter().map(|cell| (*cell).to_owned()))
            .for_each(drop),
    }
    (row, count)
}

/// Whether a line can be part of the rows below a head.
fn suits(lines: &[&str], head: &Head, place: usize) -> bool {
    let Some(line) = line_at(lines, place) else {
        return false;
    };
    let text = lines[place];
    if ends(text, &line) {
        return false;
    }
    let is_row = |line: &Line<'_>| match head.way {
        Way::Words => {
            let figures = line
                .filled()
                .filter(|cell| !matches!(look(cell), Look::Words | Look::Sentence))
                .count();
            line.way == Way::Words && figures > 0
        }
        Way::Blanks => {
            let has_figures = line
                .filled()
                .skip(1)
                .any(|cell| cell.contains(|c: char| c.is_ascii_digit()));
            let few =
                line.cells.len() * 2 <= head.columns.len() || line.cells.len() < head.columns.len() && !has_figures;
            line.way == Way::Blanks && !few
        }
        way => line.way == way,
    };
    if head.way == Way::Single {
        return line.way == Way::Single || line.way == Way::Words && width(text) <= WIDEST;
    }
    if is_row(&line) || line.filled().all(|cell| look(cell) == Look::Dots) {
        return true;
    }
    // A short line is a piece of a cell of the next row, or, where places are known, of several cells.
    let is_piece = |line: &Line<'_>| match line.way {
        Way::Single | Way::Words => line.cells.len() <= 3 && line.is_short(PIECE_WIDTH),
        Way::Blanks if !head.spans.is_empty() => line.cells.iter().all(|cell| cell.chars().count() <= PIECE_WIDTH * 2),
        _ => false,
    };
    // Heads are none, and there may be many of them.
    let is_heads = line.cells.len() > 1 && line.filled().all(|cell| column(cell).is_some());
    if !is_piece(&line) || is_heads {
        return false;
    }
    // Rows without levels begin with goals in sentences of any length, which `flat` knows better.
    let has_levels = head
        .columns
        .iter()
        .flatten()
        .any(|column| matches!(column, Column::First | Column::Second));
    let most = if has_levels { PIECE_LINES } else { PIECE_LINES_OF_GOALS };
    let is_sum = |line: &Line<'_>| has_levels && line.filled().next().is_some_and(is_total);
    let mut after = (place + 1..place + most).map_while(|next| Some((next, line_at(lines, next)?)));
    // Behind another head come rows of another table.
    let is_end = |next: usize, line: &Line<'_>| ends(lines[next], line) || head_at(lines, next, true).is_some();
    let next = after.find(|(next, line)| is_row(line) || is_sum(line) || !is_piece(line) || is_end(*next, line));
    next.is_some_and(|(next, line)| {
        (is_row(&line) || is_sum(&line)) && !ends(lines[next], &line) && head_at(lines, next, false).is_none()
    })
}

/// Whether a line cannot belong to a table any more: a heading, a caption, a note, the title of the next form.
pub fn ends(text: &str, line: &Line<'_>) -> bool {
    let text = text.trim();
    if matches!(line.way, Way::Tabs | Way::Strokes) && line.filled().count() > 1 {
        return false;
    }
    let is_heading = mark(text).is_some_and(|mark| mark.kind <= MarkKind::ChineseInBrackets);
    let is_note = ["注：", "注:", "备注：", "备注:", "说明：", "填表人", "填报人"]
        .iter()
        .any(|word| text.starts_with(word));
    is_heading && line.cells.len() < 3 || is_note || is_caption(text) || is_form_title(text) || ink(text) > WIDEST
}

/// Whether a table may end before this line: at prose, or at cells that stand apart in another way.
fn ends_well(text: &str, line: &Line<'_>, head: &Head) -> bool {
    let text = text.trim();
    // A sentence that ends before its line does is prose broken by the width of the page.
    let goes_on = line.cells.len() == 1 && text.contains('。');
    let is_prose = goes_on || text.ends_with(['。', '！', '？', '；', '：', ':']) || width(text) > 60;
    // Each row of the funds has figures. A short line of words behind the last is a label of what comes next in the
    // form, as 年度总体目标, whose characters a narrow cell breaks over lines.
    let is_next_label =
        head.block == Block::Funds && line.is_short(PIECE_WIDTH) && !text.contains(|c: char| c.is_ascii_digit());
    ends(text, line)
        || is_prose
        || is_next_label
        || line.way != head.way && matches!(line.way, Way::Tabs | Way::Strokes | Way::Blanks)
}
