//! The .docx: parts in a zip with fixed order and times, so that the same report gives the same bytes.

use crate::documents::archive;
use crate::documents::archive::xml::Xml;
use crate::documents::report::block::Report;

use super::namespaces::{PACKAGE, R, W};
use super::{body, carried, chart, fonts, pages, paragraph, styles};

const WORD_TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// Parts of the document with their kind of relation, in the order of their ids.
const RELATED: [(&str, &str); 5] = [
    ("styles.xml", "styles"),
    ("settings.xml", "settings"),
    ("footer1.xml", "footer"),
    ("footer2.xml", "footer"),
    ("fontTable.xml", "fontTable"),
];

/// Writes the report as a Word document, with the project file that it carries, if any.
pub fn write(report: &Report, carried: Option<&str>) -> Vec<u8> {
    let charts = chart::parts(report);
    let mut parts: Vec<(&str, Vec<u8>)> = vec![
        ("[Content_Types].xml", content_types(carried.is_some(), report)),
        ("_rels/.rels", package_relations()),
        ("docProps/core.xml", core(report)),
        ("word/document.xml", body::part(report)),
        (
            "word/_rels/document.xml.rels",
            document_relations(carried.is_some(), report),
        ),
        ("word/styles.xml", styles::part()),
        ("word/settings.xml", settings(pages::are_certain(report))),
        ("word/footer1.xml", footer("right", "w:rightChars", "w:right")),
        ("word/footer2.xml", footer("left", "w:leftChars", "w:left")),
        ("word/fontTable.xml", fonts::table()),
    ];
    parts.extend(charts.iter().map(|(name, part)| (name.as_str(), part.clone())));
    if let Some(text) = carried {
        parts.extend([
            (carried::PART, carried::part(text, report)),
            (carried::PROPERTIES, carried::properties()),
            (carried::RELATIONS, carried_relations()),
        ]);
    }
    archive::write::write(parts)
}

fn content_types(carries: bool, report: &Report) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.element("Types", &[("xmlns", &format!("{PACKAGE}/content-types"))], |xml| {
        let relations = "application/vnd.openxmlformats-package.relationships+xml";
        xml.empty("Default", &[("Extension", "rels"), ("ContentType", relations)]);
        xml.empty("Default", &[("Extension", "xml"), ("ContentType", "application/xml")]);
        let core = "application/vnd.openxmlformats-package.core-properties+xml";
        xml.empty("Override", &[("PartName", "/docProps/core.xml"), ("ContentType", core)]);
        let main = format!("{WORD_TYPE}.document.main+xml");
        xml.empty(
            "Override",
            &[("PartName", "/word/document.xml"), ("ContentType", &main)],
        );
        for (part, kind) in RELATED {
            let (name, kind) = (format!("/word/{part}"), format!("{WORD_TYPE}.{kind}+xml"));
            xml.empty("Override", &[("PartName", &name), ("ContentType", &kind)]);
        }
        if chart::charts(report).next().is_some() {
            let workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            xml.empty("Default", &[("Extension", "xlsx"), ("ContentType", workbook)]);
        }
        for drawn in chart::charts(report) {
            let name = format!("/word/{}", chart::target(drawn.number));
            let kind = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";
            xml.empty("Override", &[("PartName", &name), ("ContentType", kind)]);
        }
        if carries {
            let name = format!("/{}", carried::PROPERTIES);
            let kind = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml";
            xml.empty("Override", &[("PartName", &name), ("ContentType", kind)]);
        }
    });
    xml.into_bytes()
}

fn relation(xml: &mut Xml, place: usize, kind: &str, target: &str) {
    xml.empty(
        "Relationship",
        &[("Id", &format!("rId{place}")), ("Type", kind), ("Target", target)],
    );
}

fn package_relations() -> Vec<u8> {
    let mut xml = Xml::new();
    xml.element(
        "Relationships",
        &[("xmlns", &format!("{PACKAGE}/relationships"))],
        |xml| {
            relation(xml, 1, &format!("{R}/officeDocument"), "word/document.xml");
            relation(
                xml,
                2,
                &format!("{PACKAGE}/relationships/metadata/core-properties"),
                "docProps/core.xml",
            );
        },
    );
    xml.into_bytes()
}

fn document_relations(carries: bool, report: &Report) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.element(
        "Relationships",
        &[("xmlns", &format!("{PACKAGE}/relationships"))],
        |xml| {
            for (place, (part, kind)) in RELATED.iter().enumerate() {
                relation(xml, place + 1, &format!("{R}/{kind}"), part);
            }
            for drawn in chart::charts(report) {
                let id = chart::relation(drawn.number);
                let (kind, target) = (format!("{R}/chart"), chart::target(drawn.number));
                xml.empty("Relationship", &[("Id", &id), ("Type", &kind), ("Target", &target)]);
            }
            if carries {
                relation(
                    xml,
                    RELATED.len() + 1,
                    &format!("{R}/customXml"),
                    &format!("../{}", carried::PART),
                );
            }
        },
    );
    xml.into_bytes()
}

fn carried_relations() -> Vec<u8> {
    let mut xml = Xml::new();
    xml.element(
        "Relationships",
        &[("xmlns", &format!("{PACKAGE}/relationships"))],
        |xml| relation(xml, 1, &format!("{R}/customXmlProps"), "itemProps1.xml"),
    );
    xml.into_bytes()
}

/// Title and unit; no times, because they would differ on every machine.
fn core(report: &Report) -> Vec<u8> {
    let mut xml = Xml::new();
    let names = [
        (
            "xmlns:cp",
            "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
        ),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    ];
    // The last line of the title names the report, those before it the unit.
    let unit = report.title.split_last().map(|(_, unit)| unit.concat());
    xml.element("cp:coreProperties", &names, |xml| {
        xml.element("dc:title", &[], |xml| xml.text(&report.title.concat()));
        xml.element("dc:creator", &[], |xml| xml.text(&unit.unwrap_or_default()));
    });
    xml.into_bytes()
}

/// The settings. Where the pages in the contents hang on fonts and program, the program finds them when it opens the
/// file. Word asks before it does, therefore only there.
fn settings(pages_are_certain: bool) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.element("w:settings", &[("xmlns:w", W)], |xml| {
        // The order of these elements is that of the schema.
        xml.empty("w:defaultTabStop", &[("w:val", "420")]);
        xml.empty("w:evenAndOddHeaders", &[]);
        xml.empty("w:characterSpacingControl", &[("w:val", "compressPunctuation")]);
        if !pages_are_certain {
            xml.empty("w:updateFields", &[]);
        }
        xml.element("w:compat", &[], |xml| {
            // A line that ends at a line feed is not stretched to the full width.
            xml.empty("w:doNotExpandShiftReturn", &[]);
            let name = [
                ("w:name", "compatibilityMode"),
                ("w:uri", "http://schemas.microsoft.com/office/word"),
                ("w:val", "15"),
            ];
            xml.empty("w:compatSetting", &name);
        });
    });
    xml.into_bytes()
}

/// — 1 —, outside on odd and even pages, one character in.
fn footer(side: &str, chars: &str, twips: &str) -> Vec<u8> {
    let mut xml = Xml::new();
    // Readers look for relationships of runs, and stop where a part with runs has no name for these.
    xml.element("w:ftr", &[("xmlns:w", W), ("xmlns:r", R)], |xml| {
        xml.element("w:p", &[], |xml| {
            xml.element("w:pPr", &[], |xml| {
                xml.empty("w:pStyle", &[("w:val", "Footer")]);
                xml.empty("w:ind", &[(chars, "100"), (twips, "280")]);
                xml.empty("w:jc", &[("w:val", side)]);
            });
            paragraph::run(xml, "— ");
            paragraph::field(xml, " PAGE ", "1");
            paragraph::run(xml, " —");
        });
    });
    xml.into_bytes()
}
