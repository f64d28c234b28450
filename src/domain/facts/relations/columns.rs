//! 列间勾稽: what the columns of a table are of each other, learnt from its rows: 结余 = 预算 − 支出, 增减率, 单价 × 数量.
//!
//! Heads name more columns than any list of words has. But where one column is the difference, the sum, the product or
//! the share of two others in nearly every row, it is meant to be so in all of them, and the row where it is not has a
//! wrong number. Take 预算│支出│结余 with 100│80│20, 50│45│5, 60│48│21 and 30│30│0: three rows hold, and 48 of 60 leaves
//! 12, not 21. Where there are but two rows or three, one that holds is enough if the other differs by a slip of the pen.

use rust_decimal::Decimal;

use crate::domain::facts::judging::ledger::Ledger;
use crate::domain::facts::judging::relation::{Id, Relation, Verdict};
use crate::domain::facts::judging::slip::is_slip;
use crate::domain::facts::reading::printed::{Kind, Printed};

/// A table with more columns of numbers or more rows is not looked through.
const COLUMNS: usize = 9;
const ROWS: usize = 80;

/// The numbers of the cells, none where a cell has none.
type Rows<'a> = &'a [Vec<Option<Id>>];

/// How one column follows from two others.
struct Way {
    relation: fn(Id, Id, Id) -> Relation,
    /// Whether it is the same with the two others the other way round.
    either_way: bool,
    /// Whether it is printed in percent.
    in_percent: bool,
    /// Whether it holds of the row of totals as well.
    of_totals: bool,
    /// Whether it is of a column with signs, or without; none where that does not matter.
    signed: Option<bool>,
}

const WAYS: [Way; 6] = [
    Way {
        relation: |of, more, less| Relation::Difference { of, more, less },
        either_way: false,
        in_percent: false,
        of_totals: true,
        signed: Some(false),
    },
    Way {
        relation: |by, end, start| Relation::Balance {
            end,
            start,
            plus: vec![by],
            minus: Vec::new(),
        },
        either_way: false,
        in_percent: false,
        of_totals: true,
        signed: Some(true),
    },
    Way {
        relation: |total, one, other| Relation::Sum {
            total,
            parts: vec![one, other],
            complete: true,
        },
        either_way: true,
        in_percent: false,
        of_totals: true,
        signed: None,
    },
    Way {
        relation: |rate, part, whole| Relation::Ratio { rate, part, whole },
        either_way: false,
        in_percent: true,
        of_totals: true,
        signed: None,
    },
    Way {
        relation: |rate, now, before| Relation::Change {
            rate,
            now,
            before,
            down: Some(false),
        },
        either_way: false,
        in_percent: true,
        of_totals: true,
        signed: None,
    },
    Way {
        relation: |total, each, times| Relation::Product { total, each, times },
        either_way: true,
        in_percent: false,
        of_totals: false,
        signed: None,
    },
];

/// Adds what nearly all rows show and some break; `total` is the row of totals, if there is one.
pub fn add(rows: Rows<'_>, total: Option<usize>, ledger: &mut Ledger) {
    let width = rows.iter().map(Vec::len).max().unwrap_or_default();
    let filled = |column: usize| rows.iter().filter(|row| cell(row, column).is_some()).count();
    let columns: Vec<usize> = (0..width).filter(|column| filled(*column) > 1).collect();
    if columns.len() > COLUMNS || rows.len() > ROWS {
        return;
    }
    let own = &rows[..total.unwrap_or(rows.len())];
    let all = &rows[..total.map_or(rows.len(), |total| total + 1)];
    let mut learnt = Vec::new();
    // What follows from others stands behind them.
    for of in columns.iter().rev() {
        learnt.extend(explained((own, all), &columns, *of, ledger));
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
fn explained((own, all): (Rows<'_>, Rows<'_>), columns: &[usize], of: usize, ledger: &Ledger) -> Vec<Relation> {
    let mut best: Option<(usize, Vec<Relation>)> = None;
    let mut is_tied = false;
    let in_percent = is_in_percent(all, of, ledger);
    let value = |row: &Vec<Option<Id>>| ledger.number(cell(row, of)?).map(|number| number.value);
    let has_signs = all.iter().filter_map(value).any(|value| value.is_sign_negative());
    // None where all rows hold, so that nothing is wrong.
    let mut consider = |relations: &[Relation]| -> Option<()> {
        let Some((held, broken)) = shown(relations, ledger) else {
            return Some(());
        };
        if broken.is_empty() {
            return None;
        }
        let most = best.as_ref().map_or(0, |(most, _)| *most);
        is_tied = held == most || is_tied && held < most;
        if held > most {
            best = Some((held, broken));
        }
        Some(())
    };
    for one in columns.iter().filter(|one| **one != of) {
        if in_percent && consider(&shares(all, own.len(), of, *one)).is_none() {
            return Vec::new();
        }
        for other in columns.iter().filter(|other| **other != of && *other != one) {
            for way in WAYS.iter().filter(|way| {
                way.in_percent == in_percent
                    && way.signed.is_none_or(|signed| signed == has_signs)
                    && !(way.either_way && other < one)
            }) {
                let rows = if way.of_totals { all } else { own };
                let relation =
                    |row: &Vec<Option<Id>>| Some((way.relation)(cell(row, of)?, cell(row, *one)?, cell(row, *other)?));
                // Differences and sums are of numbers of one unit.
                let is_of_one = |relation: &Relation| {
                    let mut kinds = relation
                        .facts()
                        .into_iter()
                        .filter_map(|id| Some(&ledger.number(id)?.kind));
                    let first = kinds.next();
                    way.in_percent || way.either_way && !way.of_totals || kinds.all(|kind| Some(kind) == first)
                };
                let relations: Vec<Relation> = rows.iter().filter_map(relation).filter(is_of_one).collect();
                if consider(&relations).is_none() {
                    return Vec::new();
                }
            }
        }
    }
    best.filter(|_| !is_tied).map(|(_, broken)| broken).unwrap_or_default()
}

/// 占比: each row of the total of a column.
fn shares(all: Rows<'_>, own: usize, of: usize, part: usize) -> Vec<Relation> {
    let Some(whole) = all.get(own).and_then(|total| cell(total, part)) else {
        return Vec::new();
    };
    let share = |row: &Vec<Option<Id>>| {
        Some(Relation::Ratio {
            rate: cell(row, of)?,
            part: cell(row, part)?,
            whole,
        })
    };
    all[..own].iter().filter_map(share).collect()
}

/// Whether the numbers of a column are percentages.
fn is_in_percent(rows: Rows<'_>, column: usize, ledger: &Ledger) -> bool {
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
    if relations.len() < 2 || !relations.iter().take(FIRST).any(|relation| holds(&relation)) {
        return None;
    }
    let numbers = |relation: &Relation| -> Vec<Decimal> {
        let numbers = relation.facts().into_iter();
        numbers
            .filter_map(|id| ledger.number(id).map(|number| number.value))
            .collect()
    };
    // 0 = 5 − 5 holds for columns that have nothing to do with each other.
    let telling = |relation: &&Relation| {
        let numbers = numbers(relation);
        // What a share is of has nothing to do with how many percent it is.
        let bases = match relation {
            Relation::Ratio { .. } | Relation::Change { .. } => &numbers[1..],
            _ => &numbers[..],
        };
        let differs = |place: usize| bases[..place].iter().all(|other| *other != bases[place]);
        numbers.iter().all(|number| !number.is_zero()) && (0..bases.len()).all(differs)
    };
    // 36 − 34 = 2 may hold by chance, 865.20 − 851.36 = 13.84 hardly.
    let of = |relation: &&Relation| match relation {
        Relation::Balance { plus, .. } => plus.first().and_then(|id| ledger.number(*id)),
        _ => relation.facts().first().and_then(|id| ledger.number(*id)),
    };
    let is_long = |relation: &&Relation| {
        let digits = of(relation).map(|number| number.value.abs() * Decimal::from(10_i64.pow(number.places.min(6))));
        digits.is_some_and(|digits| digits >= Decimal::ONE_HUNDRED)
    };
    let held = || relations.iter().filter(holds).filter(telling);
    let is_broken = |relation: &&Relation| matches!(ledger.judge(relation), Verdict::Broken { .. });
    let broken: Vec<Relation> = relations.iter().filter(is_broken).cloned().collect();
    let by_most = held().count() > 1 && relations.len() > 2 && broken.len() * 3 <= relations.len();
    // A rate with four digits fits two numbers by chance once in thousands.
    let is_exact = |relation: &&Relation| {
        let is_rate = |number: &Printed| number.kind == Kind::Percent && number.places > 1;
        of(relation).is_some_and(is_rate) && is_long(relation)
    };
    let by_rate = broken.len() == 1 && held().any(|relation| is_exact(&relation));
    let by_slip =
        broken.len() == 1 && held().any(|relation| is_long(&relation)) && broken.iter().all(|own| is_slip(own, ledger));
    (by_most || by_rate || by_slip || broken.is_empty() && held().count() > 1).then(|| (held().count(), broken))
}
