//! Labels with their values in plain text, as rows of a table.

use super::aligning::Row;
use super::columns::column;
use super::fit::{Look, look};
use super::labels::is_label;
use super::line::{Way, line_at, width};

/// A wider text is no value of a label.
const WIDEST_VALUE: usize = 96;

/// 年度资金总额    1,086.50: a label of money with the amount behind it, and at most a frame before it.
pub fn amount_row(lines: &[&str], place: usize) -> Option<Row> {
    const MONEY: [&str; 6] = ["资金", "支出", "预算", "拨款", "总额", "合计"];
    let line = line_at(lines, place)?;
    let cells: Vec<&str> = line.filled().collect();
    let (amount, labels) = cells.split_last()?;
    let label = labels.last()?;
    let is_parted = line.way == Way::Blanks && labels.len() <= 2 || line.way == Way::Words && labels.len() == 1;
    let is_words = labels
        .iter()
        .all(|label| look(label) == Look::Words && column(label).is_none());
    let is_money = MONEY.iter().any(|word| label.contains(word)) && look(amount) == Look::Number;
    (is_parted && is_words && is_money).then(|| cells.iter().map(|cell| (*cell).to_owned()).collect())
}

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
