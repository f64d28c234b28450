//! Which places of the passages are covered.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::documents::import::recognised::Source;

/// The pieces of the text that are covered, by passage.
pub type Covered = BTreeMap<usize, (Vec<Range<usize>>, BTreeSet<usize>)>;

/// What places cover, put together where they touch.
pub fn covered<'s>(sources: impl Iterator<Item = &'s Source>) -> Covered {
    let mut covered = Covered::new();
    for source in sources {
        let (ranges, rows) = covered.entry(source.passage).or_default();
        match source.row {
            Some(row) => {
                rows.insert(row);
            }
            None => ranges.push(source.range.clone()),
        }
    }
    for (ranges, _) in covered.values_mut() {
        ranges.sort_by_key(|range| range.start);
        let mut merged: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
        for range in ranges.drain(..) {
            match merged.last_mut() {
                Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
                _ => merged.push(range),
            }
        }
        *ranges = merged;
    }
    covered
}
