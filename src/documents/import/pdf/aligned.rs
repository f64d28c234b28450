//! 没有画线的表: columns from what stands below each other over several lines.

use std::ops::Range;

use crate::documents::passage::Grid;

use super::rows::{Row, Word, join};
use super::space::{Fixed, share};

/// How many columns make a table; with fewer, words beside each other are a signature or a note.
const FEWEST_COLUMNS: usize = 3;
/// How many lines must show all columns.
const FEWEST_ROWS: usize = 3;

/// A table without lines: which rows it takes, and its cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aligned {
    /// The rows.
    pub rows: Range<usize>,
    /// The cells.
    pub grid: Grid,
}

/// The table that begins at a row.
pub fn table(rows: &[Row], first: usize) -> Option<Aligned> {
    let head = rows.get(first)?.words();
    if head.len() < FEWEST_COLUMNS {
        return None;
    }
    let mut lines: Vec<(&Row, Vec<Word>)> = Vec::new();
    let mut above: Option<&Row> = None;
    for row in rows.get(first..)? {
        let is_far = above.is_some_and(|above| above.y - row.y > share(above.size.max(row.size), 320));
        let words = row.words();
        // One word alone goes on with a cell above; a line of prose as wide as the table ends it.
        let is_wide = words.len() == 1 && words.iter().any(|word| touched(word, &head).len() > 1);
        if is_far || is_wide {
            break;
        }
        lines.push((row, words));
        above = Some(row);
    }
    let most = lines.iter().map(|(_, words)| words.len()).max()?;
    let columns = columns(lines.iter().map(|(_, words)| words).filter(|words| words.len() == most));
    let is_full = |(_, words): &&(&Row, Vec<Word>)| words.len() == most;
    if columns.len() != most || most < FEWEST_COLUMNS || lines.iter().filter(is_full).count() < FEWEST_ROWS {
        return None;
    }
    // Lines of one cell stand closer to each other than rows do.
    let pitch = lines
        .windows(2)
        .filter(|pair| pair.iter().all(|(_, words)| words.len() == most))
        .map(|pair| pair[0].0.y - pair[1].0.y)
        .min();
    let mut grid: Grid = Vec::new();
    let mut above: Option<&Row> = None;
    for (row, words) in &lines {
        let mut cells = vec![String::new(); most];
        for word in words {
            for place in touched_by(word, &columns) {
                let cell = &mut cells[place];
                if !cell.is_empty() {
                    cell.push(' ');
                }
                cell.push_str(&word.text);
            }
        }
        let step = above.map(|above| above.y - row.y);
        let is_close = step.is_some_and(|step| step < share(row.size, 160));
        let is_closer = step.zip(pitch).is_some_and(|(step, pitch)| step < share(pitch, 90));
        let goes_on = words.len() * 2 <= most && (is_closer || is_close && cells.first().is_some_and(String::is_empty));
        match grid.last_mut().filter(|_| goes_on) {
            Some(last) => {
                for (cell, more) in last.iter_mut().zip(&cells) {
                    join(cell, more);
                }
            }
            None => grid.push(cells),
        }
        above = Some(*row);
    }
    Some(Aligned {
        rows: first..first + lines.len(),
        grid,
    })
}

/// The spans that words of several lines take together.
fn columns<'a>(lines: impl Iterator<Item = &'a Vec<Word>>) -> Vec<(Fixed, Fixed)> {
    let mut spans: Vec<(Fixed, Fixed)> = lines.flatten().map(|word| (word.left, word.right)).collect();
    spans.sort_unstable();
    let mut columns: Vec<(Fixed, Fixed)> = Vec::new();
    for (left, right) in spans {
        match columns.last_mut() {
            Some(column) if left < column.1 => column.1 = column.1.max(right),
            _ => columns.push((left, right)),
        }
    }
    columns
}

fn touched(word: &Word, others: &[Word]) -> Vec<usize> {
    let spans: Vec<(Fixed, Fixed)> = others.iter().map(|other| (other.left, other.right)).collect();
    touched_by(word, &spans)
}

/// The columns over or under which a word stands; the nearest where there is none.
fn touched_by(word: &Word, columns: &[(Fixed, Fixed)]) -> Vec<usize> {
    let is_over = |(left, right): &(Fixed, Fixed)| word.left < *right && word.right > *left;
    let over: Vec<usize> = (0..columns.len()).filter(|place| is_over(&columns[*place])).collect();
    if !over.is_empty() {
        return over;
    }
    let away = |place: &usize| (columns[*place].0 + columns[*place].1 - word.left - word.right).abs();
    (0..columns.len()).min_by_key(away).into_iter().collect()
}
