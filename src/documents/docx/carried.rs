//! 文档即档案: the draft travels inside its .docx as a custom XML part, which Word, WPS and LibreOffice keep
//! when they save. When the file comes back, the draft is whole, and what was changed in Word is shown.

use crate::documents::archive::checksum::sha256;
use crate::documents::archive::parse::{Node, parse};
use crate::documents::archive::read::{Archive, ArchiveFault};
use crate::documents::archive::xml::Xml;
use crate::documents::carried::{Carried, CarriedFault};
use crate::documents::passage::Passage;
use crate::documents::report::block::Report;

use super::{expected, read};

/// Where the draft lies in the package.
pub const PART: &str = "customXml/item1.xml";
/// What programs know the part by.
pub const PROPERTIES: &str = "customXml/itemProps1.xml";
/// The relation between the two.
pub const RELATIONS: &str = "customXml/_rels/item1.xml.rels";

/// The namespace of the part.
const NAME: &str = "urn:jiping:draft";
/// A name for the part that no other program uses; it must be of this form.
const STORE: &str = "{6A1F2C0E-7D4B-4B5E-9E0B-9C2A4D5E8F01}";
const DATA_STORE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/customXml";

/// Writes the draft with its checksum, and the checksum of the text that the document shows.
pub fn part(text: &str, report: &Report) -> Vec<u8> {
    let mut xml = Xml::new();
    let (whole, shown) = (sha256(&[text]), fingerprint(&expected::passages(report)));
    let attributes = [("xmlns", NAME), ("sha256", &*whole), ("shown", &*shown)];
    xml.element("draft", &attributes, |xml| xml.text(text));
    xml.into_bytes()
}

/// Writes what programs know the part by.
pub fn properties() -> Vec<u8> {
    let mut xml = Xml::new();
    let attributes = [("xmlns:ds", DATA_STORE), ("ds:itemID", STORE)];
    xml.element("ds:datastoreItem", &attributes, |xml| {
        xml.element("ds:schemaRefs", &[], |xml| {
            xml.empty("ds:schemaRef", &[("ds:uri", NAME)]);
        });
    });
    xml.into_bytes()
}

/// Finds the draft of a document again, wherever in the package a program has put it.
pub fn find(archive: &Archive) -> Result<Carried<Vec<Passage>>, CarriedFault> {
    for (name, bytes) in archive.parts() {
        if name.starts_with("customXml/")
            && let Some((text, whole, shown)) = ours(bytes)
        {
            if sha256(&[&text]) != whole {
                return Err(CarriedFault::Damaged);
            }
            let passages = read::passages(archive)?;
            return Ok(Carried {
                is_edited: fingerprint(&passages) != shown,
                text,
                shown: passages,
            });
        }
    }
    Err(CarriedFault::None)
}

fn ours(bytes: &[u8]) -> Option<(String, String, String)> {
    let (mut text, mut sums) = (String::new(), None);
    let read: Result<(), ArchiveFault> = parse(bytes, |node| match node {
        Node::Open("draft", given) if given.get("xmlns").as_deref() == Some(NAME) => {
            sums = given.get("sha256").zip(given.get("shown"));
        }
        Node::Text(piece) if sums.is_some() => text.push_str(&piece),
        _ => {}
    });
    let (whole, shown) = sums.filter(|_| read.is_ok())?;
    Some((text, whole, shown))
}

/// The checksum of a text as it is read, without spaces, which programs change by themselves.
fn fingerprint(passages: &[Passage]) -> String {
    let mut lines = crate::documents::passage::lines(passages);
    lines
        .iter_mut()
        .for_each(|line| line.retain(|letter| !letter.is_whitespace()));
    lines.retain(|line| !line.is_empty());
    sha256(&[lines.join("\n")])
}
