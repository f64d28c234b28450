//! Makes an .xlsx of unknown origin fit for calamine, which trusts what a file says of itself: it reserves
//! room for as many texts as the list of texts claims to have, and copies a font for every cell style. What
//! steers the reading is therefore written anew here, from bounded readings; the sheets go through as they are.

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use std::io::{Cursor, Write};

use crate::documents::archive::parse::{Node, parse};
use crate::documents::archive::read::{Archive, ArchiveFault};
use crate::documents::archive::xml::Xml;

use super::sheet_notes::{SheetNotes, notes};

/// The most sheets of a file that are read.
const SHEETS: usize = 60;
/// The most different texts; more than the cells that are read.
const TEXTS: usize = 400_000;
/// The most cell styles, as in Excel.
const STYLES: usize = 65_490;
/// The longest number format that is looked at.
const FORMAT: usize = 255;

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A sheet as the file lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// 工作表名.
    pub name: String,
    /// Whether it is hidden.
    pub hidden: bool,
    /// What it says besides its values.
    pub notes: SheetNotes,
}

/// A file whose sheets are called "1", "2", …, in the order of the list.
pub struct Book {
    /// The file.
    pub bytes: Vec<u8>,
    /// Its sheets.
    pub sheets: Vec<Listed>,
}

/// Writes a file anew that [`Archive`] let through.
pub fn rewritten(archive: &Archive) -> Result<Book, ArchiveFault> {
    let targets = targets(archive)?;
    let (listed, since_1904) = listed(archive)?;
    let mut sheets = Vec::new();
    let mut paths: Vec<&str> = Vec::new();
    for (name, hidden, id) in listed {
        let path = targets
            .iter()
            .find(|(known, _)| *known == id)
            .map(|(_, path)| path.as_str());
        // A part that two sheets share would be read twice; a chart has no cells.
        if let Some(path) = path.filter(|path| !paths.contains(path))
            && archive.part(path).is_some()
        {
            paths.push(path);
            let notes = notes(archive.part(path).unwrap_or_default()).unwrap_or_default();
            sheets.push(Listed { name, hidden, notes });
        }
        if sheets.len() >= SHEETS {
            break;
        }
    }
    if sheets.is_empty() {
        return Err(ArchiveFault::Damaged);
    }
    let mut parts = vec![
        (
            "_rels/.rels".to_owned(),
            relations([("workbook", "officeDocument", "xl/workbook.xml".to_owned())]),
        ),
        ("xl/workbook.xml".to_owned(), workbook(sheets.len(), since_1904)),
        (
            "xl/_rels/workbook.xml.rels".to_owned(),
            relations((0..paths.len()).map(|place| ("sheet", "worksheet", format!("sheet{place}.xml")))),
        ),
        ("xl/sharedStrings.xml".to_owned(), texts(archive)?),
        ("xl/styles.xml".to_owned(), styles(archive)?),
    ];
    for (place, path) in paths.iter().enumerate() {
        let content = archive.part(path).unwrap_or_default();
        parts.push((format!("xl/sheet{place}.xml"), content.to_vec()));
    }
    Ok(Book {
        bytes: stored(parts),
        sheets,
    })
}

/// A package in memory, not packed: it is read at once and thrown away.
fn stored(parts: Vec<(String, Vec<u8>)>) -> Vec<u8> {
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        // Writing into memory fails only beyond 4 GB, which what was let through never reaches.
        let _ = zip.start_file(name, options).map(|()| zip.write_all(&bytes));
    }
    zip.finish().map(Cursor::into_inner).unwrap_or_default()
}

/// Where the parts of the workbook lie, by their identity.
fn targets(archive: &Archive) -> Result<Vec<(String, String)>, ArchiveFault> {
    let part = archive
        .part("xl/_rels/workbook.xml.rels")
        .ok_or(ArchiveFault::Damaged)?;
    let mut found = Vec::new();
    parse(part, |node| {
        if let Node::Open("Relationship", given) = node
            && let (Some(id), Some(kind), Some(target)) = (given.get("Id"), given.get("Type"), given.get("Target"))
            && kind.ends_with("/worksheet")
            && found.len() < SHEETS
        {
            let path = target
                .strip_prefix('/')
                .map_or_else(|| format!("xl/{target}"), str::to_owned);
            found.push((id, path));
        }
    })?;
    Ok(found)
}

/// Name, hidden or not, and identity of a sheet.
type Named = (String, bool, String);

/// The sheets; whether days count from 1904.
fn listed(archive: &Archive) -> Result<(Vec<Named>, bool), ArchiveFault> {
    let part = archive.part("xl/workbook.xml").ok_or(ArchiveFault::Damaged)?;
    let mut sheets = Vec::new();
    let mut since_1904 = false;
    parse(part, |node| match node {
        Node::Open("sheet", given) if sheets.len() < 1_000 => {
            let hidden = given.get("state").is_some_and(|state| state != "visible");
            let name: String = given.get("name").unwrap_or_default().chars().take(100).collect();
            sheets.push((name, hidden, given.get("id").unwrap_or_default()));
        }
        Node::Open("workbookPr", given) => {
            since_1904 |= given
                .get("date1904")
                .is_some_and(|value| value == "1" || value == "true");
        }
        _ => {}
    })?;
    Ok((sheets, since_1904))
}

fn workbook(sheets: usize, since_1904: bool) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.element("workbook", &[("xmlns:r", OFFICE)], |xml| {
        xml.empty("workbookPr", &[("date1904", if since_1904 { "1" } else { "0" })]);
        xml.element("sheets", &[], |xml| {
            for place in 0..sheets {
                let (name, id) = ((place + 1).to_string(), format!("sheet{place}"));
                xml.empty("sheet", &[("name", name.as_str()), ("r:id", id.as_str())]);
            }
        });
    });
    xml.into_bytes()
}

/// Relations of one kind, numbered; the target says where.
fn relations<'a>(all: impl IntoIterator<Item = (&'a str, &'a str, String)>) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.element("Relationships", &[], |xml| {
        for (place, (name, kind, target)) in all.into_iter().enumerate() {
            let (id, kind) = (format!("{name}{place}"), format!("{OFFICE}/{kind}"));
            xml.empty(
                "Relationship",
                &[
                    ("Id", id.as_str()),
                    ("Type", kind.as_str()),
                    ("Target", target.as_str()),
                ],
            );
        }
    });
    xml.into_bytes()
}

/// The texts that cells refer to by number. Readings beside the text (phonetics) are not part of it.
fn texts(archive: &Archive) -> Result<Vec<u8>, ArchiveFault> {
    let mut texts: Vec<String> = Vec::new();
    if let Some(part) = part_like(archive, "sharedstrings.xml") {
        let (mut in_text, mut beside) = (false, false);
        parse(part, |node| match node {
            Node::Open("si", _) if texts.len() < TEXTS => texts.push(String::new()),
            Node::Open("rPh", _) => beside = true,
            Node::Close("rPh") => beside = false,
            Node::Open("t", _) => in_text = true,
            Node::Close("t") => in_text = false,
            Node::Text(text) if in_text && !beside => {
                if let Some(last) = texts.last_mut() {
                    last.push_str(&text);
                }
            }
            _ => {}
        })?;
    }
    let mut xml = Xml::new();
    xml.element("sst", &[], |xml| {
        for text in &texts {
            xml.element("si", &[], |xml| {
                xml.element("t", &[("xml:space", "preserve")], |xml| xml.text(text))
            });
        }
    });
    Ok(xml.into_bytes())
}

/// The number formats of the cell styles, which tell a percentage and a date from a plain number.
fn styles(archive: &Archive) -> Result<Vec<u8>, ArchiveFault> {
    let mut formats: Vec<(usize, String)> = Vec::new();
    let mut styles: Vec<usize> = Vec::new();
    if let Some(part) = part_like(archive, "styles.xml") {
        let mut in_styles = false;
        parse(part, |node| match node {
            Node::Open("numFmt", given) if formats.len() < 5_000 => {
                if let (Some(id), Some(code)) = (given.number("numFmtId"), given.get("formatCode")) {
                    formats.push((id, code.chars().take(FORMAT).collect()));
                }
            }
            Node::Open("cellXfs", _) => in_styles = true,
            Node::Close("cellXfs") => in_styles = false,
            Node::Open("xf", given) if in_styles && styles.len() < STYLES => {
                styles.push(given.number("numFmtId").unwrap_or_default());
            }
            _ => {}
        })?;
    }
    let mut xml = Xml::new();
    xml.element("styleSheet", &[], |xml| {
        xml.element("numFmts", &[], |xml| {
            for (id, code) in &formats {
                xml.empty(
                    "numFmt",
                    &[("numFmtId", id.to_string().as_str()), ("formatCode", code.as_str())],
                );
            }
        });
        xml.element("cellXfs", &[], |xml| {
            for id in &styles {
                xml.empty("xf", &[("numFmtId", id.to_string().as_str())]);
            }
        });
    });
    Ok(xml.into_bytes())
}

/// A part of the workbook by the end of its name, which programs spell with different capitals.
fn part_like<'a>(archive: &'a Archive, ending: &str) -> Option<&'a [u8]> {
    let is_wanted = |name: &str| name.to_ascii_lowercase() == format!("xl/{ending}");
    archive
        .parts()
        .find(|(name, _)| is_wanted(name))
        .map(|(_, bytes)| bytes)
}
