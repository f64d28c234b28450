//! What would be taken of a table: for each row what becomes of it, cell by cell, and the list as it would be.

use crate::documents::passage::Grid;
use crate::domain::draft::draft::Draft;
use crate::domain::draft::taken::{Fate, Meaning, TableKind, TakenRows, Way};
use crate::domain::values::input::Choice;
use crate::domain::values::parse::half_width;

use super::header::Mapping;
use super::joining;
use super::planned::{Mark, PlannedCell, PlannedRow, text_of};
use super::sheet_notes::NO_RESULT;

/// The most rows that are taken at once; no report has as many.
const MOST_ROWS: usize = 2_000;

/// What would be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Each row of the table that has something in it.
    pub rows: Vec<PlannedRow>,
    /// How many rows become new ones.
    pub new: usize,
    /// How many go into one that is there.
    pub updated: usize,
    /// How many rows that are there go.
    pub removed: usize,
    /// The list as it would be.
    pub result: TakenRows,
}

impl Plan {
    /// How many rows are not taken.
    pub fn left_out(&self) -> usize {
        self.rows.len() - self.new - self.updated
    }

    /// How many cells of rows that are taken are not.
    pub fn faults(&self) -> usize {
        let taken = self.rows.iter().filter(|row| !matches!(row.fate, Fate::LeftOut(_)));
        let cells = taken.flat_map(|row| &row.cells);
        cells.filter(|cell| matches!(cell.mark, Some(Mark::Fault(_)))).count()
    }
}

/// What would be taken of a table into a draft.
pub fn plan(draft: &Draft, grid: &Grid, mapping: &Mapping, way: Way) -> Plan {
    let mut rows = planned(grid, mapping);
    let joined = match mapping.kind {
        TableKind::Funds => joining::funds(draft, &mut rows, mapping.unit, way),
        TableKind::Indicators => joining::indicators(draft, &mut rows, way),
        TableKind::Projects => joining::projects(draft, &mut rows, mapping.unit, way),
        TableKind::Divisions => joining::divisions(draft, &mut rows, way),
        TableKind::Units => joining::units(draft, &mut rows, way),
    };
    let count = |fate: &Fate| rows.iter().filter(|row| row.fate == *fate).count();
    Plan {
        new: count(&Fate::New),
        updated: count(&Fate::Updates),
        removed: joined.removed,
        result: joined.rows,
        rows,
    }
}

/// The rows below the head with what they say of themselves; those that are no rows of the list are left out.
fn planned(grid: &Grid, mapping: &Mapping) -> Vec<PlannedRow> {
    let key = mapping.kind.key();
    let mut rows: Vec<PlannedRow> = Vec::new();
    let mut after_total = false;
    let mut taken = 0;
    for (place, texts) in grid.iter().enumerate().skip(mapping.first_row()) {
        if texts.iter().all(|text| text.trim().is_empty()) {
            continue;
        }
        let columns = mapping.columns.iter().zip(texts);
        let mut cells: Vec<PlannedCell> = columns
            .filter(|(meaning, _)| **meaning != Meaning::Skip)
            .map(|(meaning, text)| planned_cell(*meaning, text))
            .collect();
        let hidden = mapping.hidden.contains(&place).then(|| "表里隐藏或筛掉的行".to_owned());
        let reason = hidden.or_else(|| no_row(grid, mapping, texts, &cells, after_total));
        after_total = reason.is_some() && text_of(&cells, key).contains('总') || after_total && reason.is_none();
        let reason = reason.or_else(|| (taken >= MOST_ROWS).then(|| format!("超过 {MOST_ROWS} 行，请分开导入")));
        if reason.is_none() {
            taken += 1;
            as_above(&rows, &mut cells);
        }
        rows.push(PlannedRow {
            number: place + 1,
            fate: reason.map_or(Fate::New, Fate::LeftOut),
            cells,
        });
    }
    rows
}

/// A cell as its column takes it. A line break within a word is none of it, because it only made the cell narrower;
/// texts keep theirs.
fn planned_cell(meaning: Meaning, text: &str) -> PlannedCell {
    use Meaning::{Actual, AdjustedTarget, Analysis, Deviation, Evidence, FundReason, Goal, Improvement, Target, Task};
    let text = text.trim();
    if text == NO_RESULT {
        let fault = "公式没有结果，请用 Excel 或 WPS 打开这个文件，保存一次再导入".to_owned();
        return PlannedCell {
            meaning,
            text: String::new(),
            mark: Some(Mark::Fault(fault)),
        };
    }
    let keeps_lines = matches!(
        meaning,
        Goal | Target | AdjustedTarget | Actual | Analysis | Deviation | Improvement | Evidence | FundReason | Task
    );
    let text = if keeps_lines { text.to_owned() } else { unbroken(text) };
    PlannedCell {
        meaning,
        text,
        mark: None,
    }
}

/// A text without its line breaks: between letters they were spaces, between Chinese characters nothing.
fn unbroken(text: &str) -> String {
    let mut whole = String::with_capacity(text.len());
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let latin = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_alphabetic());
        if latin(whole.chars().next_back()) && latin(line.chars().next()) {
            whole.push(' ');
        }
        whole.push_str(line);
    }
    whole
}

/// Why a row is none of the list.
fn no_row(
    grid: &Grid,
    mapping: &Mapping,
    texts: &[String],
    cells: &[PlannedCell],
    after_total: bool,
) -> Option<String> {
    let head = mapping.head.and_then(|(row, _)| grid.get(row));
    if head.is_some_and(|head| head.iter().zip(texts).all(|(head, text)| head.trim() == text.trim())) {
        return Some("又一次表头".into());
    }
    let name = half_width(&text_of(cells, mapping.kind.key()));
    let first = texts
        .iter()
        .map(|text| half_width(text))
        .find(|text| !text.is_empty())
        .unwrap_or_default();
    const TOTALS: [&str; 4] = ["合计", "小计", "总计", "总分"];
    let is_total = |text: &str| {
        TOTALS
            .iter()
            .any(|word| text == *word || text.starts_with(&format!("{word}(")))
    };
    if is_total(&name) || is_total(&first) || texts.iter().any(|text| is_total(&half_width(text))) {
        let sum = if mapping.kind.is_of_names() {
            "合计行"
        } else {
            "合计行，由绩评自己加"
        };
        return Some(sum.into());
    }
    if mapping.kind == TableKind::Funds {
        if name.contains("总额") || name.contains("总计") || name.starts_with("合计") {
            return Some("合计行，由绩评自己加".into());
        }
        if name.starts_with("其中") && !after_total {
            return Some("是上面一行的其中数".into());
        }
        if matches!(name.as_str(), "基本支出" | "项目支出") {
            return Some("是支出性质，不是资金来源".into());
        }
    }
    if [
        "注:",
        "注.",
        "备注:",
        "填表人",
        "填报人",
        "说明:",
        "单位负责人",
        "联系电话",
    ]
    .iter()
    .any(|word| first.starts_with(word))
    {
        return Some("表下的说明".into());
    }
    if name.is_empty() {
        return Some(format!("没有{}", mapping.kind.key().label()));
    }
    let digits = |text: &str| !text.is_empty() && text.chars().all(|letter| letter.is_ascii_digit());
    let all_numbers = cells
        .iter()
        .filter(|cell| !cell.text.is_empty())
        .all(|cell| digits(&cell.text));
    (all_numbers && digits(&name)).then(|| "栏次行".into())
}

/// A blank cell below a level means the same level.
fn as_above(rows: &[PlannedRow], cells: &mut [PlannedCell]) {
    const LEVELS: [Meaning; 3] = [Meaning::FirstLevel, Meaning::SecondLevel, Meaning::Task];
    let above = rows.iter().rev().find(|row| row.fate == Fate::New);
    let Some(above) = above else { return };
    let mut same = true;
    for level in LEVELS {
        let before = text_of(&above.cells, level);
        if let Some(cell) = cells.iter_mut().find(|cell| cell.meaning == level) {
            // Below another first level the second one of before does not go on.
            if cell.text.is_empty() && same && !before.is_empty() {
                cell.text = before;
            } else if !cell.text.is_empty() && cell.text != before {
                same = false;
            }
        }
    }
}
