//! 列间勾稽: what the columns of a table are of each other, learnt from its rows: 结余 = 预算 − 支出, 增减率, 单价.
//!
//! Heads name more columns than any list of words has. But where one column is the difference, the sum or the share of
//! two others in nearly every row, it is meant to be so in all of them, and the row where it is not has a wrong number.
//! Take 预算│支出│结余 with 100│80│20, 50│45│5, 60│48│21 and 30│30│0: three rows hold, and 48 of 60 leaves 12, not 21.

use super::ledger::Ledger;
use super::printed::Kind;
use super::relation::{Id, Relation, Verdict};

/// A table with more columns of numbers or more rows is not looked through.
const COLUMNS: usize = 9;
const ROWS: usize = 80;

/// How one column follows from two others.
const KINDS: [fn(Id, Id, Id) -> Relation; 4] = [
    |of, more, less| Relation::Difference { of, more, less },
    |total, one, other| Relation::Sum {
        total,
        parts: vec![one, other],
        complete: true,
    },
    |rate, part, whole| Relation::Ratio { rate, part, whole },
    |rate, now, before| Relation::Change {
        rate,
        now,
        before,
        down: Some(false),
    },
];

/// Adds what nearly all rows show and some break. `rows` has the number of each cell, none where it has none.
pub fn add(rows: &[Vec<Option<Id>>], ledger: &mut Ledger) {
    let width = rows.iter().map(Vec::len).max().unwrap_or_default();
    let filled = |column: usize| rows.iter().filter(|row| cell(row, column).is_some()).count();
    let columns: Vec<usize> = (0..width).filter(|column| filled(*column) > 2).collect();
    if columns.len() < 3 || columns.len() > COLUMNS || rows.len() > ROWS {
        return;
    }
    let mut learnt = Vec::new();
    // What follows from others stands behind them.
    for of in columns.iter().rev() {
        learnt.extend(explained(rows, &columns, *of, ledger));
    }
    for relation in learnt {
        let mut own = relation.facts();
        let first = own.first().copied();
        own.sort_unstable();
        // 余数 = 收入 − 开支 and 收入 = 开支 + 余数 say the same.
        let is_told = |known: &Relation| {
            let mut facts = known.facts();
            let is_first = facts.first().copied() == first;
            facts.sort_unstable();
            is_first || facts == own
        };
        if !ledger.relations.iter().any(is_told) {
            ledger.relations.push(relation);
        }
    }
}

/// The rows that break what one column is of two others. Of all that it may be, what the most rows show counts: 年初预算
/// is 全年预算 in most rows, but the rate is of the latter.
fn explained(rows: &[Vec<Option<Id>>], columns: &[usize], of: usize, ledger: &Ledger) -> Vec<Relation> {
    let mut best: Option<(usize, Vec<Relation>)> = None;
    let mut is_tied = false;
    for one in columns.iter().filter(|one| **one != of) {
        for other in columns.iter().filter(|other| **other != of && *other != one) {
            for (place, kind) in KINDS.iter().enumerate() {
                // A sum is the same either way; a share or a change is printed in percent.
                if place == 1 && other < one || place > 1 && !is_in_percent(rows, of, ledger) {
                    continue;
                }
                let relations: Vec<Relation> = rows
                    .iter()
                    .filter_map(|row| Some(kind(cell(row, of)?, cell(row, *one)?, cell(row, *other)?)))
                    .collect();
                let Some((held, broken)) = shown(&relations, ledger) else {
                    continue;
                };
                if broken.is_empty() {
                    return Vec::new();
                }
                let most = best.as_ref().map_or(0, |(most, _)| *most);
                is_tied = held == most || is_tied && held < most;
                if held > most {
                    best = Some((held, broken));
                }
            }
        }
    }
    best.filter(|_| !is_tied).map(|(_, broken)| broken).unwrap_or_default()
}

/// Whether the numbers of a column are percentages.
fn is_in_percent(rows: &[Vec<Option<Id>>], column: usize, ledger: &Ledger) -> bool {
    let mut numbers = rows.iter().filter_map(|row| ledger.number(cell(row, column)?));
    numbers.all(|number| number.kind == Kind::Percent)
}

fn cell(row: &[Option<Id>], column: usize) -> Option<Id> {
    *row.get(column)?
}

/// How many rows show a relation, and those that break it; none where it is not clear that they show it.
fn shown(relations: &[Relation], ledger: &Ledger) -> Option<(usize, Vec<Relation>)> {
    const FIRST: usize = 4;
    // Nearly every three columns have nothing to do with each other: the first rows tell.
    let holds = |relation: &&Relation| ledger.judge(relation) == Verdict::Holds;
    if relations.len() < 3 || relations.iter().take(FIRST).filter(holds).count() < 2 {
        return None;
    }
    // 0 = 5 − 5 holds for columns that have nothing to do with each other.
    let telling = |relation: &&Relation| {
        let numbers: Vec<_> = relation.facts().iter().filter_map(|id| ledger.number(*id)).collect();
        let differs = |place: usize| numbers[..place].iter().all(|other| other.value != numbers[place].value);
        numbers.iter().all(|number| !number.value.is_zero()) && (0..numbers.len()).all(differs)
    };
    let held = relations.iter().filter(holds).filter(telling).count();
    let is_broken = |relation: &&Relation| matches!(ledger.judge(relation), Verdict::Broken { .. });
    let broken: Vec<Relation> = relations.iter().filter(is_broken).cloned().collect();
    (held > 1 && broken.len() * 3 <= relations.len()).then_some((held, broken))
}
