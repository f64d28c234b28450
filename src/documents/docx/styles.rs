//! The styles of the document. Measures of GB/T 9704-2012; lengths in twips, sizes in half points.

use crate::documents::archive::xml::Xml;
use crate::documents::typefaces::{FANGSONG, HEITI, KAITI, SONGTI, XIAOBIAOSONG};

use super::fonts;

/// 28.95 pt: 22 lines fill the 225 mm of the type area; 29 pt overflows it.
pub const LINE: &str = "579";

/// 28 characters of 16 pt are wider than 156 mm, so each gives up a quarter of a point (twips). A
/// character grid would do the same in Word, but LibreOffice then gives each character two cells.
const CHARACTER_SPACE: &str = "-5";

/// A line in a table. Exact, so that pages are the same with every font.
const TABLE_LINE: &str = "300";
/// 1号, 26 pt.
const SIZE_1: &str = "52";
/// 3号, 16 pt.
const SIZE_3: &str = "32";
/// 2号, 22 pt.
const SIZE_2: &str = "44";
/// 4号, 14 pt.
const SIZE_4: &str = "28";
/// A line in a form.
const FORM_LINE: &str = "240";
/// 小二, 18 pt.
const SIZE_SMALL_2: &str = "36";
/// 小五, 9 pt.
const SIZE_SMALL_5: &str = "18";
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
    /// A line of the table of contents: its indent in hundredths of a character; dots lead to its number.
    contents: Option<&'static str>,
    /// Whether 28 characters of 3号 fill a line.
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
    contents: None,
    grid: true,
};

/// 封面 and 附件 have titles like the report's.
const TITLE: Style = Style {
    id: "Title",
    name: "Title",
    font: XIAOBIAOSONG,
    size: SIZE_2,
    exact: Some("720"),
    align: "center",
    keep_next: true,
    grid: false,
    ..TEXT
};

/// A form has a lower title, so that it stands on one page.
const FORM_TITLE: Style = Style {
    id: "FormTitle",
    name: "表单标题",
    size: SIZE_SMALL_2,
    exact: Some("560"),
    space: ("0", "120"),
    ..TITLE
};

const TABLE_HEAD: Style = Style {
    id: "TableHead",
    name: "表头",
    font: HEITI,
    size: SIZE_5,
    exact: Some(TABLE_LINE),
    align: "center",
    // A header row does not stay behind alone at the foot of a page.
    keep_next: true,
    grid: false,
    ..TEXT
};

const TABLE_TEXT: Style = Style {
    id: "TableText",
    name: "表格文字",
    size: SIZE_5,
    exact: Some(TABLE_LINE),
    align: "left",
    grid: false,
    ..TEXT
};

const STYLES: [Style; 26] = [
    TEXT,
    TITLE,
    FORM_TITLE,
    Style {
        id: "CoverTop",
        name: "封面标题首行",
        size: SIZE_1,
        exact: Some("960"),
        space: ("3600", "0"),
        keep_next: false,
        ..TITLE
    },
    Style {
        id: "CoverTitle",
        name: "封面标题",
        size: SIZE_1,
        exact: Some("960"),
        keep_next: false,
        ..TITLE
    },
    Style {
        id: "CoverFoot",
        name: "封面落款首行",
        font: KAITI,
        align: "center",
        space: ("5200", "0"),
        grid: false,
        ..TEXT
    },
    Style {
        id: "CoverLine",
        name: "封面落款",
        font: KAITI,
        align: "center",
        grid: false,
        ..TEXT
    },
    Style {
        id: "TOCHeading",
        name: "TOC Heading",
        space: ("0", "300"),
        keep_next: false,
        ..TITLE
    },
    Style {
        id: "TOC1",
        name: "toc 1",
        font: HEITI,
        align: "left",
        contents: Some("0"),
        ..TEXT
    },
    Style {
        id: "TOC2",
        name: "toc 2",
        align: "left",
        contents: Some("200"),
        ..TEXT
    },
    Style {
        id: "AnnexLabel",
        name: "附件序号",
        font: HEITI,
        align: "left",
        keep_next: true,
        ..TEXT
    },
    Style {
        id: "AnnexTitle",
        name: "附件标题",
        outline: Some("0"),
        ..TITLE
    },
    Style {
        id: "FormAnnex",
        name: "附件表单标题",
        outline: Some("0"),
        ..FORM_TITLE
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
    TABLE_HEAD,
    TABLE_TEXT,
    Style {
        id: "FormHead",
        name: "表单表头",
        size: SIZE_SMALL_5,
        exact: Some(FORM_LINE),
        ..TABLE_HEAD
    },
    Style {
        id: "FormText",
        name: "表单文字",
        size: SIZE_SMALL_5,
        exact: Some(FORM_LINE),
        ..TABLE_TEXT
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
    xml.element("w:styles", &[("xmlns:w", super::namespaces::W)], |xml| {
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
    if style.contents.is_some() {
        let end = [("w:val", "right"), ("w:leader", "dot"), ("w:pos", "8844")];
        xml.element("w:tabs", &[], |xml| xml.empty("w:tab", &end));
    }
    xml.empty("w:kinsoku", &[]);
    xml.empty("w:overflowPunct", &[]);
    // No gap between Chinese and digits: official documents have none.
    xml.empty("w:autoSpaceDE", &[("w:val", "0")]);
    xml.empty("w:autoSpaceDN", &[("w:val", "0")]);
    // Lines are exact, so the grid of the page only counts them. Where text snaps to it, LibreOffice leaves a
    // gap after every table, and pages end elsewhere than in Word.
    xml.empty("w:snapToGrid", &[("w:val", "0")]);
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
    if let Some(chars) = style.contents {
        let twips = if chars == "0" { "0" } else { "640" };
        xml.empty("w:ind", &[("w:leftChars", chars), ("w:left", twips)]);
        xml.empty("w:jc", &[("w:val", style.align)]);
        return;
    }
    let (chars, twips) = if style.first_line { ("200", "640") } else { ("0", "0") };
    xml.empty("w:ind", &[("w:firstLineChars", chars), ("w:firstLine", twips)]);
    xml.empty("w:jc", &[("w:val", style.align)]);
    if let Some(level) = style.outline {
        xml.empty("w:outlineLvl", &[("w:val", level)]);
    }
}
