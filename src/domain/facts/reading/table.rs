//! 文中的表: tables that stay in texts, as lines with tabs or bars between their cells.

use std::ops::Range;

use crate::domain::draft::budget::Column as Sum;
use crate::domain::prose::words::WordList;
use crate::domain::vocabulary::heads::{self, Column as Head};
use crate::domain::vocabulary::money::{BEFORE_NUMBERS, Money};

use super::printed::{Kind, Printed};

/// A table of a text: its head and the rows below.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// What each column holds, by its head.
    pub columns: Vec<Column>,
    /// The rows below the head, each with the places of its cells; all have as many as the head.
    pub rows: Vec<Vec<Range<usize>>>,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// 项目, 三级指标: what the row is about.
    Name,
    /// 计量单位.
    Unit,
    /// 目标值.
    Target,
    /// 实际完成值.
    Actual,
    /// 全年预算, 调整预算.
    Budget,
    /// 执行数, 支出数.
    Spent,
    /// 执行率.
    Rate,
    /// 占比.
    Share,
    /// 分值, 权重.
    Weight,
    /// 得分.
    Score,
    /// Another column.
    Other,
}

/// So many blanks part cells.
const BLANKS: &str = "  ";

/// Rows that add up what stands above.
const TOTALS: [&str; 7] = ["合计", "总计", "总分", "总额", "总和", "共计", "合计数"];

/// The tables of a text: two lines at least with as many cells as the first, three at least; or names with a number each.
pub fn tables(text: &str) -> Vec<Table> {
    let mut tables = Vec::new();
    if !text.contains(['\t', '|', '｜']) && !text.contains(BLANKS) {
        return tables;
    }
    let mut run: Vec<Vec<Range<usize>>> = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let cells = cells(start, line);
        start += line.len();
        // |---|---| parts the head from the rows in Markdown.
        let is_rule =
            |cell: &Range<usize>| !cell.is_empty() && text[cell.clone()].chars().all(|c| matches!(c, '-' | ':'));
        if run.len() == 1 && cells.iter().all(is_rule) {
            continue;
        }
        let fits = run.first().is_none_or(|head| head.len() == cells.len());
        if cells.len() > 1 && fits {
            run.push(cells);
            continue;
        }
        tables.extend(table(text, &run));
        run.clear();
        if cells.len() > 1 {
            run.push(cells);
        }
    }
    tables.extend(table(text, &run));
    tables
}

/// The places of the cells of a line; a bar before the first and behind the last is a border.
fn cells(start: usize, line: &str) -> Vec<Range<usize>> {
    let bare = line.trim_end_matches(['\n', '\r']);
    let mark = ['\t', '|', '｜'].into_iter().find(|mark| bare.contains(*mark));
    let Some(mark) = mark else {
        return blank_cells(start, bare);
    };
    let mut cells = Vec::new();
    let mut at = start;
    for cell in bare.split(mark) {
        let trimmed = cell.trim();
        let begin = at + (cell.len() - cell.trim_start().len()).min(cell.len());
        cells.push(begin..begin + trimmed.len());
        at += cell.len() + mark.len_utf8();
    }
    if mark != '\t' {
        if cells.first().is_some_and(Range::is_empty) {
            cells.remove(0);
        }
        if bare.trim_end().ends_with(mark) && cells.last().is_some_and(Range::is_empty) {
            cells.pop();
        }
    }
    cells
}

/// The places of cells that several blanks part.
fn blank_cells(start: usize, line: &str) -> Vec<Range<usize>> {
    let mut cells = Vec::new();
    let mut at = 0;
    for piece in line.split(BLANKS) {
        let trimmed = piece.trim();
        if !trimmed.is_empty() {
            let begin = start + at + (piece.len() - piece.trim_start().len());
            cells.push(begin..begin + trimmed.len());
        }
        at += piece.len() + BLANKS.len();
    }
    cells
}

fn table(text: &str, run: &[Vec<Range<usize>>]) -> Option<Table> {
    let [head, rows @ ..] = run else { return None };
    let (first, last) = (head.first()?, rows.last()?.last()?);
    const LEAST: usize = 3;
    let is_number = |row: &Vec<Range<usize>>| {
        row.last()
            .is_some_and(|cell| Printed::read(&text[cell.clone()]).is_some())
    };
    // A row of numbers is no head: what was above it is not known.
    // 2023年决算 is a name.
    let is_value = |cell: &&Range<usize>| {
        let printed = Printed::read(&text[(*cell).clone()]);
        printed.is_some_and(|printed| !matches!(printed.kind, Kind::Count(_)))
    };
    let numbers = head.iter().filter(is_value).count();
    if numbers > 1 {
        return None;
    }
    // 指标, 权重: a head that says what it is of needs fewer rows to be believed.
    let is_said = |cell: &Range<usize>| !matches!(column(&text[cell.clone()]), Column::Other | Column::Name);
    let least = if head.last().is_some_and(is_said) {
        LEAST - 1
    } else {
        LEAST
    };
    if head.len() == 2 && (rows.len() < least || is_number(head) || !rows.iter().all(is_number)) {
        return None;
    }
    let mut columns: Vec<Column> = head.iter().map(|cell| column(&text[cell.clone()])).collect();
    // Of two columns of a kind the latter counts: 一级指标, 三级指标 are told apart by their heads, 年初预算 is another.
    for kind in [
        Column::Name,
        Column::Budget,
        Column::Spent,
        Column::Rate,
        Column::Weight,
        Column::Score,
    ] {
        let mut alike = (0..columns.len()).rev().filter(|place| columns[*place] == kind);
        alike.next();
        for place in alike.collect::<Vec<usize>>() {
            columns[place] = Column::Other;
        }
    }
    // 基本支出, 公用, 项目: a column of numbers is no name.
    for (place, kind) in columns.iter_mut().enumerate().skip(1) {
        let is_number = |row: &Vec<Range<usize>>| {
            row.get(place)
                .is_some_and(|cell| Printed::read(&text[cell.clone()]).is_some())
        };
        if *kind == Column::Name && rows.iter().all(is_number) {
            *kind = Column::Other;
        }
    }
    Some(Table {
        range: first.start..last.end,
        columns,
        rows: rows.to_vec(),
    })
}

/// What is reckoned with below a head.
fn column(head: &str) -> Column {
    // 未执行数, 结余数: what is left is no spending; 到位数 is no budget, and neither has a rate of its own.
    const NEITHER: WordList = WordList::of(&["差额", "增减", "到位"]);
    // Other rates are of other columns.
    const OF_EXECUTION: WordList = WordList::of(&["执行率", "支出率", "支付率", "执行进度", "支出进度"]);
    // A table of a text is about anything.
    const ABOUT: WordList = WordList::of(&["项目", "类别"]);
    let is_left = |(money, words): &(Money, WordList)| *money == Money::Unspent && words.any_in(head);
    if NEITHER.any_in(head) || BEFORE_NUMBERS.iter().any(is_left) {
        return Column::Other;
    }
    match heads::ranked(head).map(|(_, column)| column) {
        Some(Head::Name | Head::ProjectName) => Column::Name,
        Some(Head::Unit) => Column::Unit,
        Some(Head::Target | Head::AdjustedTarget) => Column::Target,
        Some(Head::Actual | Head::Analysis) => Column::Actual,
        Some(Head::Budget | Head::Money(Sum::Adjusted)) => Column::Budget,
        Some(Head::Money(Sum::Executed)) => Column::Spent,
        Some(Head::Rate) if OF_EXECUTION.any_in(head) => Column::Rate,
        Some(Head::Share) => Column::Share,
        Some(Head::Weight) => Column::Weight,
        Some(Head::Score) => Column::Score,
        None if ABOUT.any_in(head) => Column::Name,
        _ => Column::Other,
    }
}

impl Table {
    /// The place of a column.
    pub fn place(&self, column: Column) -> Option<usize> {
        self.columns.iter().position(|other| *other == column)
    }

    /// The cell of a row in a column, none where it is blank.
    pub fn cell<'a>(&self, text: &'a str, row: &[Range<usize>], column: Column) -> Option<&'a str> {
        let cell = row.get(self.place(column)?)?;
        text.get(cell.clone()).filter(|cell| !cell.is_empty())
    }

    /// The head of a column.
    pub fn head<'a>(&self, text: &'a str, place: usize) -> Option<&'a str> {
        let first = self.rows.first()?.first()?.start;
        let head = text.get(self.range.start..first)?;
        let cells = cells(0, head.lines().next()?);
        head.get(cells.get(place)?.clone())
    }

    /// Whether the last row adds up months or quarters above it: 1月, 2月, 3月, 一季度.
    pub fn is_of_periods(&self, text: &str, place: usize) -> bool {
        const PERIODS: [&str; 8] = [
            "一季度",
            "二季度",
            "三季度",
            "四季度",
            "上半年",
            "下半年",
            "全年",
            "前三季度",
        ];
        let name = |row: &Vec<Range<usize>>| row.first().map(|cell| &text[cell.clone()]);
        let is_last = place > 1 && place + 1 == self.rows.len();
        let own = self.rows.get(place).and_then(name).unwrap_or_default();
        let above = self.rows.get(..place).unwrap_or_default();
        let is_part =
            |row: &Vec<Range<usize>>| name(row).is_some_and(|name| name.ends_with('月') || name.ends_with("季度"));
        is_last && PERIODS.contains(&own) && above.iter().all(is_part)
    }

    /// Whether a row adds up the others.
    pub fn is_total(text: &str, row: &[Range<usize>]) -> bool {
        const LONGEST: usize = 8;
        let Some(cell) = row.iter().find(|cell| !cell.is_empty()) else {
            return false;
        };
        // 产出合计, 支出总额: the end of a name says it, too.
        let name: String = text[cell.clone()].chars().filter(|c| !c.is_whitespace()).collect();
        let ends = TOTALS.iter().any(|word| name.ends_with(word));
        ends && name.chars().count() <= LONGEST && Printed::read(&name).is_none()
    }
}
