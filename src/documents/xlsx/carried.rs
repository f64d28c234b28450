//! A text that travels in the workbook, in a sheet that Excel shows nobody: column A, from the first row.

use rust_xlsxwriter::{Worksheet, XlsxError};

use crate::documents::archive::parse::{Given, Node, parse};
use crate::documents::archive::read::{Archive, ArchiveFault};
use crate::documents::carried::{Carried, CarriedFault};
use crate::documents::checksum::sha256;

use super::text;

/// The name of the sheet.
pub const NAME: &str = "jiping";

/// The most UTF-16 units per cell.
const CHUNK: usize = 32_000;

/// The sheet: the checksum in the first row, the text below it. The text has to be free of what XML cannot
/// hold, as JSON is.
pub fn sheet(carried: &str) -> Result<Worksheet, XlsxError> {
    let mut sheet = Worksheet::new();
    sheet.set_name(NAME)?.set_very_hidden(true);
    sheet.write_string(0, 0, sha256(&[carried]))?;
    let mut rest = carried;
    let mut row = 1;
    while !rest.is_empty() {
        let (chunk, after) = text::split(rest, CHUNK);
        sheet.write_string(row, 0, chunk)?;
        rest = after;
        row += 1;
    }
    Ok(sheet)
}

/// Finds the text of a workbook again.
pub fn find(archive: &Archive) -> Result<Carried, CarriedFault> {
    let part = |name: &str| archive.part(name).ok_or(CarriedFault::None);
    let Some(id) = found(part("xl/workbook.xml")?, "sheet", "name", NAME, "id")? else {
        return Err(CarriedFault::None);
    };
    let relations = part("xl/_rels/workbook.xml.rels")?;
    let target = found(relations, "Relationship", "Id", &id, "Target")?.ok_or(CarriedFault::None)?;
    let target = target.trim_start_matches('/').trim_start_matches("xl/");
    let cells = cells(
        part(&format!("xl/{target}"))?,
        archive.part("xl/sharedStrings.xml").unwrap_or(b"<sst/>"),
    )?;
    let (sum, chunks) = cells.split_first().ok_or(CarriedFault::None)?;
    // A text that looks like an escaped letter is written with its first mark escaped.
    let text = chunks.concat().replace("_x005F_", "_");
    if sha256(&[&text]) != *sum {
        return Err(CarriedFault::Damaged);
    }
    Ok(Carried {
        text,
        passages: Vec::new(),
        is_edited: false,
    })
}

/// An attribute of the element that has another attribute of this value.
fn found(part: &[u8], element: &str, by: &str, value: &str, wanted: &str) -> Result<Option<String>, ArchiveFault> {
    let mut found = None;
    parse(part, |node| {
        if let Node::Open(name, given) = node
            && name == element
            && given.get(by).as_deref() == Some(value)
        {
            found = given.get(wanted);
        }
    })?;
    Ok(found)
}

/// The texts of the cells in their order, wherever a program has put them.
fn cells(sheet: &[u8], shared: &[u8]) -> Result<Vec<String>, ArchiveFault> {
    let mut strings: Vec<String> = Vec::new();
    parse(shared, |node| match node {
        Node::Open("si", _) => strings.push(String::new()),
        Node::Text(text) => strings.last_mut().into_iter().for_each(|last| last.push_str(&text)),
        _ => {}
    })?;
    let mut cells = Vec::new();
    let mut kind = String::new();
    let mut text: Option<String> = None;
    parse(sheet, |node| match node {
        Node::Open("c", given) => kind = given_kind(&given),
        Node::Open("v" | "t", _) => text = Some(String::new()),
        Node::Text(piece) => text.iter_mut().for_each(|text| text.push_str(&piece)),
        Node::Close("v" | "t") => {
            let written = text.take().unwrap_or_default();
            cells.push(match kind.as_str() {
                "s" => written
                    .parse()
                    .ok()
                    .and_then(|place: usize| strings.get(place).cloned())
                    .unwrap_or_default(),
                _ => written,
            });
        }
        _ => {}
    })?;
    Ok(cells)
}

fn given_kind(given: &Given<'_>) -> String {
    given.get("t").unwrap_or_default()
}
