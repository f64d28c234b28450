//! The fonts of official documents, each with the font to use where it is missing.

use crate::documents::archive::xml::Xml;
use crate::documents::typefaces::{FANGSONG, HEITI, KAITI, SONGTI, XIAOBIAOSONG};

/// Each font with its stand-in, which Windows has.
const STAND_INS: [(&str, &str); 5] = [
    (FANGSONG, "FangSong"),
    (KAITI, "KaiTi"),
    (HEITI, "SimHei"),
    (XIAOBIAOSONG, "SimSun"),
    (SONGTI, "SimSun"),
];

/// A font in all four slots: WPS takes another font for digits where one slot is open.
pub fn slots(xml: &mut Xml, font: &str) {
    xml.empty(
        "w:rFonts",
        &[
            ("w:ascii", font),
            ("w:hAnsi", font),
            ("w:eastAsia", font),
            ("w:cs", font),
        ],
    );
}

/// `word/fontTable.xml`.
pub fn table() -> Vec<u8> {
    let mut xml = Xml::new();
    xml.element("w:fonts", &[("xmlns:w", super::namespaces::W)], |xml| {
        for (font, stand_in) in STAND_INS {
            xml.element("w:font", &[("w:name", font)], |xml| {
                xml.empty("w:altName", &[("w:val", stand_in)]);
                xml.empty("w:charset", &[("w:val", "86")]);
                xml.empty("w:family", &[("w:val", "auto")]);
            });
        }
    });
    xml.into_bytes()
}
