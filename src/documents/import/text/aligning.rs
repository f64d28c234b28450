//! Puts cells that have lost their places under the heads of a table: rows without the cells spanned from above, rows
//! whose cells are broken over lines, and cells one a line.
//!
//! The cells come one after another, each with what stands between it and the one before. Every way to lay them into
//! rows and columns from left to right is a path; each cell earns what it fits its column, a column that is left out
//! costs, and so do cells that are put together although something stands between them. The best path is found in
//! one pass (Viterbi): for each number of cells laid and each column of the last one, only the best way there counts.

use crate::domain::prose::binding;
use crate::domain::prose::unit;

use super::columns::Column;
use super::fit::{Look, fit, gap, is_level_name, look};
use super::flat::squeeze;

/// What stands before a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Apart {
    /// The end of a line.
    Line,
    /// A blank, which may also be one within a cell.
    Blank,
    /// A tab, a stroke, or blanks wide enough to part cells.
    Cell,
}

/// A cell, or a piece of one.
#[derive(Clone, Copy, Debug)]
pub struct Piece<'a> {
    /// Its text, not empty.
    pub text: &'a str,
    /// What stands before it.
    pub apart: Apart,
    /// How many pieces its line has.
    pub beside: usize,
}

/// No cell is put together of more pieces.
const PIECES: usize = 10;
/// No path is as bad as this.
const NOWHERE: i32 = i32::MIN / 4;

/// A row: the text of each column.
pub type Row = Vec<String>;

/// Lays cells into rows under columns. Says also how well they fit.
pub fn align(pieces: &[Piece<'_>], columns: &[Option<Column>]) -> (Vec<Row>, i32) {
    let width = columns.len();
    if pieces.is_empty() || width == 0 {
        return (Vec::new(), 0);
    }
    let lead: Vec<i32> = sums(columns.iter().map(|column| gap(*column, true)));
    let skip: Vec<i32> = sums(columns.iter().map(|column| gap(*column, false)));
    let mut paths: Vec<Vec<Step>> = vec![vec![Step::default(); width]; pieces.len() + 1];
    for start in 0..pieces.len() {
        let from = entries(&paths[start], start, pieces, &lead, &skip);
        let mut text = String::new();
        for (end, reached) in paths.iter_mut().enumerate().skip(start + 1).take(PIECES) {
            let Some(cost) = joined(&mut text, pieces, start, end) else {
                break;
            };
            let seen = look(&text);
            for (column, (score, before)) in from.iter().enumerate() {
                let own = score + fit(seen, &text, columns[column]) - cost;
                if *score > NOWHERE && own > reached[column].score {
                    reached[column] = Step {
                        score: own,
                        start,
                        before: *before,
                    };
                }
            }
        }
    }
    let laid = back(&paths, pieces, width, &skip);
    let score = last(&paths[pieces.len()], &skip).map_or(NOWHERE, |(score, _)| score);
    (laid, score)
}

/// The best way to lay all pieces up to some place so that the last one stands in a column.
#[derive(Clone, Copy)]
struct Step {
    score: i32,
    /// Where the cell begins.
    start: usize,
    /// The column of the cell before, and whether that one stands in the same row.
    before: Option<(usize, bool)>,
}

impl Default for Step {
    fn default() -> Self {
        Step {
            score: NOWHERE,
            start: 0,
            before: None,
        }
    }
}

/// What the columns before each column sum to.
fn sums(costs: impl Iterator<Item = i32>) -> Vec<i32> {
    let mut all = vec![0];
    let mut sum = 0;
    for cost in costs {
        sum += cost;
        all.push(sum);
    }
    all
}

/// For each column the best way to begin a cell in it.
fn entries(
    at: &[Step],
    start: usize,
    pieces: &[Piece<'_>],
    lead: &[i32],
    skip: &[i32],
) -> Vec<(i32, Option<(usize, bool)>)> {
    let width = at.len();
    if start == 0 {
        return (0..width).map(|column| (-lead[column], None)).collect();
    }
    let piece = pieces[start];
    let new_row = last(at, skip).filter(|_| piece.apart == Apart::Line);
    // A row of several cells on one line does not go on with several on the next.
    let over = match piece.apart {
        Apart::Line => i32::try_from(piece.beside.min(pieces[start - 1].beside).min(3)).unwrap_or(3) - 1,
        _ => 0,
    };
    let mut best: Option<(i32, usize)> = None;
    (0..width)
        .map(|column| {
            if let Some(before) = column.checked_sub(1) {
                let own = at[before].score.saturating_add(skip[column]);
                best = best.filter(|(score, _)| *score >= own).or(Some((own, before)));
            }
            let same = best.map(|(score, before)| (score - skip[column] - over * 2, Some((before, true))));
            let next = new_row.map(|(score, before)| (score - lead[column] - 1, Some((before, false))));
            [same, next]
                .into_iter()
                .flatten()
                .max_by_key(|(score, _)| *score)
                .unwrap_or((NOWHERE, None))
        })
        .collect()
}

/// The best way to end a row here, and its last column.
fn last(at: &[Step], skip: &[i32]) -> Option<(i32, usize)> {
    let whole = skip.last().copied().unwrap_or_default();
    let ends = at
        .iter()
        .enumerate()
        .map(|(column, step)| (step.score.saturating_sub(whole - skip[column + 1]), column));
    ends.filter(|(score, _)| *score > NOWHERE / 2)
        .max_by_key(|(score, _)| *score)
}

/// Puts the next piece to the text of a cell; says what that costs, none where it cannot be.
fn joined(text: &mut String, pieces: &[Piece<'_>], start: usize, end: usize) -> Option<i32> {
    let piece = pieces[end - 1];
    if end == start + 1 {
        text.push_str(piece.text);
        // （10分） belongs to the level before it, and begins no cell.
        let is_points =
            piece.text.starts_with(['（', '(']) && piece.text.ends_with(['）', ')']) && piece.text.contains('分');
        return Some(if is_points && start > 0 { 4 } else { 0 });
    }
    let is_figure = |text: &str| {
        matches!(
            look(text),
            Look::Number | Look::Percent | Look::Stroke | Look::Total | Look::Measured
        )
    };
    // 数量指标 begins a cell of its own.
    let is_level = piece.text.contains("指标")
        && matches!(look(piece.text), Look::FirstLevel | Look::SecondLevel | Look::AnyLevel);
    let pair = &pieces[end - 2..end];
    if is_grouped(text, pair) {
        text.push_str(piece.text);
        return Some(1);
    }
    let is_whole = end == start + 2 && is_figure(text) && !is_unit(&pieces[start..end]);
    let goes_on = piece.apart == Apart::Line && is_open(pieces[end - 2].text);
    if piece.apart == Apart::Cell || !goes_on && (is_whole || is_figure(piece.text) || is_level) {
        return None;
    }
    text.push_str(piece.text);
    let vertical = |text: &str| text.chars().nth(1).is_none() || text.starts_with(['（', '(']);
    let pair = &pieces[start..end];
    let is_name = is_level_name(text) && !pair.iter().any(|piece| is_level_name(piece.text));
    let is_whole_level = (matches!(look(text), Look::FirstLevel | Look::SecondLevel | Look::AnyLevel)
        && text.ends_with(['标', '）', ')'])
        || is_name)
        && pair.iter().skip(1).all(|piece| piece.apart == Apart::Line);
    if is_whole_level {
        return Some(-2);
    }
    // ≥25 and 平方 and 公里: a unit that breaks over lines itself.
    let unit = text.trim_start_matches(|c: char| c.is_ascii_digit() || "≥≤＞＜><=＝.,".contains(c));
    if unit.len() < text.len() && unit::is_unit(unit) && piece.apart == Apart::Line {
        return Some(0);
    }
    Some(
        pair.windows(2)
            .map(
                |pair| match (pair[1].apart, vertical(pair[0].text) || vertical(pair[1].text)) {
                    (Apart::Line, _) if is_open(pair[0].text) => -4,
                    (Apart::Line, true) => 0,
                    (Apart::Line, false) if is_unit(pair) || is_broken(pair) => -1,
                    (Apart::Blank, _) if is_unit(pair) => 0,
                    (Apart::Line, false) => 2,
                    _ => 3,
                },
            )
            .sum(),
    )
}

/// ≥21500 and 人, ≤48万元/ and 公里, 34 and 处: the unit stands apart from its number or fell onto a line of its own.
fn is_unit(pair: &[Piece<'_>]) -> bool {
    let [number, unit] = pair else { return false };
    // 元/平方米.
    let is_short = unit.text.split(['/', '／']).all(|part| part.chars().count() <= 4) && look(unit.text) == Look::Words;
    let is_bare = look(number.text) == Look::Number || number.text.ends_with(|c: char| c.is_ascii_digit());
    match unit.apart {
        Apart::Line => is_short && matches!(look(number.text), Look::Number | Look::Percent | Look::Measured),
        Apart::Blank => is_short && is_bare,
        Apart::Cell => false,
    }
}

/// 3 and 200件, ≥1 and 286.50万元: groups of three digits that a blank parts. 10 and 100% are two cells.
fn is_grouped(text: &str, pair: &[Piece<'_>]) -> bool {
    let [_, group] = pair else { return false };
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let first = text.trim_start_matches(['≥', '≤', '＞', '＜', '>', '<', '=', '＝']);
    let is_first = (1..=3).contains(&digits(first)) && digits(first) == first.len();
    let rest = &group.text[digits(group.text)..];
    is_first && group.apart == Apart::Blank && digits(group.text) == 3 && !rest.starts_with(['%', '％'])
}

/// Whether a text cannot end here: after a comma or a slash, before the number that it announces, or while a bracket or a
/// quotation mark is open.
fn is_open(text: &str) -> bool {
    let announces = binding::before(text).is_some_and(|(_, length)| length < text.len());
    let is_mark = text.ends_with(['，', '、', '/', '／', '：']) && text.chars().count() > 1;
    is_mark || announces || is_unclosed(text)
}

/// Whether a bracket or a quotation mark is open at the end: 投入（10, “三公经.
fn is_unclosed(text: &str) -> bool {
    let count = |marks: [char; 2]| text.chars().filter(|c| marks.contains(c)).count();
    count(['（', '(']) > count(['）', ')']) || count(['“', '‘']) > count(['”', '’'])
}

/// Whether a word is broken over two lines: both pieces stand alone on their lines, and the first fills the column, the
/// second does not.
fn is_broken(pair: &[Piece<'_>]) -> bool {
    let [first, second] = pair else { return false };
    let width = |piece: &Piece<'_>| piece.text.chars().count();
    let are_alone = first.beside == 1 && second.beside == 1;
    let is_full = width(second) < width(first) || width(second) == width(first) && width(first) >= 5;
    are_alone
        && width(first) >= 4
        && is_full
        && matches!(look(first.text), Look::Words | Look::Sentence)
        && !first.text.ends_with('。')
}

/// The rows along the best path.
fn back(paths: &[Vec<Step>], pieces: &[Piece<'_>], width: usize, skip: &[i32]) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut row = vec![String::new(); width];
    let mut end = pieces.len();
    let mut column = last(&paths[end], skip).map(|(_, column)| column);
    while let Some(at) = column {
        let step = paths[end][at];
        let cell: Vec<&str> = pieces[step.start..end].iter().map(|piece| piece.text).collect();
        row[at] = squeeze(&cell.join(" "));
        if step.before.is_none_or(|(_, same)| !same) {
            rows.push(std::mem::replace(&mut row, vec![String::new(); width]));
        }
        end = step.start;
        column = step.before.map(|(column, _)| column).filter(|_| end > 0);
    }
    rows.reverse();
    rows
}
