//! How wide each column of a table has to be, and where more width saves lines.

use super::block::{Placed, Table};
use super::line_breaks::{Setting, Type};
use super::page::Cells;
use super::pagination::Turn;
use super::{line_breaks, page};

/// The room of a table, in any unit of length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// The width of the table.
    pub across: u32,
    /// What borders and margins take away from each cell.
    pub margin: u32,
    /// The width of a half-width character.
    pub half: u32,
}

impl Room {
    /// On a page of the report, twips.
    pub fn on_page(turn: Turn) -> Self {
        let cells = Cells::on(turn);
        Room {
            across: page::width(turn),
            margin: 2 * cells.margin,
            half: cells.character / 2,
        }
    }

    /// The room of a cell that covers so many steps of half a character, in half-width characters.
    fn inside(self, steps: usize) -> usize {
        let steps = u32::try_from(steps).unwrap_or(u32::MAX);
        let room = steps.saturating_mul(self.half).saturating_sub(self.margin) / self.half.max(1);
        usize::try_from(room).unwrap_or_default().max(2)
    }

    /// How many steps a cell takes that has to hold so many half-width characters on a line.
    fn around(self, inside: usize) -> usize {
        inside + usize::try_from(self.margin.div_ceil(self.half.max(1))).unwrap_or_default()
    }

    fn steps(self) -> usize {
        usize::try_from(self.across / self.half.max(1)).unwrap_or_default()
    }
}

/// More rows than these are looked at in even steps: they show what stands in the others.
const ROWS: usize = 240;

/// What stands in a table, row by row.
pub fn rows(table: &Table, room: Room) -> Vec<Vec<Content>> {
    let heads = table.head_grid();
    let body = table.grid();
    let step = body.len().div_ceil(ROWS).max(1);
    let contents = |row: Vec<Placed<'_>>, is_head: bool| -> Vec<Content> {
        let own = row.iter().filter(|placed| !placed.continues);
        own.map(|placed| Content::of(placed, is_head, room)).collect()
    };
    let heads = heads.into_iter().map(|row| contents(row, true));
    let body = body.into_iter().step_by(step).map(|row| contents(row, false));
    heads.chain(body).collect()
}

/// Words up to four characters stay on one line, in half-width characters; so does half of a longer head.
const WORD: usize = 8;
/// A text up to eight characters with a digit in it is a value: ≥312公里.
const VALUE: usize = 16;
/// A run of letters and digits longer than this is broken.
const UNBROKEN: usize = 24;

/// What stands in a cell.
pub struct Content {
    column: usize,
    columns: usize,
    rows: usize,
    /// The least that it can do with on a line, and what its longest line takes, in half-width characters.
    least: usize,
    longest: usize,
    /// How many lines it takes by the room of a line, from no room up to its longest line.
    lines: Vec<u16>,
    /// Whether it is a number with its sign and unit, which reads badly when it is broken.
    is_value: bool,
}

impl Content {
    fn of(placed: &Placed<'_>, is_head: bool, room: Room) -> Self {
        let text = placed.cell.text.as_str();
        let longest = text.lines().map(line_breaks::width).max().unwrap_or_default();
        let unbroken = unbroken(text).min(UNBROKEN);
        let word = match (is_head, longest <= WORD) {
            // A name that goes down beside several rows may stand upright, one character below the other.
            (false, true) if placed.rows_left > 1 => 0,
            (_, true) => longest,
            // A head takes two lines, and a body cell as many as it needs.
            (true, false) => longest.div_ceil(2).next_multiple_of(2).max(WORD),
            (false, false) => 0,
        };
        let most = longest.min(room.steps());
        let lines = (0..=most).map(|inside| {
            // Widths are counted in half-width characters here, so that a full one takes two.
            let kind = Type::new(2, 0, Setting::AS_ASKED);
            let lines = line_breaks::lines(text, 0, kind, u32::try_from(inside).unwrap_or(u32::MAX));
            u16::try_from(lines).unwrap_or(u16::MAX)
        });
        Content {
            column: placed.column,
            columns: placed.columns,
            rows: placed.rows_left,
            least: unbroken.max(word),
            longest,
            lines: lines.collect(),
            is_value: !is_head && longest <= VALUE && text.contains(|letter: char| letter.is_ascii_digit()),
        }
    }

    /// How many lines it takes in a room so wide.
    fn lines(&self, inside: usize) -> u64 {
        let lines = self.lines.get(inside).or(self.lines.last());
        u64::from(lines.copied().unwrap_or(1))
    }
}

/// The widest run of letters, digits and their signs. Fonts that stand in for the official ones have wider digits:
/// a tenth more; in most of them a percent sign is as wide as two.
fn unbroken(text: &str) -> usize {
    let runs = text.split(|letter: char| !letter.is_ascii_graphic());
    let width = |run: &str| run.len() + run.matches('%').count();
    let widest = runs.map(width).max().unwrap_or_default();
    (widest * 11).div_ceil(10).max(2)
}

/// What is settled of the first column beforehand.
#[derive(Clone, Copy, Debug)]
pub enum First {
    /// It is no narrower than so many steps.
    AtLeast(usize),
    /// It is so many steps wide.
    Exactly(usize),
}

/// A table that is to get its widths, in steps of half a character.
pub struct Fitting {
    /// Its room.
    pub room: Room,
    /// What stands in it.
    pub rows: Vec<Vec<Content>>,
}

impl Fitting {
    /// The widths of so many columns.
    pub fn widths(&self, count: usize, first: Option<First>) -> Vec<usize> {
        let mut widths = self.least(count);
        if let (Some(width), Some(first)) = (widths.first_mut(), first) {
            *width = match first {
                First::AtLeast(least) => least.max(*width),
                First::Exactly(given) => given,
            };
        }
        let from = usize::from(matches!(first, Some(First::Exactly(_))));
        let mut left = self.room.steps().saturating_sub(widths.iter().sum());
        let mut cost = self.cost(&widths);
        while let Some((column, steps, cheaper)) = self.best(&widths, from, left, cost) {
            widths[column] += steps;
            left -= steps;
            cost = cheaper;
        }
        // What saves no line makes the table as wide as the text, in proportion; the last takes what is left of that.
        let sum: usize = widths.iter().skip(from).sum::<usize>().max(1);
        let parts: Vec<usize> = widths.iter().skip(from).map(|width| width * left / sum).collect();
        let rest = left - parts.iter().sum::<usize>();
        for (width, part) in widths.iter_mut().skip(from).zip(parts) {
            *width += part;
        }
        if let Some(width) = widths.last_mut() {
            *width += rest;
        }
        widths
    }

    /// The same widths, with those lines moved to the lines of another table that nearly meet them, where that
    /// costs nothing.
    pub fn meeting(&self, mut widths: Vec<usize>, other: &[usize]) -> Vec<usize> {
        let lines = |widths: &[usize]| -> Vec<usize> {
            let ends = widths.iter().scan(0, |end, width| {
                *end += width;
                Some(*end)
            });
            ends.collect()
        };
        let others = lines(other);
        for column in 1..widths.len().saturating_sub(1) {
            let line = lines(&widths).get(column).copied().unwrap_or_default();
            let Some(near) = others.iter().min_by_key(|other| other.abs_diff(line)) else {
                continue;
            };
            let mut moved = widths.clone();
            moved[column] = (moved[column] + near).saturating_sub(line);
            moved[column + 1] = (moved[column + 1] + line).saturating_sub(*near);
            let holds = |cell: &Content| covered(&moved, cell) >= self.room.around(cell.least);
            let is_near = near.abs_diff(line) <= NEAR && self.rows.iter().flatten().all(holds);
            if is_near && self.cost(&moved) <= self.cost(&widths) {
                widths = moved;
            }
        }
        widths
    }

    /// What each column cannot do without; what cells over several lack goes to the last of them.
    pub fn least(&self, count: usize) -> Vec<usize> {
        let mut widths = vec![self.room.around(2); count];
        let cells = || self.rows.iter().flatten();
        for cell in cells().filter(|cell| cell.columns == 1) {
            if let Some(width) = widths.get_mut(cell.column) {
                *width = (*width).max(self.room.around(cell.least));
            }
        }
        for cell in cells().filter(|cell| cell.columns > 1) {
            let lacks = self.room.around(cell.least).saturating_sub(covered(&widths, cell));
            if let Some(width) = widths.get_mut(cell.column + cell.columns - 1) {
                *width += lacks;
            }
        }
        widths
    }

    /// The widening from a column on that saves the most for each step: the column, the steps, and what the table costs then.
    fn best(&self, widths: &[usize], from: usize, left: usize, cost: u64) -> Option<(usize, usize, u64)> {
        let mut best: Option<(usize, usize, u64)> = None;
        for column in from..widths.len() {
            let rows: Vec<Seen<'_>> = self.rows.iter().map(|row| self.seen(row, column, widths)).collect();
            // Beyond its longest line a column has no use for more.
            let own = rows.iter().flat_map(|row| &row.own);
            let lacks = own.map(|(cell, covered)| self.room.around(cell.longest).saturating_sub(*covered));
            let useful = lacks.max().unwrap_or_default().min(left).min(LOOK);
            for steps in 1..=useful {
                let cheaper = rows.iter().map(|row| self.cost_of_row(row, steps)).sum();
                let saved =
                    |cost_then: u64, steps: usize| u128::from(cost.saturating_sub(cost_then)) * 1_000 / steps as u128;
                let is_better = match best {
                    Some((_, other, than)) => saved(cheaper, steps) > saved(than, other),
                    None => cheaper < cost,
                };
                if is_better {
                    best = Some((column, steps, cheaper));
                }
            }
        }
        best
    }

    /// What a table costs.
    fn cost(&self, widths: &[usize]) -> u64 {
        let rows = self.rows.iter().map(|row| self.seen(row, usize::MAX, widths));
        rows.map(|row| self.cost_of_row(&row, 0)).sum()
    }

    /// A row as one column sees it.
    fn seen<'a>(&self, row: &'a [Content], column: usize, widths: &[usize]) -> Seen<'a> {
        let mut seen = Seen {
            highest: 1,
            lines: 0,
            own: Vec::new(),
        };
        for cell in row {
            let covered = covered(widths, cell);
            if (cell.column..cell.column + cell.columns).contains(&column) {
                seen.own.push((cell, covered));
            } else {
                let (high, lines) = self.high(cell, covered);
                seen.highest = seen.highest.max(high);
                seen.lines += lines;
            }
        }
        seen
    }

    /// What a row costs when a column is so many steps wider: its lines above all, and then the lines of each
    /// cell, so that of two cells that are equally high each counts.
    fn cost_of_row(&self, row: &Seen<'_>, steps: usize) -> u64 {
        let (mut highest, mut all) = (row.highest, row.lines);
        for (cell, covered) in &row.own {
            let (high, lines) = self.high(cell, covered + steps);
            highest = highest.max(high);
            all += lines;
        }
        highest * LINE + all
    }

    /// How many lines a cell needs of its first row, and of all. One over several rows has theirs as well.
    fn high(&self, cell: &Content, covered: usize) -> (u64, u64) {
        let lines = cell.lines(self.room.inside(covered));
        let rows = u64::try_from(cell.rows).unwrap_or(u64::MAX);
        let weight = if cell.is_value { LINE } else { 1 };
        ((lines + 1).saturating_sub(rows), lines * weight)
    }
}

/// A row as one column sees it: what its width does not change, and the cells that it does, with what they cover.
struct Seen<'a> {
    highest: u64,
    lines: u64,
    own: Vec<(&'a Content, usize)>,
}

/// How much a line of a row counts against one of a cell.
const LINE: u64 = 8;
/// Lines that are so many steps apart look as if they had missed each other.
const NEAR: usize = 4;
/// So far a widening looks ahead for a line to save.
const LOOK: usize = 16;

fn covered(widths: &[usize], cell: &Content) -> usize {
    widths.iter().skip(cell.column).take(cell.columns).sum()
}
