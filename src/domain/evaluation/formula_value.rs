//! 公式指标的值: the terms of a formula and their ratio.

use rust_decimal::Decimal;

use crate::domain::draft::draft::Draft;
use crate::domain::draft::field::{Field, IndicatorField, TermField};
use crate::domain::scheme::formula::{Shape, TermPlace, TermSource};
use crate::domain::scheme::indicator::Indicator;
use crate::domain::values::quantity::Quantity;
use crate::domain::values::rate::Rate;

use super::derived::{Cause, Derived, Gap, required};
use super::evaluation::MoneyEvaluation;

/// The value of a term.
pub fn term_value(row: &Indicator, place: TermPlace, draft: &Draft, money: &MoneyEvaluation) -> Derived<Decimal> {
    let term = row.formula.term(place);
    let own = Field::Indicator(row.id, IndicatorField::Term(place, TermField::Value));
    let amount = |value: Derived<crate::domain::values::amount::Amount>| value.map(|amount| amount.decimal());
    let people = |entry, field| {
        required(entry, field).map(|count: crate::domain::values::quantity::Count| Decimal::from(count.get()))
    };
    match term.source {
        TermSource::Own => required(&term.value, own).map(Quantity::decimal),
        TermSource::Initial => amount(money.totals.initial.value),
        TermSource::Adjusted => amount(money.totals.adjusted.value),
        TermSource::Executed => amount(money.totals.executed.value),
        TermSource::Adjustment => amount(money.adjustment),
        TermSource::Unspent => amount(money.unspent),
        TermSource::Projects => amount(money.projects),
        TermSource::AuthorisedPosts => people(&draft.department.authorised_posts, Field::AuthorisedPosts),
        TermSource::Staff => people(&draft.department.staff, Field::Staff),
    }
}

/// The value of a formula indicator.
pub fn ratio(row: &Indicator, draft: &Draft, money: &MoneyEvaluation) -> Derived<Rate> {
    let numerator = term_value(row, TermPlace::Numerator, draft, money)?;
    let denominator = term_value(row, TermPlace::Denominator, draft, money)?;
    let upper = match row.formula.shape {
        Shape::Share => numerator,
        Shape::Change => numerator - denominator,
    };
    let zero = Gap {
        field: Field::Indicator(row.id, IndicatorField::Term(TermPlace::Denominator, TermField::Value)),
        cause: Cause::ZeroBase,
    };
    Rate::of(upper, denominator).ok_or(zero)
}
