//! 封面与目录: the pages before the first of the report, which have no numbers.

use crate::documents::archive::xml::Xml;
use crate::documents::report::block::{Cover, Entry, Report};
use crate::documents::report::pagination::Turn;

use super::pages::Pages;
use super::paragraph::{field, field_mark, instruct, paragraph, run};
use super::section;
use super::section::Numbers;

/// 封面.
pub fn cover(xml: &mut Xml, cover: &Cover) {
    for (place, line) in cover.title.iter().enumerate() {
        paragraph(xml, if place == 0 { "CoverTop" } else { "CoverTitle" }, &[line]);
    }
    for (place, line) in cover.lines.iter().enumerate() {
        paragraph(xml, if place == 0 { "CoverFoot" } else { "CoverLine" }, &[line]);
    }
    section::end(xml, Turn::Upright, Numbers::None);
}

/// 目录, with the page of each entry as it follows from the format. Programs find the pages anew when asked, and on opening
/// where the document asks for it.
pub struct Contents(Vec<(Entry, usize)>);

impl Contents {
    /// That of a report; empty where it has none.
    pub fn of(report: &Report, pages: &Pages) -> Self {
        let entries = report.contents();
        let pages = pages.of_blocks(report);
        let page = |entry: &Entry| pages.get(entry.block).copied().unwrap_or(1);
        Contents(entries.into_iter().map(|entry| (entry.clone(), page(&entry))).collect())
    }

    /// Writes its page.
    pub fn write(&self, xml: &mut Xml) {
        let Some(last) = self.0.len().checked_sub(1) else {
            return;
        };
        paragraph(xml, "TOCHeading", &["目　录"]);
        for (place, (entry, page)) in self.0.iter().enumerate() {
            xml.element("w:p", &[], |xml| {
                xml.element("w:pPr", &[], |xml| {
                    xml.empty("w:pStyle", &[("w:val", &format!("TOC{}", entry.level))]);
                });
                if place == 0 {
                    field_mark(xml, "begin");
                    instruct(xml, " TOC \\o \"1-2\" \\h \\u ");
                    field_mark(xml, "separate");
                }
                let name = name(entry);
                xml.element("w:hyperlink", &[("w:anchor", &name), ("w:history", "1")], |xml| {
                    run(xml, &entry.text);
                    xml.element("w:r", &[], |xml| xml.empty("w:tab", &[]));
                    field(xml, &format!(" PAGEREF {name} \\h "), &page.to_string());
                });
                if place == last {
                    field_mark(xml, "end");
                }
            });
        }
        section::end(xml, Turn::Upright, Numbers::None);
    }

    /// Marks what stands at a place as that to which an entry leads, if one does.
    pub fn mark(&self, xml: &mut Xml, block: usize, inside: impl FnOnce(&mut Xml)) {
        let Some((entry, _)) = self.0.iter().find(|(entry, _)| entry.block == block) else {
            return inside(xml);
        };
        let id = block.to_string();
        xml.empty("w:bookmarkStart", &[("w:id", &id), ("w:name", &name(entry))]);
        inside(xml);
        xml.empty("w:bookmarkEnd", &[("w:id", &id)]);
    }
}

fn name(entry: &Entry) -> String {
    format!("_Toc{}", entry.block)
}
