//! 页单: what a list beside the preview leads to: pages with their first heading, or the parts of a text that flows.

use crate::documents::report::block::{Block, Entry, Report};
use crate::documents::report::pagination::Slice;

/// So many lines of the table of contents stand on a page.
pub(super) const ENTRIES: usize = 20;

/// What a list of the report leads to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Leaves {
    /// Pages; otherwise the parts of the text that flows.
    pub is_cut: bool,
    /// Each in its order.
    pub list: Vec<Leaf>,
}

/// A page, or a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leaf {
    /// 封面, 目录 or its number; blank where there are no pages.
    pub name: String,
    /// The first heading that stands on it.
    pub title: String,
    /// Its place among the pages, or among the blocks of the flow.
    pub element: usize,
}

/// The pages with the first heading on each.
pub(super) fn pages_of(report: &Report, cut: &[Vec<Slice>]) -> Leaves {
    let entries: Vec<Entry> = report.contents();
    let cover = report.cover.iter().map(|_| "封面");
    let front = cover.chain(entries.chunks(ENTRIES).map(|_| "目录"));
    let front = front.map(|name| (name.to_owned(), String::new()));
    // A page on which nothing begins goes on with what stands on the one before.
    let mut before = String::new();
    let numbered = cut.iter().enumerate().map(|(place, slices)| {
        let headings = slices.iter().filter_map(|slice| heading(report, slice.block()));
        let title = headings.min_by_key(|(level, _)| *level).map(|(_, text)| text);
        // A page of tables is known by them.
        let caption = || slices.iter().find_map(|slice| caption(report, slice.block()));
        let title = match (title.or_else(caption), before.is_empty()) {
            (Some(title), _) => {
                before.clone_from(&title);
                title
            }
            (None, true) => String::new(),
            (None, false) => format!("{before}（续）"),
        };
        ((place + 1).to_string(), title)
    });
    let list = front.chain(numbered).enumerate();
    Leaves {
        is_cut: true,
        list: list
            .map(|(element, (name, title))| Leaf { name, title, element })
            .collect(),
    }
}

/// The parts of a text that flows: its headings of the first two levels, and its annexes.
pub(super) fn parts_of(report: &Report) -> Leaves {
    let all = (0..=report.blocks.len()).filter_map(|place| Some((place, heading(report, place)?)));
    Leaves {
        is_cut: false,
        list: all
            .map(|(element, (level, title))| Leaf {
                name: "　".repeat(level.saturating_sub(1).into()),
                title,
                element,
            })
            .collect(),
    }
}

/// A heading of the first two levels, or an annex, by the number of its piece.
fn heading(report: &Report, piece: usize) -> Option<(u8, String)> {
    match report.blocks.get(piece.checked_sub(1)?)? {
        Block::Heading(level @ 1..=2, text) => Some((*level, text.clone())),
        Block::Annex(annex) => Some((1, format!("{} {}", annex.label, annex.title))),
        _ => None,
    }
}

fn caption(report: &Report, piece: usize) -> Option<String> {
    match report.blocks.get(piece.checked_sub(1)?)? {
        Block::Caption(text) => Some(text.clone()),
        _ => None,
    }
}
