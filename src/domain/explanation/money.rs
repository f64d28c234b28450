//! Explains money figures: 合计, 执行率, 调整, 结转结余, 进度.

use crate::domain::draft::budget::Column;
use crate::domain::draft::draft::Draft;
use crate::domain::draft::field::Field;
use crate::domain::evaluation::derived::{Derived, required};
use crate::domain::evaluation::evaluation::Evaluation;
use crate::domain::evaluation::figure::{EXECUTION_SOURCE, Figure, How, datum, printed};
use crate::domain::values::amount::Amount;
use crate::domain::values::datum::Datum;
use crate::domain::values::input::{Choice, Value};
use crate::domain::values::rate::Rate;
use crate::domain::values::row::find;

use super::explanation::{Explanation, Operand, TWO_DECIMALS, derived, typed};

/// Explains a money figure.
pub fn explain(draft: &Draft, evaluation: &Evaluation, figure: Figure) -> Option<Explanation> {
    let money = &evaluation.money;
    match figure {
        Figure::Total(column) => Some(total_explained(draft, evaluation, column)),
        Figure::FundRate(id) => {
            let fund = find(&draft.budget.funds, id)?;
            let result = money.funds.iter().find(|row| row.id == id)?;
            let operand = |column: Column| {
                let field = Field::FundAmount(id, column);
                typed(
                    draft,
                    column.label(),
                    field,
                    shown(required(fund.amounts.get(column), field)),
                )
            };
            Some(ratio(
                figure,
                format!("{}的执行率", fund.label()),
                [operand(Column::Executed), operand(Column::Adjusted)],
                result.execution_rate,
                EXECUTION_SOURCE,
            ))
        }
        Figure::CheckpointRate(id) => {
            let row = find(&draft.monitoring.checkpoints, id)?;
            let result = money.checkpoints.iter().find(|row| row.id == id)?;
            let field = Field::CheckpointExecuted(id);
            let executed = typed(draft, "累计执行数", field, shown(required(&row.executed, field)));
            let adjusted = Figure::Total(Column::Adjusted);
            let mut explained = ratio(
                figure,
                "支出进度",
                [executed, derived(evaluation, Column::Adjusted.label(), adjusted)],
                result.spending_progress,
                EXECUTION_SOURCE,
            );
            if let (Ok(time), Some(month)) = (result.time_progress, row.month.value()) {
                explained.notes.push(format!(
                    "序时进度：{} ÷ 12 ＝ {}。",
                    month.get(),
                    time.printed_percent()
                ));
            }
            Some(explained)
        }
        Figure::ProjectsTotal => {
            let rows = draft.projects.rows.iter();
            let operands = rows
                .map(|row| {
                    let field = Field::ProjectAmount(row.id);
                    typed(draft, row.name.as_str(), field, shown(required(&row.amount, field)))
                })
                .collect();
            Some(addition(
                figure,
                "重点项目金额合计",
                operands,
                printed(evaluation, figure),
            ))
        }
        _ => {
            let row = figure.of_money()?;
            let operands = row
                .how
                .operands()
                .map(|figure| derived(evaluation, figure.operand_name(), figure));
            let mut explained = match datum(evaluation, figure) {
                Ok(Datum::Rate(rate)) => ratio(figure, row.name, operands, Ok(rate), row.source),
                Err(gap) if matches!(row.how, How::Ratio(..)) => {
                    ratio(figure, row.name, operands, Err(gap), row.source)
                }
                _ => subtraction(figure, row.name, operands, printed(evaluation, figure), row.source),
            };
            explained.notes.extend(note(draft, evaluation, figure));
            Some(explained)
        }
    }
}

/// What else one should know of a figure: the base that is often taken by mistake, the limit that asks for reasons.
fn note(draft: &Draft, evaluation: &Evaluation, figure: Figure) -> Option<String> {
    let totals = &evaluation.money.totals;
    match figure {
        Figure::ExecutionRate => {
            let (executed, initial) = (totals.executed.value.ok()?, totals.initial.value.ok()?);
            let wrong = Rate::of_amounts(executed, initial)?;
            (totals.adjusted.value != Ok(initial)).then(|| {
                format!(
                    "不用年初预算作分母：{} ÷ {} ＝ {}，会把年中调整算成执行快慢。",
                    executed.shown(),
                    initial.shown(),
                    wrong.printed_percent()
                )
            })
        }
        Figure::AdjustmentRate => {
            let limit = draft.scheme.limits.adjustment.value()?;
            Some(format!("超过 {} 的要写调整原因。", limit.trimmed_percent()))
        }
        _ => None,
    }
}

fn total_explained(draft: &Draft, evaluation: &Evaluation, column: Column) -> Explanation {
    let figure = Figure::Total(column);
    let name = format!("{}合计", column.label());
    let total = evaluation.money.totals.get(column);
    let funds = draft.budget.funds.iter().filter(|fund| !fund.amounts.is_blank());
    let parts: Vec<Operand> = funds
        .map(|fund| {
            let field = Field::FundAmount(fund.id, column);
            typed(
                draft,
                fund.label(),
                field,
                shown(required(fund.amounts.get(column), field)),
            )
        })
        .collect();
    if total.is_locked() || total.value.is_err() {
        return addition(figure, &name, parts, printed(evaluation, figure));
    }
    let field = Field::StatedTotal(column);
    let stated = typed(draft, name.as_str(), field, printed(evaluation, figure));
    let mut explained = addition(figure, &name, vec![stated], printed(evaluation, figure));
    explained.formula = "直接填写的合计".into();
    explained.working.clear();
    explained
        .notes
        .push("各来源填齐以后，合计自动相加，不再用填写的数。".into());
    explained
}

fn ratio(
    figure: Figure,
    name: impl Into<String>,
    [part, base]: [Operand; 2],
    rate: Derived<Rate>,
    source: &str,
) -> Explanation {
    let working = match rate {
        Ok(_) => format!("{} ÷ {} × 100%", part.value, base.value),
        Err(_) => String::new(),
    };
    Explanation {
        figure,
        name: name.into(),
        formula: format!("{} ÷ {} × 100%", part.name, base.name),
        working,
        exact: rate.map(Rate::exact_percent).unwrap_or_default(),
        rounding: TWO_DECIMALS.into(),
        result: rate.map(Rate::printed_percent),
        operands: vec![part, base],
        source: source.into(),
        notes: Vec::new(),
    }
}

fn subtraction(
    figure: Figure,
    name: &str,
    [from, what]: [Operand; 2],
    result: Derived<String>,
    source: &str,
) -> Explanation {
    Explanation {
        figure,
        name: name.into(),
        formula: format!("{} − {}", from.name, what.name),
        working: if result.is_ok() {
            format!("{} − {}", from.value, what.value)
        } else {
            String::new()
        },
        exact: String::new(),
        rounding: String::new(),
        result,
        operands: vec![from, what],
        source: source.into(),
        notes: Vec::new(),
    }
}

fn addition(figure: Figure, name: &str, operands: Vec<Operand>, result: Derived<String>) -> Explanation {
    let joined = |part: fn(&Operand) -> &str| operands.iter().map(part).collect::<Vec<_>>().join(" + ");
    Explanation {
        figure,
        name: name.into(),
        formula: joined(|operand| &operand.name),
        working: if result.is_ok() {
            joined(|operand| &operand.value)
        } else {
            String::new()
        },
        exact: String::new(),
        rounding: String::new(),
        result,
        source: String::new(),
        notes: Vec::new(),
        operands,
    }
}

fn shown(amount: Derived<Amount>) -> Derived<String> {
    amount.map(|amount| amount.shown())
}
