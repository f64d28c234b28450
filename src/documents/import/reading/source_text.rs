//! 原文 of a report that comes in: the whole of it, and what of it became figures and rows.

use std::ops::Range;

use crate::documents::passage::{Grid, Passage, read_out};
use crate::domain::draft::source::{ReportSource, SourceMark};
use crate::domain::values::input::Choice;

use crate::documents::import::recognise::text::sentences;
use crate::documents::import::recognised::{Source, Value};

/// What the draft takes over of a report.
#[derive(Clone, Copy, Debug)]
pub struct Taken<'a> {
    /// Where it stood.
    pub sources: &'a [Source],
    /// The texts of its fields; none for narrative, which is taken as it stands.
    pub values: Option<&'a [Value]>,
}

/// The source of a draft: its whole text, and the paragraphs of it with sentences that no text of the draft says.
pub fn of(passages: &[Passage], taken: &[Taken<'_>]) -> ReportSource {
    let mut source = ReportSource::default();
    for (place, passage) in passages.iter().enumerate() {
        match passage {
            Passage::Paragraph { text, .. } => {
                if let Some(start) = push(&mut source.whole, text) {
                    let lead = text.len() - trimmed(text).1.len();
                    let own = taken.iter().flat_map(|taken| taken.ranges(place));
                    source.marks.extend(own.map(|(range, became)| SourceMark {
                        start: (start + range.start).saturating_sub(lead),
                        end: (start + range.end).saturating_sub(lead).min(source.whole.len()),
                        became,
                    }));
                }
                let own = taken
                    .iter()
                    .filter(|taken| taken.sources.iter().any(|source| source.passage == place));
                let own: Vec<&Taken<'_>> = own.collect();
                let is_open = |sentence: &Range<usize>| !own.iter().any(|taken| taken.says(place, text, sentence));
                // A total and its parts, a number and its change stand in sentences side by side: the paragraph is
                // checked as one.
                if sentences(text).iter().any(is_open) {
                    push(&mut source.text, text);
                }
            }
            Passage::Table(grid) => {
                let rows = rows(grid);
                let is_taken = |row: usize| taken.iter().any(|taken| taken.row(place, row).is_some());
                // Its cells became rows of the draft, its totals and what its columns are of each other did not.
                if (0..rows.len()).any(is_taken) {
                    for row in grid {
                        push(&mut source.text, &line(row.iter().map(String::as_str)));
                    }
                }
                for (row, line) in rows.iter().enumerate() {
                    let Some(start) = push(&mut source.whole, line) else {
                        continue;
                    };
                    let own = taken.iter().find_map(|taken| taken.row(place, row));
                    source.marks.extend(own.map(|became| SourceMark {
                        start,
                        end: source.whole.len(),
                        became,
                    }));
                }
            }
        }
    }
    source.marks.sort_by_key(|mark| (mark.start, mark.end));
    source
}

impl Taken<'_> {
    /// 资金收支，合计，年初预算数; of a row the part of the form only, as its cells say the rest.
    fn became(&self) -> Option<String> {
        let values = self.values?;
        let slot = values.first()?.slot;
        let chapter = slot.chapter().label();
        Some(match values.len() {
            1 => format!("{chapter}，{}", slot.label()),
            _ => chapter.to_owned(),
        })
    }

    /// Its places in a paragraph.
    fn ranges(&self, place: usize) -> Vec<(Range<usize>, String)> {
        let own = self
            .sources
            .iter()
            .filter(|source| source.passage == place && source.row.is_none());
        let Some(became) = self.became() else { return Vec::new() };
        own.map(|source| (source.range.clone(), became.clone())).collect()
    }

    /// What became of a row of a table.
    fn row(&self, place: usize, row: usize) -> Option<String> {
        let own = |source: &Source| source.passage == place && source.row == Some(row);
        self.sources.iter().any(own).then(|| self.became())?
    }

    /// Whether the draft has a sentence word for word.
    fn says(&self, place: usize, text: &str, sentence: &Range<usize>) -> bool {
        let covers = |source: &Source| {
            source.passage == place
                && source.row.is_none()
                && source.range.start < sentence.end
                && sentence.start < source.range.end
        };
        let words = text[sentence.clone()].trim().trim_end_matches(['。', '；', '！', '？']);
        match self.values {
            Some(values) => values.iter().any(|value| value.text.contains(words)),
            None => self.sources.iter().any(covers),
        }
    }
}

/// The rows of a table as they would stand when it is pasted.
fn rows(grid: &Grid) -> Vec<String> {
    grid.iter().map(|row| line(read_out(row).into_iter())).collect()
}

/// Cells side by side, each on one line.
fn line<'a>(cells: impl Iterator<Item = &'a str>) -> String {
    let cell = |cell: &str| cell.split_whitespace().collect::<Vec<_>>().join(" ");
    cells.map(cell).collect::<Vec<_>>().join("\t")
}

/// Adds a line; says where it begins, none where nothing is on it.
fn push(text: &mut String, line: &str) -> Option<usize> {
    let (line, _) = trimmed(line);
    if line.trim().is_empty() {
        return None;
    }
    if !text.is_empty() {
        text.push('\n');
    }
    let start = text.len();
    text.push_str(line);
    Some(start)
}

/// A line without blanks at its ends, where tabs are empty cells; and without those at its beginning only.
fn trimmed(line: &str) -> (&str, &str) {
    let is_blank = |c: char| c.is_whitespace() && c != '\t';
    (line.trim_matches(is_blank), line.trim_start_matches(is_blank))
}
