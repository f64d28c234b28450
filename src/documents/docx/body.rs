//! `word/document.xml`: the blocks as paragraphs and tables, and the page.

use crate::documents::block::{Block, Report};

use super::styles::LINE;
use super::table;
use crate::documents::archive::xml::Xml;

/// Writes the document.
pub fn part(report: &Report) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.element(
        "w:document",
        &[("xmlns:w", super::package::W), ("xmlns:r", super::package::R)],
        |xml| {
            xml.element("w:body", &[], |xml| {
                for line in &report.title {
                    paragraph(xml, "Title", &[line]);
                }
                if !report.title.is_empty() {
                    paragraph(xml, "Normal", &[]);
                }
                for (place, block) in report.blocks.iter().enumerate() {
                    write(xml, block, report.blocks.get(place + 1));
                }
                section(xml);
            });
        },
    );
    xml.into_bytes()
}

fn write(xml: &mut Xml, block: &Block, next: Option<&Block>) {
    match block {
        Block::Heading(level, text) => paragraph(xml, &format!("Heading{}", level.clamp(&1, &4)), &[text]),
        Block::Paragraph(spans) => {
            let texts: Vec<&str> = spans.iter().map(|span| span.text.as_str()).collect();
            // A page with nothing but unit and date is not accepted.
            let keep = matches!(next, Some(Block::Signature(_)));
            kept(xml, "BodyText", keep, &[&texts.concat()]);
        }
        Block::Gap(text) => gap(xml, text),
        Block::Caption(text) => paragraph(xml, "Caption", &[text]),
        Block::UnitLine(text) => paragraph(xml, "UnitLine", &[text]),
        Block::Table(table) => table::write(xml, table),
        Block::Note(text) => paragraph(xml, "TableNote", &[text]),
        Block::Signature(lines) => signature(xml, lines),
    }
}

/// A paragraph of a style; a line feed in the text begins a new line.
pub fn paragraph(xml: &mut Xml, style: &str, texts: &[&str]) {
    kept(xml, style, false, texts);
}

/// A paragraph whose end may have to stay on the page of what follows.
fn kept(xml: &mut Xml, style: &str, next: bool, texts: &[&str]) {
    xml.element("w:p", &[], |xml| {
        xml.element("w:pPr", &[], |xml| {
            xml.empty("w:pStyle", &[("w:val", style)]);
            if next {
                xml.empty("w:keepNext", &[]);
            }
        });
        texts.iter().for_each(|text| run(xml, text));
    });
}

/// A run of text in the paragraph's own style.
pub fn run(xml: &mut Xml, text: &str) {
    xml.element("w:r", &[], |xml| {
        for (place, line) in text.split('\n').enumerate() {
            if place > 0 {
                xml.empty("w:br", &[]);
            }
            xml.element("w:t", &[("xml:space", "preserve")], |xml| xml.text(line));
        }
    });
}

/// A part that is not written yet, so marked that nobody hands it in by oversight.
fn gap(xml: &mut Xml, text: &str) {
    xml.element("w:p", &[], |xml| {
        xml.element("w:pPr", &[], |xml| xml.empty("w:pStyle", &[("w:val", "BodyText")]));
        xml.element("w:r", &[], |xml| {
            xml.element("w:rPr", &[], |xml| xml.empty("w:highlight", &[("w:val", "yellow")]));
            xml.element("w:t", &[], |xml| xml.text(&format!("【{text}】")));
        });
    });
}

/// 落款: at the right, four characters in, all lines on one page.
fn signature(xml: &mut Xml, lines: &[String]) {
    kept(xml, "Normal", true, &[]);
    for (place, line) in lines.iter().enumerate() {
        xml.element("w:p", &[], |xml| {
            xml.element("w:pPr", &[], |xml| {
                xml.empty("w:pStyle", &[("w:val", "Normal")]);
                if place + 1 < lines.len() {
                    xml.empty("w:keepNext", &[]);
                }
                xml.empty("w:ind", &[("w:rightChars", "400"), ("w:right", "1280")]);
                xml.empty("w:jc", &[("w:val", "right")]);
            });
            run(xml, line);
        });
    }
}

/// The page: A4 with a type area of 156 × 225 mm, 22 lines of 28 characters.
fn section(xml: &mut Xml) {
    xml.element("w:sectPr", &[], |xml| {
        xml.empty("w:footerReference", &[("w:type", "even"), ("r:id", "rId4")]);
        xml.empty("w:footerReference", &[("w:type", "default"), ("r:id", "rId3")]);
        xml.empty("w:pgSz", &[("w:w", "11906"), ("w:h", "16838")]);
        let margins = [
            ("w:top", "2098"),
            ("w:right", "1474"),
            ("w:bottom", "1984"),
            ("w:left", "1588"),
        ];
        // The page number stands 7 mm below the type area.
        let rest = [("w:header", "851"), ("w:footer", "1304"), ("w:gutter", "0")];
        xml.empty("w:pgMar", &[margins.as_slice(), rest.as_slice()].concat());
        xml.empty("w:cols", &[("w:space", "425")]);
        xml.empty("w:docGrid", &[("w:type", "lines"), ("w:linePitch", LINE)]);
    });
}
