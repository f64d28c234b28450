//! D6 of shares: what a text says that a number is of the budget or of all that was spent, against the figures of the
//! report, where the text does not say them itself.

use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::draft::field::Field;
use crate::domain::evaluation::evaluation::Evaluation;
use crate::domain::facts::reading::fact::{Fact, Measure, Period, Place};
use crate::domain::facts::reading::interval::Interval;
use crate::domain::facts::reading::printed::Kind;
use crate::domain::facts::relations::shares::{office_whole, whole_name};
use crate::domain::values::amount::Amount;
use crate::domain::values::rounding::{fixed, trimmed};

use super::of_reading::OfReading;
use super::reading::Reading;

/// Finds D6 of shares in one text.
pub fn check(of: &OfReading<'_>, found: &mut Vec<Finding>) {
    let OfReading {
        reading, evaluation, ..
    } = *of;
    let facts = &reading.ledger.facts;
    let is_known = |id: usize| {
        let mut all = reading.ledger.relations.iter().chain(&reading.ledger.agreeing);
        all.any(|relation| relation.facts().first() == Some(&id))
    };
    for (id, pair) in facts.windows(2).enumerate() {
        let [part, share] = pair else { continue };
        let id = id + 1;
        if share.what != Measure::Share || is_known(id) || share.when == Period::Last {
            continue;
        }
        found.extend(fault(reading, part, share, evaluation));
    }
}

fn fault(reading: &Reading, part: &Fact, share: &Fact, evaluation: &Evaluation) -> Option<Finding> {
    let (Place::Text(_, from), Place::Text(_, to)) = (&part.at, &share.at) else {
        return None;
    };
    let said = reading.text.get(from.end..to.start)?.trim();
    let is_beside = said
        .trim_start_matches(['，', ',', '（', '(', '约', '共'])
        .starts_with('占')
        && part.number.kind == Kind::Money;
    let measure = whole_name(said).filter(|_| is_beside).and_then(office_whole)?;
    let totals = &evaluation.money.totals;
    let (whole, name, field): (Option<Amount>, &str, Field) = match measure {
        Measure::Executed => (totals.executed.value.ok(), "执行数", Field::ExecutionReason),
        Measure::Adjusted => (totals.adjusted.value.ok(), "调整预算数", Field::AdjustmentReason),
        Measure::Initial => (totals.initial.value.ok(), "年初预算数", Field::AdjustmentReason),
        _ => (evaluation.money.unspent.ok(), "结转结余", Field::ExecutionReason),
    };
    let whole = whole?.decimal();
    let expected = part
        .number
        .interval_beside(2)?
        .over(Interval::around(whole, rust_decimal::Decimal::new(5, 3))?)?
        .percent()?;
    // All of it is no share of it: the number before is the whole, said once more.
    let is_whole = expected.holds(rust_decimal::Decimal::ONE_HUNDRED);
    if is_whole || share.number.interval()?.meets(expected) {
        return None;
    }
    let places = share.number.places.max(2);
    Some(
        Finding::new(
            Code::D6,
            reading.field,
            format!(
                "这里占比写的是 {}%，按 {} ÷ {name} {} 算是 {}%。",
                trimmed(share.number.value, 2),
                trimmed(part.number.value, 6),
                trimmed(whole, 6),
                fixed(expected.middle(), places)
            ),
            "按表里的数重算一遍，改写错的那个数；说的不是同一口径的，写清口径。",
        )
        .resting_on(vec![field])
        .about([(reading.field, to.clone())]),
    )
}
