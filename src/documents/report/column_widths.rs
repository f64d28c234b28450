//! Widths of columns by what stands in them: as many as needed for words, numbers and heads that do not break, the
//! rest to where it saves the most lines.

use std::collections::BTreeSet;

use super::block::{Block, Placed, Table};
use super::line_breaks::{Setting, Type};
use super::page::{CHARACTER, MARGIN};
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
        Room {
            across: page::width(turn),
            margin: 2 * MARGIN,
            half: CHARACTER / 2,
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

/// Gives every table of a report its widths. Tables that touch have the same, so that their lines meet.
pub fn fit_blocks(blocks: &mut [Block]) {
    let mut turn = Turn::Upright;
    for group in blocks.chunk_by_mut(|one, next| columns(one).is_some() && columns(one) == columns(next)) {
        if let Some(Block::Annex(annex)) = group.first() {
            turn = match annex.landscape {
                true => Turn::Landscape,
                false => Turn::Upright,
            };
        }
        fit(group.iter_mut().filter_map(table).collect(), Room::on_page(turn));
    }
}

/// Gives every table its widths on upright pages, all that have as many columns the same: a list goes on under the
/// next heading.
pub fn fit_alike(blocks: &mut [Block]) {
    let counts: BTreeSet<usize> = blocks.iter().filter_map(columns).collect();
    for count in counts {
        let alike = blocks.iter_mut().filter(|block| columns(block) == Some(count));
        fit(alike.filter_map(table).collect(), Room::on_page(Turn::Upright));
    }
}

fn columns(block: &Block) -> Option<usize> {
    match block {
        Block::Table(table) => Some(table.columns.len()),
        _ => None,
    }
}

fn table(block: &mut Block) -> Option<&mut Table> {
    match block {
        Block::Table(table) => Some(table),
        _ => None,
    }
}

/// Gives tables of the same columns, one below the other, the widths that suit what stands in all of them.
pub fn fit(tables: Vec<&mut Table>, room: Room) {
    let Some(count) = tables
        .first()
        .map(|table| table.columns.len())
        .filter(|count| *count > 0)
    else {
        return;
    };
    let widths = {
        let rows = tables.iter().flat_map(|table| rows(table, room)).collect();
        Fitting { room, rows }.widths(count)
    };
    let shares = in_thousandths(&widths);
    for table in tables {
        for (column, share) in table.columns.iter_mut().zip(&shares) {
            column.width = *share;
        }
    }
}

/// More rows than these are looked at in even steps: they show what stands in the others.
const ROWS: usize = 240;

fn rows(table: &Table, room: Room) -> Vec<Vec<Content>> {
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
/// A run of letters and digits longer than this is broken.
const UNBROKEN: usize = 24;

/// What stands in a cell.
struct Content {
    column: usize,
    columns: usize,
    rows: usize,
    /// The least that it can do with on a line, and what its longest line takes, in half-width characters.
    least: usize,
    longest: usize,
    /// How many lines it takes by the room of a line, from no room up to its longest line.
    lines: Vec<u16>,
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
        }
    }

    /// How many lines it takes in a room so wide.
    fn lines(&self, inside: usize) -> u64 {
        let lines = self.lines.get(inside).or(self.lines.last());
        u64::from(lines.copied().unwrap_or(1))
    }
}

/// The widest run of letters, digits and their signs. Fonts that stand in for the official ones have wider digits:
/// a tenth more.
fn unbroken(text: &str) -> usize {
    let runs = text.split(|letter: char| !letter.is_ascii_graphic());
    let widest = runs.map(str::len).max().unwrap_or_default();
    (widest * 11).div_ceil(10).max(2)
}

struct Fitting {
    room: Room,
    rows: Vec<Vec<Content>>,
}

impl Fitting {
    /// The widths in steps of half a character.
    fn widths(&self, count: usize) -> Vec<usize> {
        let all = self.room.steps();
        let mut widths = self.least(count);
        let mut left = all.saturating_sub(widths.iter().sum());
        let mut cost = self.cost(&widths);
        while let Some((column, steps, cheaper)) = self.best(&mut widths, left, cost) {
            widths[column] += steps;
            left -= steps;
            cost = cheaper;
        }
        // What saves no line makes the table as wide as the text, in proportion.
        let sum: usize = widths.iter().sum::<usize>().max(1);
        let parts: Vec<usize> = widths.iter().map(|width| width * left / sum).collect();
        widths.iter().zip(parts).map(|(width, part)| width + part).collect()
    }

    /// What each column cannot do without; what cells over several lack goes to the last of them.
    fn least(&self, count: usize) -> Vec<usize> {
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

    /// The widening that saves the most for each step: the column, the steps, and what the table costs then.
    fn best(&self, widths: &mut [usize], left: usize, cost: u64) -> Option<(usize, usize, u64)> {
        let mut best: Option<(usize, usize, u64)> = None;
        for column in 0..widths.len() {
            // Beyond its longest line a column has no use for more.
            for steps in 1..=left.min(self.useful(column, widths)) {
                widths[column] += steps;
                let cheaper = self.cost(widths);
                widths[column] -= steps;
                let saved =
                    |cheaper: u64, steps: usize| u128::from(cost.saturating_sub(cheaper)) * 1_000 / steps as u128;
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

    /// How many steps more a column may use at all.
    fn useful(&self, column: usize, widths: &[usize]) -> usize {
        let cells = self.rows.iter().flatten();
        let touching = cells.filter(|cell| (cell.column..cell.column + cell.columns).contains(&column));
        let lacks = touching.map(|cell| self.room.around(cell.longest).saturating_sub(covered(widths, cell)));
        lacks.max().unwrap_or_default().min(LOOK)
    }

    /// What a table costs: its lines above all, and then the lines of each cell, so that of two cells that are
    /// equally high each counts.
    fn cost(&self, widths: &[usize]) -> u64 {
        let row = |row: &Vec<Content>| {
            let (mut highest, mut all) = (1, 0);
            for cell in row {
                let lines = cell.lines(self.room.inside(covered(widths, cell)));
                // A cell over several rows has theirs.
                let rows = u64::try_from(cell.rows).unwrap_or(u64::MAX);
                highest = highest.max((lines + 1).saturating_sub(rows));
                all += lines;
            }
            highest * LINE + all
        };
        self.rows.iter().map(row).sum()
    }
}

/// How much a line of a row counts against one of a cell.
const LINE: u64 = 8;
/// So far a widening looks ahead for a line to save.
const LOOK: usize = 16;

fn covered(widths: &[usize], cell: &Content) -> usize {
    widths.iter().skip(cell.column).take(cell.columns).sum()
}

/// Widths as shares of a thousand; what rounding leaves goes to the widest.
fn in_thousandths(widths: &[usize]) -> Vec<u32> {
    let all: usize = widths.iter().sum::<usize>().max(1);
    let share = |width: &usize| u32::try_from(width * 1000 / all).unwrap_or_default();
    let mut shares: Vec<u32> = widths.iter().map(share).collect();
    let rest = 1000_u32.saturating_sub(shares.iter().sum());
    if let Some(widest) = shares.iter_mut().max_by_key(|share| **share) {
        *widest += rest;
    }
    shares
}
