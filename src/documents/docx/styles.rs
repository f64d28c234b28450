//! The styles of the document. Measures of GB/T 9704-2012; lengths in twips, sizes in half points.

use super::fonts::{self, FANGSONG, HEITI, KAITI, SONGTI, XIAOBIAOSONG};
use crate::documents::archive::xml::Xml;

/// 28.95 pt: 22 lines fill the 225 mm of the type area; 29 pt overflows it.
pub const LINE: &str = "579";

/// 28 characters of 16 pt are wider than 156 mm, so each gives up a quarter of a point (twips). A
/// character grid would do the same in Word, but LibreOffice then gives each character two cells.
const CHARACTER_SPACE: &str = "-5";

/// 3号, 16 pt.
const SIZE_3: &str = "32";
/// 2号, 22 pt.
const SIZE_2: &str = "44";
/// 4号, 14 pt.
const SIZE_4: &str = "28";
/// 5号, 10.5 pt.
const SIZE_5: &str = "21";

/// A paragraph style.
struct Style {
    id: &'static str,
    name: &'static str,
    font: &'static str,
    size: &'static str,
    /// Line height: exact in twips, or at least as high as the text.
    exact: Option<&'static str>,
    /// Indent of the first line in hundredths of a character.
    first_line: bool,
    align: &'static str,
    /// Whether it stays on the page of what follows.
    keep_next: bool,
    outline: Option<&'static str>,
    /// Space before and after, twips.
    space: (&'static str, &'static str),
    /// Whether 28 characters of 3号 fill a line and its lines stand in the grid of 22 to a page.
    grid: bool,
}

const TEXT: Style = Style {
    id: "Normal",
    name: "Normal",
    font: FANGSONG,
    size: SIZE_3,
    exact: Some(LINE),
    first_line: false,
    align: "both",
    keep_next: false,
    outline: None,
    space: ("0", "0"),
    grid: true,
};

const STYLES: [Style; 13] = [
    TEXT,
    Style {
        id: "Title",
        name: "Title",
        font: XIAOBIAOSONG,
        size: SIZE_2,
        exact: Some("720"),
        align: "center",
        keep_next: true,
        grid: false,
        ..TEXT
    },
    Style {
        id: "Heading1",
        name: "heading 1",
        font: HEITI,
        first_line: true,
        keep_next: true,
        outline: Some("0"),
        ..TEXT
    },
    Style {
        id: "Heading2",
        name: "heading 2",
        font: KAITI,
        first_line: true,
        keep_next: true,
        outline: Some("1"),
        ..TEXT
    },
    Style {
        id: "Heading3",
        name: "heading 3",
        first_line: true,
        keep_next: true,
        outline: Some("2"),
        ..TEXT
    },
    Style {
        id: "Heading4",
        name: "heading 4",
        first_line: true,
        keep_next: true,
        outline: Some("3"),
        ..TEXT
    },
    Style {
        id: "BodyText",
        name: "Body Text",
        first_line: true,
        ..TEXT
    },
    Style {
        id: "Caption",
        name: "caption",
        font: HEITI,
        size: SIZE_4,
        align: "center",
        keep_next: true,
        space: ("120", "0"),
        grid: false,
        ..TEXT
    },
    Style {
        id: "UnitLine",
        name: "表格单位",
        size: SIZE_5,
        exact: Some("360"),
        align: "right",
        keep_next: true,
        grid: false,
        ..TEXT
    },
    Style {
        id: "TableHead",
        name: "表头",
        font: HEITI,
        size: SIZE_5,
        exact: None,
        align: "center",
        // A header row does not stay behind alone at the foot of a page.
        keep_next: true,
        grid: false,
        ..TEXT
    },
    Style {
        id: "TableText",
        name: "表格文字",
        size: SIZE_5,
        exact: None,
        align: "left",
        grid: false,
        ..TEXT
    },
    Style {
        id: "TableNote",
        name: "表注",
        size: SIZE_5,
        exact: Some("400"),
        align: "left",
        grid: false,
        ..TEXT
    },
    Style {
        id: "Footer",
        name: "footer",
        font: SONGTI,
        size: SIZE_4,
        exact: None,
        align: "left",
        grid: false,
        ..TEXT
    },
];

/// `word/styles.xml`.
pub fn part() -> Vec<u8> {
    let mut xml = Xml::new();
    xml.element("w:styles", &[("xmlns:w", super::package::W)], |xml| {
        xml.element("w:docDefaults", &[], |xml| {
            xml.element("w:rPrDefault", &[], |xml| {
                xml.element("w:rPr", &[], |xml| {
                    fonts::slots(xml, FANGSONG);
                    xml.empty("w:kern", &[("w:val", "2")]);
                    xml.empty("w:sz", &[("w:val", SIZE_3)]);
                    xml.empty("w:szCs", &[("w:val", SIZE_3)]);
                    // Digits are of a Western language: as Chinese, LibreOffice breaks 97.88% in two.
                    xml.empty("w:lang", &[("w:val", "en-US"), ("w:eastAsia", "zh-CN")]);
                });
            });
            xml.empty("w:pPrDefault", &[]);
        });
        STYLES.iter().for_each(|style| write(xml, style));
        xml.element(
            "w:style",
            &[("w:type", "table"), ("w:default", "1"), ("w:styleId", "TableNormal")],
            |xml| {
                xml.empty("w:name", &[("w:val", "Normal Table")]);
            },
        );
    });
    xml.into_bytes()
}

fn write(xml: &mut Xml, style: &Style) {
    let mut attributes = vec![("w:type", "paragraph"), ("w:styleId", style.id)];
    if style.id == TEXT.id {
        attributes.push(("w:default", "1"));
    }
    // Word knows its own styles by their English names; ours have Chinese ones.
    if !style.name.is_ascii() {
        attributes.push(("w:customStyle", "1"));
    }
    xml.element("w:style", &attributes, |xml| {
        xml.empty("w:name", &[("w:val", style.name)]);
        if style.id != TEXT.id {
            xml.empty("w:basedOn", &[("w:val", TEXT.id)]);
        }
        if style.outline.is_some() {
            xml.empty("w:next", &[("w:val", "BodyText")]);
        }
        xml.empty("w:qFormat", &[]);
        xml.element("w:pPr", &[], |xml| paragraph(xml, style));
        xml.element("w:rPr", &[], |xml| {
            fonts::slots(xml, style.font);
            // Said in every style, because those outside the grid would inherit it.
            let space = if style.grid { CHARACTER_SPACE } else { "0" };
            xml.empty("w:spacing", &[("w:val", space)]);
            xml.empty("w:sz", &[("w:val", style.size)]);
            xml.empty("w:szCs", &[("w:val", style.size)]);
        });
    });
}

/// The order of these elements is that of the schema; Word refuses another.
fn paragraph(xml: &mut Xml, style: &Style) {
    if style.keep_next {
        xml.empty("w:keepNext", &[]);
        xml.empty("w:keepLines", &[]);
    }
    // Every page has its 22 lines, even where that leaves one line of a paragraph alone.
    xml.empty("w:widowControl", &[("w:val", "0")]);
    xml.empty("w:kinsoku", &[]);
    xml.empty("w:overflowPunct", &[]);
    // No gap between Chinese and digits: official documents have none.
    xml.empty("w:autoSpaceDE", &[("w:val", "0")]);
    xml.empty("w:autoSpaceDN", &[("w:val", "0")]);
    xml.empty("w:snapToGrid", &[("w:val", if style.grid { "1" } else { "0" })]);
    let (before, after) = style.space;
    let (line, rule) = style.exact.map_or(("240", "auto"), |line| (line, "exact"));
    xml.empty(
        "w:spacing",
        &[
            ("w:before", before),
            ("w:after", after),
            ("w:line", line),
            ("w:lineRule", rule),
        ],
    );
    let (chars, twips) = if style.first_line { ("200", "640") } else { ("0", "0") };
    xml.empty("w:ind", &[("w:firstLineChars", chars), ("w:firstLine", twips)]);
    xml.empty("w:jc", &[("w:val", style.align)]);
    if let Some(level) = style.outline {
        xml.empty("w:outlineLvl", &[("w:val", level)]);
    }
}
