//! The rows below a head in plain text.

use super::aligning::{Apart, Piece, Row, align};
use super::columns::{Column, is_total};
use super::fit::{Look, fit, gap, is_numeric, look};
use super::flat::is_caption;
use super::heads::{Block, Head, head as head_at};
use super::label_lines::label_row;
use super::labels::is_form_title;
use super::line::{Line, WIDEST, Way, is_page_number, line_at, width};
use super::marks::{MarkKind, mark};

/// How far down the next line of cells may be for a short line to be a piece of one.
const PIECE_LINES: usize = 8;
/// A line of more characters is no piece of a cell.
const PIECE_WIDTH: usize = 24;
/// So many pieces are laid at once.
const TOGETHER: usize = 400;
/// Cells that no way leads to.
const NO_FIT: i32 = i32::MIN / 4;
/// Laid cells have to fit so well, in points each, where only single blanks or line ends part them.
const WELL: i32 = 1;

/// The rows below a head.
#[derive(Default)]
pub struct Body {
    /// Their cells.
    pub rows: Vec<Row>,
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
        let mut pieces: Vec<Piece<'_>> = Vec::new();
        let (mut fits, mut laid) = (0, 0);
        // A line by itself is a piece of the cell that the next one begins.
        let mut is_open = false;
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
            if is_apart && line.cells.iter().rposition(|cell| !cell.is_empty()) >= Some(head.columns.len()) {
                flush(&mut pieces, head, &mut body.rows, (&mut fits, &mut laid));
                body.rows
                    .push(line.cells.iter().map(|cell| (*cell).to_owned()).collect());
                body.end += 1;
                is_open = false;
                continue;
            }
            let total = line.filled().next().is_some_and(is_total) && head.block != Block::Funds;
            if total && line.cells.len() == head.columns.len() {
                flush(&mut pieces, head, &mut body.rows, (&mut fits, &mut laid));
                body.rows
                    .push(line.cells.iter().map(|cell| (*cell).to_owned()).collect());
                body.end += 1;
                is_open = false;
                continue;
            }
            if total {
                flush(&mut pieces, head, &mut body.rows, (&mut fits, &mut laid));
                let (row, count) = total_row(lines, head, place);
                let is_whole = !row.iter().any(|cell| cell.contains("小计"));
                body.rows.push(row);
                body.end += count;
                is_open = false;
                // 原因分析 | a text: below the total stand labels of their own.
                let is_label = |line: Line<'_>| {
                    let cells: Vec<&str> = line.filled().collect();
                    matches!(cells[..], [label, text] if look(label) == Look::Words && matches!(look(text), Look::Words | Look::Sentence))
                };
                let is_last = is_whole
                    && (matches!(head.way, Way::Words | Way::Single) || line_at(lines, body.end).is_some_and(is_label));
                if is_last {
                    return body.checked(head, fits, laid, true);
                }
                continue;
            }
            if !suits(lines, head, place) {
                ended_well = ends_well(lines[place], &line, head);
                break;
            }
            let row = (!is_open).then(|| in_place(&line, head)).flatten();
            is_open = false;
            match row {
                Some(row) => {
                    flush(&mut pieces, head, &mut body.rows, (&mut fits, &mut laid));
                    body.rows.push(row);
                    fits += 2;
                    laid += 1;
                }
                None => {
                    let filled: Vec<&str> = line.filled().collect();
                    is_open = filled.len() == 1 && head.way != Way::Single;
                    let inner = if line.way == Way::Words {
                        Apart::Blank
                    } else {
                        Apart::Cell
                    };
                    pieces.extend(filled.iter().enumerate().map(|(at, text)| Piece {
                        text,
                        apart: if at == 0 { Apart::Line } else { inner },
                        beside: filled.len(),
                    }));
                    // Where each line is a cell, nothing tells before where a row ends.
                    let most = if head.way == Way::Single {
                        TOGETHER * 50
                    } else {
                        TOGETHER
                    };
                    if pieces.len() > most && !is_open {
                        flush(&mut pieces, head, &mut body.rows, (&mut fits, &mut laid));
                    }
                }
            }
            body.end += 1;
        }
        flush(&mut pieces, head, &mut body.rows, (&mut fits, &mut laid));
        body.checked(head, fits, laid, ended_well)
    }

    /// Where only blanks or line ends part cells, they have to fit well, and the table has to end as tables do.
    fn checked(self, head: &Head, fits: i32, laid: i32, ended_well: bool) -> Option<Body> {
        let is_laid = fits > NO_FIT / 2 || self.rows.len() > 1;
        let is_apart = matches!(head.way, Way::Tabs | Way::Strokes | Way::Blanks) && is_laid;
        let fits = laid > 0 && fits >= WELL * laid && ended_well;
        (!self.rows.is_empty() && (is_apart || fits)).then_some(self)
    }
}

/// Lays the pieces and adds their rows.
fn flush(pieces: &mut Vec<Piece<'_>>, head: &Head, rows: &mut Vec<Row>, (fits, laid): (&mut i32, &mut i32)) {
    if pieces.is_empty() {
        return;
    }
    let (mut own, score) = align(pieces, &head.columns[head.frame..]);
    *fits = fits.saturating_add(score).max(NO_FIT);
    *laid += i32::try_from(pieces.len()).unwrap_or(i32::MAX);
    if own.is_empty() {
        // There is no way to lay them: each line stays as it is, and fits nothing.
        *fits = NO_FIT;
        for piece in pieces.iter() {
            match own.last_mut().filter(|_| piece.apart != Apart::Line) {
                Some(row) => row.push(piece.text.to_owned()),
                None => own.push(vec![piece.text.to_owned()]),
            }
        }
    }
    pieces.clear();
    rows.extend(own.into_iter().map(|row| {
        let mut whole = vec![String::new(); head.frame];
        whole.extend(row);
        whole
    }));
}

/// A line that has a cell for each column, each where it belongs.
fn in_place(line: &Line<'_>, head: &Head) -> Option<Row> {
    let all = head.columns.len();
    let frame = match line.cells.len() {
        count if count == all => 0,
        count if count + head.frame == all => head.frame,
        // Empty cells at the end left no trace, or more than the head has.
        count if count > all && line.cells[all..].iter().all(|cell| cell.is_empty()) => 0,
        _ => return None,
    };
    let cells = &line.cells[..all - frame];
    let columns = &head.columns[frame..];
    let of_cell = |(cell, column): (&&str, &Option<Column>)| match cell.is_empty() {
        true => -gap(*column, false),
        false => fit(look(cell), cell, *column),
    };
    let leading = cells
        .iter()
        .zip(columns)
        .take_while(|(cell, _)| cell.is_empty())
        .map(|(_, column)| gap(*column, false) - gap(*column, true));
    let own = cells.iter().zip(columns).map(of_cell).sum::<i32>() + leading.sum::<i32>();
    // Where each cell has its place and fits it, it stands there. Words where figures belong are a fault of the table,
    // not of its reading, unless they fit better elsewhere.
    let is_whole = line.cells.len() + frame == all && cells.iter().zip(columns).all(|pair| of_cell(pair) > -6);
    let is_full = cells.iter().all(|cell| !cell.is_empty());
    let pieces: Vec<Piece<'_>> = line
        .filled()
        .map(|text| Piece {
            text,
            apart: Apart::Cell,
            beside: cells.len(),
        })
        .collect();
    if !is_whole && !is_full && align(&pieces, columns).1 > own + BETTER {
        return None;
    }
    let mut row = vec![String::new(); frame];
    row.extend(cells.iter().map(|cell| (*cell).to_owned()));
    Some(row)
}

/// Cells are moved from where they stand only where they fit so much better elsewhere.
const BETTER: i32 = 3;

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
    // A short line is a piece of a cell of the next row.
    let is_piece = |line: &Line<'_>| {
        matches!(line.way, Way::Single | Way::Words) && line.cells.len() <= 3 && line.is_short(PIECE_WIDTH)
    };
    if !is_piece(&line) {
        return false;
    }
    let mut after = (place + 1..place + PIECE_LINES).map_while(|next| Some((next, line_at(lines, next)?)));
    let next = after.find(|(next, line)| is_row(line) || !is_piece(line) || ends(lines[*next], line));
    next.is_some_and(|(next, line)| is_row(&line) && !ends(lines[next], &line) && head_at(lines, next, false).is_none())
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
    is_heading && line.cells.len() < 3 || is_note || is_caption(text) || is_form_title(text) || width(text) > WIDEST
}

/// Whether a table may end before this line: at prose, or at cells that stand apart in another way.
fn ends_well(text: &str, line: &Line<'_>, head: &Head) -> bool {
    let text = text.trim();
    let is_prose = text.ends_with(['。', '！', '？', '；', '：', ':']) || width(text) > 60;
    ends(text, line) || is_prose || line.way != head.way && matches!(line.way, Way::Tabs | Way::Strokes | Way::Blanks)
}
