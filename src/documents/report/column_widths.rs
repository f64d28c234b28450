//! Widths of columns by what stands in them: as many as needed for words, numbers and heads that do not break, the
//! rest to where it saves the most lines.

use std::collections::BTreeSet;

use super::block::{Block, Table};
use super::column_fitting::{First, Fitting, Room, rows};
use super::pagination::Turn;

/// Gives every table of a report its widths, on pages that lie in this way up to the first annex.
pub fn fit_blocks(blocks: &mut [Block], mut turn: Turn) {
    for group in blocks.chunk_by_mut(|one, next| columns(one).is_some() && columns(one) == columns(next)) {
        if let Some(Block::Annex(annex)) = group.first() {
            turn = annex.turn;
        }
        fit_form(group.iter_mut().filter_map(table).collect(), Room::on_page(turn));
    }
}

/// Gives tables that touch their widths, as the parts of one form: amounts above do not make the columns of the
/// indicators below wider. The names at the left stand below each other, and lines that nearly meet do.
fn fit_form(tables: Vec<&mut Table>, room: Room) {
    let mut fittings = tables.iter().map(|table| Fitting {
        room,
        rows: rows(table, room),
    });
    // The last has the indicators.
    let (Some(last), Some(count)) = (fittings.next_back(), tables.last().map(|table| table.columns.len())) else {
        return;
    };
    let above: Vec<Fitting> = fittings.collect();
    let first = above.iter().filter_map(|fitting| fitting.least(count).first().copied());
    let below = last.widths(count, first.max().map(First::AtLeast));
    let stub = below.first().map(|width| First::Exactly(*width));
    let widths = above.iter().map(|fitting| {
        let own = fitting.widths(count, stub);
        fitting.meeting(own, &below)
    });
    let widths: Vec<Vec<usize>> = widths.chain([below.clone()]).collect();
    for (table, widths) in tables.into_iter().zip(widths) {
        give(table, &widths);
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

/// Gives tables of the same columns the same widths, which suit what stands in all of them.
pub fn fit(tables: Vec<&mut Table>, room: Room) {
    let Some(count) = tables
        .first()
        .map(|table| table.columns.len())
        .filter(|count| *count > 0)
    else {
        return;
    };
    let rows = tables.iter().flat_map(|table| rows(table, room)).collect();
    let widths = Fitting { room, rows }.widths(count, None);
    for table in tables {
        give(table, &widths);
    }
}

fn give(table: &mut Table, widths: &[usize]) {
    for (column, share) in table.columns.iter_mut().zip(in_thousandths(widths)) {
        column.width = share;
    }
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
