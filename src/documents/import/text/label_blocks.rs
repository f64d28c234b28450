//! Indicators with a label in each line, as a table: 指标名称：新造林面积 / 指标值：3200亩 / 完成值：3265亩 / 权重：20, and the next one below.
//!
//! Each label is the head of a column; a name, or a label that came already, begins the next row. Lines that only count
//! the indicators (指标1, （二）) and blank ones part them.

use crate::documents::passage::Grid;

use super::columns::{Column, column, loose_column};
use super::fit::{Look, look};
use super::tables::TextTable;

/// A longer text before a colon is no label, a longer line no number of an indicator.
const LONGEST_LABEL: usize = 12;
const LONGEST_NUMBER: usize = 8;

/// Labels of an indicator.
const OWN: [Column; 12] = [
    Column::First,
    Column::Second,
    Column::Name,
    Column::Nature,
    Column::Comparator,
    Column::Target,
    Column::Unit,
    Column::Actual,
    Column::Analysis,
    Column::Weight,
    Column::Score,
    Column::Reason,
];

/// What makes a row one of an indicator, beside its name.
const TELLING: [Column; 4] = [Column::Target, Column::Actual, Column::Weight, Column::Score];

/// The rows that begin at a line: two at least.
pub fn label_blocks(lines: &[&str], start: usize) -> Option<TextTable> {
    pair(lines.get(start)?)?;
    let mut heads: Vec<(Column, &str)> = Vec::new();
    let mut rows: Vec<Vec<(Column, &str)>> = Vec::new();
    let (mut end, mut furniture, mut between) = (start, Vec::new(), Vec::new());
    for (place, line) in lines.iter().enumerate().skip(start) {
        if let Some((kind, label, value)) = pair(line) {
            let is_next = |row: &Vec<(Column, &str)>| row.iter().any(|(own, _)| *own == kind);
            if rows.last().is_none_or(is_next) || kind == Column::Name && has(rows.last()?, Column::Name) {
                rows.push(Vec::new());
            }
            if !heads.iter().any(|(own, _)| *own == kind) {
                heads.push((kind, label));
            }
            rows.last_mut()?.push((kind, value));
            end = place + 1;
            furniture.append(&mut between);
        } else if is_count(line) {
            between.push(place);
        } else {
            break;
        }
    }
    let is_whole = |row: &Vec<(Column, &str)>| has(row, Column::Name) && TELLING.iter().any(|kind| has(row, *kind));
    if rows.len() < 2 || !rows.iter().all(is_whole) {
        return None;
    }
    let cells = |row: &Vec<(Column, &str)>| {
        let cell = |(kind, _): &(Column, &str)| {
            let own = row.iter().find(|(own, _)| own == kind);
            own.map_or(String::new(), |(_, value)| (*value).to_owned())
        };
        heads.iter().map(cell).collect::<Vec<String>>()
    };
    let head = heads.iter().map(|(_, label)| (*label).to_owned()).collect();
    let grid: Grid = std::iter::once(head).chain(rows.iter().map(cells)).collect();
    Some(TextTable {
        grid,
        lines: end - start,
        furniture,
    })
}

/// Amounts with a label in each line, two at least: 年初预算（万元）：5,720.00 / 预算执行数（万元）：5,987.52 / 预算执行率：99.00%.
pub fn amount_lines(lines: &[&str], start: usize) -> Option<TextTable> {
    let amount = |line: &&str| -> Option<Vec<String>> {
        let (label, value) = line.trim().split_once(['：', ':'])?;
        let (label, value) = (label.trim(), value.trim());
        let kind = column(label).or_else(|| loose_column(label))?;
        let is_of_money = matches!(kind, Column::Money(_) | Column::Budget | Column::Rate);
        let is_number = matches!(look(value), Look::Number | Look::Percent | Look::Measured);
        (is_of_money && is_number).then(|| vec![label.to_owned(), value.to_owned()])
    };
    let rows: Grid = lines.iter().skip(start).map_while(amount).collect();
    (rows.len() > 1).then(|| TextTable {
        lines: rows.len(),
        grid: rows,
        furniture: Vec::new(),
    })
}

fn has(row: &[(Column, &str)], kind: Column) -> bool {
    row.iter().any(|(own, _)| *own == kind)
}

/// A label of an indicator with its value.
fn pair(line: &str) -> Option<(Column, &str, &str)> {
    let (label, value) = line.trim().split_once(['：', ':'])?;
    let (label, value) = (label.trim(), value.trim().trim_end_matches(['；', ';', '。', '，']));
    let kind = column(label).filter(|kind| OWN.contains(kind))?;
    (label.chars().count() <= LONGEST_LABEL && !value.is_empty()).then_some((kind, label, value))
}

/// 指标1, （二）, 3. or nothing.
fn is_count(line: &str) -> bool {
    let line = line.trim();
    let rest = line.trim_start_matches("绩效").trim_start_matches("指标");
    let is_number = |c: char| c.is_ascii_digit() || "一二三四五六七八九十（）()、.．:：".contains(c);
    line.chars().count() <= LONGEST_NUMBER && rest.chars().all(is_number)
}
