//! What a document shows, line by line: a paragraph, or a row of a table or a sheet with its cells.

use std::collections::{BTreeMap, BTreeSet};

use crate::documents::passage::Passage;
use crate::documents::xlsx::shown::{Shown, plain_text};
use crate::documents::xlsx::{explanations, findings};

/// The sheets on which nothing stands by itself: whatever is typed may change any line of them.
const DERIVED: [&str; 2] = [findings::NAME, explanations::NAME];

/// A line of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ShownLine {
    /// What a reader gets to see of it, cells between bars.
    pub text: String,
    /// The same without spaces, which programs change by themselves: lines are compared by this.
    pub plain: String,
    /// What stands in each column; a paragraph stands in column 0.
    pub cells: BTreeMap<u32, String>,
    /// The columns in which a formula stands, or what follows from the draft as a whole.
    pub computed: BTreeSet<u32>,
    /// What it is.
    pub kind: LineKind,
}

/// What a line is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LineKind {
    /// 标题, or the name of a sheet: what follows belongs to it.
    Heading,
    /// 正文一段.
    #[default]
    Paragraph,
    /// A row of a table or of a sheet.
    Row,
}

impl ShownLine {
    fn new(text: String, cells: BTreeMap<u32, String>, kind: LineKind) -> Self {
        ShownLine {
            plain: plain_text(&text),
            text,
            cells,
            computed: BTreeSet::new(),
            kind,
        }
    }

    fn paragraph(text: &str, kind: LineKind) -> Self {
        let text = text.trim();
        ShownLine::new(text.to_owned(), BTreeMap::from([(0, text.to_owned())]), kind)
    }

    /// What stands in a column; empty where nothing does.
    pub fn cell(&self, column: u32) -> &str {
        self.cells.get(&column).map_or("", String::as_str)
    }

    /// The columns in which two lines differ.
    pub fn differing(&self, other: &ShownLine) -> Vec<u32> {
        let mut columns: Vec<u32> = self.cells.keys().chain(other.cells.keys()).copied().collect();
        columns.sort_unstable();
        columns.dedup();
        columns.retain(|column| plain_text(self.cell(*column)) != plain_text(other.cell(*column)));
        columns
    }
}

/// The lines of a Word document. A cell that covers several columns is said once.
pub fn of_passages(passages: &[Passage]) -> Vec<ShownLine> {
    let mut lines = Vec::new();
    for passage in passages {
        match passage {
            Passage::Paragraph { text, level: None } => lines.push(ShownLine::paragraph(text, LineKind::Paragraph)),
            Passage::Paragraph { text, .. } => lines.push(ShownLine::paragraph(text, LineKind::Heading)),
            Passage::Table(grid) => lines.extend(grid.iter().map(|row| {
                let mut words: Vec<&str> = row.iter().map(String::as_str).collect();
                words.dedup();
                let cells = (0..).zip(row.iter().cloned()).collect();
                ShownLine::new(words.join("｜"), cells, LineKind::Row)
            })),
        }
    }
    lines.retain(|line| !line.plain.is_empty());
    lines
}

/// The lines of a workbook: each row below the name of its sheet.
pub fn of_sheets(shown: &Shown) -> Vec<ShownLine> {
    let mut lines = Vec::new();
    for sheet in &shown.0 {
        lines.push(ShownLine::paragraph(&sheet.name, LineKind::Heading));
        let mut rows: BTreeMap<u32, BTreeMap<u32, String>> = BTreeMap::new();
        for ((row, column), shown) in &sheet.cells {
            rows.entry(*row).or_default().insert(*column, shown.clone());
        }
        lines.extend(rows.into_iter().map(|(row, cells)| {
            let words: Vec<&str> = cells.values().map(|text| text.trim()).collect();
            let formulas = sheet.formulas.range((row, 0)..=(row, u32::MAX));
            let formulas = formulas.map(|((_, column), _)| *column);
            ShownLine {
                computed: match DERIVED.contains(&sheet.name.as_str()) {
                    true => cells.keys().copied().collect(),
                    false => formulas.collect(),
                },
                ..ShownLine::new(words.join("｜"), cells, LineKind::Row)
            }
        }));
    }
    lines
}
