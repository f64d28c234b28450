//! Pages: A4 with a type area of 156 × 225 mm, 22 lines of 28 characters; on its side for wide tables, with narrow
//! margins for forms.

use crate::documents::archive::xml::Xml;
use crate::documents::report::pagination::Turn;

use super::styles::LINE;

/// How the pages of a section are numbered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Numbers {
    /// Not at all: cover and contents.
    None,
    /// From 1: the first section after those.
    Begin,
    /// On from the section before.
    GoOn,
}

/// Ends a section; what follows begins on a new page.
pub fn end(xml: &mut Xml, turn: Turn, numbers: Numbers) {
    within_paragraph(xml, |xml| last(xml, turn, numbers));
}

/// A paragraph so low that it finds room on any page.
fn within_paragraph(xml: &mut Xml, properties: impl FnOnce(&mut Xml)) {
    xml.element("w:p", &[], |xml| {
        xml.element("w:pPr", &[], |xml| {
            xml.empty("w:pStyle", &[("w:val", "TableNote")]);
            xml.empty("w:spacing", &[("w:line", "20"), ("w:lineRule", "exact")]);
            properties(xml);
        });
    });
}

/// The page of a section; of the last one, where it stands at the end of the document.
pub fn last(xml: &mut Xml, turn: Turn, numbers: Numbers) {
    xml.element("w:sectPr", &[], |xml| {
        if numbers != Numbers::None {
            xml.empty("w:footerReference", &[("w:type", "even"), ("r:id", "rId4")]);
            xml.empty("w:footerReference", &[("w:type", "default"), ("r:id", "rId3")]);
        }
        let size: &[(&str, &str)] = match turn {
            Turn::Upright | Turn::Form => &[("w:w", "11906"), ("w:h", "16838")],
            Turn::Landscape => &[("w:w", "16838"), ("w:h", "11906"), ("w:orient", "landscape")],
        };
        xml.empty("w:pgSz", size);
        let margins = match turn {
            Turn::Upright => ["2098", "1474", "1984", "1588"],
            Turn::Landscape => ["1588", "2098", "1474", "1984"],
            Turn::Form => ["1134", "1020", "1134", "1021"],
        };
        let sides = ["w:top", "w:right", "w:bottom", "w:left"];
        let margins: Vec<(&str, &str)> = sides.into_iter().zip(margins).collect();
        // The page number stands 7 mm below the type area, and nearer where that is higher.
        let footer = match turn {
            Turn::Upright => "1304",
            Turn::Landscape => "794",
            Turn::Form => "567",
        };
        let rest = [("w:header", "851"), ("w:footer", footer), ("w:gutter", "0")];
        xml.empty("w:pgMar", &[margins.as_slice(), rest.as_slice()].concat());
        if numbers == Numbers::Begin {
            xml.empty("w:pgNumType", &[("w:start", "1")]);
        }
        xml.empty("w:cols", &[("w:space", "425")]);
        xml.empty("w:docGrid", &[("w:type", "lines"), ("w:linePitch", LINE)]);
    });
}
