//! C17 and C18: little money and everything done; all targets met to the point; all forms at full marks.

use crate::domain::checks::context::of_draft::OfDraft;
use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::draft::budget::Column;
use crate::domain::draft::draft::Draft;
use crate::domain::draft::field::{Field, List};
use crate::domain::evaluation::completion::is_reached;
use crate::domain::evaluation::evaluation::Evaluation;
use crate::domain::prose::words::WordList;
use crate::domain::scheme::indicator::{Indicator, IndicatorNature, Measure};
use crate::domain::values::comparator::Comparator;
use crate::domain::values::input::Input;

/// What one project's form comes to, as far as the report that it is annexed to must know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FormOutcome {
    /// How many errors it has.
    pub errors: usize,
    /// Whether its total is the whole of its scheme's points.
    pub is_full: bool,
}

/// Finds C17, and C18 of results.
pub fn check(of: &OfDraft<'_>, found: &mut Vec<Finding>) {
    let OfDraft { draft, evaluation, .. } = *of;
    little_money(draft, evaluation, found);
    to_the_point(draft, found);
}

/// The measures with a target and a result, each with its indicator.
fn measured(draft: &Draft) -> impl Iterator<Item = (&Indicator, &Measure)> {
    let rows = draft
        .indicators
        .iter()
        .filter(|row| row.nature == IndicatorNature::Quantitative);
    let measures = rows.flat_map(|row| row.measures.iter().map(move |measure| (&**row, measure)));
    measures.filter(|(_, measure)| measure.target.value().is_some() && measure.actual.value().is_some())
}

/// C17: spending far below the budget, and no output that stays behind, without a word why.
fn little_money(draft: &Draft, evaluation: &Evaluation, found: &mut Vec<Finding>) {
    const FEWEST: usize = 3;
    let (Ok(rate), Some(limit)) = (
        evaluation.money.execution_rate,
        draft.scheme.review.low_spending.value(),
    ) else {
        return;
    };
    if rate >= *limit {
        return;
    }
    let reached = |(_, measure): (&Indicator, &Measure)| matches!((measure.target.value(), measure.actual.value()), (Some(target), Some(actual)) if is_reached(measure, *target, *actual));
    let count = measured(draft).count();
    if count < FEWEST || !measured(draft).all(reached) || says_why(&draft.budget.execution_reason) {
        return;
    }
    let field = match draft.budget.execution_reason.is_blank() {
        true => Field::ExecutionReason,
        false => Field::Rows(List::Indicators),
    };
    found.push(
        Finding::new(
            Code::C17,
            field,
            format!(
                "执行率只有 {}，{count} 个指标值却全部完成。",
                rate.printed_percent()
            ),
            "核对产出是不是都做完了；确实做完的，写明钱为什么花得少（结余、未付尾款、成本节约），并说明预算编得是否过大。",
        )
        .resting_on(vec![Field::StatedTotal(Column::Executed), Field::ExecutionReason]),
    );
}

/// Whether a reason tells why the work is done and the money not spent.
fn says_why(reason: &str) -> bool {
    const WHY: WordList = WordList::of(&[
        "节约",
        "节省",
        "节余",
        "结余",
        "尾款",
        "尚未支付",
        "未支付",
        "待支付",
        "未结算",
        "结算",
        "质保金",
        "次年",
        "下年",
        "跨年",
        "招标",
        "中标",
        "压减",
        "审减",
    ]);
    WHY.any_in(reason)
}

/// C18: no result is above its target or below it, though most could be.
fn to_the_point(draft: &Draft, found: &mut Vec<Finding>) {
    const FEWEST: usize = 6;
    // 100% cannot be surpassed, and a result of yes or no neither.
    let is_open = |(_, measure): &(&Indicator, &Measure)| {
        let full = matches!(measure.unit.trim(), "%" | "％")
            && measure
                .target
                .value()
                .is_some_and(|target| target.decimal() == rust_decimal::Decimal::ONE_HUNDRED);
        !full && measure.comparator != Comparator::Between
    };
    let open = || measured(draft).filter(is_open);
    let same = |(_, measure): (&Indicator, &Measure)| {
        let pair = (measure.target.value(), measure.actual.value());
        matches!(pair, (Some(target), Some(actual)) if target.decimal() == actual.decimal())
    };
    let count = open().count();
    if count >= FEWEST && open().all(same) {
        found.push(Finding::new(
            Code::C18,
            Field::Rows(List::Indicators),
            format!("{count} 个能高能低的指标值，完成值全都恰好等于目标。"),
            "完成值按台账、统计数重填一遍；目标若是年底照着结果定的，改回批复的数。",
        ));
    }
}

/// C18: every project's form has full marks.
pub fn all_forms_full(forms: &[FormOutcome], found: &mut Vec<Finding>) {
    const FEWEST: usize = 3;
    if forms.len() >= FEWEST && forms.iter().all(|form| form.is_full) {
        found.push(Finding::new(
            Code::C18,
            Field::Rows(List::Forms),
            format!("{} 张项目自评表全都是满分。", forms.len()),
            "逐张核对有没有没做到、没按时、没花完的；评审对全是满分的自评会从严复核。",
        ));
    }
}
