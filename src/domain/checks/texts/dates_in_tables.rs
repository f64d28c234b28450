//! E7 of tables: a row whose later step has the earlier date: 竣工日期 before 开工日期.
//!
//! Heads say which step comes first; of columns that they say nothing of, the other rows do.

use std::ops::Range;

use crate::domain::checks::context::of_text::OfText;
use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::draft::field::Field;
use crate::domain::facts::judging::ledger::Ledger;
use crate::domain::facts::reading::table::Table;
use crate::domain::prose::words::WordList;

/// The steps of a project in their order.
const STEPS: [WordList; 6] = [
    WordList::of(&["立项", "批复"]),
    WordList::of(&["招标", "采购公告", "公告"]),
    WordList::of(&["开标", "中标", "定标", "成交"]),
    WordList::of(&["开工", "动工", "开始", "启动", "进场", "起始", "起止"]),
    WordList::of(&["完工", "竣工", "结束", "终止", "完成时间", "完成日期"]),
    WordList::of(&["验收", "投用", "投入使用", "交付"]),
];

/// A date: year, none where it is not said, month, and day.
type Date = (Option<u16>, u8, Option<u8>);

/// Finds E7 of the rows of all tables.
pub fn check(of: &OfText<'_>, ledger: &Ledger, found: &mut Vec<Finding>) {
    let OfText { field, text, .. } = *of;
    let tables = &ledger.tables;
    for table in tables {
        let columns = table.columns.len();
        let mut told: Vec<usize> = Vec::new();
        for first in 0..columns {
            for second in first + 1..columns {
                for row in back(text, table, first, second) {
                    if !told.contains(&row) {
                        told.push(row);
                        found.extend(tell(field, text, table, row, (first, second)));
                    }
                }
            }
        }
    }
}

/// The rows in which the later of two steps has the earlier date.
fn back(text: &str, table: &Table, first: usize, second: usize) -> Vec<usize> {
    let date = |row: &[Range<usize>], place: usize| row.get(place).and_then(|cell| date(&text[cell.clone()]));
    let pairs: Vec<(usize, Date, Date)> = table
        .rows
        .iter()
        .enumerate()
        .filter_map(|(place, row)| Some((place, date(row, first)?, date(row, second)?)))
        .filter(|(_, one, other)| one.0.is_some() == other.0.is_some())
        .collect();
    let is_before = |one: &Date, other: &Date| match (one.2, other.2) {
        (Some(_), Some(_)) => one < other,
        _ => (one.0, one.1) < (other.0, other.1),
    };
    let rows = |turned: bool| -> Vec<usize> {
        let is_back = |(_, one, other): &&(usize, Date, Date)| match turned {
            true => is_before(one, other),
            false => is_before(other, one),
        };
        pairs.iter().filter(is_back).map(|(place, ..)| *place).collect()
    };
    let step = |place| {
        let head = table.head(text, place)?;
        STEPS.iter().rposition(|words| words.any_in(head))
    };
    match (step(first), step(second)) {
        (Some(one), Some(other)) if one != other => rows(one > other),
        _ => {
            const LEAST: usize = 3;
            let back = rows(false);
            if pairs.len() >= LEAST && back.len() == 1 {
                back
            } else {
                Vec::new()
            }
        }
    }
}

/// The date that a cell is: 2023-03-10, 2023.3.10, 2023年3月10日, 3月10日, 2023年3月.
fn date(cell: &str) -> Option<Date> {
    let is_mark = |c: char| "-./年月日".contains(c);
    if cell.is_empty() || !cell.chars().all(|c| c.is_ascii_digit() || is_mark(c)) {
        return None;
    }
    let numbers: Vec<u16> = cell
        .split(is_mark)
        .filter(|part| !part.is_empty())
        .map(str::parse)
        .collect::<Result<_, _>>()
        .ok()?;
    let small = |number: u16, most: u8| u8::try_from(number).ok().filter(|number| (1..=most).contains(number));
    let is_year = |year: u16| (1990..2100).contains(&year);
    match numbers.as_slice() {
        [year, month, day] if is_year(*year) => Some((Some(*year), small(*month, 12)?, Some(small(*day, 31)?))),
        [year, month] if is_year(*year) && !cell.ends_with('日') => Some((Some(*year), small(*month, 12)?, None)),
        [month, day] if cell.ends_with('日') => Some((None, small(*month, 12)?, Some(small(*day, 31)?))),
        _ => None,
    }
}

fn tell(field: Field, text: &str, table: &Table, row: usize, (first, second): (usize, usize)) -> Option<Finding> {
    let cells = table.rows.get(row)?;
    let cell = |place: usize| text.get(cells.get(place)?.clone());
    let head = |place: usize| table.head(text, place).unwrap_or_default();
    let name = cells
        .iter()
        .map(|cell| &text[cell.clone()])
        .find(|cell| cell.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)))
        .unwrap_or_default();
    Some(
        Finding::new(
            Code::E7,
            field,
            format!(
                "表中“{name}”的先后不合：{}是 {}，{}是 {}。",
                head(first),
                cell(first)?,
                head(second),
                cell(second)?
            ),
            "核对两个日期，改写错的那个。",
        )
        .about([(field, cells.get(second)?.clone())]),
    )
}
