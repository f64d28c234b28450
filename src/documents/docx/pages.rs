//! On which page each block will stand, by the measures of the format: exact lines of 28 characters, exact
//! lines in tables. It gives the page numbers of the table of contents, and where tables go on over a page.

use crate::documents::block::{Block, Report, Table};
use crate::documents::pagination::{self, Measured, PageHeight, Slice, Turn};

use super::line_breaks::lines;
use super::section;
use super::table::{gap, row_heights, widths};

/// A line of text, twips.
const LINE: i32 = 579;
/// A line of a title, twips.
const TITLE: i32 = 720;
/// A line of a note, and of the unit above a table, twips.
const NOTE: i32 = 400;
const UNIT: i32 = 360;
/// The space above a caption, twips.
const SMALL: i32 = 120;
/// Half-width characters in a line of text, of a title, of a caption, of a note.
const IN_LINE: usize = 56;
const IN_TITLE: usize = 40;
const IN_CAPTION: usize = 62;
const IN_NOTE: usize = 84;

/// The pages of a report. The title is block 0.
pub struct Pages(Vec<Vec<Slice>>);

impl Pages {
    /// The page of each block, from 1.
    pub fn of_blocks(&self, report: &Report) -> Vec<usize> {
        pagination::first_pages(&self.0, report.blocks.len() + 1).split_off(1)
    }

    /// The rows of a block that begin a page; none for what is no table that goes on over a page.
    pub fn tops(&self, block: usize) -> Vec<usize> {
        let tops = self.0.iter().filter_map(|page| match page.first() {
            Some(Slice::Rows(place, from @ 1.., _)) if *place == block + 1 => Some(*from),
            _ => None,
        });
        tops.collect()
    }
}

/// The page of each block, from 1.
pub fn first_pages(report: &Report) -> Vec<usize> {
    pages(report).of_blocks(report)
}

/// Cuts a report into pages.
pub fn pages(report: &Report) -> Pages {
    let title = Measured {
        height: report
            .title
            .iter()
            .map(|line| rows(line, 0, IN_TITLE) * TITLE)
            .sum::<i32>()
            + LINE,
        clings: true,
        ..Measured::default()
    };
    let mut turn = Turn::Upright;
    let mut measured = vec![title];
    for (place, block) in report.blocks.iter().enumerate() {
        if let Block::Annex(annex) = block {
            turn = match annex.landscape {
                true => Turn::Landscape,
                false => Turn::Upright,
            };
        }
        measured.push(measure(block, report.blocks.get(place + 1), turn));
    }
    let height = |turn| i32::try_from(section::height(turn)).unwrap_or_default();
    let heights = PageHeight {
        upright: height(Turn::Upright),
        landscape: height(Turn::Landscape),
    };
    Pages(pagination::paginate(&measured, heights))
}

fn measure(block: &Block, next: Option<&Block>, turn: Turn) -> Measured {
    let text = |text: &str, clings: bool| Measured {
        height: rows(text, 4, IN_LINE) * LINE,
        line: (!clings).then_some(LINE),
        clings,
        ..Measured::default()
    };
    let plain = |height: i32, clings: bool| Measured {
        height,
        clings,
        ..Measured::default()
    };
    match block {
        Block::Heading(_, words) => text(words, true),
        Block::Paragraph(spans) => text(&spans.iter().map(|span| span.text.as_str()).collect::<String>(), false),
        Block::Gap(words) => text(&format!("【{words}】"), false),
        Block::Caption(words) => plain(SMALL + rows(words, 0, IN_CAPTION) * LINE, true),
        Block::UnitLine(_) => plain(UNIT, true),
        Block::Note(words) => plain(rows(words, 0, IN_NOTE) * NOTE, false),
        // The lines of a title begin six characters in.
        Block::AnnexList(titles) => {
            let titles = titles.iter().map(|title| rows(title, 0, IN_LINE - 12) * LINE);
            plain(LINE + titles.sum::<i32>(), true)
        }
        Block::Signature(lines) => plain(LINE * (1 + i32::try_from(lines.len()).unwrap_or_default()), false),
        Block::Annex(annex) => Measured {
            turn: Some(turn),
            ..plain(LINE + rows(&annex.title, 0, IN_TITLE) * TITLE, true)
        },
        Block::Table(table) => table_height(table, section::width(turn), gap(next)),
    }
}

fn rows(text: &str, indent: usize, in_line: usize) -> i32 {
    i32::try_from(lines(text, indent, in_line)).unwrap_or(i32::MAX / TITLE)
}

fn table_height(table: &Table, across: u32, gap: i32) -> Measured {
    let widths = widths(table, across);
    let head = row_heights(&table.head_grid(), &widths).into_iter().sum();
    let mut rows = row_heights(&table.grid(), &widths);
    if let Some(last) = rows.last_mut() {
        *last += gap;
    }
    Measured {
        height: head + rows.iter().sum::<i32>(),
        rows,
        head,
        ..Measured::default()
    }
}
