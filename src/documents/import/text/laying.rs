//! Lays the lines below a head into rows: by the places of their cells where these are aligned, each as it stands where
//! it has a cell for each column, else by what fits the columns.

use super::aligning::{Apart, Piece, Row, align};
use super::columns::Column;
use super::fit::{fit, gap, look};
use super::heads::Head;
use super::line::{Line, Way, line_at};
use super::placed;

/// So many pieces are laid at once.
const TOGETHER: usize = 400;
/// Cells that no way leads to.
pub(super) const NO_FIT: i32 = i32::MIN / 4;

/// What was laid.
pub(super) struct Laid {
    pub(super) rows: Vec<Row>,
    /// What stands in columns before those of the head.
    pub(super) frame: Vec<String>,
    /// How well cells fit, and how many there are.
    pub(super) fits: i32,
    pub(super) laid: i32,
}

/// Rows being laid.
pub(super) struct Laying<'a> {
    lines: &'a [&'a str],
    head: &'a Head,
    rows: Vec<Row>,
    frame: Vec<String>,
    /// Lines that are laid by the places of their cells.
    run: Vec<usize>,
    pieces: Vec<Piece<'a>>,
    /// How well cells fit, and how many there are.
    fits: i32,
    laid: i32,
    /// A line by itself is a piece of the cell that the next one begins.
    is_open: bool,
}

impl<'a> Laying<'a> {
    pub(super) fn new(lines: &'a [&'a str], head: &'a Head) -> Self {
        Laying {
            lines,
            head,
            rows: Vec::new(),
            frame: Vec::new(),
            run: Vec::new(),
            pieces: Vec::new(),
            fits: 0,
            laid: 0,
            is_open: false,
        }
    }

    /// The rows, all as wide.
    pub(super) fn done(mut self) -> Laid {
        self.flush();
        let lead = self.frame.len();
        let rows = self.rows.into_iter().map(|row| {
            let mut whole = vec![String::new(); lead];
            whole.extend(row);
            whole
        });
        Laid {
            rows: rows.collect(),
            frame: self.frame,
            fits: self.fits,
            laid: self.laid,
        }
    }

    /// Takes a row that is known as it stands.
    pub(super) fn whole(&mut self, row: Row) {
        self.flush();
        self.rows.push(row);
        self.is_open = false;
    }

    /// Takes a line.
    pub(super) fn line(&mut self, place: usize, line: &Line<'a>) {
        match self.head.spans.is_empty() {
            true => self.by_cells(line),
            false => self.run.push(place),
        }
    }

    fn by_cells(&mut self, line: &Line<'a>) {
        let row = (!self.is_open).then(|| in_place(line, self.head)).flatten();
        self.is_open = false;
        if let Some(row) = row {
            self.by_fit();
            self.rows.push(row);
            self.fits += 2;
            self.laid += 1;
            return;
        }
        let filled: Vec<&str> = line.filled().collect();
        self.is_open = filled.len() == 1 && self.head.way != Way::Single;
        let inner = if line.way == Way::Words {
            Apart::Blank
        } else {
            Apart::Cell
        };
        self.pieces.extend(filled.iter().enumerate().map(|(at, text)| Piece {
            text,
            apart: if at == 0 { Apart::Line } else { inner },
            beside: filled.len(),
        }));
        // Where each line is a cell, nothing tells before where a row ends.
        let most = if self.head.way == Way::Single {
            TOGETHER * 50
        } else {
            TOGETHER
        };
        if self.pieces.len() > most && !self.is_open {
            self.by_fit();
        }
    }

    fn flush(&mut self) {
        let run = std::mem::take(&mut self.run);
        match placed::rows(self.lines, &run, self.head) {
            Some((frame, rows)) => {
                let lead = self.frame.len().max(frame.len());
                self.frame.resize(lead, String::new());
                self.frame
                    .iter_mut()
                    .zip(frame)
                    .for_each(|(own, more)| own.push_str(&more));
                let count = i32::try_from(rows.len()).unwrap_or(i32::MAX);
                self.fits = self.fits.saturating_add(count.saturating_mul(2));
                self.laid = self.laid.saturating_add(count);
                self.rows.extend(rows);
            }
            None => {
                for place in run {
                    if let Some(line) = line_at(self.lines, place) {
                        self.by_cells(&line);
                    }
                }
            }
        }
        self.by_fit();
    }

    /// Lays the pieces and adds their rows.
    fn by_fit(&mut self) {
        if self.pieces.is_empty() {
            return;
        }
        let (mut own, score) = align(&self.pieces, &self.head.columns[self.head.frame..]);
        self.fits = self.fits.saturating_add(score).max(NO_FIT);
        self.laid = self
            .laid
            .saturating_add(i32::try_from(self.pieces.len()).unwrap_or(i32::MAX));
        if own.is_empty() {
            // There is no way to lay them: each line stays as it is, and fits nothing.
            self.fits = NO_FIT;
            for piece in &self.pieces {
                match own.last_mut().filter(|_| piece.apart != Apart::Line) {
                    Some(row) => row.push(piece.text.to_owned()),
                    None => own.push(vec![piece.text.to_owned()]),
                }
            }
        }
        self.pieces.clear();
        self.rows.extend(own.into_iter().map(|row| {
            let mut whole = vec![String::new(); self.head.frame];
            whole.extend(row);
            whole
        }));
    }
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
    // A single blank may also stand within a cell: 6 个.
    let is_parted = line.way != Way::Words;
    let is_full = is_parted && cells.iter().all(|cell| !cell.is_empty());
    let apart = if is_parted { Apart::Cell } else { Apart::Blank };
    let pieces: Vec<Piece<'_>> = line
        .filled()
        .map(|text| Piece {
            text,
            apart,
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
