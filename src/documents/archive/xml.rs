//! Writes XML into memory.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use crate::domain::values::input::clean;

/// An XML part in the making.
pub struct Xml(Writer<Vec<u8>>);

/// The attributes of an element.
pub type Attributes<'a> = &'a [(&'a str, &'a str)];

impl Xml {
    /// A part with its declaration.
    pub fn new() -> Self {
        let mut xml = Xml(Writer::new(Vec::new()));
        xml.put(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))));
        xml
    }

    /// An element without content.
    pub fn empty(&mut self, name: &str, attributes: Attributes<'_>) {
        self.put(Event::Empty(
            BytesStart::new(name).with_attributes(attributes.iter().copied()),
        ));
    }

    /// An element with what the closure writes inside.
    pub fn element(&mut self, name: &str, attributes: Attributes<'_>, inside: impl FnOnce(&mut Xml)) {
        self.put(Event::Start(
            BytesStart::new(name).with_attributes(attributes.iter().copied()),
        ));
        inside(self);
        self.put(Event::End(BytesEnd::new(name)));
    }

    /// Text. What XML cannot hold has been taken out where the text entered; this makes sure.
    pub fn text(&mut self, text: &str) {
        self.put(Event::Text(BytesText::new(&clean(text))));
    }

    /// The finished part.
    pub fn into_bytes(self) -> Vec<u8> {
        self.0.into_inner()
    }

    fn put(&mut self, event: Event<'_>) {
        // Writing into memory has no way to fail.
        let _ = self.0.write_event(event);
    }
}

impl Default for Xml {
    fn default() -> Self {
        Xml::new()
    }
}
