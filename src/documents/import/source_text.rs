//! 原文 of a report that comes in: the whole of it, and what of it became figures and rows.

use std::ops::Range;

use crate::documents::passage::{Grid, Passage};
use crate::domain::draft::source::ReportSource;

use super::recognise::text::sentences;
use super::recognised::{Source, Value};

/// What the draft takes over of a report.
#[derive(Clone, Copy, Debug)]
pub struct Taken<'a> {
    /// Where it stood.
    pub sources: &'a [Source],
    /// The texts of its fields; none for narrative, which is taken as it stands.
    pub values: Option<&'a [Value]>,
}

/// The source of a draft: its whole text, and the sentences of it that no text of the draft says.
pub fn of(passages: &[Passage], taken: &[Taken<'_>]) -> ReportSource {
    let mut source = ReportSource::default();
    for (place, passage) in passages.iter().enumerate() {
        match passage {
            Passage::Paragraph { text, .. } => {
                push(&mut source.whole, text);
                let own = taken
                    .iter()
                    .filter(|taken| taken.sources.iter().any(|source| source.passage == place));
                let own: Vec<&Taken<'_>> = own.collect();
                let rest = sentences(text).into_iter();
                let rest = rest.filter(|sentence| !own.iter().any(|taken| taken.says(place, text, sentence)));
                let rest: String = rest.map(|sentence| &text[sentence]).collect();
                push(&mut source.text, &rest);
            }
            // What became of a table is checked cell by cell; what did not is in a text.
            Passage::Table(grid) => rows(grid).iter().for_each(|line| push(&mut source.whole, line)),
        }
    }
    source
}

impl Taken<'_> {
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
    let cell = |cell: &String| cell.split_whitespace().collect::<Vec<_>>().join(" ");
    let line = |row: &Vec<String>| row.iter().map(cell).collect::<Vec<_>>().join("\t");
    grid.iter().map(line).collect()
}

fn push(text: &mut String, line: &str) {
    let line = line.trim_matches(|c: char| c.is_whitespace() && c != '\t');
    if line.trim().is_empty() {
        return;
    }
    if !text.is_empty() {
        text.push('\n');
    }
    text.push_str(line);
}
