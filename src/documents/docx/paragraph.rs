//! Paragraphs, runs and fields of WordprocessingML.

use crate::documents::archive::xml::Xml;

/// A paragraph of a style; a line feed in the text begins a new line.
pub fn paragraph(xml: &mut Xml, style: &str, texts: &[&str]) {
    kept(xml, style, false, texts);
}

/// A paragraph whose end may have to stay on the page of what follows.
pub fn kept(xml: &mut Xml, style: &str, next: bool, texts: &[&str]) {
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

/// A field that the program computes, with the text that is shown until it does.
pub fn field(xml: &mut Xml, instruction: &str, shown: &str) {
    field_mark(xml, "begin");
    instruct(xml, instruction);
    field_mark(xml, "separate");
    run(xml, shown);
    field_mark(xml, "end");
}

/// The beginning, the middle or the end of a field.
pub fn field_mark(xml: &mut Xml, kind: &str) {
    xml.element("w:r", &[], |xml| xml.empty("w:fldChar", &[("w:fldCharType", kind)]));
}

/// What a field computes.
pub fn instruct(xml: &mut Xml, instruction: &str) {
    xml.element("w:r", &[], |xml| {
        xml.element("w:instrText", &[("xml:space", "preserve")], |xml| xml.text(instruction));
    });
}

/// A part that is not written yet, so marked that nobody hands it in by oversight.
pub fn gap(xml: &mut Xml, text: &str) {
    xml.element("w:p", &[], |xml| {
        xml.element("w:pPr", &[], |xml| xml.empty("w:pStyle", &[("w:val", "BodyText")]));
        xml.element("w:r", &[], |xml| {
            xml.element("w:rPr", &[], |xml| xml.empty("w:highlight", &[("w:val", "yellow")]));
            xml.element("w:t", &[], |xml| xml.text(&format!("【{text}】")));
        });
    });
}
