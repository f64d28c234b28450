//! A 资金: sums, rates, adjustments.

use crate::domain::checks::context::of_draft::OfDraft;
use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::draft::budget::{Column, SpendingNature};
use crate::domain::draft::draft::Draft;
use crate::domain::draft::field::Field;
use crate::domain::evaluation::derived::{Cause, Gap};
use crate::domain::evaluation::evaluation::Evaluation;
use crate::domain::evaluation::reasons;
use crate::domain::values::amount::Amount;
use crate::domain::values::input::Choice;
use crate::domain::values::input::Input;
use crate::domain::values::input::Value;
use crate::domain::values::rate::Rate;
use crate::domain::values::rounding;

/// Finds A1, A2, A3, A4, A5, A6 and A10.
pub fn check(of: &OfDraft<'_>, found: &mut Vec<Finding>) {
    let OfDraft { draft, evaluation, .. } = *of;
    for column in Column::ALL {
        sources_against_total(draft, evaluation, *column, found);
        natures_against_total(evaluation, *column, found);
    }
    stated_rate(draft, evaluation, found);
    overspent(draft, evaluation, found);
    adjusted_without_reason(draft, evaluation, found);
    slow_without_reason(draft, evaluation, found);
    missing_base(evaluation, found);
}

fn sources_against_total(draft: &Draft, evaluation: &Evaluation, column: Column, found: &mut Vec<Finding>) {
    let Some(stated) = draft.budget.stated.get(column).value().copied() else {
        return;
    };
    let total = evaluation.money.totals.get(column);
    let name = column.label();
    let differs = match total.sum {
        Ok(sum) => sum != stated,
        // Amounts are never negative, so even an incomplete sum cannot exceed the total.
        Err(_) => total.known > stated,
    };
    if differs {
        let known = if total.is_locked() { "" } else { "已填的" };
        found.push(Finding::new(
            Code::A1,
            Field::StatedTotal(column),
            format!(
                "{name}{known}各来源之和是 {} 万元，填写的合计是 {} 万元，两者不符。",
                total.known.shown(),
                stated.shown()
            ),
            "核对各来源的数；合计不对的，清空填写的合计。",
        ));
    }
}

fn natures_against_total(evaluation: &Evaluation, column: Column, found: &mut Vec<Finding>) {
    let (Ok(natures), Ok(total)) = (
        evaluation.money.natures.get(column),
        evaluation.money.totals.get(column).value,
    ) else {
        return;
    };
    if *natures != total {
        let name = column.label();
        found.push(Finding::new(
            Code::A6,
            Field::NatureAmount(SpendingNature::Basic, column),
            format!(
                "{name}的基本支出与项目支出之和是 {} 万元，合计是 {} 万元，两者不符。",
                natures.shown(),
                total.shown()
            ),
            "核对基本支出和项目支出，使两项之和等于合计。",
        ));
    }
}

fn stated_rate(draft: &Draft, evaluation: &Evaluation, found: &mut Vec<Finding>) {
    let (Some(stated), Ok(rate)) = (
        draft.budget.stated_execution_rate.value(),
        evaluation.money.execution_rate,
    ) else {
        return;
    };
    // The stated rate is right when it is the exact rate rounded to as many decimals as it shows.
    let places = stated.percent().normalize().scale();
    if rounding::half_away_from_zero(rate.percent(), places) != stated.percent() && rate.printed() != stated.printed() {
        found.push(Finding::new(
            Code::A2,
            Field::StatedExecutionRate,
            format!(
                "已上报的执行率是 {}，按执行数 ÷ 调整预算数算出来是 {}。",
                stated.trimmed_percent(),
                rate.printed_percent()
            ),
            "执行率的分母是调整预算数（全年预算数），不是年初预算数；核对后更正。",
        ));
    }
}

fn overspent(draft: &Draft, evaluation: &Evaluation, found: &mut Vec<Finding>) {
    let mut compare = |name: &str, field, adjusted: Option<Amount>, executed: Option<Amount>| {
        if let (Some(adjusted), Some(executed)) = (adjusted, executed)
            && executed > adjusted
        {
            found.push(Finding::new(
                Code::A3,
                field,
                format!(
                    "{name}执行数 {} 万元大于调整预算数 {} 万元。",
                    executed.shown(),
                    adjusted.shown()
                ),
                "没有预算不能支出；核对是否漏填追加的预算，或金额单位填错。",
            ));
        }
    };
    let totals = &evaluation.money.totals;
    for fund in &draft.budget.funds {
        let amount = |column| fund.amounts.get(column).value().copied();
        compare(
            fund.label(),
            Field::FundAmount(fund.id, Column::Executed),
            amount(Column::Adjusted),
            amount(Column::Executed),
        );
    }
    let field = if totals.executed.is_locked() {
        Field::StatedTotal(Column::Adjusted)
    } else {
        Field::StatedTotal(Column::Executed)
    };
    compare("合计", field, totals.adjusted.value.ok(), totals.executed.value.ok());
}

fn adjusted_without_reason(draft: &Draft, evaluation: &Evaluation, found: &mut Vec<Finding>) {
    let Some(beyond) = reasons::adjustment(draft, evaluation).filter(|_| draft.budget.adjustment_reason.is_blank())
    else {
        return;
    };
    found.push(Finding::new(
        Code::A4,
        Field::AdjustmentReason,
        format!(
            "预算调整率 {}，超过 {}，还没有写调整原因。",
            beyond.rate.printed_percent(),
            beyond.limit.trimmed_percent()
        ),
        "写清追加或调减了什么、依据哪份文件、多少钱。",
    ));
}

/// At the year's end the rate has its own limit; before that spending is held against the time gone.
fn slow_without_reason(draft: &Draft, evaluation: &Evaluation, found: &mut Vec<Finding>) {
    let limits = &draft.scheme.limits;
    if let Some(beyond) = reasons::execution(draft, evaluation).filter(|_| draft.budget.execution_reason.is_blank()) {
        found.push(Finding::new(
            Code::A10,
            Field::ExecutionReason,
            format!(
                "执行率 {}，低于 {}，还没有写原因。",
                beyond.rate.printed_percent(),
                beyond.limit.trimmed_percent()
            ),
            "写清哪些支出没有完成、为什么、怎样处理。",
        ));
    }
    let Some(margin) = limits.progress_margin.value() else {
        return;
    };
    for (row, result) in draft.monitoring.checkpoints.iter().zip(&evaluation.money.checkpoints) {
        let (Ok(spending), Ok(time)) = (result.spending_progress, result.time_progress) else {
            continue;
        };
        let behind = time.decimal() - spending.decimal();
        if time < Rate::FULL && behind > margin.decimal() && row.note.is_blank() {
            found.push(Finding::new(
                Code::A10,
                Field::CheckpointNote(row.id),
                format!(
                    "{} 月底支出进度 {}，比序时进度 {} 慢 {} 个百分点，还没有写原因。",
                    row.month.text(),
                    spending.printed_percent(),
                    time.printed_percent(),
                    Rate::of(behind, rust_decimal::Decimal::ONE)
                        .unwrap_or_default()
                        .printed()
                ),
                "写清为什么慢、采取了什么措施。",
            ));
        }
    }
}

fn missing_base(evaluation: &Evaluation, found: &mut Vec<Finding>) {
    let spent = evaluation.money.totals.executed.value.is_ok();
    if let (
        true,
        Err(Gap {
            field,
            cause: Cause::Blank | Cause::ZeroBase,
        }),
    ) = (spent, evaluation.money.execution_rate)
    {
        let zero = evaluation.money.totals.adjusted.value == Ok(Amount::ZERO);
        let what = if zero { "合计为 0" } else { "还没有填全" };
        found.push(Finding::new(
            Code::A5,
            field,
            format!("有执行数，但调整预算数{what}，执行率算不出。"),
            "填各来源的调整预算数；没有按来源分列的，直接填合计。",
        ));
    }
}
