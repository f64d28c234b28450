//! What a report says, piece by piece, as a reader of the .docx gets to see it.

use crate::documents::passage::{Grid, Passage};
use crate::documents::report::block::{Block, Placed, Report, Table, annex_lead};

use super::read::REPEATED;

/// The passages of a report: what `read::passages` makes of its .docx.
pub fn passages(report: &Report) -> Vec<Passage> {
    let cover = report
        .cover
        .iter()
        .flat_map(|cover| cover.title.iter().chain(&cover.lines));
    let mut said: Vec<Passage> = lines(cover.chain(&report.title));
    for block in &report.blocks {
        match block {
            Block::Heading(level, text) => said.push(Passage::Paragraph {
                text: text.clone(),
                level: Some(*level),
            }),
            Block::Paragraph(spans) => said.push(Passage::text(
                spans.iter().map(|span| span.text.as_str()).collect::<String>(),
            )),
            Block::Gap(text) => said.push(Passage::text(format!("【{text}】"))),
            Block::Caption(text) | Block::UnitLine(text) | Block::Note(text) => said.push(Passage::text(text)),
            Block::Chart(chart) => said.push(Passage::text(&chart.caption)),
            Block::Table(table) => said.push(Passage::Table(grid(table))),
            Block::AnnexList(titles) => {
                said.extend(titles.iter().enumerate().map(|(place, title)| {
                    let (name, number) = annex_lead(place);
                    Passage::text(format!("{name}{number}{title}"))
                }));
            }
            Block::Signature(signature) => said.extend(lines(signature)),
            Block::Annex(annex) => {
                said.push(Passage::text(&annex.label));
                said.push(Passage::Paragraph {
                    text: annex.title.clone(),
                    level: Some(1),
                });
            }
        }
    }
    said
}

fn lines<'a>(lines: impl IntoIterator<Item = &'a String>) -> Vec<Passage> {
    lines.into_iter().map(Passage::text).collect()
}

fn grid(table: &Table) -> Grid {
    let cells = |row: Vec<Placed<'_>>| {
        let places = row.into_iter().flat_map(|placed| {
            let text = placed.cell.text.trim();
            (0..placed.columns).map(move |place| match place > 0 || placed.continues {
                true if text.len() > REPEATED => String::new(),
                _ => text.to_owned(),
            })
        });
        places.collect()
    };
    let rows = table.head_grid().into_iter().chain(table.grid());
    rows.map(cells).collect()
}
