//! 资金推算: totals, execution, adjustment, what is unspent.

use rust_decimal::Decimal;

use crate::domain::draft::budget::{Column, Columns, Fund, SpendingNature};
use crate::domain::draft::draft::Draft;
use crate::domain::draft::field::{Field, List};
use crate::domain::values::amount::Amount;
use crate::domain::values::rate::Rate;

use super::derived::{Cause, Derived, Gap, required, sum};
use super::evaluation::{CheckpointEvaluation, FundEvaluation, MoneyEvaluation, Total};
use super::figure::{Figure, How};

/// Derives every money figure of a draft.
pub fn evaluate(draft: &Draft) -> MoneyEvaluation {
    let totals = Columns::from_fn(|column| total(draft, column));
    MoneyEvaluation {
        execution_rate: rate_of(Figure::ExecutionRate, &totals),
        adjustment: amount_of(Figure::Adjustment, &totals),
        adjustment_rate: rate_of(Figure::AdjustmentRate, &totals),
        unspent: amount_of(Figure::Unspent, &totals),
        unspent_rate: rate_of(Figure::UnspentRate, &totals),
        funds: draft.budget.funds.iter().map(fund).collect(),
        natures: Columns::from_fn(|column| nature_total(draft, column)),
        checkpoints: checkpoints(draft, totals.adjusted.value),
        projects: projects(draft),
        totals,
    }
}

/// The sources that take part: a row with nothing in it is as if it were not there.
fn filled(draft: &Draft) -> impl Iterator<Item = &Fund> {
    draft.budget.funds.iter().filter(|fund| !fund.amounts.is_blank())
}

fn total(draft: &Draft, column: Column) -> Total {
    let stated = required(draft.budget.stated.get(column), Field::StatedTotal(column));
    let part = |fund: &Fund| required(fund.amounts.get(column), Field::FundAmount(fund.id, column));
    let sum = sum(filled(draft).map(part)).unwrap_or(Err(Gap {
        field: Field::StatedTotal(column),
        cause: Cause::Blank,
    }));
    let known = filled(draft)
        .filter_map(|fund| fund.amounts.get(column).value().copied())
        .sum();
    // Where neither is there, the typed total is the shorter way, unless a source could not be read.
    let value = sum.or_else(|gap| match gap.cause {
        Cause::Unread => Err(gap),
        _ => stated,
    });
    Total { value, sum, known }
}

fn fund(fund: &Fund) -> FundEvaluation {
    let amount = |column| required(fund.amounts.get(column), Field::FundAmount(fund.id, column));
    let rate_of = |base| rate(amount(Column::Executed), amount(base), Field::FundAmount(fund.id, base));
    FundEvaluation {
        id: fund.id,
        execution_rate: rate_of(Column::Adjusted),
        rate_of_initial: rate_of(Column::Initial),
    }
}

fn nature_total(draft: &Draft, column: Column) -> Derived<Amount> {
    let amount = |nature| {
        required(
            draft.budget.nature(nature).get(column),
            Field::NatureAmount(nature, column),
        )
    };
    Ok(amount(SpendingNature::Basic)? + amount(SpendingNature::Project)?)
}

fn checkpoints(draft: &Draft, adjusted: Derived<Amount>) -> Vec<CheckpointEvaluation> {
    let months = Decimal::from(12);
    let rows = draft.monitoring.checkpoints.iter();
    rows.map(|row| CheckpointEvaluation {
        id: row.id,
        spending_progress: rate(
            required(&row.executed, Field::CheckpointExecuted(row.id)),
            adjusted,
            Field::StatedTotal(Column::Adjusted),
        ),
        time_progress: required(&row.month, Field::CheckpointMonth(row.id))
            .map(|month| Rate::of(Decimal::from(month.get()), months).unwrap_or_default()),
    })
    .collect()
}

fn projects(draft: &Draft) -> Derived<Amount> {
    let rows = draft.projects.rows.iter();
    sum(rows.map(|row| required(&row.amount, Field::ProjectAmount(row.id)))).unwrap_or(Err(Gap {
        field: Field::Rows(List::Projects),
        cause: Cause::Blank,
    }))
}

/// An amount that follows from the totals by the table of money figures.
fn amount_of(figure: Figure, totals: &Columns<Total>) -> Derived<Amount> {
    match (figure, figure.of_money().map(|row| row.how)) {
        (Figure::Total(column), _) => totals.get(column).value,
        (_, Some(How::Change(from, what) | How::Rest(from, what))) => {
            Ok(amount_of(from, totals)? - amount_of(what, totals)?)
        }
        _ => Err(NOT_OF_MONEY),
    }
}

/// A rate that follows from the totals by the table.
fn rate_of(figure: Figure, totals: &Columns<Total>) -> Derived<Rate> {
    match figure.of_money().map(|row| row.how) {
        Some(How::Ratio(part, base @ Figure::Total(column))) => rate(
            amount_of(part, totals),
            amount_of(base, totals),
            Field::StatedTotal(column),
        ),
        _ => Err(NOT_OF_MONEY),
    }
}

/// What is asked of the table and stands in none of its rows.
const NOT_OF_MONEY: Gap = Gap {
    field: Field::Rows(List::Funds),
    cause: Cause::Blank,
};

/// A rate needs both parts and a base that is not zero.
fn rate(part: Derived<Amount>, base: Derived<Amount>, base_field: Field) -> Derived<Rate> {
    // The base is asked first: without it the part alone says nothing.
    let base = base?;
    Rate::of_amounts(part?, base).ok_or(Gap {
        field: base_field,
        cause: Cause::ZeroBase,
    })
}
