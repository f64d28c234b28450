//! D2 of rows: how many indicators, unfinished indicators and projects a text says there are, against the tables.

use crate::domain::values::input::Value;
use std::ops::Range;

use rust_decimal::Decimal;

use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::draft::draft::Draft;
use crate::domain::draft::field::{Field, List};
use crate::domain::evaluation::completion::is_reached;
use crate::domain::scheme::indicator::{Attainment, Indicator, IndicatorNature};
use crate::domain::values::quantity::Quantity;

use super::counted::{Counted, CountedRow};
use super::of_reading::OfReading;

/// Finds D2 of one text. `wrong` are the places of numbers that are told otherwise.
pub fn check(of: &OfReading<'_>, found: &mut Vec<Finding>) {
    let OfReading {
        reading, draft, wrong, ..
    } = *of;
    let is_told = |place: &Range<usize>| {
        wrong
            .iter()
            .any(|wrong| wrong.start < place.end && place.start < wrong.end)
    };
    // Of a report that was taken in, not every row of every table may have been read.
    let is_foreign = !draft.source.is_blank();
    let is_new = |counted: &&Counted| !is_told(&counted.place) && (!is_foreign || counted.what == CountedRow::Projects);
    for counted in reading.counted.iter().filter(is_new) {
        let (field, actual, noun) = match counted.what {
            CountedRow::Indicators => (List::Indicators, draft.written_indicators().count(), "项指标"),
            CountedRow::Unfinished => (
                List::Indicators,
                draft.written_indicators().filter(|row| is_missed(row)).count(),
                "项指标没有达到目标",
            ),
            CountedRow::Projects => (
                List::Projects,
                draft
                    .projects
                    .rows
                    .iter()
                    .filter(|row| !row.name.trim().is_empty())
                    .count(),
                "个重点项目",
            ),
        };
        let nothing_to_count = match counted.what {
            CountedRow::Unfinished => draft.indicators.is_empty() || !all_told(draft),
            _ => actual == 0,
        };
        if nothing_to_count || counted.count == Decimal::from(actual) {
            continue;
        }
        found.push(
            Finding::new(
                Code::D2,
                reading.field,
                format!(
                    "这里说的是 {}，表里有 {actual} {noun}：“{}”。",
                    Quantity::read(&counted.count.to_string())
                        .map_or_else(|_| counted.count.to_string(), |count| count.shown()),
                    counted.quoted
                ),
                "数一数表里的行，改数目，或补上漏掉的、删去多余的。",
            )
            .resting_on(vec![Field::Rows(field)])
            .about([(reading.field, counted.place.clone())]),
        );
    }
}

/// Whether every indicator has a result that can be compared.
fn all_told(draft: &Draft) -> bool {
    draft.written_indicators().all(|row| match row.nature {
        IndicatorNature::Quantitative => {
            !row.measures.is_empty()
                && row
                    .measures
                    .iter()
                    .all(|measure| measure.target.value().is_some() && measure.actual.value().is_some())
        }
        IndicatorNature::Qualitative => row.attainment.is_some(),
        _ => false,
    })
}

/// Whether an indicator stays behind its target.
fn is_missed(row: &Indicator) -> bool {
    match row.nature {
        IndicatorNature::Qualitative => row.attainment.is_some_and(|attainment| attainment != Attainment::Achieved),
        _ => row.measures.iter().any(|measure| {
            matches!((measure.target.value(), measure.actual.value()), (Some(target), Some(actual)) if !is_reached(measure, *target, *actual))
        }),
    }
}
