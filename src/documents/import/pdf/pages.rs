//! 页: each turned so that its text runs to the right, without its number and running head, and all of them joined.

use std::collections::BTreeMap;

use crate::documents::passage::Passage;

use super::aligned;
use super::drawing::{Glyph, Sheet, Way};
use super::paragraphs::{Margins, Paragraphs};
use super::paths::Rule;
use super::rows::{Row, rows};
use super::ruled::{Ruled, tables};
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
            let tables = tables(&rules, &mut glyphs);
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

/// Puts the pages one behind the other.
fn joined(pages: Vec<Laid>) -> Vec<Passage> {
    let mut made = Paragraphs::default();
    let mut table: Option<Ruled> = None;
    for page in pages {
        let margins = Margins::of(&page.rows, &page.tables);
        let mut tables = page.tables.into_iter().peekable();
        let mut place = 0;
        loop {
            let row = page.rows.get(place);
            let next_table = tables.next_if(|table| row.is_none_or(|row| row.y < table.top));
            if let Some(next) = next_table {
                match &mut table {
                    Some(open) if open.is_as_wide_as(&next) => open.go_on(next),
                    _ => {
                        made.table(table.take().map(grid));
                        table = Some(next);
                    }
                }
                continue;
            }
            let Some(row) = row else { break };
            made.table(table.take().map(grid));
            if let Some(aligned) = aligned::table(&page.rows, place) {
                made.table(Some(aligned.grid));
                place = aligned.rows.end;
            } else {
                made.row(row, margins);
                place += 1;
            }
        }
    }
    made.table(table.take().map(grid));
    made.done()
}

fn grid(table: Ruled) -> Vec<Vec<String>> {
    let row = |row: Vec<super::ruled::Cell>| row.into_iter().map(|cell| cell.text).collect();
    table.rows.into_iter().map(row).collect()
}
