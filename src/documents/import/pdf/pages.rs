//! 页: each turned so that its text runs to the right, without its number and running head, and all of them joined.

use std::collections::BTreeMap;

use crate::documents::import::text::line::width;
use crate::documents::import::text::tables;
use crate::documents::passage::Passage;

use super::drawing::{Glyph, Sheet, Way};
use super::paragraphs::{Margins, Paragraphs};
use super::paths::Rule;
use super::rows::{Row, rows};
use super::ruled::{Ruled, tables as ruled};
use super::space::{Fixed, Step, share};

/// What a page holds once its lines and tables are known.
struct Laid {
    rows: Vec<Row>,
    tables: Vec<Ruled>,
    /// Whether its number was found at this end: it has one, and what stands inside of it is of the text.
    is_numbered: bool,
}

/// A page with its text upright, whichever way it was put into the file.
fn upright(sheet: Sheet) -> (Vec<Glyph>, Vec<Rule>) {
    let mut counts: BTreeMap<Way, usize> = BTreeMap::new();
    for (way, _) in &sheet.glyphs {
        *counts.entry(*way).or_default() += 1;
    }
    let most = counts
        .iter()
        .max_by_key(|(_, count)| **count)
        .map_or(Way::Right, |(way, _)| *way);
    let turned = |(x, y): Step| match most {
        Way::Right => (x, y),
        Way::Up => (y, -x),
        Way::Left => (-x, -y),
        Way::Down => (-y, x),
    };
    let glyphs = sheet.glyphs.into_iter().map(|(_, glyph)| {
        let (x, y) = turned((glyph.x, glyph.y));
        Glyph { x, y, ..glyph }
    });
    let rules = sheet.rules.into_iter().filter_map(|rule| {
        let [from, to] = rule.ends();
        Rule::between(turned(from), turned(to))
    });
    (glyphs.collect(), rules.collect())
}

/// — 1 —, 第 1 页 共 12 页, 1 / 12.
fn is_number(text: &str) -> bool {
    let is_frame = |c: char| c.is_whitespace() || "-—–－·~/第共页Page".contains(c);
    let digits: String = text.chars().filter(|c| !is_frame(*c)).collect();
    // A number without any sign around it is a short one.
    let most = if digits.len() == text.len() { 3 } else { 8 };
    (1..=most).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit()) && text.chars().count() < 24
}

/// What a browser prints above and below a page: the time and the title, the address and the page.
fn is_browsers(text: &str) -> bool {
    let first = text.split([' ', ',', '，']).next().unwrap_or_default();
    let is_date = first.split('/').count() == 3 && first.bytes().all(|byte| byte.is_ascii_digit() || byte == b'/');
    let is_address = ["http://", "https://", "file://", "ﬁle://"]
        .iter()
        .any(|way| text.starts_with(way));
    is_date && text.contains(':') || is_address && text.rsplit(' ').next().is_some_and(is_number)
}

/// A line of a table of contents: dots that lead to a page.
fn is_contents(text: &str) -> bool {
    let words = text.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ' || c == '-');
    let dots = words
        .chars()
        .rev()
        .take_while(|c| ".…·．‥ ".contains(*c))
        .filter(|c| *c != ' ');
    words.len() < text.len() && dots.map(|c| if c == '…' { 3 } else { 1 }).sum::<usize>() > 4
}

/// A text with its numbers left open, so that the heads of two pages are the same.
fn shape(text: &str) -> String {
    text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect()
}

/// The passages of all pages.
pub fn passages(sheets: Vec<Sheet>) -> Vec<Passage> {
    let glyphs = sheets.iter().flat_map(|sheet| &sheet.glyphs);
    let mut sizes: Vec<Fixed> = glyphs.map(|(_, glyph)| glyph.size).collect();
    sizes.sort_unstable();
    let usual = sizes.get(sizes.len() / 2).copied().unwrap_or_default();
    let mut pages: Vec<Laid> = sheets
        .into_iter()
        .map(|sheet| {
            let (mut glyphs, rules) = upright(sheet);
            let tables = ruled(&rules, &mut glyphs);
            Laid {
                rows: rows(glyphs),
                tables,
                is_numbered: false,
            }
        })
        .collect();
    for page in &mut pages {
        page.rows.retain(|row| !is_contents(&row.text()));
    }
    for is_foot in [false, true] {
        for page in &mut pages {
            page.is_numbered = false;
        }
        while leave_out(&mut pages, is_foot, usual) {}
    }
    joined(pages)
}

/// Leaves out the first or last row of pages where it is a number or the same on most of them. Whether it did.
fn leave_out(pages: &mut [Laid], is_foot: bool, usual: Fixed) -> bool {
    let outer = |page: &Laid| -> Option<usize> {
        let place = if is_foot { page.rows.len().checked_sub(1)? } else { 0 };
        let row = page.rows.get(place)?;
        // What stands between tables is of the text.
        let is_out = |table: &Ruled| (row.y > table.top) != is_foot;
        page.tables.iter().all(is_out).then_some(place)
    };
    let mut heads: BTreeMap<String, usize> = BTreeMap::new();
    for page in pages.iter() {
        if let Some(row) = outer(page).and_then(|place| page.rows.get(place)) {
            *heads.entry(shape(&row.text())).or_default() += 1;
        }
    }
    let count = pages.len();
    let mut did = false;
    for page in pages.iter_mut() {
        let Some(place) = outer(page) else { continue };
        let Some(row) = page.rows.get(place) else { continue };
        let text = row.text();
        let same = heads.get(&shape(&text)).copied().unwrap_or_default();
        // The title of a form that fills each page is larger than its text, or says that it is one.
        let is_title = row.size > share(usual, 120) || text.contains('表');
        let is_running = same > 1 && same * 2 >= count && !is_title;
        let is_own_number = !page.is_numbered && is_number(&text);
        if is_running || is_own_number || is_browsers(&text) {
            page.rows.remove(place);
            page.is_numbered |= is_own_number;
            did = true;
        }
    }
    did
}

/// What stands on pages, from the top.
enum Piece {
    Row(Row, Margins),
    Table(Ruled),
}

/// Puts the pages one behind the other.
fn joined(pages: Vec<Laid>) -> Vec<Passage> {
    let mut pieces: Vec<Piece> = Vec::new();
    for page in pages {
        let margins = Margins::of(&page.rows, &page.tables);
        let mut tables = page.tables.into_iter().peekable();
        for row in page.rows {
            while let Some(table) = tables.next_if(|table| row.y < table.top) {
                pieces.push(Piece::Table(table));
            }
            pieces.push(Piece::Row(row, margins));
        }
        pieces.extend(tables.map(Piece::Table));
    }
    let lines = lines(&pieces);
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let mut made = Paragraphs::default();
    let mut pieces = pieces.into_iter().enumerate().peekable();
    let mut table: Option<Ruled> = None;
    while let Some((place, piece)) = pieces.next() {
        match piece {
            Piece::Table(next) => match &mut table {
                Some(open) if open.is_as_wide_as(&next) => open.go_on(next),
                _ => {
                    made.table(table.take().map(grid));
                    table = Some(next);
                }
            },
            Piece::Row(row, margins) => {
                made.table(table.take().map(grid));
                let aligned = (row.words().len() > 1).then(|| tables::table(&lines, place)).flatten();
                match aligned {
                    Some(aligned) => {
                        made.table(Some(aligned.grid));
                        while pieces.next_if(|(next, _)| *next < place + aligned.lines).is_some() {}
                    }
                    None => made.row(&row, margins),
                }
            }
        }
    }
    made.table(table.take().map(grid));
    made.done()
}

/// The rows as lines of a text in which words stand where they do on paper: what stands below each other without lines
/// around it is read as aligned text is. In place of a ruled table there is none.
fn lines(pieces: &[Piece]) -> Vec<String> {
    let rows = pieces.iter().filter_map(|piece| match piece {
        Piece::Row(row, _) => Some(row),
        Piece::Table(_) => None,
    });
    let left = rows.clone().map(|row| row.left).min().unwrap_or_default();
    // Half of the smallest letters, so that no word takes more columns than its place has.
    let unit = rows
        .filter(|row| row.words().len() > 1)
        .map(|row| row.size)
        .min()
        .unwrap_or_default()
        / 2;
    let line = |piece: &Piece| {
        let mut line = String::new();
        let Piece::Row(row, _) = piece else { return line };
        let mut at = 0;
        for word in row.words() {
            let column = (word.left - left)
                .checked_div(unit)
                .and_then(|column| usize::try_from(column).ok());
            let blanks = column.unwrap_or_default().saturating_sub(at).min(WIDEST_GAP);
            let blanks = if line.is_empty() { blanks } else { blanks.max(2) };
            line.extend(std::iter::repeat_n(' ', blanks));
            line.push_str(&word.text);
            at += blanks + width(&word.text);
        }
        line
    };
    pieces.iter().map(line).collect()
}

/// No gap is wider, in columns.
const WIDEST_GAP: usize = 400;

fn grid(table: Ruled) -> Vec<Vec<String>> {
    let row = |row: Vec<super::ruled::Cell>| row.into_iter().map(|cell| cell.text).collect();
    table.rows.into_iter().map(row).collect()
}
