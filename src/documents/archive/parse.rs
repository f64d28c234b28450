//! Reads an XML part of unknown origin, piece by piece.

use std::borrow::Cow;

use quick_xml::events::attributes::Attributes;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion, escape};

use super::read::ArchiveFault;

/// A piece of an XML part. Names are without their prefix: office programs differ in prefixes.
pub enum Node<'a> {
    /// The beginning of an element.
    Open(&'a str, Given<'a>),
    /// The end of an element.
    Close(&'a str),
    /// Text between elements.
    Text(Cow<'a, str>),
}

/// The attributes of an element.
pub struct Given<'a>(&'a BytesStart<'a>);

impl Given<'_> {
    /// The value of an attribute by its name without prefix.
    pub fn get(&self, name: &str) -> Option<String> {
        let attributes: Attributes<'_> = self.0.attributes();
        let found = attributes.flatten().find(|one| one.key.local_name().as_ref() == name);
        let value = found?.normalized_value(XmlVersion::Implicit1_0).ok()?;
        Some(value.into_owned())
    }

    /// The value of an attribute that is a number.
    pub fn number(&self, name: &str) -> Option<usize> {
        self.get(name)?.trim().parse().ok()
    }
}

/// Hands each piece of a part on, in order.
pub fn parse(bytes: &[u8], mut take: impl FnMut(Node<'_>)) -> Result<(), ArchiveFault> {
    let text = text(bytes)?;
    let mut reader = Reader::from_str(&text);
    reader.config_mut().expand_empty_elements = true;
    loop {
        match reader.read_event().map_err(|_| ArchiveFault::Damaged)? {
            Event::Start(start) => take(Node::Open(start.local_name().as_ref(), Given(&start))),
            Event::End(end) => take(Node::Close(end.local_name().as_ref())),
            Event::Text(text) => take(Node::Text(text.xml_content(XmlVersion::Implicit1_0))),
            Event::CData(data) => take(Node::Text(data.xml_content(XmlVersion::Implicit1_0))),
            Event::GeneralRef(reference) => {
                let letter = reference.resolve_char_ref().map_err(|_| ArchiveFault::Damaged)?;
                match letter {
                    Some(letter) => take(Node::Text(letter.to_string().into())),
                    // Only the five of XML itself exist where no document type is declared.
                    None => take(Node::Text(
                        escape::resolve_xml_entity(&reference)
                            .ok_or(ArchiveFault::Damaged)?
                            .into(),
                    )),
                }
            }
            Event::DocType(_) => return Err(ArchiveFault::Dtd),
            Event::Eof => return Ok(()),
            Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
        }
    }
}

fn text(bytes: &[u8]) -> Result<Cow<'_, str>, ArchiveFault> {
    let wide = |pair: fn([u8; 2]) -> u16| {
        let units = bytes[2..].chunks_exact(2).map(|unit| pair([unit[0], unit[1]]));
        char::decode_utf16(units).collect::<Result<String, _>>()
    };
    match bytes {
        [0xff, 0xfe, ..] => wide(u16::from_le_bytes)
            .map(Cow::Owned)
            .map_err(|_| ArchiveFault::Damaged),
        [0xfe, 0xff, ..] => wide(u16::from_be_bytes)
            .map(Cow::Owned)
            .map_err(|_| ArchiveFault::Damaged),
        _ => {
            let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
            std::str::from_utf8(bytes)
                .map(Cow::Borrowed)
                .map_err(|_| ArchiveFault::Damaged)
        }
    }
}
