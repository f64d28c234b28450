//! `word/document.xml`: the blocks as paragraphs and tables, and the page.

use crate::documents::archive::xml::Xml;
use crate::documents::report::block::{Annex, Block, Report, annex_lead};
use crate::documents::report::line_breaks;
use crate::documents::report::pagination::Turn;

use super::front::Contents;
use super::paragraph::{gap, kept, paragraph, run};
use super::section::Numbers;
use super::{chart, front, pages, section, table};

/// Writes the document.
pub fn part(report: &Report) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.element(
        "w:document",
        &[("xmlns:w", super::namespaces::W), ("xmlns:r", super::namespaces::R)],
        |xml| {
            xml.element("w:body", &[], |xml| {
                let pages = pages::pages(report);
                let contents = Contents::of(report, &pages);
                if let Some(cover) = &report.cover {
                    front::cover(xml, cover);
                }
                contents.write(xml);
                let mut turn = report.turn;
                for line in &report.title {
                    paragraph(xml, if turn == Turn::Form { "FormTitle" } else { "Title" }, &[line]);
                }
                if !report.title.is_empty() && turn != Turn::Form {
                    paragraph(xml, "Normal", &[]);
                }
                let mut numbers = match report.cover.is_some() || report.has_contents {
                    true => Numbers::Begin,
                    false => Numbers::GoOn,
                };
                for (place, block) in report.blocks.iter().enumerate() {
                    if let Block::Annex(annex) = block {
                        turn = annex_begins(xml, annex, turn, &mut numbers);
                    }
                    contents.mark(xml, place, |xml| {
                        let next = report.blocks.get(place + 1);
                        let shares = table::touches(next) && !pages.is_first(place + 1);
                        let place = table::Place {
                            turn,
                            gap: table::gap(next),
                            shares,
                            tops: &pages.tops(place),
                        };
                        write(xml, block, next, place);
                    });
                }
                section::last(xml, turn, numbers);
            });
        },
    );
    xml.into_bytes()
}

/// An annex begins on a new page, in a section of its own where its pages lie another way.
fn annex_begins(xml: &mut Xml, annex: &Annex, before: Turn, numbers: &mut Numbers) -> Turn {
    let turn = annex.turn;
    if turn != before {
        section::end(xml, before, *numbers);
        *numbers = Numbers::GoOn;
    }
    xml.element("w:p", &[], |xml| {
        xml.element("w:pPr", &[], |xml| {
            xml.empty("w:pStyle", &[("w:val", "AnnexLabel")]);
            if turn == before {
                xml.empty("w:pageBreakBefore", &[]);
            }
        });
        run(xml, &annex.label);
    });
    turn
}

fn write(xml: &mut Xml, block: &Block, next: Option<&Block>, place: table::Place<'_>) {
    match block {
        Block::Heading(level, text) => paragraph(xml, &format!("Heading{}", level.clamp(&1, &4)), &[text]),
        Block::Paragraph(spans) => {
            let texts: Vec<&str> = spans.iter().map(|span| span.text.as_str()).collect();
            // A page with nothing but unit and date is not accepted.
            let keep = matches!(next, Some(Block::Signature(_) | Block::AnnexList(_)));
            kept(xml, "BodyText", keep, &[&texts.concat()]);
        }
        Block::Gap(text) => gap(xml, text),
        Block::Caption(text) => paragraph(xml, "Caption", &[text]),
        Block::UnitLine(text) => paragraph(xml, "UnitLine", &[text]),
        Block::Table(table) => table::write(xml, table, place),
        Block::Chart(content) => chart::write(xml, content, place.turn),
        Block::Note(text) => paragraph(xml, "TableNote", &[text]),
        Block::AnnexList(titles) => annex_list(xml, titles, matches!(next, Some(Block::Signature(_)))),
        Block::Signature(lines) => signature(xml, lines),
        Block::Annex(annex) => {
            let style = if place.turn == Turn::Form {
                "FormAnnex"
            } else {
                "AnnexTitle"
            };
            paragraph(xml, style, &[&annex.title]);
        }
    }
}

/// 附件说明: one line below the text, two characters in; a title that needs a second line goes on below its first
/// character (GB/T 9704-2012).
fn annex_list(xml: &mut Xml, titles: &[String], keep: bool) {
    kept(xml, "Normal", true, &[]);
    // Half a character of 3号 in twips; 附件： and numbers stand two characters in.
    const HALF: usize = 158;
    let name_width = line_breaks::width(annex_lead(0).0);
    for (place, title) in titles.iter().enumerate() {
        let (name, number) = annex_lead(place);
        let number_width = line_breaks::width(&number);
        let left = 640 + HALF * (name_width + number_width);
        let hanging = HALF * (line_breaks::width(name) + number_width);
        xml.element("w:p", &[], |xml| {
            xml.element("w:pPr", &[], |xml| {
                xml.empty("w:pStyle", &[("w:val", "Normal")]);
                if keep || place + 1 < titles.len() {
                    xml.empty("w:keepNext", &[]);
                }
                let [left, hanging] = [left, hanging].map(|length| length.to_string());
                xml.empty("w:ind", &[("w:left", &left), ("w:hanging", &hanging)]);
                xml.empty("w:jc", &[("w:val", "left")]);
            });
            run(xml, &format!("{name}{number}{title}"));
        });
    }
}

/// 落款: at the right, the longest line four characters in, the others centred on it (GB/T 9704-2012); all
/// lines on one page.
fn signature(xml: &mut Xml, lines: &[String]) {
    kept(xml, "Normal", true, &[]);
    let width = |line: &String| line_breaks::width(line);
    let widest = lines.iter().map(width).max().unwrap_or_default();
    for (place, line) in lines.iter().enumerate() {
        // Half of what it is shorter, in hundredths of a character and in twips.
        let shorter = widest - width(line);
        let (chars, twips) = (400 + 25 * shorter, 1280 + 80 * shorter);
        xml.element("w:p", &[], |xml| {
            xml.element("w:pPr", &[], |xml| {
                xml.empty("w:pStyle", &[("w:val", "Normal")]);
                if place + 1 < lines.len() {
                    xml.empty("w:keepNext", &[]);
                }
                let right = [chars, twips].map(|length| length.to_string());
                xml.empty("w:ind", &[("w:rightChars", &right[0]), ("w:right", &right[1])]);
                xml.empty("w:jc", &[("w:val", "right")]);
            });
            run(xml, line);
        });
    }
}
