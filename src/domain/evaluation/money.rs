//! 资金推算: totals, execution, adjustment, what is unspent.

use rust_decimal::Decimal;

use crate::domain::draft::budget::{Column, Columns, Fund, Project, SpendingNature};
use crate::domain::draft::draft::Draft;
use crate::domain::draft::field::{Field, List};
use crate::domain::values::amount::Amount;
use crate::domain::values::rate::Rate;

use super::derived::{Cause, Derived, Gap, required, sum};
use super::evaluation::{CheckpointEvaluation, FundEvaluation, MoneyEvaluation, Total};

/// Derives every money figure of a draft.
pub fn evaluate(draft: &Draft) -> MoneyEvaluation {
    let totals = Columns::from_fn(|column| total(draft, column));
    let value = |column| totals.get(column).value;
    let (initial, adjusted, executed) = (value(Column::Initial), value(Column::Adjusted), value(Column::Executed));
    let adjustment = difference(adjusted, initial);
    let unspent = difference(adjusted, executed);
    let project_sums = Columns::from_fn(|column| projects(draft, column));
    let of_projects = |column| *project_sums.get(column);
    MoneyEvaluation {
        execution_rate: rate(executed, adjusted, Field::StatedTotal(Column::Adjusted)),
        adjustment,
        adjustment_rate: rate(adjustment, initial, Field::StatedTotal(Column::Initial)),
        unspent,
        unspent_rate: rate(unspent, adjusted, Field::StatedTotal(Column::Adjusted)),
        funds: draft.budget.funds.iter().map(fund).collect(),
        natures: Columns::from_fn(|column| nature_total(draft, column)),
        checkpoints: checkpoints(draft, adjusted),
        projects: projects(draft, Column::Executed),
        project_sum_rate: rate(
            of_projects(Column::Executed),
            of_projects(Column::Adjusted),
            Field::Rows(List::Projects),
        ),
        project_sums,
        project_rates: draft.projects.rows.iter().map(project_rate).collect(),
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

fn projects(draft: &Draft, column: Column) -> Derived<Amount> {
    let rows = draft.written_projects();
    sum(rows.map(|row| project_amount(row, column))).unwrap_or(Err(Gap {
        field: Field::Rows(List::Projects),
        cause: Cause::Blank,
    }))
}

fn project_amount(row: &Project, column: Column) -> Derived<Amount> {
    let field = match column {
        Column::Initial => Field::ProjectInitial(row.id),
        Column::Adjusted => Field::ProjectBudget(row.id),
        Column::Executed => Field::ProjectAmount(row.id),
    };
    required(row.amount_of(column), field)
}

fn project_rate(row: &Project) -> Derived<Rate> {
    let (executed, adjusted) = (
        project_amount(row, Column::Executed),
        project_amount(row, Column::Adjusted),
    );
    rate(executed, adjusted, Field::ProjectBudget(row.id))
}

fn difference(left: Derived<Amount>, right: Derived<Amount>) -> Derived<Amount> {
    Ok(left? - right?)
}

/// A rate needs both parts and a base that is not zero.
fn rate(part: Derived<Amount>, base: Derived<Amount>, base_field: Field) -> Derived<Rate> {
    // The base is asked first: without it the part alone says nothing.
    let base = base?;
    Rate::of_amounts(part?, base).ok_or(Gap {
        field: base_field,
        cause: Cause::ZeroBase,
    })
}
