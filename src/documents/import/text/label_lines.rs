//! Labels with their values in plain text, as rows of a table.

use super::aligning::Row;
use super::columns::column;
use super::fit::{Look, look};
use super::labels::is_label;
use super::line::{Way, line_at, width};

/// A wider text is no value of a label.
const WIDEST_VALUE: usize = 96;

/// 年度资金总额    1,086.50    其他资金    36.50: labels of money with the amount behind each, and at most a frame before
/// them.
pub fn amount_row(lines: &[&str], place: usize) -> Option<Row> {
    const MONEY: [&str; 6] = ["资金", "支出", "预算", "拨款", "总额", "合计"];
    let line = line_at(lines, place)?;
    let cells: Vec<&str> = line.filled().collect();
    let is_amount = |cell: &str| look(cell) == Look::Number;
    let pairs = cells.iter().filter(|cell| is_amount(cell)).count();
    let frame = cells.len().checked_sub(pairs * 2).filter(|frame| *frame <= 1)?;
    let is_parted = line.way == Way::Blanks || line.way == Way::Words && cells.len() == 2;
    let is_words = |label: &str| look(label) == Look::Words && column(label).is_none();
    let is_money = |label: &str| MONEY.iter().any(|word| label.contains(word));
    let fits = cells[frame..]
        .chunks(2)
        .all(|pair| matches!(pair, [label, amount] if is_words(label) && is_money(label) && is_amount(amount)));
    let is_row = pairs > 0 && is_parted && fits && cells[..frame].iter().all(|cell| is_words(cell));
    is_row.then(|| cells.iter().map(|cell| (*cell).to_owned()).collect())
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
