//! Labels with their values in plain text, as rows of a table.

use super::aligning::Row;
use super::columns::column;
use super::labels::is_label;
use super::line::{Way, line_at, width};

/// A wider text is no value of a label.
const WIDEST_VALUE: usize = 96;

/// 项目名称 | 某项目 | 主管部门 | 某局, or a label and its value on lines of their own.
pub fn label_row(lines: &[&str], place: usize) -> Option<(Row, usize)> {
    let line = line_at(lines, place)?;
    let first = line.filled().next()?;
    // 项目名称 is also the head of a column.
    let is_head = line.way != Way::Single && line.filled().filter(|cell| column(cell).is_some()).count() > 1;
    if !is_label(first) || is_head {
        return None;
    }
    let mut row: Row = Vec::new();
    match line.way {
        Way::Tabs | Way::Strokes | Way::Blanks => row.extend(line.cells.iter().map(|cell| (*cell).to_owned())),
        Way::Words => {
            for cell in line.cells {
                match row.last_mut() {
                    Some(last) if !is_label(cell) && !is_label(last) => {
                        last.push(' ');
                        last.push_str(cell);
                    }
                    _ => row.push(cell.to_owned()),
                }
            }
        }
        Way::Single => {
            let value = line_at(lines, place + 1).filter(|next| next.way == Way::Single)?;
            let value = value.cells[0];
            let is_value = !is_label(value) && column(value).is_none() && width(value) <= WIDEST_VALUE;
            row.push(first.to_owned());
            row.extend(is_value.then(|| value.to_owned()));
            return is_value.then_some((row, 2));
        }
    }
    (row.len() >= 2).then_some((row, 1))
}
