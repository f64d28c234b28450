//! What the sheets of a workbook show, cell by cell, the same whichever program wrote the file last.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::documents::archive::checksum::sha256;
use crate::documents::archive::parse::{Node, parse};
use crate::documents::archive::read::{Archive, ArchiveFault};
use crate::domain::values::rounding::half_away_from_zero;

/// The name of the sheet.
pub const NAME: &str = "jiping";

/// Row and column from zero.
pub type Place = (u32, u32);

/// The most cells of a sheet that are read.
const MOST: usize = 200_000;

/// What a sheet shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ShownSheet {
    /// Its name.
    pub name: String,
    /// Its cells that are not empty: a text as it is, a number as it is compared.
    pub cells: BTreeMap<Place, String>,
    /// Its formulas, without the sign of equality. One whose cell is empty has no result in the file.
    pub formulas: BTreeMap<Place, String>,
}

impl ShownSheet {
    /// Keeps what a cell shows, if it shows anything.
    pub fn note(&mut self, place: Place, shown: &str) {
        if !shown.trim().is_empty() {
            self.cells.insert(place, shown.to_owned());
        }
    }
}

/// The visible sheets in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown(pub Vec<ShownSheet>);

impl Shown {
    /// Reads them from a workbook.
    pub fn read(archive: &Archive) -> Result<Self, ArchiveFault> {
        let strings = strings(archive.part("xl/sharedStrings.xml").unwrap_or(b"<sst/>"))?;
        let mut sheets = Vec::new();
        for (name, part) in sheet_parts(archive)? {
            if name != NAME {
                sheets.push(sheet(name, part, &strings)?);
            }
        }
        Ok(Shown(sheets))
    }

    /// Their checksum.
    pub fn fingerprint(&self) -> String {
        let mut text = String::new();
        for sheet in &self.0 {
            text += &format!("{}\n", sheet.name);
            for ((row, column), shown) in &sheet.cells {
                text += &format!("{row},{column}={}\n", plain_text(shown));
            }
        }
        sha256(&[text])
    }

    /// The same with the results that a program left out when it saved. The same formula on the same sheet
    /// has the same result in whichever cell, so it is taken from the workbook as it was written; a formula
    /// that was not written shows itself.
    pub fn completed(mut self, written: &Shown) -> Self {
        for sheet in &mut self.0 {
            let written = written.0.iter().find(|written| written.name == sheet.name);
            let results: BTreeMap<&str, &str> = written
                .iter()
                .flat_map(|written| {
                    let result = |place| written.cells.get(place).map_or("", String::as_str);
                    let formulas = written.formulas.iter();
                    formulas.map(move |(place, formula)| (formula.as_str(), result(place)))
                })
                .collect();
            for (place, formula) in std::mem::take(&mut sheet.formulas) {
                if !sheet.cells.contains_key(&place) {
                    match results.get(formula.as_str()) {
                        Some(result) => sheet.note(place, result),
                        None => sheet.note(place, &format!("={formula}（文件里没有算出结果）")),
                    }
                }
            }
        }
        self
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

/// A formula as it is compared: programs change spaces, and mark functions that are younger than the format.
pub fn plain_formula(formula: &str) -> String {
    plain_text(formula).replace("_xlfn.", "")
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
    strings.iter_mut().for_each(|text| *text = unescaped(text));
    Ok(strings)
}

/// A text as it was before its escapes: `_x000D_` stands for a character that XML has no way to hold, and
/// `_x005F_` for the first mark of a text that looks like one.
fn unescaped(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some(place) = rest.find("_x") {
        let (before, escape) = rest.split_at(place);
        plain.push_str(before);
        let code = escape.get(2..6).filter(|_| escape.get(6..7) == Some("_"));
        let letter = code.and_then(|code| char::from_u32(u32::from_str_radix(code, 16).ok()?));
        match letter {
            Some(letter) => plain.push(letter),
            None => plain.push_str("_x"),
        }
        rest = escape.get(if letter.is_some() { 7 } else { 2 }..).unwrap_or_default();
    }
    plain + rest
}

/// A sheet as it is compared.
fn sheet(name: String, part: &[u8], strings: &[String]) -> Result<ShownSheet, ArchiveFault> {
    let mut sheet = ShownSheet {
        name,
        ..ShownSheet::default()
    };
    each_cell(part, strings, |place, cell| {
        if sheet.cells.len().max(sheet.formulas.len()) >= MOST {
            return;
        }
        let number = || Decimal::from_scientific(cell.text).or_else(|_| cell.text.parse()).ok();
        match cell.is_number.then(number).flatten() {
            Some(value) => sheet.note(place, &plain_number(value)),
            None => sheet.note(place, cell.text),
        }
        // An empty word that was computed is a result as well.
        if let Some(formula) = cell.formula
            && (cell.is_number || !cell.text.is_empty())
        {
            sheet.formulas.insert(place, plain_formula(formula));
        }
    })?;
    Ok(sheet)
}

/// What a cell of a sheet holds.
pub struct Held<'a> {
    /// Its text, or its number as it is written.
    pub text: &'a str,
    /// Whether it is a number.
    pub is_number: bool,
    /// Its formula.
    pub formula: Option<&'a str>,
}

/// Hands on each cell of a sheet that holds something, with its place.
pub fn each_cell(part: &[u8], strings: &[String], mut take: impl FnMut(Place, Held<'_>)) -> Result<(), ArchiveFault> {
    let (mut place, mut kind) = (None, String::new());
    let (mut text, mut formula) = (None::<String>, None::<String>);
    // Which of the two is being read.
    let (mut in_text, mut in_formula) = (false, false);
    parse(part, |node| match node {
        Node::Open("c", given) => {
            place = given.get("r").as_deref().and_then(address);
            kind = given.get("t").unwrap_or_default();
            (text, formula) = (None, None);
        }
        Node::Open("v" | "t", _) => {
            in_text = true;
            text.get_or_insert_default();
        }
        Node::Close("v" | "t") => in_text = false,
        Node::Open("f", _) => {
            in_formula = true;
            formula.get_or_insert_default();
        }
        Node::Close("f") => in_formula = false,
        Node::Text(piece) if in_text => text.iter_mut().for_each(|text| text.push_str(&piece)),
        Node::Text(piece) if in_formula => formula.iter_mut().for_each(|formula| formula.push_str(&piece)),
        Node::Close("c") => {
            let (text, formula) = (text.take(), formula.take());
            let (Some(place), true) = (place, text.is_some() || formula.is_some()) else {
                return;
            };
            let text = text.unwrap_or_default();
            let shared = || text.parse().ok().and_then(|place: usize| strings.get(place));
            let is_shared = kind == "s";
            take(
                place,
                Held {
                    text: match is_shared {
                        true => shared().map_or("", String::as_str),
                        false => &text,
                    },
                    is_number: matches!(kind.as_str(), "" | "n"),
                    formula: formula.as_deref(),
                },
            );
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
