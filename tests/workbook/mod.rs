//! Reads a workbook back as a reviewer's program would, and makes drafts of every kind to write.

#![allow(dead_code, reason = "each test file uses its own part of these")]

pub mod random;

use std::collections::BTreeMap;

use jiping::documents::archive::read::Kind;
use jiping::documents::archive::{read, write as zip};
use jiping::documents::xlsx::workbook;
use jiping::domain::checks::run::check;
use jiping::domain::draft::draft::Draft;
use jiping::domain::evaluation::evaluate::evaluate;
use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};

/// What a cell holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// "s", "str", "n" and so on; blank for numbers.
    pub kind: String,
    /// The formula, blank where there is none.
    pub formula: String,
    /// The text or number, the cached one where there is a formula.
    pub value: String,
    /// The number of its format.
    pub style: usize,
}

/// A sheet.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    pub name: String,
    pub state: String,
    pub cells: BTreeMap<(u32, String), Cell>,
    pub merged: Vec<String>,
    pub xml: String,
}

impl Sheet {
    /// A cell by its address.
    pub fn at(&self, column: &str, row: u32) -> &Cell {
        let cell = self.cells.get(&(row, column.to_owned()));
        cell.unwrap_or_else(|| panic!("{} has nothing at {column}{row}", self.name))
    }

    /// The cell in a column of the first row whose column A says so.
    pub fn beside(&self, words: &str, column: &str) -> &Cell {
        let row = self
            .cells
            .iter()
            .find(|((_, at), cell)| at == "A" && cell.value == words);
        let ((row, _), _) = row.unwrap_or_else(|| panic!("no {words} in {}", self.name));
        self.at(column, *row)
    }

    /// All formulas.
    pub fn formulas(&self) -> impl Iterator<Item = (String, &Cell)> {
        let all = self.cells.iter().filter(|(_, cell)| !cell.formula.is_empty());
        all.map(|((row, column), cell)| (format!("{column}{row}"), cell))
    }
}

/// A workbook.
pub struct Book {
    pub sheets: Vec<Sheet>,
    pub styles: String,
    pub parts: Vec<(String, String)>,
}

impl Book {
    /// A sheet by its name.
    pub fn sheet(&self, name: &str) -> &Sheet {
        let found = self.sheets.iter().find(|sheet| sheet.name == name);
        found.unwrap_or_else(|| panic!("no sheet {name}"))
    }
}

/// The workbook of a draft.
pub fn written(draft: &Draft, carried: Option<&str>) -> Vec<u8> {
    let evaluation = evaluate(draft);
    let findings = check(draft, &evaluation);
    workbook::write(draft, &evaluation, &findings, carried).expect("a workbook within Excel's limits")
}

/// The workbook of a draft, read back.
pub fn book(draft: &Draft) -> Book {
    open(&written(draft, None))
}

/// Reads a workbook. All of its XML must be well-formed.
pub fn open(bytes: &[u8]) -> Book {
    let archive = read::open(bytes).expect("a package");
    assert_eq!(archive.kind, Kind::Excel);
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("UTF-8");
    let parts: Vec<(String, String)> = archive
        .parts()
        .map(|(name, bytes)| (name.to_owned(), text(bytes)))
        .collect();
    for (_, xml) in &parts {
        elements(xml, |_, _, _| {});
    }
    let part = |name: &str| {
        parts
            .iter()
            .find(|(part, _)| part == name)
            .map_or("", |(_, xml)| xml.as_str())
    };
    let strings = strings(part("xl/sharedStrings.xml"));
    let targets = relations(part("xl/_rels/workbook.xml.rels"));
    let mut sheets = Vec::new();
    elements(part("xl/workbook.xml"), |name, element, _| {
        if name == "sheet" {
            let id = attribute(element, "r:id");
            let target = targets.get(&id).expect("a sheet's part");
            let mut sheet = sheet(part(&format!("xl/{}", target.trim_start_matches("/xl/"))), &strings);
            sheet.name = attribute(element, "name");
            sheet.state = attribute(element, "state");
            sheets.push(sheet);
        }
    });
    Book {
        sheets,
        styles: part("xl/styles.xml").to_owned(),
        parts,
    }
}

/// The same workbook without the values of its formulas, so that whoever opens it must compute them.
pub fn without_results(bytes: &[u8]) -> Vec<u8> {
    let archive = read::open(bytes).expect("a package");
    let stripped = |xml: &str| {
        let mut out = String::new();
        let mut rest = xml;
        while let Some((before, after)) = rest.split_once("</f><v>") {
            out.push_str(before);
            out.push_str("</f>");
            rest = after.split_once("</v>").expect("the end of a value").1;
        }
        out + rest
    };
    zip::write(archive.parts().map(|(name, bytes)| {
        let text = std::str::from_utf8(bytes).expect("UTF-8");
        (name, stripped(text).into_bytes())
    }))
}

/// Visits each element with the text that follows its start.
fn elements(xml: &str, mut visit: impl FnMut(&str, &BytesStart<'_>, &str)) {
    let mut reader = Reader::from_str(xml);
    let mut depth = 0;
    let mut events = Vec::new();
    loop {
        match reader.read_event().expect("well-formed XML") {
            Event::Start(element) => {
                depth += 1;
                events.push((element.into_owned(), String::new()));
            }
            Event::Empty(element) => events.push((element.into_owned(), String::new())),
            Event::Text(text) => {
                if let Some((_, words)) = events.last_mut() {
                    words.push_str(&text);
                }
            }
            Event::GeneralRef(reference) => {
                if let Some((_, words)) = events.last_mut() {
                    let plain = format!("&{};", &*reference);
                    words.push_str(&unescape(&plain).expect("a reference"));
                }
            }
            Event::End(_) => depth -= 1,
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(depth, 0, "every element ends");
    for (element, text) in events {
        visit(element.name().as_ref(), &element, &text);
    }
}

fn attribute(element: &BytesStart<'_>, name: &str) -> String {
    let found = element
        .attributes()
        .flatten()
        .find(|attribute| attribute.key.as_ref() == name);
    found
        .map(|attribute| unescape(&attribute.value).expect("a value").into_owned())
        .unwrap_or_default()
}

fn strings(xml: &str) -> Vec<String> {
    let mut strings: Vec<String> = Vec::new();
    elements(xml, |name, _, text| match name {
        "si" => strings.push(String::new()),
        "t" => strings.last_mut().expect("inside a string").push_str(text),
        _ => {}
    });
    strings
}

fn relations(xml: &str) -> BTreeMap<String, String> {
    let mut relations = BTreeMap::new();
    elements(xml, |name, element, _| {
        if name == "Relationship" {
            relations.insert(attribute(element, "Id"), attribute(element, "Target"));
        }
    });
    relations
}

fn sheet(xml: &str, strings: &[String]) -> Sheet {
    let mut sheet = Sheet {
        xml: xml.to_owned(),
        ..Sheet::default()
    };
    let mut place = (0, String::new());
    elements(xml, |name, element, text| match name {
        "c" => {
            let address = attribute(element, "r");
            let (column, row) = address.split_at(address.find(|c: char| c.is_ascii_digit()).expect("a row"));
            place = (row.parse().expect("a row"), column.to_owned());
            let cell = Cell {
                kind: attribute(element, "t"),
                style: attribute(element, "s").parse().unwrap_or_default(),
                ..Cell::default()
            };
            assert!(sheet.cells.insert(place.clone(), cell).is_none(), "{address} twice");
        }
        "f" => sheet.cells.get_mut(&place).expect("in a cell").formula = text.to_owned(),
        "v" => {
            let cell = sheet.cells.get_mut(&place).expect("in a cell");
            cell.value = match cell.kind.as_str() {
                "s" => strings[text.parse::<usize>().expect("a place")].clone(),
                _ => text.to_owned(),
            };
        }
        "mergeCell" => sheet.merged.push(attribute(element, "ref")),
        _ => {}
    });
    sheet
}
