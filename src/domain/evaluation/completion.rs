//! 完成比例: how far an indicator reaches its target, measure by measure, band by band, item by item.

use rust_decimal::Decimal;

use crate::domain::draft::draft::Draft;
use crate::domain::draft::field::{Field, IndicatorField, ItemField, List, MeasureField, RuleOwner};
use crate::domain::scheme::indicator::{Answer, Attainment, Indicator, IndicatorNature, Item, Measure};
use crate::domain::scheme::rule::Rule;
use crate::domain::scheme::scheme::{Compound, ExcessRule, Scheme};
use crate::domain::values::comparator::Comparator;
use crate::domain::values::points::Points;
use crate::domain::values::quantity::Quantity;
use crate::domain::values::rate::Rate;

use super::derived::{Cause, Derived, Gap, required};
use super::evaluation::MoneyEvaluation;
use super::formula_value;
use super::rule_points::rule_points;

/// The points of an indicator by its rule, not yet rounded, within the weight.
pub fn points(row: &Indicator, weight: Points, draft: &Draft, money: &MoneyEvaluation) -> Derived<Points> {
    match row.nature {
        IndicatorNature::Quantitative => quantitative(row, weight, &draft.scheme),
        IndicatorNature::Qualitative => Ok(weight.times(qualitative_share(row, &draft.scheme)?)),
        IndicatorNature::Formula => {
            let ratio = formula_value::ratio(row, draft, money)?;
            match &row.rule {
                Rule::Proportional | Rule::AllOrNothing => {
                    let share = formula_share(row, ratio, &draft.scheme)?;
                    rule_points(&row.rule, RuleOwner::Indicator(row.id), weight, share)
                }
                rule => rule_points(rule, RuleOwner::Indicator(row.id), weight, ratio),
            }
        }
        IndicatorNature::Checklist => items(row, |item| {
            let points = item_points(row, item)?;
            let field = Field::Item(row.id, item.id, ItemField::Answer);
            match item.answer {
                Some(Answer::Met) => Ok(points),
                Some(Answer::NotMet) => Ok(Points::ZERO),
                None => Err(blank(field)),
            }
        })
        .map(|points| points.within(weight)),
        IndicatorNature::Deductions => items(row, |item| {
            let times = required(&item.times, Field::Item(row.id, item.id, ItemField::Times))?;
            let times = times.decimal().max(Decimal::ZERO);
            Ok(Points::new(item_points(row, item)?.decimal().saturating_mul(times)))
        })
        .map(|taken| weight.less(taken).within(weight)),
    }
}

/// 完成率, uncapped: actual ÷ target, or target ÷ actual where less is better; of a range the share.
pub fn completion_rate(indicator: &Indicator, measure: &Measure, scheme: &Scheme) -> Derived<Rate> {
    let field = |part| Field::Measure(indicator.id, measure.id, part);
    let (target, actual) = target_and_actual(indicator, measure)?;
    let zero = |part| Gap {
        field: field(part),
        cause: Cause::ZeroBase,
    };
    match measure.comparator {
        Comparator::AtMost => Rate::of(target, actual).ok_or(zero(MeasureField::Actual)),
        Comparator::AtLeast | Comparator::Exactly => Rate::of(actual, target).ok_or(zero(MeasureField::Target)),
        Comparator::Between => measure_share(indicator, measure, scheme),
    }
}

/// Whether the actual value reaches the target. A range without an upper end is an at-least.
pub fn is_reached(measure: &Measure, target: Quantity, actual: Quantity) -> bool {
    match measure.comparator {
        // A count above an exact target has reached it; an exact target of zero must not be exceeded.
        Comparator::Exactly if target.decimal().is_zero() => actual.decimal() <= Decimal::ZERO,
        Comparator::Exactly | Comparator::AtLeast => actual >= target,
        Comparator::AtMost => actual <= target,
        Comparator::Between => actual >= target && measure.upper.value().is_none_or(|upper| actual <= *upper),
    }
}

/// The capped share of one measure.
pub fn measure_share(row: &Indicator, measure: &Measure, scheme: &Scheme) -> Derived<Rate> {
    let field = |part| Field::Measure(row.id, measure.id, part);
    let target = required(&measure.target, field(MeasureField::Target))?;
    let actual = required(&measure.actual, field(MeasureField::Actual))?;
    share_of(
        measure,
        target.decimal(),
        actual.decimal(),
        field(MeasureField::Upper),
        scheme,
    )
}

/// The capped share of a formula indicator's value in its target, which stands in the first measure.
pub fn formula_share(row: &Indicator, ratio: Rate, scheme: &Scheme) -> Derived<Rate> {
    let measure = row.measures.first().ok_or(blank(Field::Rows(List::Measures(row.id))))?;
    let field = |part| Field::Measure(row.id, measure.id, part);
    let target = required(&measure.target, field(MeasureField::Target))?;
    share_of(
        measure,
        target.decimal(),
        ratio.percent(),
        field(MeasureField::Upper),
        scheme,
    )
}

fn share_of(measure: &Measure, target: Decimal, actual: Decimal, upper: Field, scheme: &Scheme) -> Derived<Rate> {
    let over = |most: Decimal| match scheme.excess {
        ExcessRule::Deduction => Rate::of(most - (actual - most), most),
        ExcessRule::Inverse => Rate::of(most, actual),
    };
    // A negative result has achieved nothing.
    let under = |least: Decimal| Rate::of(actual.max(Decimal::ZERO), least);
    let share = match measure.comparator {
        Comparator::Exactly if target.is_zero() => (actual <= Decimal::ZERO).then_some(Rate::FULL),
        Comparator::AtLeast | Comparator::Exactly if actual >= target => Some(Rate::FULL),
        Comparator::AtLeast | Comparator::Exactly => under(target),
        Comparator::AtMost if actual <= target => Some(Rate::FULL),
        Comparator::AtMost => over(target),
        Comparator::Between => {
            let most = required(&measure.upper, upper)?.decimal();
            if actual < target {
                under(target)
            } else if actual > most {
                over(most)
            } else {
                Some(Rate::FULL)
            }
        }
    };
    // Only a target of zero has no ratio, and a missed target of zero has earned nothing.
    Ok(share.map_or(Rate::NONE, Rate::capped))
}

/// The measures' points by the rule, combined as the scheme says.
fn quantitative(row: &Indicator, weight: Points, scheme: &Scheme) -> Derived<Points> {
    let mut sum = Decimal::ZERO;
    let mut base = Decimal::ZERO;
    let mut least = weight;
    for measure in &row.measures {
        let share = measure_share(row, measure, scheme)?;
        let points = rule_points(&row.rule, RuleOwner::Indicator(row.id), weight, share)?;
        let part = match scheme.compound {
            Compound::Weighted if row.measures.len() > 1 => {
                required(&measure.share, Field::Measure(row.id, measure.id, MeasureField::Share))?.decimal()
            }
            Compound::Weighted | Compound::Mean | Compound::Minimum => Decimal::ONE,
        };
        sum += points.decimal() * part;
        base += part;
        least = least.min(points);
    }
    if row.measures.is_empty() {
        return Err(blank(Field::Rows(List::Measures(row.id))));
    }
    if scheme.compound == Compound::Minimum {
        return Ok(least);
    }
    let first = row.measures.first().map(|measure| measure.id).unwrap_or_default();
    let zero = Gap {
        field: Field::Measure(row.id, first, MeasureField::Share),
        cause: Cause::ZeroBase,
    };
    sum.checked_div(base).map(Points::new).ok_or(zero)
}

/// The coefficient that the user chose; where 达成 and nothing chosen, the whole.
pub fn qualitative_share(row: &Indicator, scheme: &Scheme) -> Derived<Rate> {
    let field = |part| Field::Indicator(row.id, part);
    let attainment = row.attainment.ok_or(blank(field(IndicatorField::Attainment)))?;
    if attainment == Attainment::Achieved && row.coefficient.is_blank() {
        return Ok(Rate::FULL);
    }
    let coefficient = required(&row.coefficient, field(IndicatorField::Coefficient))?;
    let upper = scheme
        .attainment_bounds(attainment)
        .map_or(Rate::FULL, |(_, upper)| upper);
    Ok(coefficient.min(upper).capped())
}

fn items(row: &Indicator, points: impl Fn(&Item) -> Derived<Points>) -> Derived<Points> {
    if row.items.is_empty() {
        return Err(blank(Field::Rows(List::Items(row.id))));
    }
    row.items.iter().map(points).sum()
}

fn item_points(row: &Indicator, item: &Item) -> Derived<Points> {
    required(&item.points, Field::Item(row.id, item.id, ItemField::Points))
}

fn target_and_actual(row: &Indicator, measure: &Measure) -> Derived<(Decimal, Decimal)> {
    let field = |part| Field::Measure(row.id, measure.id, part);
    let target = required(&measure.target, field(MeasureField::Target))?;
    let actual = required(&measure.actual, field(MeasureField::Actual))?;
    Ok((target.decimal(), actual.decimal()))
}

fn blank(field: Field) -> Gap {
    Gap {
        field,
        cause: Cause::Blank,
    }
}
