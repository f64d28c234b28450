//! Rows of aligned text by the places of their cells: which column each stands in, which pieces of a broken cell go
//! together, and over which rows a cell reaches that stands in the middle of them. For example
//!
//! ```text
//!             数量指标    基本公共卫   8    ≥41.2 万人   41.5 万人   8         产出指标 reaches over three rows,
//!                         生服务人口                                           数量指标 over two, in whose middle
//! 产出指标                覆盖数                                               or at whose beginning it stands
//!                         家庭医生签   8    ≥8.6 万人    8.1 万人    7.53
//!                         约重点人群
//!             质量指标    建档率       6    ≥90%         92.8%       6
//! ```

use super::aligning::Row;
use super::columns::Column;
use super::fit::{Look, fit, is_numeric, look};
use super::flat::squeeze;
use super::heads::Head;
use super::line::{NARROW, Span, WIDE, overlap, placed};
use super::reach::{Piece, pieces_of_rows, reaches};

/// A cell that stands between two columns is no further from one of them than this.
const NEAR: usize = 8;

/// The cells of lines by the columns of a head, row by row, and what stands in columns before them; none where the places
/// say nothing: where cells of several columns stand below each other, or a line has no way into them.
pub(super) fn rows(lines: &[&str], run: &[usize], head: &Head) -> Option<(Vec<String>, Vec<Row>)> {
    let narrow = || {
        let head = head.measured(lines, NARROW)?;
        is_left_aligned(lines, run, &head)
            .then(|| by_places(lines, run, &head, NARROW))
            .flatten()
    };
    by_places(lines, run, head, WIDE).or_else(narrow)
}

/// Whether nearly all cells begin where a head does. Blanks of any number say nothing, and lines of them may look as if
/// they were aligned.
fn is_left_aligned(lines: &[&str], run: &[usize], head: &Head) -> bool {
    let begins = |from: usize| head.spans.iter().any(|span| span.0.abs_diff(from) <= 1);
    let cells = run.iter().flat_map(|line| placed(lines[*line], NARROW));
    let (own, all) = cells.fold((0, 0), |(own, all), (span, _)| {
        (own + usize::from(begins(span.0)), all + 1)
    });
    run.len() > 2 && own * 10 >= all * 9
}

fn by_places(lines: &[&str], run: &[usize], head: &Head, wide: usize) -> Option<(Vec<String>, Vec<Row>)> {
    // A goal goes on over several indicators, and nothing shows where.
    let is_known = head.spans.len() == head.columns.len() && !head.columns.contains(&Some(Column::Goal));
    if !is_known || run.is_empty() {
        return None;
    }
    let cells: Vec<Vec<(Span, &str)>> = run.iter().map(|line| placed(lines[*line], wide)).collect();
    if cells.iter().any(Vec::is_empty) {
        return None;
    }
    let mut columns = widened(&head.spans, &cells)?;
    let before = before(&columns, head, &cells);
    let lead = before.len();
    if lead > 0 && columns[0].0 == 0 {
        // The names of the sources begin behind what frames them.
        columns[0].0 = before[lead - 1].1;
    }
    columns.splice(0..0, before);
    let mut kinds: Vec<Option<Column>> = vec![None; lead];
    kinds.extend(&head.columns);
    let mut table: Vec<Vec<Piece<'_>>> = vec![Vec::new(); columns.len()];
    let mut is_anchor = vec![false; run.len()];
    let has_figures = head.columns.iter().flatten().any(|column| counts(*column));
    for (line, cells) in cells.iter().enumerate() {
        let cells = cut(cells, &columns, wide);
        let places = into_columns(&cells, &columns, &kinds)?;
        let figures = cells
            .iter()
            .zip(&places)
            .filter(|((_, text), place)| kinds[**place].is_some_and(counts) && is_figure(text));
        is_anchor[line] = figures.count() > 0 || cells.len() * 2 >= columns.len() && (!has_figures || cells.len() > 3);
        for ((_, text), place) in cells.iter().zip(places) {
            table[place].push(Piece { line, text });
        }
    }
    // 项目资金（元） frames the block with its head.
    let frame = table
        .drain(..lead)
        .map(|pieces| pieces.iter().map(|piece| piece.text).collect())
        .collect();
    let anchors: Vec<usize> = (0..run.len()).filter(|line| is_anchor[*line]).collect();
    if anchors.is_empty() {
        return None;
    }
    let is_level = |place: usize| {
        matches!(
            head.columns[place],
            None | Some(Column::First | Column::Second | Column::Part)
        )
    };
    // The cells of a form stand all in the middle of their rows, or all at their beginning.
    let laid = [false, true].map(|is_centred| {
        let columns = table.iter().enumerate().map(|(place, pieces)| match is_level(place) {
            true => reaches(pieces, &anchors, is_centred),
            false => pieces_of_rows(pieces, &anchors, is_centred),
        });
        let columns: Vec<(Vec<Vec<&str>>, usize)> = columns.collect();
        let cost: usize = columns.iter().map(|(_, cost)| cost).sum();
        (columns, cost)
    });
    let [top, centred] = laid;
    let (columns, _) = if centred.1 < top.1 { centred } else { top };
    let row = |row: usize| {
        columns
            .iter()
            .map(|(cells, _)| squeeze(&cells[row].join(" ")))
            .collect()
    };
    Some((frame, (0..anchors.len()).map(row).collect()))
}

/// Whether each row has a figure of its own in this column.
fn counts(column: Column) -> bool {
    is_numeric(column) && column != Column::Rate
}

fn is_figure(text: &str) -> bool {
    matches!(look(text), Look::Number | Look::Percent | Look::Stroke | Look::Measured)
}

/// The places of columns, as wide as the cells that stand below one head alone; none where two of them meet.
fn widened(heads: &[Span], cells: &[Vec<(Span, &str)>]) -> Option<Vec<Span>> {
    let mut columns = heads.to_vec();
    for (span, _) in cells.iter().flatten() {
        let mut over = (0..heads.len()).filter(|place| overlap(heads[*place], *span) > 0);
        if let (Some(one), None) = (over.next(), over.next()) {
            columns[one] = (columns[one].0.min(span.0), columns[one].1.max(span.1));
        }
    }
    let is_apart = columns.windows(2).all(|pair| pair[0].1 <= pair[1].0 + 1);
    is_apart.then_some(columns)
}

/// The columns before those of the head: 绩效指标, broken over the lines, frames the rows and stands below no head. The
/// names of sources have none either, and are the last of these.
fn before(columns: &[Span], head: &Head, cells: &[Vec<(Span, &str)>]) -> Vec<Span> {
    let Some(first) = columns.first() else {
        return Vec::new();
    };
    let is_nameless =
        head.spans.first().is_some_and(|span| span.0 == 0) && head.texts.first().is_some_and(String::is_empty);
    let end = if is_nameless { first.1 } else { first.0 };
    let mut left: Vec<Span> = cells
        .iter()
        .flatten()
        .map(|(span, _)| *span)
        .filter(|span| span.1 <= end)
        .collect();
    left.sort_unstable();
    let mut found: Vec<Span> = Vec::new();
    for span in left {
        match found.last_mut().filter(|last| span.0 < last.1 + 1) {
            Some(last) => last.1 = last.1.max(span.1),
            None => found.push(span),
        }
    }
    if is_nameless {
        found.pop();
    }
    found
}

/// The cells of a line, of which one that takes two columns is cut at the blank between them.
fn cut<'a>(cells: &[(Span, &'a str)], columns: &[Span], wide: usize) -> Vec<(Span, &'a str)> {
    let over = |span: Span| columns.iter().filter(|column| overlap(**column, span) > 0).count();
    let mut own = Vec::new();
    for (span, text) in cells {
        let mut rest = (*span, *text);
        while over(rest.0) > 1 {
            let mut at = rest.0.0;
            let parted = rest.1.char_indices().find_map(|(place, c)| {
                let from = at;
                at += if c.is_ascii() { 1 } else { wide };
                let (left, right) = ((rest.0.0, from), (at, rest.0.1));
                let is_gap = c.is_whitespace() && over(left) == 1 && over(right) < over(rest.0);
                is_gap.then(|| (left, right, place, place + c.len_utf8()))
            });
            let Some((left, right, end, next)) = parted else { break };
            own.push((left, &rest.1[..end]));
            rest = (right, &rest.1[next..]);
        }
        own.push(rest);
    }
    own
}

/// The column of each cell of a line, from left to right: the best way by how far it stands from each and how well it
/// fits it. None where there is no way.
fn into_columns(cells: &[(Span, &str)], columns: &[Span], kinds: &[Option<Column>]) -> Option<Vec<usize>> {
    const NO_WAY: i32 = i32::MIN / 2;
    let worth = |(span, text): &(Span, &str), place: usize| {
        let column = columns[place];
        let away = column.0.saturating_sub(span.1).max(span.0.saturating_sub(column.1));
        let shared = i32::try_from(overlap(column, *span).min(4)).unwrap_or_default();
        let away = i32::try_from(away.min(100)).unwrap_or_default();
        let own = shared * 2 - away * 3 + fit(look(text), text, kinds[place]);
        let is_near = away <= i32::try_from(NEAR).unwrap_or_default();
        is_near.then_some(own)
    };
    // For each cell and column the best way there, and the column of the cell before.
    let mut ways: Vec<Vec<(i32, usize)>> = Vec::new();
    for cell in cells {
        let mut before = (if ways.is_empty() { 0 } else { NO_WAY }, usize::MAX);
        let mut own = Vec::with_capacity(columns.len());
        for place in 0..columns.len() {
            if let (Some(last), Some(left)) = (ways.last(), place.checked_sub(1))
                && last[left].0 > before.0
            {
                before = (last[left].0, left);
            }
            let worth = worth(cell, place).filter(|_| before.0 > NO_WAY);
            own.push(worth.map_or((NO_WAY, before.1), |worth| (before.0 + worth, before.1)));
        }
        ways.push(own);
    }
    let mut at = (0..columns.len()).max_by_key(|place| ways.last().map(|way| way[*place].0))?;
    if ways.last()?[at].0 <= NO_WAY {
        return None;
    }
    let mut places = vec![at];
    for way in ways.iter().rev().take(cells.len() - 1) {
        at = way[at].1;
        places.push(at);
    }
    places.reverse();
    Some(places)
}
