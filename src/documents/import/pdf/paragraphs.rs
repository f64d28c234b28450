//! 段落: rows joined again where only the width of the paper broke them.

use crate::documents::import::marks::mark;
use crate::documents::passage::{Grid, Passage};

use super::rows::{Row, join};
use super::space::{Fixed, share};

/// 版心: between which places the prose of a page stands, and how close its lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Margins {
    left: Fixed,
    right: Fixed,
    pitch: Fixed,
}

impl Margins {
    /// As the rows of a page show them.
    pub fn of(rows: &[Row]) -> Self {
        let steps = rows.windows(2).filter_map(|pair| {
            let step = pair[0].y - pair[1].y;
            (step >= pair[1].size && is_alike(&pair[0], &pair[1])).then_some(step)
        });
        Margins {
            left: rows.iter().map(|row| row.left).min().unwrap_or_default(),
            right: rows.iter().map(|row| row.right).max().unwrap_or_default(),
            pitch: steps.min().unwrap_or_default(),
        }
    }
}

fn is_alike(a: &Row, b: &Row) -> bool {
    (a.size - b.size).abs() <= share(a.size, 15)
}

/// Passages being made.
#[derive(Default)]
pub struct Paragraphs {
    passages: Vec<Passage>,
    open: String,
    last: Option<(Row, Margins)>,
}

impl Paragraphs {
    /// Goes on with a row of text.
    pub fn row(&mut self, row: &Row, margins: Margins) {
        let text = row.text();
        let goes_on = self
            .last
            .as_ref()
            .is_some_and(|(last, of)| is_broken(&self.open, last, *of, row, &text, margins));
        if !goes_on {
            self.end();
        }
        join(&mut self.open, &text);
        self.last = Some((row.clone(), margins));
    }

    /// Puts a table between the paragraphs.
    pub fn table(&mut self, table: Option<Grid>) {
        if let Some(grid) = table {
            self.end();
            self.last = None;
            self.passages.push(Passage::Table(grid));
        }
    }

    fn end(&mut self) {
        let text = std::mem::take(&mut self.open);
        if !text.is_empty() {
            self.passages.push(Passage::text(text));
        }
    }

    /// All of them.
    pub fn done(mut self) -> Vec<Passage> {
        self.end();
        self.passages
    }
}

/// Whether a row was broken by the width of the paper and goes on in the next.
fn is_broken(open: &str, last: &Row, of: Margins, next: &Row, text: &str, margins: Margins) -> bool {
    let size = last.size;
    // A number or a word that did not fit went to the next line whole.
    let whole = text
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | ',' | '%'));
    let wide = i64::try_from(whole.count()).unwrap_or_default();
    let is_full = last.right >= of.right - share(size, 220 + 55 * wide.min(30));
    let is_indented = next.left > margins.left + share(size, 80);
    // On the next page there is nothing to measure.
    let is_far = last.y > next.y && of == margins && last.y - next.y > share(margins.pitch, 130);
    let is_item = open.ends_with(['。', '；', '：', '！', '？']) && mark(text).is_some();
    is_full && !is_indented && !is_far && !is_item && is_alike(last, next)
}
