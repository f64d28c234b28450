//! 段落: rows joined again where only the width of the paper broke them.

use crate::documents::import::text::marks::mark;
use crate::documents::passage::{Grid, Passage};

use super::rows::{Row, join};
use super::ruled::Ruled;
use super::space::{Fixed, share};

/// No text is set in lines of fewer characters than this; shorter lines are each their own.
const NARROWEST: i64 = 12;

/// 版心: between which places the prose of a page stands, and how close its lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Margins {
    left: Fixed,
    right: Fixed,
    size: Fixed,
    pitch: Fixed,
    /// Half of what text and tables take from side to side; what is shorter, as a title, is no full line.
    half: Fixed,
}

impl Margins {
    /// As the rows and the tables of a page show them.
    pub fn of(rows: &[Row], tables: &[Ruled]) -> Self {
        // A head or a foot in smaller letters may stand further out than the text.
        let mut sizes: Vec<Fixed> = rows.iter().map(|row| row.size).collect();
        sizes.sort_unstable();
        let size = sizes.get(sizes.len() / 2).copied().unwrap_or_default();
        let body = || rows.iter().filter(|row| row.size * 10 >= size * 9);
        let steps = rows.windows(2).filter_map(|pair| {
            let step = pair[0].y - pair[1].y;
            (step >= size && [&pair[0], &pair[1]].iter().all(|row| is_alike(row.size, size))).then_some(step)
        });
        let (left, right) = (
            body().map(|row| row.left).min().unwrap_or_default(),
            body().map(|row| row.right).max().unwrap_or_default(),
        );
        let firsts = tables.iter().filter_map(|table| table.edges.first().copied());
        let lasts = tables.iter().filter_map(|table| table.edges.last().copied());
        Margins {
            left,
            right,
            size,
            pitch: steps.min().unwrap_or_default(),
            half: (lasts.fold(right, Fixed::max) - firsts.fold(left, Fixed::min)) / 2,
        }
    }
}

fn is_alike(a: Fixed, b: Fixed) -> bool {
    (a - b).abs() <= share(a, 15)
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
    let is_full = last.right - last.left >= of.half.max(size * NARROWEST)
        && last.right >= of.right - share(size, 220 + 55 * wide.min(30));
    let has_ended = open.ends_with(['。', '；', '：', '！', '？']);
    // An indented line begins a paragraph, unless it stands below the rest of an item that did not end.
    let is_indented = next.left > margins.left + share(size, 80);
    let is_new = is_indented && (has_ended || last.right - last.left < share(size, 2000));
    // On the next page there is nothing to measure.
    let pitch = if is_alike(size, of.size) {
        share(of.pitch, 130)
    } else {
        size * 2
    };
    let is_far = of == margins && last.y > next.y && last.y - next.y > pitch;
    let is_item = has_ended && mark(text).is_some();
    is_full && !is_new && !is_far && !is_item && is_alike(size, next.size)
}
