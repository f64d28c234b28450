//! On which page each block will stand, by the measures of the format: exact lines of 28 characters, exact
//! lines in tables. It gives the page numbers of the table of contents, and where tables go on over a page.

use crate::documents::report::block::{Block, Report, Table};
use crate::documents::report::line_breaks::{Setting, Type, lines};
use crate::documents::report::page::{CHART_HEIGHT, Cells, height, width};
use crate::documents::report::pagination;
use crate::documents::report::pagination::{Measured, PageHeight, Slice, Turn};

use super::table::{gap, row_heights, widths};

/// A line of text, twips.
const LINE: i32 = 579;
/// A line of a title, twips.
const TITLE: i32 = 720;
/// A line of a note, and of the unit above a table, twips.
const NOTE: i32 = 400;
const NOTE_CHARACTER: u32 = 210;
const UNIT: i32 = 360;
/// The space above a caption, twips.
const SMALL: i32 = 120;
/// A character of text, of a title, of a caption, twips, and what each of a text gives up.
const TEXT_CHARACTER: u32 = 320;
const GIVES_UP: u32 = 5;
const TITLE_CHARACTER: u32 = 440;
/// A line and a character of a form's title, and the space below it, twips.
const FORM_TITLE: i32 = 560;
const FORM_TITLE_CHARACTER: u32 = 360;
const BELOW_FORM_TITLE: i32 = 120;
const CAPTION_CHARACTER: u32 = 280;
/// The indent of a paragraph, twips.
const INDENT: u32 = 640;
/// How far from the margin the titles of annexes stand, twips: six characters.
const ANNEX_TITLE: u32 = 6 * TEXT_CHARACTER;

/// The pages of a report. The title is block 0.
pub struct Pages(Vec<Vec<Slice>>);

impl Pages {
    /// The page of each block, from 1.
    pub fn of_blocks(&self, report: &Report) -> Vec<usize> {
        pagination::first_pages(&self.0, report.blocks.len() + 1).split_off(1)
    }

    /// Whether a table begins a page, and not below what stands before it.
    pub fn is_first(&self, block: usize) -> bool {
        let begins = |page: &Vec<Slice>| matches!(page.first(), Some(Slice::Whole(place) | Slice::Rows(place, 0, _)) if *place == block + 1);
        self.0.iter().any(begins)
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

/// The page of each block, from 1, where programs set the text as the document asks.
pub fn first_pages(report: &Report) -> Vec<usize> {
    first_pages_in(report, Setting::AS_ASKED)
}

/// Whether the contents name the same pages in every program, with every font.
pub fn are_certain(report: &Report) -> bool {
    let entries = report.contents();
    if entries.is_empty() {
        return true;
    }
    let widest = first_pages_in(report, Setting::WIDEST);
    let asked = first_pages(report);
    entries
        .iter()
        .all(|entry| asked.get(entry.block) == widest.get(entry.block))
}

/// The page of each block, from 1, in a setting.
pub fn first_pages_in(report: &Report, setting: Setting) -> Vec<usize> {
    pages_in(report, setting).of_blocks(report)
}

/// Cuts a report into pages, where programs set the text as the document asks.
pub fn pages(report: &Report) -> Pages {
    pages_in(report, Setting::AS_ASKED)
}

fn pages_in(report: &Report, setting: Setting) -> Pages {
    let mut turn = report.turn;
    let title = report.title.iter().map(|line| title(line, turn, setting)).sum::<i32>();
    let below = if turn == Turn::Form { 0 } else { LINE };
    let mut measured = vec![Measured {
        height: title + below,
        clings: true,
        turn: Some(turn),
        ..Measured::default()
    }];
    for (place, block) in report.blocks.iter().enumerate() {
        if let Block::Annex(annex) = block {
            turn = annex.turn;
        }
        measured.push(measure(block, report.blocks.get(place + 1), turn, setting));
    }
    let height = |turn| i32::try_from(height(turn)).unwrap_or_default();
    let heights = PageHeight {
        upright: height(Turn::Upright),
        landscape: height(Turn::Landscape),
        form: height(Turn::Form),
    };
    Pages(pagination::paginate(&measured, heights))
}

/// The height of a line of a title, with what stands below it on the page of a form.
fn title(line: &str, turn: Turn, setting: Setting) -> i32 {
    let lines = |size| rows(line, 0, Type::new(size, 0, setting), width(turn));
    match turn {
        Turn::Upright | Turn::Landscape => lines(TITLE_CHARACTER) * TITLE,
        Turn::Form => lines(FORM_TITLE_CHARACTER) * FORM_TITLE + BELOW_FORM_TITLE,
    }
}

fn measure(block: &Block, next: Option<&Block>, turn: Turn, setting: Setting) -> Measured {
    let across = width(turn);
    let in_size = |text: &str, size: u32| rows(text, 0, Type::new(size, 0, setting), across);
    let text = |text: &str, clings: bool| Measured {
        height: rows(text, INDENT, Type::new(TEXT_CHARACTER, GIVES_UP, setting), across) * LINE,
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
        Block::Caption(words) => plain(SMALL + in_size(words, CAPTION_CHARACTER) * LINE, true),
        Block::UnitLine(_) => plain(UNIT, true),
        Block::Chart(chart) => {
            let caption = SMALL + in_size(&chart.caption, CAPTION_CHARACTER) * LINE;
            plain(i32::try_from(CHART_HEIGHT).unwrap_or_default() + caption, false)
        }
        Block::Note(words) => plain(in_size(words, NOTE_CHARACTER) * NOTE, false),
        Block::AnnexList(titles) => {
            let kind = Type::new(TEXT_CHARACTER, GIVES_UP, setting);
            let in_line = across.saturating_sub(ANNEX_TITLE);
            let titles = titles.iter().map(|title| rows(title, 0, kind, in_line) * LINE);
            plain(LINE + titles.sum::<i32>(), true)
        }
        Block::Signature(lines) => plain(LINE * (1 + i32::try_from(lines.len()).unwrap_or_default()), false),
        Block::Annex(annex) => Measured {
            turn: Some(turn),
            ..plain(LINE + title(&annex.title, turn, setting), true)
        },
        Block::Table(table) => table_height(table, turn, gap(next), setting),
    }
}

fn rows(text: &str, indent: u32, kind: Type, in_line: u32) -> i32 {
    i32::try_from(lines(text, indent, kind, in_line)).unwrap_or(i32::MAX / TITLE)
}

fn table_height(table: &Table, turn: Turn, gap: i32, setting: Setting) -> Measured {
    let (widths, cells) = (widths(table, width(turn)), Cells::on(turn));
    let head = row_heights(&table.head_grid(), &widths, cells, setting)
        .into_iter()
        .sum();
    let mut rows = row_heights(&table.grid(), &widths, cells, setting);
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
