//! Reads the tables of a page of HTML as Excel and WPS put it on the clipboard. Tolerant: whatever stands
//! there, it gives the tables that it can make out. One pass without recursion, so that depth costs nothing.

use crate::documents::passage::Passage;

use super::html_tag::{Letters, Tag, after, end_of, tag};
use super::sheet::{Area, CELLS, COLUMNS, Making, ROWS, Sheet};

/// Tables within tables deeper than this are read as text.
const DEEPEST: usize = 20;
/// With so many rows and columns a table within a cell is one of its own.
const OWN: usize = 3;
/// The most merged areas of a table.
const MERGED: usize = 20_000;
/// The longest text of a cell while it is being read, in bytes.
const LONGEST: usize = 100_000;

/// Elements whose content is nothing to read.
const UNREAD: [&str; 5] = ["style", "script", "head", "xml", "title"];

/// A piece of a page.
enum Piece {
    /// A paragraph, with the level of its heading.
    Text(String, Option<u8>),
    /// A table that has something in it.
    Table(Sheet),
}

/// The tables of a page that have something in them, in the order in which they end.
pub fn tables(html: &str) -> Vec<Sheet> {
    let tables = pieces(html).into_iter().filter_map(|piece| match piece {
        Piece::Table(sheet) => Some(sheet),
        Piece::Text(..) => None,
    });
    tables.collect()
}

/// A page as a document: its paragraphs and tables.
pub fn passages(html: &str) -> Vec<Passage> {
    let passages = pieces(html).into_iter().map(|piece| match piece {
        Piece::Table(sheet) => Passage::Table(sheet.grid),
        Piece::Text(text, level) => Passage::Paragraph { text, level },
    });
    passages.collect()
}

fn pieces(html: &str) -> Vec<Piece> {
    let mut reading = Reading {
        left: CELLS,
        ..Reading::default()
    };
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        reading.text(&rest[..start]);
        rest = &rest[start..];
        rest = match rest {
            _ if rest.starts_with("<!--") => after(rest, "-->"),
            _ if rest.starts_with("<!") || rest.starts_with("<?") => after(rest, ">"),
            _ => match tag(rest) {
                Some((found, behind)) if UNREAD.contains(&found.name.as_str()) && !found.closes => {
                    end_of(behind, &found.name)
                }
                Some((found, behind)) => {
                    reading.tag(&found);
                    behind
                }
                // A lone sign.
                None => {
                    reading.text("<");
                    &rest[1..]
                }
            },
        };
    }
    reading.text(rest);
    while !reading.tables.is_empty() {
        reading.end_table();
    }
    reading.end_paragraph();
    reading.done
}

/// A table in the making.
struct Table {
    making: Making,
    merged: Vec<Area>,
    /// For each column, how many rows a cell from above still covers.
    covered: Vec<usize>,
    row: usize,
    column: usize,
    in_row: bool,
    cell: Option<Cell>,
}

struct Cell {
    text: String,
    across: usize,
    down: usize,
    number: String,
}

#[derive(Default)]
struct Reading {
    tables: Vec<Table>,
    /// Tables that are too deep to be tables.
    deeper: usize,
    done: Vec<Piece>,
    left: usize,
    /// The paragraph outside of tables, and the level of its heading.
    paragraph: String,
    level: Option<u8>,
}

impl Reading {
    fn text(&mut self, text: &str) {
        let goes_to = match self.tables.last_mut() {
            Some(table) => match &mut table.cell {
                Some(cell) => &mut cell.text,
                None => return,
            },
            None if self.deeper > 0 => return,
            None => &mut self.paragraph,
        };
        for letter in Letters(text) {
            if goes_to.len() > LONGEST {
                return;
            }
            match letter {
                // Lines of the source are no lines of the text.
                ' ' | '\t' | '\r' | '\n' if goes_to.ends_with([' ', '\n']) || goes_to.is_empty() => {}
                ' ' | '\t' | '\r' | '\n' => goes_to.push(' '),
                '\u{a0}' => goes_to.push(' '),
                other => goes_to.push(other),
            }
        }
    }

    fn tag(&mut self, tag: &Tag) {
        match (tag.name.as_str(), tag.closes) {
            ("table", false) if self.tables.len() >= DEEPEST => self.deeper += 1,
            ("table", true) if self.deeper > 0 => self.deeper -= 1,
            _ if self.deeper > 0 => {}
            ("table", false) => {
                self.end_paragraph();
                self.tables.push(Table {
                    making: Making::new(self.left),
                    merged: Vec::new(),
                    covered: vec![0; COLUMNS],
                    row: 0,
                    column: 0,
                    in_row: false,
                    cell: None,
                });
            }
            ("table", true) => self.end_table(),
            ("tr", closes) => {
                if let Some(table) = self.tables.last_mut() {
                    table.end_row();
                    table.in_row = !closes;
                }
            }
            ("td" | "th", closes) => {
                if let Some(table) = self.tables.last_mut() {
                    table.end_cell();
                    if !closes {
                        table.in_row = true;
                        table.cell = Some(Cell {
                            text: String::new(),
                            across: tag.across,
                            down: tag.down,
                            number: tag.number.clone(),
                        });
                    }
                }
            }
            (name, closes) if self.tables.is_empty() && is_block(name) => {
                self.end_paragraph();
                self.level = heading(name).filter(|_| !closes);
            }
            ("br" | "p" | "div" | "li", _) => {
                let cell = self.tables.last_mut().and_then(|table| table.cell.as_mut());
                if let Some(cell) = cell
                    && cell.text.len() <= LONGEST
                    && (tag.name == "br" || !cell.text.is_empty() && !cell.text.ends_with('\n'))
                {
                    cell.text.push('\n');
                }
            }
            _ => {}
        }
    }

    fn end_table(&mut self) {
        let Some(mut table) = self.tables.pop() else { return };
        table.end_row();
        self.left = self.left.min(table.making.left);
        let sheet = table.making.finish(String::new(), false, &table.merged);
        // A page may lay its form out within a table of one cell: what has rows and columns of its own is no text of it.
        let is_own = sheet.grid.len() >= OWN && sheet.grid.iter().any(|row| row.len() >= OWN);
        let outer = self.tables.last_mut().and_then(|outer| outer.cell.as_mut());
        if let Some(outer) = outer.filter(|_| !is_own) {
            // A small table within a cell is read as the text of the cell.
            for row in &sheet.grid {
                if outer.text.len() > LONGEST {
                    break;
                }
                outer.text.push_str(row.join(" ").trim());
                outer.text.push('\n');
            }
        } else if !sheet.is_empty() {
            self.done.push(Piece::Table(sheet));
        }
    }

    fn end_paragraph(&mut self) {
        let text = std::mem::take(&mut self.paragraph);
        let level = self.level.take();
        if !text.trim().is_empty() {
            self.done.push(Piece::Text(text.trim().to_owned(), level));
        }
    }
}

/// Whether an element begins a line of its own.
fn is_block(name: &str) -> bool {
    const BLOCKS: [&str; 16] = [
        "br",
        "p",
        "div",
        "li",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "section",
        "article",
        "header",
        "footer",
        "blockquote",
        "pre",
        "hr",
    ];
    BLOCKS.contains(&name) || heading(name).is_some()
}

/// The level of a heading, from h1 to h6.
fn heading(name: &str) -> Option<u8> {
    let level = name.strip_prefix('h')?.parse().ok()?;
    (1..=6).contains(&level).then_some(level)
}

impl Table {
    fn end_row(&mut self) {
        self.end_cell();
        if self.in_row && self.row <= ROWS {
            self.covered.iter_mut().for_each(|rows| *rows = rows.saturating_sub(1));
            self.row += 1;
            self.column = 0;
            self.in_row = false;
        }
    }

    fn end_cell(&mut self) {
        let Some(cell) = self.cell.take() else { return };
        while self.covered.get(self.column).is_some_and(|rows| *rows > 0) {
            self.column += 1;
        }
        let text = cell.text.trim();
        // The number behind a cell that shows it shortened, or as ####; a percentage is right as it is shown.
        let is_number = |text: &str| {
            text.bytes()
                .all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b',' | b'#'))
        };
        let text = match cell.number.as_str() {
            number if !number.is_empty() && number.len() <= 16 && is_number(number) && is_number(text) => number,
            _ => text,
        };
        self.making.put(self.row, self.column, text.to_owned());
        if (cell.across > 1 || cell.down > 1) && self.merged.len() < MERGED {
            self.merged.push(Area {
                top: self.row,
                left: self.column,
                bottom: self.row + cell.down - 1,
                right: self.column + cell.across - 1,
            });
        }
        for rows in self.covered.iter_mut().skip(self.column).take(cell.across) {
            *rows = cell.down;
        }
        self.column = (self.column + cell.across).min(COLUMNS);
    }
}
