//! 粘贴的表格: rows with tabs between their cells, among the lines of a text.

/// A piece of a text, in its order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// A line, without white space at its ends; none is empty.
    Line(&'a str),
    /// The rows of a table, two at least, each with its cells. Rows may be of different lengths.
    Table(Vec<Vec<&'a str>>),
}

/// A line with more cells is no row of a table.
const MOST: usize = 64;

/// The lines and tables of a text. One line with tabs by itself is a line, and an empty line ends a table.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let lines: Vec<&str> = text.lines().collect();
    let runs = lines.chunk_by(|one, other| is_row(one) && is_row(other));
    runs.filter_map(piece).collect()
}

fn piece<'a>(run: &[&'a str]) -> Option<Piece<'a>> {
    match run {
        [line] => Some(line.trim()).filter(|line| !line.is_empty()).map(Piece::Line),
        rows => {
            let rows = rows.iter().map(|row| row.split('\t').map(str::trim).collect());
            Some(Piece::Table(rows.collect()))
        }
    }
}

fn is_row(line: &str) -> bool {
    (1..MOST).contains(&line.matches('\t').count()) && !line.trim().is_empty()
}
