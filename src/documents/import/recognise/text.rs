//! The text that recognisers look at: passages, their sections, and the tables among their lines.

use std::ops::Range;

use crate::documents::import::text::annex_list::annex_lines;
use crate::documents::import::text::flat;
use crate::documents::import::text::flat::FlatTable;
use crate::documents::import::text::lines::width;
use crate::documents::import::text::outline::{Section, outline};
use crate::documents::passage::{Grid, Passage};
use crate::domain::scheme::outline::Content;

/// A wider line is a paragraph, not a cell.
const WIDEST_CELL: usize = 180;

/// A text with what its build tells.
pub struct Text<'a> {
    /// The passages.
    pub passages: &'a [Passage],
    /// The sections; the first is what stands before any heading.
    pub sections: Vec<Section>,
    /// The section of each passage.
    section_of: Vec<usize>,
    /// The flattened tables, as places of passages.
    pub flat: Vec<FlatTable>,
    /// Whether a passage is, or belongs to, a table.
    pub is_table: Vec<bool>,
    /// The passages that name annexes; they belong to no section.
    pub annex_lines: Vec<usize>,
}

impl<'a> Text<'a> {
    /// Whether there is a heading, as reports have them and forms do not.
    pub fn has_headings(&self) -> bool {
        self.sections.len() > 1
    }

    /// Looks at the build of a text.
    pub fn new(passages: &'a [Passage]) -> Text<'a> {
        let lines: Vec<&str> = passages.iter().map(words).collect();
        let mut is_table: Vec<bool> = passages
            .iter()
            .map(|passage| matches!(passage, Passage::Table(_)))
            .collect();
        let mut flat = Vec::new();
        let mut place = 0;
        while place < lines.len() {
            match flat::table(&lines, place, |line| width(line) > WIDEST_CELL) {
                Some(table) => {
                    is_table[table.lines.clone()].fill(true);
                    place = table.lines.end;
                    flat.push(table);
                }
                None => place += 1,
            }
        }
        let annex_lines = annex_lines(passages);
        let mut is_apart = is_table.clone();
        annex_lines.iter().for_each(|place| is_apart[*place] = true);
        let mut sections = outline(passages, &is_apart);
        let mut section_of = vec![0; passages.len()];
        for (number, section) in sections.iter().enumerate() {
            let own = section.body.iter().chain((number > 0).then_some(&section.passage));
            for place in own {
                section_of[*place] = number;
            }
        }
        for section in &mut sections {
            section.body.retain(|place| !annex_lines.contains(place));
        }
        Text {
            passages,
            sections,
            section_of,
            flat,
            is_table,
            annex_lines,
        }
    }

    /// The paragraphs outside of tables, with their places.
    pub fn paragraphs(&self) -> impl DoubleEndedIterator<Item = (usize, &'a str)> {
        let all = self.passages.iter().enumerate();
        all.filter(|(place, _)| !self.is_table[*place])
            .map(|(place, passage)| (place, words(passage)))
    }

    /// The tables, with their places.
    pub fn grids(&self) -> impl Iterator<Item = (usize, &'a Grid)> {
        let all = self.passages.iter().enumerate();
        all.filter_map(|(place, passage)| match passage {
            Passage::Table(grid) => Some((place, grid)),
            Passage::Paragraph { .. } => None,
        })
    }

    /// What part of a report a passage stands in.
    pub fn home(&self, place: usize) -> Option<Content> {
        let section = self.section_of.get(place)?;
        self.sections.get(*section)?.home
    }

    /// The section of a passage.
    pub fn section(&self, place: usize) -> usize {
        self.section_of.get(place).copied().unwrap_or_default()
    }

    /// The sections that stand directly in one, in their order.
    pub fn children(&self, parent: usize) -> impl Iterator<Item = (usize, &Section)> {
        let all = self.sections.iter().enumerate();
        all.skip(parent + 1)
            .filter(move |(_, section)| section.parent == Some(parent))
    }

    /// A piece of a paragraph.
    pub fn slice(&self, place: usize, range: &Range<usize>) -> &'a str {
        self.passages
            .get(place)
            .map(words)
            .and_then(|text| text.get(range.clone()))
            .unwrap_or_default()
    }
}

/// The words of a paragraph; none of a table, whose words are in its cells.
pub fn words(passage: &Passage) -> &str {
    match passage {
        Passage::Paragraph { text, .. } => text,
        Passage::Table(_) => "",
    }
}

/// The sentences of a text, in bytes, each with its end mark and the white space before it.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for (place, c) in text.char_indices() {
        if matches!(c, '。' | '！' | '？' | '\n') {
            let end = place + c.len_utf8();
            found.push(start..end);
            start = end;
        }
    }
    if start < text.len() {
        found.push(start..text.len());
    }
    found
}
