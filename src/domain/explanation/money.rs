//! Explains money figures: 合计, 执行率, 调整, 结转结余, 进度.

use crate::domain::draft::budget::Column;
use crate::domain::draft::draft::Draft;
use crate::domain::draft::field::Field;
use crate::domain::evaluation::derived::{Derived, required};
use crate::domain::evaluation::evaluation::Evaluation;
use crate::domain::evaluation::figure::{Figure, printed};
use crate::domain::values::amount::Amount;
use crate::domain::values::input::{Choice, Value};
use crate::domain::values::rate::Rate;
use crate::domain::values::row::find;

use super::explanation::{Explanation, Operand, TWO_DECIMALS, derived, typed};

const EXECUTION_SOURCE: &str = "财预〔2020〕10号：执行率（B/A），A 为全年预算数，即调整预算数";
const FRAMEWORK_SOURCE: &str = "财预〔2013〕53号部门整体支出绩效评价共性指标体系框架";

/// Explains a money figure.
pub fn explain(draft: &Draft, evaluation: &Evaluation, figure: Figure) -> Option<Explanation> {
    let money = &evaluation.money;
    let total = |column: Column| derived(evaluation, column.label(), Figure::Total(column));
    match figure {
        Figure::Total(column) => Some(total_explained(draft, evaluation, column)),
        Figure::ExecutionRate => {
            let mut explained = ratio(Ratio {
                figure,
                name: "执行率".into(),
                part: total(Column::Executed),
                base: total(Column::Adjusted),
                rate: money.execution_rate,
                source: EXECUTION_SOURCE,
            });
            let initial = money.totals.initial.value;
            if let (Ok(executed), Ok(initial)) = (money.totals.executed.value, initial)
                && let Some(wrong) = Rate::of_amounts(executed, initial)
                && money.totals.adjusted.value != Ok(initial)
            {
                explained.notes.push(format!(
                    "不用年初预算作分母：{} ÷ {} ＝ {}，会把年中调整算成执行快慢。",
                    executed.shown(),
                    initial.shown(),
                    wrong.printed_percent()
                ));
            }
            Some(explained)
        }
        Figure::Adjustment => Some(subtraction(
            figure,
            "预算调整数",
            [total(Column::Adjusted), total(Column::Initial)],
            printed(evaluation, figure),
        )),
        Figure::AdjustmentRate => {
            let mut explained = ratio(Ratio {
                figure,
                name: "预算调整率".into(),
                part: derived(evaluation, "预算调整数", Figure::Adjustment),
                base: total(Column::Initial),
                rate: money.adjustment_rate,
                source: FRAMEWORK_SOURCE,
            });
            if let Some(limit) = draft.scheme.limits.adjustment.value() {
                explained
                    .notes
                    .push(format!("超过 {} 的要写调整原因。", limit.trimmed_percent()));
            }
            Some(explained)
        }
        Figure::Unspent => Some(subtraction(
            figure,
            "结转结余",
            [total(Column::Adjusted), total(Column::Executed)],
            printed(evaluation, figure),
        )),
        Figure::UnspentRate => Some(ratio(Ratio {
            figure,
            name: "结转结余率".into(),
            part: derived(evaluation, "结转结余", Figure::Unspent),
            base: total(Column::Adjusted),
            rate: money.unspent_rate,
            source: FRAMEWORK_SOURCE,
        })),
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
            Some(ratio(Ratio {
                figure,
                name: format!("{}的执行率", fund.label()),
                part: operand(Column::Executed),
                base: operand(Column::Adjusted),
                rate: result.execution_rate,
                source: EXECUTION_SOURCE,
            }))
        }
        Figure::CheckpointRate(id) => {
            let row = find(&draft.monitoring.checkpoints, id)?;
            let result = money.checkpoints.iter().find(|row| row.id == id)?;
            let field = Field::CheckpointExecuted(id);
            let mut explained = ratio(Ratio {
                figure,
                name: "支出进度".into(),
                part: typed(draft, "累计执行数", field, shown(required(&row.executed, field))),
                base: total(Column::Adjusted),
                rate: result.spending_progress,
                source: EXECUTION_SOURCE,
            });
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

/// What a rate's explanation is made of.
struct Ratio {
    figure: Figure,
    name: String,
    part: Operand,
    base: Operand,
    rate: Derived<Rate>,
    source: &'static str,
}

fn ratio(ratio: Ratio) -> Explanation {
    let Ratio {
        figure,
        name,
        part,
        base,
        rate,
        source,
    } = ratio;
    let working = match rate {
        Ok(_) => format!("{} ÷ {} × 100%", part.value, base.value),
        Err(_) => String::new(),
    };
    Explanation {
        figure,
        name,
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

fn subtraction(figure: Figure, name: &str, [from, what]: [Operand; 2], result: Derived<String>) -> Explanation {
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
        source: FRAMEWORK_SOURCE.into(),
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
