//! 标注稿: the numbers of a report's blocks, each with how it stands.
//!
//! Paragraphs are lines of the texts that the checks have read; what the report writes by itself follows from the data.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::domain::agreement::mark::{Mark, Standing, Witness};
use crate::domain::agreement::of_field::held;
use crate::domain::agreement::of_text::Marking;
use crate::domain::checks::findings::Findings;
use crate::domain::draft::draft::Draft;
use crate::domain::draft::field::{Field, IndicatorField};
use crate::domain::evaluation::evaluation::Evaluation;
use crate::domain::prose::ending::unended;
use crate::domain::prose::quantity::quantities;
use crate::domain::references::quoting::resolved;

use super::block::{Block, Cell, Report, Table};

/// Where a marked text stands in a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spot {
    /// The text of a block, by the block's place.
    Text(usize),
    /// A cell of a table: the block's place, row and column of the body.
    Cell(usize, usize, usize),
}

/// All marks of a report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    spots: BTreeMap<Spot, Vec<Mark>>,
}

/// A number with where it stands and the words around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numbered<'a> {
    /// Where.
    pub spot: Spot,
    /// Which of that text's numbers.
    pub place: usize,
    /// The mark.
    pub mark: &'a Mark,
}

impl Marks {
    /// Marks a report of a draft.
    pub fn of(report: &Report, draft: &Draft, evaluation: &Evaluation, findings: &Findings) -> Marks {
        let marking = Marking::of(draft, evaluation, findings);
        let lines = Lines::of(&marking);
        let mut spots = BTreeMap::new();
        for (place, block) in report.blocks.iter().enumerate() {
            match block {
                Block::Paragraph(spans) => {
                    let mut figures = Vec::new();
                    let mut text = String::new();
                    for span in spans {
                        if span.figure {
                            figures.push(text.len()..text.len() + span.text.len());
                        }
                        text.push_str(&span.text);
                    }
                    spots.insert(Spot::Text(place), lines.paragraph(&text, &figures));
                }
                Block::Table(table) => cells(place, table, &marking, &lines, &mut spots),
                Block::Heading(..)
                | Block::Gap(_)
                | Block::Caption(_)
                | Block::UnitLine(_)
                | Block::Note(_)
                | Block::Chart(_)
                | Block::AnnexList(_)
                | Block::Signature(_)
                | Block::Annex(_) => {}
            }
        }
        spots.retain(|_, marks| !marks.is_empty());
        Marks { spots }
    }

    /// The numbers of one text, in their order.
    pub fn at(&self, spot: Spot) -> &[Mark] {
        self.spots.get(&spot).map_or(&[], Vec::as_slice)
    }

    /// All numbers in the order of the report.
    pub fn all(&self) -> impl Iterator<Item = Numbered<'_>> {
        self.spots.iter().flat_map(|(spot, marks)| {
            marks.iter().enumerate().map(|(place, mark)| Numbered {
                spot: *spot,
                place,
                mark,
            })
        })
    }

    /// How many stand so.
    pub fn count(&self, standing: Standing) -> usize {
        self.all().filter(|number| number.mark.standing == standing).count()
    }

    /// “读到 312 个数，互相核对 287 个，25 个没有可核对的”.
    pub fn sentence(&self) -> String {
        let (alone, differs) = (self.count(Standing::Alone), self.count(Standing::Differs));
        let all = self.all().count();
        let wrong = match differs {
            0 => String::new(),
            differs => format!("（其中 {differs} 个对不上）"),
        };
        format!(
            "读到 {all} 个数，互相核对 {} 个{wrong}，{alone} 个没有可核对的。",
            all - alone
        )
    }
}

/// The marked text of a report at a spot, as it is printed.
pub fn text_at(report: &Report, spot: Spot) -> String {
    match spot {
        Spot::Text(place) => match report.blocks.get(place) {
            Some(Block::Paragraph(spans)) => spans.iter().map(|span| span.text.as_str()).collect(),
            _ => String::new(),
        },
        Spot::Cell(place, row, column) => match report.blocks.get(place) {
            Some(Block::Table(table)) => {
                let grid = table.grid();
                let cell = grid
                    .get(row)
                    .and_then(|row| row.iter().find(|placed| placed.column == column));
                cell.map_or(String::new(), |placed| placed.cell.text.clone())
            }
            _ => String::new(),
        },
    }
}

/// The lines of all texts as they are printed, each with its marks.
struct Lines {
    lines: BTreeMap<String, Vec<Line>>,
    /// The cells of tables that stand in texts, row by row.
    rows: BTreeMap<Vec<String>, Vec<Vec<Mark>>>,
}

/// A line of a text.
struct Line {
    /// As it is typed.
    raw: String,
    marks: Vec<Mark>,
}

impl Lines {
    fn of(marking: &Marking<'_>) -> Lines {
        let mut all = Lines {
            lines: BTreeMap::new(),
            rows: BTreeMap::new(),
        };
        for reading in &marking.findings.texts.readings {
            let marks = marking.reading(reading);
            let mut start = 0;
            for raw in reading.text.split_inclusive('\n') {
                let own = within(&marks, &(start..start + raw.len()));
                start += raw.len();
                let printed = resolved(raw.trim(), marking.draft, marking.evaluation);
                let line = Line {
                    raw: raw.to_owned(),
                    marks: own,
                };
                all.lines.entry(key(&printed)).or_default().push(line);
            }
            for row in reading.ledger.tables.iter().flat_map(|table| &table.rows) {
                let cell = |range: &Range<usize>| reading.text.get(range.clone()).unwrap_or_default().to_owned();
                let own = row.iter().map(|range| within(&marks, range)).collect();
                all.rows.insert(row.iter().map(cell).collect(), own);
            }
        }
        all
    }

    /// The marks of a paragraph: of a line of a text, or of what the report writes by itself. Figures that stand in for
    /// names follow from the data.
    fn paragraph(&self, text: &str, figures: &[Range<usize>]) -> Vec<Mark> {
        let from_data = |range: Range<usize>| Mark {
            range,
            standing: Standing::Agrees,
            witnesses: vec![Witness::plain("由填的数据写出")],
        };
        let is_figure = |range: &Range<usize>| figures.iter().any(|own| own.start < range.end && range.start < own.end);
        let has_digit = |range: &Range<usize>| {
            let said = text.get(range.clone()).unwrap_or_default();
            said.contains(|c: char| c.is_ascii_digit())
        };
        let mut marks: Vec<Mark> = match self.line(text) {
            Some(line) => printed(line, text),
            None => quantities(text)
                .into_iter()
                .map(|found| from_data(found.range))
                .collect(),
        };
        marks.retain(|mark| !is_figure(&mark.range));
        marks.extend(figures.iter().filter(|range| has_digit(range)).cloned().map(from_data));
        marks.sort_by_key(|mark| mark.range.start);
        marks
    }

    /// The line that a paragraph prints: as it is, or behind a number of the report's own, or behind an introduction.
    fn line(&self, text: &str) -> Option<&Line> {
        let behind = |marks: [char; 3]| text.split_once(marks).map(|(_, rest)| rest.trim_start());
        let whole = [Some(text), behind(['）', '、', '.']), behind(['：', ':', '：'])];
        let found = whole.into_iter().flatten().find_map(|text| self.lines.get(&key(text)));
        found.and_then(|lines| lines.first())
    }
}

/// What stays the same of a line when it is printed: without blanks around it and the full stop behind it.
fn key(line: &str) -> String {
    unended(line.trim()).to_owned()
}

/// The marks within a piece of a text, counted from its beginning.
fn within(marks: &[Mark], piece: &Range<usize>) -> Vec<Mark> {
    let own = marks
        .iter()
        .filter(|mark| piece.start <= mark.range.start && mark.range.end <= piece.end);
    let shifted = own.map(|mark| Mark {
        range: mark.range.start - piece.start..mark.range.end - piece.start,
        ..mark.clone()
    });
    shifted.collect()
}

/// The marks of a line where its numbers stand in print: what was typed of them is there in the same order.
fn printed(line: &Line, text: &str) -> Vec<Mark> {
    let mut from = 0;
    let mut marks = Vec::new();
    for mark in &line.marks {
        let said = line.raw.get(mark.range.clone()).unwrap_or_default();
        let Some(at) = text.get(from..).and_then(|rest| rest.find(said)) else {
            continue;
        };
        let range = from + at..from + at + said.len();
        from = range.end;
        marks.push(Mark { range, ..mark.clone() });
    }
    marks
}

/// The marks of a table: of one that stands in a text as it was read there, of the report's own cell by cell.
fn cells(place: usize, table: &Table, marking: &Marking<'_>, lines: &Lines, spots: &mut BTreeMap<Spot, Vec<Mark>>) {
    for (row, placed) in table.grid().into_iter().enumerate() {
        let words: Vec<String> = placed.iter().map(|placed| placed.cell.text.clone()).collect();
        let pasted = lines.rows.get(&words);
        for (number, placed) in placed.iter().enumerate().filter(|(_, placed)| !placed.continues) {
            let marks = match pasted {
                Some(cells) => cells.get(number).cloned().unwrap_or_default(),
                None => cell(placed.cell, marking),
            };
            spots.insert(Spot::Cell(place, row, placed.column), marks);
        }
    }
}

/// The marks of a cell of the report's own tables.
fn cell(cell: &Cell, marking: &Marking<'_>) -> Vec<Mark> {
    if !cell.text.contains(|c: char| c.is_ascii_digit()) {
        return Vec::new();
    }
    let whole = 0..cell.text.len();
    match cell.field {
        Some(field) if is_prose(field) => marking.text(field, &cell.text),
        Some(field) => {
            let held = held(marking, field);
            vec![Mark::of(whole, held.against, held.with)]
        }
        None if is_number(&cell.text) => vec![Mark::of(whole, Vec::new(), vec![Witness::plain("由填的数算出")])],
        None => Vec::new(),
    }
}

/// Whether a field holds sentences and not a number.
fn is_prose(field: Field) -> bool {
    field.is_prose()
        || matches!(
            field,
            Field::Indicator(
                _,
                IndicatorField::Name
                    | IndicatorField::Goal
                    | IndicatorField::Analysis
                    | IndicatorField::Standard
                    | IndicatorField::DeviationReason
                    | IndicatorField::Improvement
                    | IndicatorField::Nature
            )
        )
}

/// Whether a cell is a number, with or without its unit.
fn is_number(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let others = text
        .chars()
        .filter(|c| !c.is_ascii_digit() && !matches!(c, ',' | '.' | '-' | ' ' | '%'))
        .count();
    digits > 0 && others <= 2
}
