//! What is recognised in a report that comes in, as lines.

#![allow(dead_code, reason = "each test binary uses some of these")]

use jiping::documents::import::reading::reading::Reading;
use jiping::documents::import::recognised::{Recognised, Slot};
use jiping::documents::passage::Passage;
use jiping::domain::draft::budget::{Column, FundSource};

/// An item as a line: its slots and values.
fn line(item: &Recognised) -> String {
    let values = item
        .values
        .iter()
        .map(|value| format!("{}={}", value.slot.label(), value.text));
    values.collect::<Vec<_>>().join("|")
}

/// The items that begin with one of these slots, as lines, are just these.
pub fn check(reading: &Reading, slots: &[Slot], expected: &[&str]) {
    let of_slots = |item: &&Recognised| item.slot().is_some_and(|slot| slots.contains(&slot));
    let found: Vec<String> = reading.items.iter().filter(of_slots).map(line).collect();
    assert_eq!(found, expected);
}

/// A table, its rows as lines with | between the cells.
pub fn grid(rows: &[&str]) -> Passage {
    Passage::Table(
        rows.iter()
            .map(|row| row.split('|').map(|cell| cell.trim().to_owned()).collect())
            .collect(),
    )
}

/// The slot of an amount.
pub const MONEY: fn(Option<FundSource>, Column) -> Slot = Slot::Money;
