//! What the sheets of a workbook show, cell by cell, the same whichever program wrote the file last.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::documents::archive::checksum::sha256;
use crate::documents::archive::parse::{Node, parse};
use crate::documents::archive::read::{Archive, ArchiveFault};
use crate::documents::passage::Passage;
use crate::domain::values::rounding::half_away_from_zero;

/// The name of the sheet.
pub const NAME: &str = "jiping";

/// The cells of a sheet that are not empty, by row and column from zero.
pub type Cells = BTreeMap<(u32, u32), String>;

/// The most cells of a sheet that are read.
const MOST: usize = 200_000;

/// The visible sheets in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown(pub Vec<(String, Cells)>);

impl Shown {
    /// Reads them from a workbook.
    pub fn read(archive: &Archive) -> Result<Self, ArchiveFault> {
        let strings = strings(archive.part("xl/sharedStrings.xml").unwrap_or(b"<sst/>"))?;
        let mut sheets = Vec::new();
        for (name, part) in sheet_parts(archive)? {
            if name != NAME {
                sheets.push((name, cells(part, &strings)?));
            }
        }
        Ok(Shown(sheets))
    }

    /// Their checksum.
    pub fn fingerprint(&self) -> String {
        let mut text = String::new();
        for (name, cells) in &self.0 {
            text += &format!("{name}\n");
            for ((row, column), shown) in cells {
                text += &format!("{row},{column}={shown}\n");
            }
        }
        sha256(&[text])
    }

    /// Their rows as lines below the name of their sheet.
    pub fn passages(&self) -> Vec<Passage> {
        let mut passages = Vec::new();
        for (name, cells) in &self.0 {
            passages.push(Passage::Paragraph {
                text: name.clone(),
                level: Some(1),
            });
            let mut rows: BTreeMap<u32, Vec<&str>> = BTreeMap::new();
            for ((row, _), shown) in cells {
                rows.entry(*row).or_default().push(shown);
            }
            passages.extend(rows.values().map(|row| Passage::text(row.join("｜"))));
        }
        passages
    }
}

/// A text as it is compared: programs change spaces by themselves.
pub fn plain_text(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}

/// A number as it is compared: a program that computes anew may come to other last digits.
pub fn plain_number(value: Decimal) -> String {
    let value = half_away_from_zero(value, 10).normalize();
    match value.is_zero() {
        true => "0".to_owned(),
        false => value.to_string(),
    }
}

/// The sheets of a workbook with their parts, in its order.
pub fn sheet_parts(archive: &Archive) -> Result<Vec<(String, &[u8])>, ArchiveFault> {
    let part = |name: &str| archive.part(name).ok_or(ArchiveFault::Damaged);
    let mut targets = BTreeMap::new();
    parse(part("xl/_rels/workbook.xml.rels")?, |node| {
        if let Node::Open("Relationship", given) = node {
            targets.extend(given.get("Id").zip(given.get("Target")));
        }
    })?;
    let mut named = Vec::new();
    parse(part("xl/workbook.xml")?, |node| {
        if let Node::Open("sheet", given) = node {
            named.extend(given.get("name").zip(given.get("id")));
        }
    })?;
    let found = named.into_iter().filter_map(|(name, id)| {
        let target = targets.get(&id)?.trim_start_matches('/').trim_start_matches("xl/");
        Some((name, archive.part(&format!("xl/{target}"))?))
    });
    Ok(found.collect())
}

/// The texts that cells refer to by their place.
pub fn strings(part: &[u8]) -> Result<Vec<String>, ArchiveFault> {
    let mut strings: Vec<String> = Vec::new();
    // How a text is read aloud, which Japanese editions write beside it, is not part of it.
    let (mut in_text, mut aloud) = (false, false);
    parse(part, |node| match node {
        Node::Open("si", _) => strings.push(String::new()),
        Node::Open("rPh", _) => aloud = true,
        Node::Close("rPh") => aloud = false,
        Node::Open("t", _) => in_text = !aloud,
        Node::Close("t") => in_text = false,
        Node::Text(text) if in_text => strings.last_mut().into_iter().for_each(|last| last.push_str(&text)),
        _ => {}
    })?;
    Ok(strings)
}

/// The cells of a sheet as they are compared.
fn cells(part: &[u8], strings: &[String]) -> Result<Cells, ArchiveFault> {
    let mut cells = Cells::new();
    each_cell(part, strings, |place, text, is_number| {
        let number = || Decimal::from_scientific(text).or_else(|_| text.parse()).ok();
        let shown = match is_number.then(number).flatten() {
            Some(value) => plain_number(value),
            None => plain_text(text),
        };
        if !shown.is_empty() && cells.len() < MOST {
            cells.insert(place, shown);
        }
    })?;
    Ok(cells)
}

/// Hands on each cell of a sheet that holds something: its place, what it holds, whether that is a number.
pub fn each_cell(
    part: &[u8],
    strings: &[String],
    mut take: impl FnMut((u32, u32), &str, bool),
) -> Result<(), ArchiveFault> {
    let (mut place, mut kind, mut text) = (None, String::new(), None::<String>);
    let mut in_text = false;
    parse(part, |node| match node {
        Node::Open("c", given) => {
            place = given.get("r").as_deref().and_then(address);
            kind = given.get("t").unwrap_or_default();
            text = None;
        }
        Node::Open("v" | "t", _) => {
            in_text = true;
            text.get_or_insert_default();
        }
        Node::Close("v" | "t") => in_text = false,
        Node::Text(piece) if in_text => text.iter_mut().for_each(|text| text.push_str(&piece)),
        Node::Close("c") => {
            let (Some(place), Some(text)) = (place, text.take()) else {
                return;
            };
            let shared = || text.parse().ok().and_then(|place: usize| strings.get(place));
            match kind.as_str() {
                "s" => take(place, shared().map_or("", String::as_str), false),
                kind => take(place, &text, matches!(kind, "" | "n")),
            }
        }
        _ => {}
    })
}

/// Row and column of A1, from zero.
fn address(text: &str) -> Option<(u32, u32)> {
    let (letters, digits) = text.split_at(text.find(|c: char| c.is_ascii_digit())?);
    let column = letters.bytes().try_fold(0_u32, |column, letter| {
        let letter = u32::from(letter.checked_sub(b'A')?) + 1;
        (letter <= 26).then(|| column.checked_mul(26)?.checked_add(letter))?
    })?;
    Some((digits.parse::<u32>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}

#[cfg(test)]
mod tests {
    use crate::documents::xlsx::shown::*;

    #[test]
    fn addresses_are_read() {
        for (text, expected) in [
            ("A1", Some((0, 0))),
            ("L4", Some((3, 11))),
            ("AA10", Some((9, 26))),
            ("XFD1048576", Some((1_048_575, 16_383))),
            ("1", None),
            ("A0", None),
            ("a1", None),
            ("ZZZZZZZZZZ1", None),
            ("A99999999999", None),
            ("报1", None),
        ] {
            assert_eq!(address(text), expected, "{text}");
        }
    }

    #[test]
    fn numbers_are_compared_by_their_value() {
        for (text, expected) in [
            ("0.97880000000000003", "0.9788"),
            ("1.5E3", "1500"),
            ("-0.00000000001", "0"),
            ("15329.350", "15329.35"),
        ] {
            let value = Decimal::from_scientific(text).or_else(|_| text.parse());
            assert_eq!(value.map(plain_number).as_deref(), Ok(expected), "{text}");
        }
    }
}
