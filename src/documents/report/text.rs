//! The text of a report in the making: block after block, each with where it is filled in.

use crate::domain::draft::draft::Draft;
use crate::domain::draft::field::Field;
use crate::domain::draft::own_wording::WordingKind;
use crate::domain::evaluation::evaluation::Evaluation;
use crate::domain::prose::pasted::{Piece, caption_number, leads, pieces};
use crate::domain::references::quoting::Quoted;
use crate::domain::references::quoting::{resolve, resolved};
use crate::domain::references::span::Span;
use crate::domain::references::wording;
use crate::domain::references::wording::ended;

use super::block::{Block, Origin};
use super::numbering::numbered;
use super::pasted;

/// Blocks in the making.
pub(super) struct Text<'a> {
    /// What its references refer to.
    draft: &'a Draft,
    /// The draft as its tables print it.
    pub quoted: &'a Quoted<'a>,
    /// What follows from that.
    pub evaluation: &'a Evaluation,
    /// What was said so far.
    pub blocks: Vec<Block>,
    /// From which block on it is filled in where.
    pub origins: Vec<(usize, Origin)>,
    /// How many tables with a number there are so far.
    tables: usize,
    /// How many 附图 there are so far.
    charts: usize,
}

impl<'a> Text<'a> {
    /// Nothing said yet.
    pub fn of(draft: &'a Draft, quoted: &'a Quoted<'a>, evaluation: &'a Evaluation) -> Self {
        Text {
            draft,
            quoted,
            evaluation,
            blocks: Vec::new(),
            origins: Vec::new(),
            tables: 0,
            charts: 0,
        }
    }

    /// What is said from here on is filled in at this field.
    pub fn at(&mut self, field: Field) {
        self.from(Origin {
            form: None,
            field: Some(field),
        });
    }

    /// What is said from here on comes from there.
    pub fn from(&mut self, origin: Origin) {
        self.origins.push((self.blocks.len(), origin));
    }

    /// Puts another text behind this one.
    pub fn append(&mut self, after: Text<'_>) {
        let before = self.blocks.len();
        let origins = after.origins.into_iter();
        self.origins
            .extend(origins.map(|(from, origin)| (before + from, origin)));
        self.blocks.extend(after.blocks);
    }

    /// A heading with the number of its place.
    pub fn heading(&mut self, level: u8, place: usize, text: &str) {
        self.blocks
            .push(Block::Heading(level, numbered(level, place, text.trim())));
    }

    /// Each line of a text as a paragraph, and each table in it as one; a gap where there is nothing.
    pub fn prose(&mut self, text: &str, missing: &str) {
        if text.trim().is_empty() {
            self.blocks.push(Block::Gap(missing.into()));
        }
        self.lines(text);
    }

    /// Each line of a text as a paragraph, and each table in it as one.
    pub fn lines(&mut self, text: &str) {
        let pieces = pieces(text);
        for (place, piece) in pieces.iter().enumerate() {
            match piece {
                Piece::Line(line) if leads(line, &pieces[place + 1..]) => {
                    // All tables are numbered in one row, as `domain::table_numbers` counts them.
                    self.tables += usize::from(caption_number(line).is_some());
                    self.blocks.push(pasted::lead(line));
                }
                Piece::Line(line) => self.paragraph(&ended(line)),
                Piece::Table(rows) => {
                    let said = |cell: &str| resolved(cell, self.draft, self.evaluation);
                    self.blocks.push(Block::Table(pasted::table(rows, said)));
                }
            }
        }
    }

    /// A paragraph with its references resolved.
    pub fn paragraph(&mut self, text: &str) {
        let spans = resolve(text, self.draft, self.evaluation);
        self.blocks.push(Block::Paragraph(spans));
    }

    /// A paragraph that refers to nothing.
    pub fn plain(&mut self, text: String) {
        self.blocks.push(Block::Paragraph(vec![Span { text, figure: false }]));
    }

    /// The number of the next table of the report's own, 表1 first.
    pub fn next_table(&mut self) -> usize {
        self.tables += 1;
        self.tables
    }

    /// The number of the next 附图, 图1 first.
    pub fn next_chart(&mut self) -> usize {
        self.charts += 1;
        self.charts
    }

    /// A paragraph that the report writes by itself, or the office in its stead.
    pub fn wording(&mut self, kind: WordingKind, missing: &str) {
        let paragraph = wording::paragraph(kind, self.draft, self.evaluation);
        self.at(Field::Wording(kind));
        self.prose(&paragraph, missing);
    }
}
