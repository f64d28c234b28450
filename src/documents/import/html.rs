//! Reads the tables of a page of HTML as Excel and WPS put it on the clipboard. Tolerant: whatever stands
//! there, it gives the tables that it can make out. One pass without recursion, so that depth costs nothing.

use super::sheet::{Area, CELLS, COLUMNS, Making, ROWS, Sheet};

/// Tables within tables deeper than this are read as text.
const DEEPEST: usize = 20;
/// The most merged areas of a table.
const MERGED: usize = 20_000;
/// The longest text of a cell while it is being read, in bytes.
const LONGEST: usize = 100_000;

/// Elements whose content is nothing to read.
const UNREAD: [&str; 5] = ["style", "script", "head", "xml", "title"];

/// The tables of a page that have something in them, in the order in which they end.
pub fn tables(html: &str) -> Vec<Sheet> {
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
    reading.done
}

/// A tag with the attributes that matter here.
struct Tag {
    name: String,
    closes: bool,
    across: usize,
    down: usize,
    number: String,
}

fn after<'a>(rest: &'a str, end: &str) -> &'a str {
    rest.find(end).map_or("", |place| &rest[place + end.len()..])
}

/// What follows the end of an element whose content is not read; it ends the page where it has no end.
fn end_of<'a>(rest: &'a str, name: &str) -> &'a str {
    let mut places = rest.match_indices("</").map(|(place, _)| place);
    let is_end = |place: &usize| {
        let found = rest.as_bytes().get(place + 2..place + 2 + name.len());
        found.is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()))
    };
    places.find(is_end).map_or("", |place| after(&rest[place..], ">"))
}

/// The tag at the beginning of a text and what follows it.
fn tag(rest: &str) -> Option<(Tag, &str)> {
    let inside = &rest[1..];
    let (closes, inside) = inside
        .strip_prefix('/')
        .map_or((false, inside), |inside| (true, inside));
    if !inside.starts_with(|first: char| first.is_ascii_alphabetic()) {
        return None;
    }
    let end_of_name = inside
        .find(|c: char| c.is_whitespace() || c == '>' || c == '/')
        .unwrap_or(inside.len());
    let mut tag = Tag {
        name: inside[..end_of_name].to_ascii_lowercase(),
        closes,
        across: 1,
        down: 1,
        number: String::new(),
    };
    let mut rest = &inside[end_of_name..];
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        match rest.strip_prefix('>') {
            Some(behind) => return Some((tag, behind)),
            None if rest.is_empty() => return Some((tag, "")),
            None => {}
        }
        let end = rest
            .find(|c: char| c.is_whitespace() || matches!(c, '=' | '>'))
            .unwrap_or(rest.len());
        let name = rest[..end].to_ascii_lowercase();
        rest = rest[end..].trim_start();
        let mut value = "";
        if let Some(given) = rest.strip_prefix('=') {
            (value, rest) = attribute(given.trim_start());
        } else if end == 0 {
            rest = rest.get(1..).unwrap_or_default();
        }
        let span = |most: usize| value.trim().parse().unwrap_or(most).clamp(1, most);
        match name.as_str() {
            "colspan" if is_digits(value) => tag.across = span(COLUMNS),
            "rowspan" if is_digits(value) => tag.down = span(ROWS),
            "x:num" => tag.number = value.trim().to_owned(),
            _ => {}
        }
    }
}

/// A number that is too large for the computer is still a number.
fn is_digits(value: &str) -> bool {
    let value = value.trim();
    !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit())
}

/// The value of an attribute, with or without quotes, and what follows it.
fn attribute(given: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(quoted) = given.strip_prefix(quote) {
            return quoted.split_once(quote).unwrap_or((quoted, ""));
        }
    }
    let end = given
        .find(|c: char| c.is_whitespace() || c == '>')
        .unwrap_or(given.len());
    given.split_at(end)
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
    done: Vec<Sheet>,
    left: usize,
}

impl Reading {
    fn text(&mut self, text: &str) {
        let Some(cell) = self.tables.last_mut().and_then(|table| table.cell.as_mut()) else {
            return;
        };
        for letter in Letters(text) {
            if cell.text.len() > LONGEST {
                return;
            }
            match letter {
                // Lines of the source are no lines of the cell.
                ' ' | '\t' | '\r' | '\n' if cell.text.ends_with([' ', '\n']) || cell.text.is_empty() => {}
                ' ' | '\t' | '\r' | '\n' => cell.text.push(' '),
                '\u{a0}' => cell.text.push(' '),
                other => cell.text.push(other),
            }
        }
    }

    fn tag(&mut self, tag: &Tag) {
        match (tag.name.as_str(), tag.closes) {
            ("table", false) if self.tables.len() >= DEEPEST => self.deeper += 1,
            ("table", true) if self.deeper > 0 => self.deeper -= 1,
            _ if self.deeper > 0 => {}
            ("table", false) => self.tables.push(Table {
                making: Making::new(self.left),
                merged: Vec::new(),
                covered: vec![0; COLUMNS],
                row: 0,
                column: 0,
                in_row: false,
                cell: None,
            }),
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
        if let Some(outer) = self.tables.last_mut().and_then(|outer| outer.cell.as_mut()) {
            // A table within a cell is read as the text of the cell.
            for row in &sheet.grid {
                if outer.text.len() > LONGEST {
                    break;
                }
                outer.text.push_str(row.join(" ").trim());
                outer.text.push('\n');
            }
        } else if !sheet.is_empty() {
            self.done.push(sheet);
        }
    }
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

/// The letters of a text with entities resolved.
struct Letters<'a>(&'a str);

impl Iterator for Letters<'_> {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        let first = self.0.chars().next()?;
        let mut behind = &self.0[first.len_utf8()..];
        let mut letter = first;
        let near: usize = behind.char_indices().nth(10).map_or(behind.len(), |(place, _)| place);
        if first == '&'
            && let Some((name, _)) = behind[..near].split_once(';')
            && let Some(found) = entity(name)
        {
            letter = found;
            behind = &behind[name.len() + 1..];
        }
        self.0 = behind;
        Some(letter)
    }
}

fn entity(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16),
            None => number.parse(),
        };
        return char::from_u32(code.ok()?);
    }
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        "ge" => '≥',
        "le" => '≤',
        "ldquo" => '“',
        "rdquo" => '”',
        "middot" => '·',
        "mdash" => '—',
        "yen" => '¥',
        "permil" => '‰',
        "times" => '×',
        _ => return None,
    })
}
