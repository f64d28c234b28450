//! Reads tables in plain text: CSV files, and what Excel puts on the clipboard beside the HTML.

use super::sheet::{CELLS, Making, Sheet};

/// The sign between the cells of a CSV file: the one that its first lines have most of. A title above the
/// table may have none.
pub fn separator(text: &str) -> char {
    let count = |sign: char| {
        text.lines()
            .take(20)
            .map(|line| line.matches(sign).count())
            .sum::<usize>()
    };
    let signs = ['，', ';', '\t', ','];
    signs.into_iter().max_by_key(|sign| count(*sign)).unwrap_or(',')
}

/// Reads a table. A cell in quotes may hold the separator, line breaks, and quotes written twice.
pub fn table(text: &str, separator: char) -> Sheet {
    let mut making = Making::new(CELLS);
    let (mut row, mut column) = (0, 0);
    let mut letters = text.chars().peekable();
    let mut cell = String::new();
    let mut quoted = false;
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            '"' if quoted => quoted = false,
            '"' if cell.is_empty() => quoted = true,
            '\r' if letters.peek() == Some(&'\n') => {}
            '\r' | '\n' if !quoted => {
                if !making.put(row, column, std::mem::take(&mut cell)) {
                    break;
                }
                (row, column) = (row + 1, 0);
            }
            '\r' => cell.push('\n'),
            _ if letter == separator && !quoted => {
                if !making.put(row, column, std::mem::take(&mut cell)) {
                    break;
                }
                column += 1;
            }
            _ => cell.push(letter),
        }
    }
    making.put(row, column, cell);
    making.finish(String::new(), false, &[])
}
