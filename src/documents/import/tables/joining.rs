//! Joins the rows of a table with those of a draft. Rows are the same when their names are; what the table does
//! not say stays as it is.

use crate::domain::draft::budget::{Column, Fund, FundSource, Project};
use crate::domain::draft::department::{Division, SubordinateUnit};
use crate::domain::draft::draft::Draft;
use crate::domain::draft::taken::{Fate, Meaning, MoneyUnit, TakenRows, Way};
use crate::domain::values::amount::Amount;
use crate::domain::values::input::{Choice, Entry, clean};
use crate::domain::values::parse::half_width;
use crate::domain::values::row::Id;
use crate::domain::values::shared::Shared;

use super::indicator_rows;
use super::planned::{Figure, Mark, PlannedRow, amount, mark, text_of, write};

/// The list as it would be.
pub struct Joined {
    /// The rows.
    pub rows: TakenRows,
    /// How many of the draft's go.
    pub removed: usize,
}

/// Puts rows in the place of those of the same name, or at the end; `change` fills a row in. `is_same` is told
/// the place of a row that is there, and the name in the table in half-width.
fn join<T: Clone>(
    present: &[T],
    rows: &mut [PlannedRow],
    way: Way,
    key: Meaning,
    is_same: impl Fn(usize, &str) -> bool,
    blank: impl Fn() -> T,
    mut change: impl FnMut(&mut T, &mut PlannedRow),
) -> (Vec<T>, usize) {
    let mut used = vec![false; present.len()];
    let mut all: Vec<T> = match way {
        Way::Add => present.to_vec(),
        Way::Replace => Vec::new(),
    };
    for row in rows.iter_mut().filter(|row| row.fate == Fate::New) {
        // The first of the same name that no row of the table has taken yet.
        let name = half_width(&text_of(&row.cells, key));
        let found = (0..present.len()).find(|place| !used[*place] && is_same(*place, &name));
        let mut own = found.map_or_else(&blank, |place| present[place].clone());
        change(&mut own, row);
        if let Some(place) = found {
            used[place] = true;
            row.fate = Fate::Updates;
        }
        match (way, found) {
            (Way::Add, Some(place)) => all[place] = own,
            _ => all.push(own),
        }
    }
    let removed = match way {
        Way::Add => 0,
        Way::Replace => used.iter().filter(|used| !**used).count(),
    };
    (all, removed)
}

/// Writes an amount where the table has one that can be read.
fn write_amount(place: &mut Entry<Amount>, row: &mut PlannedRow, meaning: Meaning, unit: Option<MoneyUnit>) {
    match amount(&text_of(&row.cells, meaning), unit) {
        Figure::None => {}
        Figure::Value(value) => *place = Entry::Accepted(value),
        Figure::Rounded(value) => {
            *place = Entry::Accepted(value);
            mark(row, meaning, Mark::Note("小数太多，已四舍五入到分".into()));
        }
        Figure::Fault(reason) => mark(row, meaning, Mark::Fault(reason)),
    }
}

/// 资金来源.
pub fn funds(draft: &Draft, rows: &mut [PlannedRow], unit: Option<MoneyUnit>, way: Way) -> Joined {
    let name_of = |row: &PlannedRow| fund_name(&text_of(&row.cells, Meaning::FundName));
    let labels: Vec<String> = draft.budget.funds.iter().map(|fund| half_width(fund.label())).collect();
    let is_same = |place: usize, name: &str| {
        let name = fund_name(name);
        let (Some(fund), Some(label)) = (draft.budget.funds.get(place), labels.get(place)) else {
            return false;
        };
        *label == name || fund.name.trim().is_empty() && name.contains(label.as_str())
    };
    let (funds, removed) = join(
        &draft.budget.funds,
        rows,
        way,
        Meaning::FundName,
        is_same,
        || Fund::new(Id::default(), FundSource::Other),
        |fund, row| {
            if fund.id == Id::default() {
                let name = name_of(row);
                fund.source = source(&name);
                fund.name = if name == fund.source.label() {
                    String::new()
                } else {
                    clean(&name)
                };
            }
            for (column, meaning) in [
                (Column::Initial, Meaning::Initial),
                (Column::Adjusted, Meaning::Adjusted),
                (Column::Executed, Meaning::Executed),
            ] {
                write_amount(fund.amounts.get_mut(column), row, meaning, unit);
            }
            write(&mut fund.reason, row, Meaning::FundReason);
        },
    );
    Joined {
        rows: TakenRows::Funds(funds),
        removed,
    }
}

/// The name of a source without what only orders the table: 其中：, 1., （1）.
fn fund_name(text: &str) -> String {
    let text = text
        .trim()
        .trim_start_matches("其中")
        .trim_start_matches(['：', ':'])
        .trim();
    let is_number = |part: &str| {
        !part.is_empty()
            && part
                .chars()
                .all(|c| c.is_ascii_digit() || "一二三四五六七八九十".contains(c))
    };
    let in_brackets = text
        .strip_prefix(['（', '('])
        .and_then(|rest| rest.split_once(['）', ')']));
    match in_brackets.or_else(|| text.split_once(['、', '.', '．', ','])) {
        Some((number, name)) if is_number(number.trim()) && !name.trim().is_empty() => name.trim().to_owned(),
        _ => text.to_owned(),
    }
}

/// The source that a name speaks of.
fn source(name: &str) -> FundSource {
    let words: [(&str, FundSource); 9] = [
        ("政府性基金", FundSource::GovernmentManagedFunds),
        ("国有资本", FundSource::StateCapitalOperations),
        ("财政专户", FundSource::SpecialAccount),
        ("一般公共预算", FundSource::GeneralPublicBudget),
        ("单位资金", FundSource::OwnFunds),
        ("自有资金", FundSource::OwnFunds),
        ("事业收入", FundSource::OwnFunds),
        ("财政拨款", FundSource::GeneralPublicBudget),
        ("财政资金", FundSource::GeneralPublicBudget),
    ];
    let found = words.iter().find(|(word, _)| name.contains(word));
    found.map_or(FundSource::Other, |(_, source)| *source)
}

/// 重点项目.
pub fn projects(draft: &Draft, rows: &mut [PlannedRow], unit: Option<MoneyUnit>, way: Way) -> Joined {
    let fill = |project: &mut Project, row: &mut PlannedRow| {
        write(&mut project.name, row, Meaning::Project);
        write(&mut project.task, row, Meaning::Task);
        write_amount(&mut project.initial, row, Meaning::ProjectInitial, unit);
        write(&mut project.completion, row, Meaning::ProjectCompletion);
        write_amount(&mut project.budget, row, Meaning::ProjectBudget, unit);
        write_amount(&mut project.amount, row, Meaning::ProjectAmount, unit);
    };
    let present = &draft.projects.rows;
    let (projects, removed) = join_named(present, |row| &row.name, rows, way, Meaning::Project, fill);
    Joined {
        rows: TakenRows::Projects(projects),
        removed,
    }
}

/// 指标.
pub fn indicators(draft: &Draft, rows: &mut [PlannedRow], way: Way) -> Joined {
    let names: Vec<String> = draft.indicators.iter().map(|row| half_width(&row.name)).collect();
    let (indicators, removed) = join(
        &draft.indicators,
        rows,
        way,
        Meaning::Name,
        |place, name| names[place] == name,
        indicator_rows::blank,
        |indicator, row| {
            let mut own = (**indicator).clone();
            indicator_rows::fill(&draft.scheme, &mut own, row);
            // An untouched row stays the same allocation, which later comparisons profit from.
            if own != **indicator {
                *indicator = Shared::new(own);
            }
        },
    );
    Joined {
        rows: TakenRows::Indicators(indicators),
        removed,
    }
}

/// 内设机构.
pub fn divisions(draft: &Draft, rows: &mut [PlannedRow], way: Way) -> Joined {
    let fill = |division: &mut Division, row: &mut PlannedRow| {
        write(&mut division.name, row, Meaning::DivisionName);
        write(&mut division.second_name, row, Meaning::SecondName);
    };
    let present = &draft.department.divisions;
    let (rows, removed) = join_named(present, |row| &row.name, rows, way, Meaning::DivisionName, fill);
    Joined {
        rows: TakenRows::Divisions(rows),
        removed,
    }
}

/// 下属单位.
pub fn units(draft: &Draft, rows: &mut [PlannedRow], way: Way) -> Joined {
    let fill = |unit: &mut SubordinateUnit, row: &mut PlannedRow| write(&mut unit.name, row, Meaning::UnitName);
    let present = &draft.department.subordinate_units;
    let (rows, removed) = join_named(present, |row| &row.name, rows, way, Meaning::UnitName, fill);
    Joined {
        rows: TakenRows::Units(rows),
        removed,
    }
}

/// Joins rows that are the same when their names are; those that are not there yet begin blank.
fn join_named<T: Clone + Default>(
    present: &[T],
    name: impl Fn(&T) -> &str,
    rows: &mut [PlannedRow],
    way: Way,
    key: Meaning,
    fill: impl FnMut(&mut T, &mut PlannedRow),
) -> (Vec<T>, usize) {
    let names: Vec<String> = present.iter().map(|row| half_width(name(row))).collect();
    join(
        present,
        rows,
        way,
        key,
        |place, name| names[place] == name,
        T::default,
        fill,
    )
}
