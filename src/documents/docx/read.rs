//! Reads the text of a .docx in its order: paragraphs with their heading level, tables as grids.

use crate::documents::archive::parse::{Given, Node, parse};
use crate::documents::archive::read::{Archive, ArchiveFault};
use crate::documents::passage::{Grid, Passage};
use crate::domain::values::input::clean;

use super::read_styles::{ListPlace, Lists, Styles, level};

/// The most columns of a table that are read; Word itself allows 63.
const COLUMNS: usize = 200;
/// The most cells of a document that are read.
const CELLS: usize = 200_000;
/// A longer text stands in the first place of its merged cell only; a word that holds for several is short.
pub const REPEATED: usize = 500;

/// Reads the passages of a document. Deleted text of a tracked change, notes, headers and the table of
/// contents are not part of them; numbers that the program makes by itself are.
pub fn passages(archive: &Archive) -> Result<Vec<Passage>, ArchiveFault> {
    let part = archive.part("word/document.xml").ok_or(ArchiveFault::Damaged)?;
    let mut reading = Reader {
        styles: Styles::read(archive)?,
        lists: Lists::read(archive)?,
        ..Reader::default()
    };
    parse(part, |node| reading.take(node))?;
    Ok(reading.passages)
}

/// A paragraph in the making.
#[derive(Default)]
struct Paragraph {
    text: String,
    style: Option<String>,
    level: Option<u8>,
    list: Option<ListPlace>,
}

/// A table in the making.
#[derive(Default)]
struct Rows {
    grid: Grid,
    row: Vec<String>,
    cell: String,
    across: usize,
    /// `vMerge` without `restart`: the cell goes on from the one above.
    goes_on: bool,
}

#[derive(Default)]
struct Reader {
    styles: Styles,
    lists: Lists,
    passages: Vec<Passage>,
    /// Paragraphs stand inside each other where a text box is anchored.
    paragraphs: Vec<Paragraph>,
    tables: Vec<Rows>,
    /// How deep the reading is in what is not shown.
    hidden: usize,
    in_text: bool,
    cells: usize,
}

/// What is there twice, or not to be seen.
const HIDDEN: [&str; 4] = ["Fallback", "del", "moveFrom", "sectPrChange"];

impl Reader {
    fn take(&mut self, node: Node<'_>) {
        match node {
            Node::Open(name, _) if HIDDEN.contains(&name) => self.hidden += 1,
            Node::Close(name) if HIDDEN.contains(&name) => self.hidden = self.hidden.saturating_sub(1),
            _ if self.hidden > 0 => {}
            Node::Open(name, given) => self.open(name, &given),
            Node::Close(name) => self.close(name),
            Node::Text(text) if self.in_text => self.write(&text),
            Node::Text(_) => {}
        }
    }

    fn write(&mut self, text: &str) {
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.text.push_str(text);
        }
    }

    fn open(&mut self, name: &str, given: &Given<'_>) {
        match name {
            "p" => self.paragraphs.push(Paragraph::default()),
            "tbl" => self.tables.push(Rows::default()),
            "t" => self.in_text = true,
            "tab" if !self.paragraphs.is_empty() => self.write("\t"),
            "br" | "cr" => self.write("\n"),
            "noBreakHyphen" => self.write("-"),
            _ => {}
        }
        if let Some(paragraph) = self.paragraphs.last_mut() {
            match name {
                "pStyle" => paragraph.style = given.get("val"),
                "outlineLvl" => paragraph.level = level(given.number("val")),
                "numId" => paragraph.list.get_or_insert_default().list = given.get("val"),
                "ilvl" => paragraph.list.get_or_insert_default().level = given.number("val"),
                _ => {}
            }
        } else if let Some(rows) = self.tables.last_mut() {
            match name {
                "gridSpan" => rows.across = given.number("val").unwrap_or(1).clamp(1, COLUMNS),
                "vMerge" => rows.goes_on = given.get("val").as_deref() != Some("restart"),
                "gridBefore" => {
                    let before = given.number("val").unwrap_or_default().min(COLUMNS);
                    rows.row.resize(before, String::new());
                }
                _ => {}
            }
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "t" => self.in_text = false,
            "p" => self.end_paragraph(),
            "tc" => self.end_cell(),
            "tr" => {
                if let Some(rows) = self.tables.last_mut() {
                    let row = std::mem::take(&mut rows.row);
                    if rows.grid.len() < CELLS {
                        rows.grid.push(row);
                    }
                }
            }
            "tbl" => self.end_table(),
            _ => {}
        }
    }

    fn end_paragraph(&mut self) {
        let Some(paragraph) = self.paragraphs.pop() else { return };
        let style = paragraph.style.as_deref().unwrap_or_default();
        if self.styles.is_contents(style) {
            return;
        }
        let place = match (paragraph.list, self.styles.list(style)) {
            (Some(own), Some(inherited)) => Some(ListPlace {
                list: own.list.or(inherited.list),
                level: own.level.or(inherited.level),
            }),
            (own, inherited) => own.or(inherited),
        };
        let number = place.and_then(|place| self.lists.next(&place)).unwrap_or_default();
        let text = clean(&format!("{number}{}", paragraph.text));
        if let Some(rows) = self.tables.last_mut() {
            if !rows.cell.is_empty() {
                rows.cell.push('\n');
            }
            rows.cell.push_str(text.trim());
        } else if !text.trim().is_empty() {
            let level = paragraph.level.or(self.styles.level(style));
            self.passages.push(Passage::Paragraph { text, level });
        }
    }

    fn end_cell(&mut self) {
        let Some(rows) = self.tables.last_mut() else { return };
        let mut text = std::mem::take(&mut rows.cell).trim().to_owned();
        let across = rows.across.max(1);
        if rows.goes_on
            && let Some(above) = rows.grid.last().and_then(|row| row.get(rows.row.len()))
            && above.len() <= REPEATED
        {
            text.clone_from(above);
        }
        (rows.across, rows.goes_on) = (1, false);
        for _ in 0..across {
            if rows.row.len() >= COLUMNS || self.cells >= CELLS {
                return;
            }
            self.cells += 1;
            let next = if text.len() <= REPEATED {
                text.clone()
            } else {
                String::new()
            };
            rows.row.push(std::mem::replace(&mut text, next));
        }
    }

    fn end_table(&mut self) {
        let Some(mut rows) = self.tables.pop() else { return };
        let widest = rows.grid.iter().map(Vec::len).max().unwrap_or_default();
        rows.grid.truncate(CELLS / widest.max(1));
        rows.grid.iter_mut().for_each(|row| row.resize(widest, String::new()));
        match self.tables.last_mut() {
            // A table within a cell is read as the text of the cell.
            Some(outer) => {
                for row in rows.grid {
                    outer.cell.push_str(&row.join(" "));
                    outer.cell.push('\n');
                }
            }
            None if widest > 0 => self.passages.push(Passage::Table(rows.grid)),
            None => {}
        }
    }
}
