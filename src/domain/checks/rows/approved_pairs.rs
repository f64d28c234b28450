//! Rows of a 申报表 and the rows of the report that answer them.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::values::parse::half_width;
use crate::domain::values::row::Id;

/// What to do about any difference.
pub(super) const HINT: &str = "按批复的申报表写。经批准调整过的，点“不处理”，写明调整的依据。";

/// Each row of a 申报表 with the row that was made of it, or that is called the same since; and the rows that it
/// does not have.
pub(super) struct Pairs<'a, A, R> {
    /// 两边都有的.
    pub both: Vec<(&'a A, &'a R)>,
    /// 报告里没有的.
    pub missing: Vec<&'a A>,
    /// 申报表上没有的.
    pub added: Vec<&'a R>,
}

impl<'a, A, R> Pairs<'a, A, R> {
    /// `own` says identity and name of a row, of either kind.
    pub fn of(
        promised: &'a [A],
        rows: Vec<&'a R>,
        promised_is: impl Fn(&A) -> (Id, &str),
        row_is: impl Fn(&R) -> (Id, &str),
    ) -> Self {
        let mut by_id: BTreeMap<Id, usize> = BTreeMap::new();
        let mut by_name: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (place, row) in rows.iter().enumerate() {
            let (id, name) = row_is(row);
            by_id.insert(id, place);
            by_name.entry(bare(name)).or_default().push(place);
        }
        let known = |row: &A| by_id.get(&promised_is(row).0).copied();
        let mut taken: BTreeSet<usize> = promised.iter().filter_map(known).collect();
        let (mut both, mut missing) = (Vec::new(), Vec::new());
        for row in promised {
            let named = by_name.get(&bare(promised_is(row).1));
            let named = || named?.iter().find(|place| !taken.contains(place)).copied();
            let place = known(row).or_else(named);
            match place.and_then(|place| Some((place, *rows.get(place)?))) {
                Some((place, own)) => {
                    taken.insert(place);
                    both.push((row, own));
                }
                None => missing.push(row),
            }
        }
        let rows = rows.into_iter().enumerate();
        let added = rows.filter(|(place, _)| !taken.contains(place)).map(|(_, row)| row);
        Pairs {
            both,
            missing,
            added: added.collect(),
        }
    }
}

/// A name by which rows are known again: without blanks, and whatever width its signs have.
pub(super) fn bare(text: &str) -> String {
    let plain = half_width(text);
    plain.chars().filter(|c| !c.is_whitespace()).collect()
}
