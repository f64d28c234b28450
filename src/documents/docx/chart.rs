//! 附图: a drawing in the text that refers to a part of its own, which has the numbers in it and, behind it, a workbook.

use crate::documents::archive::xml::Xml;
use crate::documents::report::block::{Block, Chart, Report};
use crate::documents::report::page::{CHART_HEIGHT, width};
use crate::documents::report::pagination::Turn;
use crate::documents::workbooks::embedded::embedded;

use super::namespaces::{C, PACKAGE, R};
use super::paragraph::run;

/// 图 of a report, in order.
pub fn charts(report: &Report) -> impl Iterator<Item = &Chart> {
    report.blocks.iter().filter_map(|block| match block {
        Block::Chart(chart) => Some(chart),
        _ => None,
    })
}

/// The id of the relation by which the text finds the chart of this number, from 1.
pub fn relation(number: usize) -> String {
    format!("chart{number}")
}

/// The name of a chart's part in the folder `word`.
pub fn target(number: usize) -> String {
    format!("charts/chart{number}.xml")
}

/// The parts of all charts with their names in the package. A chart that cannot be written has none, and then its
/// drawing stays empty.
pub fn parts(report: &Report) -> Vec<(String, Vec<u8>)> {
    let written = charts(report).filter_map(|chart| {
        let number = chart.number;
        let parts = embedded(chart)?;
        let name = target(number);
        Some([
            (format!("word/{name}"), parts.drawing),
            (format!("word/charts/_rels/chart{number}.xml.rels"), relations(number)),
            (format!("word/embeddings/chart{number}.xlsx"), parts.workbook),
        ])
    });
    written.flatten().collect()
}

fn relations(number: usize) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.element(
        "Relationships",
        &[("xmlns", &format!("{PACKAGE}/relationships"))],
        |xml| {
            xml.empty(
                "Relationship",
                &[
                    ("Id", "rId1"),
                    ("Type", &format!("{R}/package")),
                    ("Target", &format!("../embeddings/chart{number}.xlsx")),
                ],
            );
        },
    );
    xml.into_bytes()
}

/// The drawing, as wide as the type area, and below it what it shows.
pub fn write(xml: &mut Xml, chart: &Chart, turn: Turn) {
    xml.element("w:p", &[], |xml| {
        xml.element("w:pPr", &[], |xml| {
            xml.empty("w:pStyle", &[("w:val", "Normal")]);
            xml.empty("w:keepNext", &[]);
            // Lines of exactly one height would cut the drawing down to it.
            xml.empty("w:spacing", &[("w:line", "240"), ("w:lineRule", "auto")]);
            xml.empty("w:jc", &[("w:val", "center")]);
        });
        xml.element("w:r", &[], |xml| {
            xml.element("w:drawing", &[], |xml| inline(xml, chart, turn));
        });
    });
    xml.element("w:p", &[], |xml| {
        xml.element("w:pPr", &[], |xml| {
            xml.empty("w:pStyle", &[("w:val", "Caption")]);
            // The style is made for captions above tables, which go along with them.
            xml.empty("w:keepNext", &[("w:val", "0")]);
        });
        run(xml, &chart.caption);
    });
}

fn inline(xml: &mut Xml, chart: &Chart, turn: Turn) {
    const WP: &str = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
    const A: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
    // A twip has 635 of the drawing's units.
    let [wide, high] = [width(turn), CHART_HEIGHT].map(|twips| (u64::from(twips) * 635).to_string());
    let number = chart.number;
    let id = number.to_string();
    xml.element("wp:inline", &[("xmlns:wp", WP)], |xml| {
        xml.empty("wp:extent", &[("cx", &wide), ("cy", &high)]);
        let said = chart.said();
        xml.empty(
            "wp:docPr",
            &[("id", &id), ("name", &format!("图{number}")), ("descr", &said)],
        );
        xml.element("a:graphic", &[("xmlns:a", A)], |xml| {
            xml.element("a:graphicData", &[("uri", C)], |xml| {
                xml.empty("c:chart", &[("xmlns:c", C), ("r:id", &relation(number))]);
            });
        });
    });
}
