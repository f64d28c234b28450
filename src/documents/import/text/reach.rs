//! Which pieces of a column belong to which row. Rows are known by the lines that have their figures; what stands on
//! lines between them is a piece of the cell above or below, and a cell of a level reaches over several rows. Both
//! follow from where the cells stand: at the beginning of what they reach over, or in its middle.

use super::fit::{Look, look};

/// A piece of a cell.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece<'a> {
    /// The line on which it stands.
    pub(super) line: usize,
    pub(super) text: &'a str,
}

/// So many rows at most are tried as the reach of one cell; longer tables fill from above.
const MOST_ROWS: usize = 120;
/// So many pieces between two rows are tried in every way.
const MOST_PIECES: usize = 10;
/// What a row without the level it should have costs.
const NO_LEVEL: usize = 3;

/// The cells of a column that reach over rows: each stands at the first of them. Says also how far they stand from
/// where they should.
pub(super) fn reaches<'a>(pieces: &[Piece<'a>], rows: &[usize], is_centred: bool) -> (Vec<Vec<&'a str>>, usize) {
    let groups = groups(pieces, rows);
    let mut cells: Vec<Vec<&str>> = vec![Vec::new(); rows.len()];
    let mut put = |row: usize, group: &[Piece<'a>]| cells[row].extend(group.iter().map(|piece| piece.text));
    if groups.len() > rows.len() || rows.len() > MOST_ROWS {
        for group in &groups {
            let line = group.first().map_or(0, |piece| piece.line);
            put(rows.partition_point(|row| *row < line).min(rows.len() - 1), group);
        }
        let cost = if groups.len() > rows.len() { groups.len() * 4 } else { 0 };
        return (cells, cost);
    }
    // The cost of a group that reaches from one row to another.
    let cost = |group: &[Piece<'_>], from: usize, to: usize| {
        let (first, last) = (group[0].line, group[group.len() - 1].line);
        match is_centred {
            true => (rows[from] + rows[to]).abs_diff(first + last),
            false => rows[from].abs_diff(first) * 2,
        }
    };
    // For each count of groups and of rows the best way to reach over just these.
    let none: Vec<usize> = (0..=rows.len()).map(|count| count * NO_LEVEL).collect();
    let mut ways = vec![(none, Vec::new())];
    for group in &groups {
        let before = ways.last().map(|(costs, _)| costs.clone()).unwrap_or_default();
        let mut costs = vec![usize::MAX / 4; rows.len() + 1];
        let mut begins = vec![0; rows.len() + 1];
        for to in 1..=rows.len() {
            for (from, so_far) in before.iter().enumerate().take(to) {
                let own = so_far.saturating_add(cost(group, from, to - 1));
                if own < costs[to] {
                    costs[to] = own;
                    begins[to] = from;
                }
            }
        }
        ways.push((costs, begins));
    }
    let mut end = rows.len();
    let total = ways.last().map_or(0, |(costs, _)| costs[end]);
    for (place, group) in groups.iter().enumerate().rev() {
        let begin = ways[place + 1].1[end];
        put(begin, group);
        end = begin;
    }
    (cells, if groups.is_empty() { 0 } else { total })
}

/// The pieces of one cell each: a level ends where the next one begins.
fn groups<'a>(pieces: &[Piece<'a>], rows: &[usize]) -> Vec<Vec<Piece<'a>>> {
    let is_level = |text: &str| matches!(look(text), Look::FirstLevel | Look::SecondLevel | Look::AnyLevel);
    let is_row = |piece: &Piece<'_>| rows.binary_search(&piece.line).is_ok();
    let mut groups: Vec<Vec<Piece<'a>>> = Vec::new();
    for piece in pieces {
        let goes_on = groups.last().is_some_and(|group| {
            let text: String = group.iter().map(|piece| piece.text).collect();
            let last = &group[group.len() - 1];
            let joined = format!("{text}{}", piece.text);
            let is_whole = is_level(&text) || is_row(last) && is_row(piece) && is_word(last.text, piece.text);
            let is_near = piece.line - last.line <= 3;
            let is_tail = piece.text.starts_with(['（', '(', '标', '指', '分', '）']);
            is_near
                && !is_level(piece.text)
                && (!is_whole || is_tail && (is_level(&joined) || piece.text.starts_with(['（', '('])))
        });
        match groups.last_mut().filter(|_| goes_on) {
            Some(group) => group.push(*piece),
            None => groups.push(vec![*piece]),
        }
    }
    groups
}

/// Whether two words on neighbouring rows are names of their own: the second is no shorter rest of the first.
fn is_word(first: &str, second: &str) -> bool {
    let (first, second) = (first.chars().count(), second.chars().count());
    second >= 4 && second >= first
}

/// The cells of a column that has one for each row: what stands between two rows is cut so that each cell stands where
/// those of the form do.
pub(super) fn pieces_of_rows<'a>(pieces: &[Piece<'a>], rows: &[usize], is_centred: bool) -> (Vec<Vec<&'a str>>, usize) {
    let mut own: Vec<Option<&str>> = vec![None; rows.len()];
    let mut between: Vec<Vec<&str>> = vec![Vec::new(); rows.len() + 1];
    for piece in pieces {
        match rows.binary_search(&piece.line) {
            Ok(row) => own[row] = Some(piece.text),
            Err(row) => between[row].push(piece.text),
        }
    }
    let cost = |row: usize, above: usize, below: usize| match (is_centred, own[row]) {
        (true, _) => above.abs_diff(below) * 2,
        (false, None) if above + below > 0 => above * 4 + 3,
        (false, _) => above * 4,
    };
    // How many pieces of those before a row belong to the row above it: the best way for each count.
    let choices = |row: usize| -> Vec<usize> {
        let count = between[row].len();
        match row {
            0 => vec![0],
            _ if row == rows.len() => vec![count],
            _ if count > MOST_PIECES => vec![if is_centred { count / 2 } else { count }],
            _ => (0..=count).collect(),
        }
    };
    let mut ways: Vec<Vec<(usize, usize, usize)>> = vec![vec![(0, 0, 0)]];
    for row in 0..rows.len() {
        let before = &ways[row];
        let next = choices(row + 1).into_iter().map(|below| {
            let ways = before.iter().enumerate().map(|(place, (taken, sum, _))| {
                let above = between[row].len() - taken;
                (sum + cost(row, above, below), place)
            });
            let (sum, place) = ways.min().unwrap_or_default();
            (below, sum, place)
        });
        let next = next.collect();
        ways.push(next);
    }
    let best = ways
        .last()
        .and_then(|last| (0..last.len()).min_by_key(|place| last[*place].1));
    let mut at = best.unwrap_or_default();
    let total = ways.last().and_then(|last| last.get(at)).map_or(0, |way| way.1);
    let mut taken = vec![0; rows.len() + 1];
    for row in (0..=rows.len()).rev() {
        let (count, _, before) = ways[row][at];
        taken[row] = count;
        at = before;
    }
    let cell = |row: usize| {
        let mut cell: Vec<&str> = between[row][taken[row]..].to_vec();
        cell.extend(own[row]);
        cell.extend(&between[row + 1][..taken[row + 1]]);
        cell
    };
    ((0..rows.len()).map(cell).collect(), total)
}
