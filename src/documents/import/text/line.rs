//! A line of a table in plain text: its cells, and what stands between them.

/// A wider line without a tab is a paragraph.
pub const WIDEST: usize = 180;
/// A line with more cells is none of a table in a report.
const MOST: usize = 64;

/// What stands between cells: as typed, in Markdown, and drawn.
pub const STROKES: [char; 5] = ['|', '｜', '│', '┃', '║'];

/// Whether a line is drawn between the rows of a table: ├────┼────┤.
pub fn is_drawn_rule(line: &str) -> bool {
    let mut chars = line.chars().filter(|c| !c.is_whitespace()).peekable();
    chars.peek().is_some()
        && chars.all(|c| matches!(c, '\u{2500}'..='\u{257f}'))
        && !line.chars().all(|c| STROKES.contains(&c) || c.is_whitespace())
}

/// How the cells of a line stand apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// By tabs, as copied out of Word, a browser or a sheet.
    Tabs,
    /// By | and its like, as in Markdown.
    Strokes,
    /// By two blanks or more, or a wide one, as copied out of a PDF.
    Blanks,
    /// By single blanks, which may also stand within a cell.
    Words,
    /// There is one cell.
    Single,
}

/// A line with its cells. Empty ones are kept where tabs or strokes show them.
#[derive(Clone, Debug)]
pub struct Line<'a> {
    /// Their texts.
    pub cells: Vec<&'a str>,
    /// How they stand apart.
    pub way: Way,
}

impl<'a> Line<'a> {
    /// The cells of a line; none where there are too many.
    pub fn of(line: &'a str) -> Option<Line<'a>> {
        let (mut cells, mut way): (Vec<&str>, Way) = if line.contains('\t') {
            (line.split('\t').map(str::trim).take(MOST + 1).collect(), Way::Tabs)
        } else if line.contains(STROKES) {
            let inner = line.trim();
            let framed = inner
                .strip_prefix(STROKES)
                .and_then(|inner| inner.strip_suffix(STROKES));
            let inner = framed.unwrap_or(inner);
            (
                inner.split(STROKES).map(str::trim).take(MOST + 1).collect(),
                Way::Strokes,
            )
        } else {
            let wide = placed(line, WIDE);
            match wide.len() {
                0 | 1 => (line.split_whitespace().take(MOST + 1).collect(), Way::Words),
                _ => (wide.into_iter().map(|(_, cell)| cell).collect(), Way::Blanks),
            }
        };
        if cells.len() > MOST {
            return None;
        }
        if cells.iter().skip(1).all(|cell| cell.is_empty()) && way != Way::Tabs || cells.len() < 2 {
            cells.truncate(1);
            way = Way::Single;
        }
        (!cells.is_empty()).then_some(Line { cells, way })
    }

    /// The cells that have something in them.
    pub fn filled(&self) -> impl Iterator<Item = &'a str> {
        self.cells.iter().copied().filter(|cell| !cell.is_empty())
    }

    /// Whether nothing but a few characters stands here.
    pub fn is_short(&self, most: usize) -> bool {
        self.cells.iter().map(|cell| cell.chars().count()).sum::<usize>() <= most
    }

    /// The line of dashes below the head of a table in Markdown.
    pub fn is_rule(&self) -> bool {
        let is_dash = |c: char| matches!(c, '-' | ':' | ' ');
        self.way == Way::Strokes
            && self
                .cells
                .iter()
                .all(|cell| cell.chars().all(is_dash) && cell.contains('-'))
    }
}

/// The columns of the paper that a cell takes, from the first to the one behind the last.
pub type Span = (usize, usize);

/// How much of the paper two places share.
pub fn overlap(one: Span, other: Span) -> usize {
    one.1.min(other.1).saturating_sub(one.0.max(other.0))
}

/// How many columns a Chinese character takes: two on paper and in what people align, one in what programs make of a PDF.
pub const WIDE: usize = 2;
/// The same in texts that count every character as one.
pub const NARROW: usize = 1;

/// The cells of a line that blanks part, two or more or a wide one, each with its place. None where a tab or a stroke
/// parts them: it says nothing of places.
pub fn placed(line: &str, wide: usize) -> Vec<(Span, &str)> {
    let mut cells = Vec::new();
    if line.contains('\t') || line.contains(STROKES) {
        return cells;
    }
    let (mut at, mut begun, mut end) = (0, None, (0, 0));
    for (place, c) in line.char_indices() {
        // A wide blank is always as wide as two.
        let own = match c.is_ascii() {
            true => 1,
            false if c.is_whitespace() => WIDE,
            false => wide,
        };
        if !c.is_whitespace() {
            let gap = at - end.1;
            match begun {
                Some((from, start)) if gap >= 2 => {
                    cells.push(((start, end.1), &line[from..end.0]));
                    begun = Some((place, at));
                }
                None => begun = Some((place, at)),
                _ => {}
            }
            end = (place + c.len_utf8(), at + own);
        }
        at += own;
        if cells.len() > MOST {
            break;
        }
    }
    cells.extend(begun.map(|(from, start)| ((start, end.1), &line[from..end.0])));
    cells
}

/// The cells of the line at a place.
pub fn line_at<'a>(lines: &[&'a str], place: usize) -> Option<Line<'a>> {
    Line::of(lines.get(place)?)
}

/// A number by itself, between the lines of a text. With a tab beside it, it is a row with empty cells.
pub fn is_page_number(line: &str) -> bool {
    let line = line.trim_matches(|c: char| c.is_whitespace() && c != '\t');
    (1..=3).contains(&line.len()) && line.bytes().all(|b| b.is_ascii_digit())
}

/// The columns that a line takes on paper: Chinese characters and their signs take two.
pub fn width(line: &str) -> usize {
    line.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}

/// The columns that the characters of a line take, without the blanks between its cells.
pub fn ink(line: &str) -> usize {
    let cells = placed(line, WIDE);
    match cells.is_empty() {
        true => width(line),
        false => cells.iter().map(|((from, to), _)| to - from + 1).sum::<usize>() - 1,
    }
}
