//! D1 of a year that was left: what shall be done in a year that is over, and the office's own year that is another than the
//! report's.

use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::draft::field::Field;

use super::of_reading::OfReading;
use super::years_left::MaybeLeft;

/// Finds D1 of one text.
pub fn check(of: &OfReading<'_>, found: &mut Vec<Finding>) {
    let (reading, Some(year)) = (of.reading, of.year) else {
        return;
    };
    // Of the report of last year others tell as well.
    let is_told = |left: &MaybeLeft| left.is_of_report && left.year + 1 == year;
    let mut left = reading.years_left.iter();
    let Some(left) = left.find(|left| left.year < year && !is_told(left)) else {
        return;
    };
    let said = reading.text.get(left.place.clone()).unwrap_or_default();
    let message = match left.is_own {
        true => format!("这里写的是 {said}度，报告的年度是 {year}。"),
        false => format!("这里说的是今后的事，写的却是 {said}，报告的年度是 {year}。"),
    };
    found.push(
        Finding::new(
            Code::D1,
            reading.field,
            message,
            "抄自上年的，改成今年；其余各处也看一遍。",
        )
        .resting_on(vec![Field::Year])
        .about([(reading.field, left.place.clone())]),
    );
}
