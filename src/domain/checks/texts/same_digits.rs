//! A8 of all texts: one number with the same digits, once in 元 and once in 万元.

use std::collections::BTreeMap;
use std::ops::Range;

use rust_decimal::Decimal;

use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::facts::reading::fact::{Measure, Place};
use crate::domain::facts::reading::printed::Kind;
use crate::domain::values::shared::Shared;

use super::reading::Reading;

/// So many digits at least, without zeros at the end: fewer may be the same by chance.
const DIGITS: u32 = 4;

/// Where a number stands, in which unit, and as it is written.
type Standing<'a> = (Decimal, &'a Reading, Range<usize>);

/// Finds A8 of numbers that differ by their unit alone.
pub fn check(readings: &[Shared<Reading>], found: &mut Vec<Finding>) {
    let mut said: BTreeMap<Decimal, Vec<Standing<'_>>> = BTreeMap::new();
    for reading in readings {
        // A table whose head or caption says 万元 counts in it.
        let in_tables = reading.text.contains("单位：万元") || reading.text.contains("单位:万元");
        for fact in &reading.ledger.facts {
            let Place::Text(_, range) = &fact.at else { continue };
            let is_cell = fact.number.kind == Kind::Bare && matches!(fact.what, Measure::Adjusted | Measure::Executed);
            if fact.number.kind != Kind::Money && !(is_cell && in_tables) {
                continue;
            }
            let Some(digits) = fact
                .number
                .value
                .checked_div(fact.number.scale)
                .map(|value| value.normalize())
            else {
                continue;
            };
            if significant(digits) < DIGITS {
                continue;
            }
            let places = said.entry(digits).or_default();
            if places.iter().all(|(scale, _, _)| *scale != fact.number.scale) {
                places.push((fact.number.scale, reading, range.clone()));
            }
        }
    }
    for places in said.into_values() {
        let [(_, before, first), (_, reading, second), ..] = places.as_slice() else {
            continue;
        };
        let words =
            |reading: &Reading, range: &Range<usize>| reading.text.get(range.clone()).unwrap_or_default().to_owned();
        found.push(
            Finding::new(
                Code::A8,
                reading.field,
                format!(
                    "这里是“{}”，别处是“{}”：数字一样，单位不同。",
                    words(reading, second),
                    words(before, first)
                ),
                "核对是元、万元还是亿元，改写错的单位。",
            )
            .resting_on(vec![before.field])
            .about([(reading.field, second.clone()), (before.field, first.clone())]),
        );
    }
}

/// How many digits a number has, without zeros at its ends.
fn significant(value: Decimal) -> u32 {
    let digits = value.mantissa().unsigned_abs();
    let mut digits = digits;
    while digits > 0 && digits.is_multiple_of(10) {
        digits /= 10;
    }
    digits.checked_ilog10().map_or(0, |log| log + 1)
}
