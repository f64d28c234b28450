//! A7, A8 and A11: key projects against the whole, amounts in the wrong unit, sources far from their budget.

use crate::domain::values::input::Choice;
use crate::domain::values::input::Value;
use rust_decimal::Decimal;

use crate::domain::checks::context::of_draft::OfDraft;
use crate::domain::checks::finding::excerpt::excerpt;
use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::draft::budget::{Column, Fund, SpendingNature};
use crate::domain::draft::draft::Draft;
use crate::domain::draft::field::Field;
use crate::domain::evaluation::evaluation::{Evaluation, FundEvaluation};
use crate::domain::evaluation::reasons;
use crate::domain::scheme::project_columns::has_project_money;
use crate::domain::values::amount::Amount;

/// From this ratio on, two amounts of one source are in different units: 元 for 万元 makes ten thousand,
/// and no budget of a source changes two-thousandfold.
const OTHER_UNIT: Decimal = Decimal::from_parts(2000, 0, 0, false, 0);

/// Finds A7, A8 and A11.
pub fn check(of: &OfDraft<'_>, found: &mut Vec<Finding>) {
    let OfDraft { draft, evaluation, .. } = *of;
    projects_beyond_total(draft, evaluation, found);
    budgets_beyond_total(draft, evaluation, found);
    for (fund, rates) in draft.budget.funds.iter().zip(&evaluation.money.funds) {
        other_unit(fund, found);
        far_from_budget(draft, fund, rates, found);
    }
}

/// What all key projects together cannot exceed: the spending on projects where it is known, else all of it.
fn most_for_projects(evaluation: &Evaluation, draft: &Draft) -> Option<(&'static str, Amount)> {
    let projects = draft.budget.nature(SpendingNature::Project);
    let own = [Column::Adjusted, Column::Executed].map(|column| projects.get(column).value().copied());
    let own = own.into_iter().flatten().max().map(|most| ("项目支出", most));
    let totals = &evaluation.money.totals;
    let all = [&totals.adjusted, &totals.executed].map(|total| total.value.ok());
    own.or_else(|| all.into_iter().flatten().max().map(|most| ("部门整体支出", most)))
}

fn projects_beyond_total(draft: &Draft, evaluation: &Evaluation, found: &mut Vec<Finding>) {
    let (Ok(sum), Some((name, most))) = (evaluation.money.projects, most_for_projects(evaluation, draft)) else {
        return;
    };
    let Some(largest) = draft.projects.rows.iter().max_by_key(|row| row.amount.value().copied()) else {
        return;
    };
    if sum <= most {
        return;
    }
    let field = Field::ProjectAmount(largest.id);
    let amount = largest.amount.value().copied().unwrap_or_default();
    let in_yuan = Amount::from_yuan(amount.decimal());
    // One project of many times everything, that fits as soon as it is read as 元.
    if amount.decimal() >= most.decimal() * Decimal::TEN && sum - amount + in_yuan <= most {
        found.push(Finding::new(
            Code::A8,
            field,
            format!(
                "“{}”金额 {} 万元，比{name} {} 万元还大，可能是按元填的。",
                excerpt(&largest.name, 24),
                amount.shown(),
                most.shown()
            ),
            format!("这里填万元；按元填的，应是 {} 万元。", in_yuan.shown()),
        ));
        return;
    }
    let count = draft.written_projects().count();
    found.push(Finding::new(
        Code::A7,
        field,
        format!(
            "{count} 个重点项目金额合计 {} 万元，大于{name} {} 万元。",
            sum.shown(),
            most.shown()
        ),
        "核对各项目金额和单位（万元）；同一笔钱不要算在两个项目里。",
    ));
}

/// A7 of the budgets of projects, where the list says them: beyond 项目支出 of the same column, or all of it.
fn budgets_beyond_total(draft: &Draft, evaluation: &Evaluation, found: &mut Vec<Finding>) {
    if !has_project_money(&draft.scheme) {
        return;
    }
    for column in [Column::Initial, Column::Adjusted] {
        let own = draft
            .budget
            .nature(SpendingNature::Project)
            .get(column)
            .value()
            .copied();
        let all = evaluation.money.totals.get(column).value.ok();
        let most = own
            .map(|most| ("项目支出", most))
            .or_else(|| Some(("部门整体支出", all?)));
        let (Ok(sum), Some((name, most))) = (evaluation.money.project_sums.get(column), most) else {
            continue;
        };
        let rows = draft.projects.rows.iter();
        let largest = rows.max_by_key(|row| row.amount_of(column).value().copied());
        let Some(largest) = largest.filter(|_| *sum > most) else {
            continue;
        };
        let field = match column {
            Column::Initial => Field::ProjectInitial(largest.id),
            _ => Field::ProjectBudget(largest.id),
        };
        found.push(Finding::new(
            Code::A7,
            field,
            format!(
                "{} 个重点项目{}合计 {} 万元，大于{name} {} 万元。",
                draft.written_projects().count(),
                column.label(),
                sum.shown(),
                most.shown()
            ),
            "核对各项目金额和单位（万元）；同一笔钱不要算在两个项目里。",
        ));
    }
}

/// Amounts of one source that are thousands of times apart.
fn other_unit(fund: &Fund, found: &mut Vec<Finding>) {
    let known: Vec<(Column, Amount)> = Column::ALL
        .iter()
        .filter_map(|column| Some((*column, *fund.amounts.get(*column).value()?)))
        .filter(|(_, amount)| *amount > Amount::ZERO)
        .collect();
    let (Some((low, least)), Some((high, most))) = (
        known.iter().min_by_key(|(_, amount)| *amount),
        known.iter().max_by_key(|(_, amount)| *amount),
    ) else {
        return;
    };
    if most.decimal() / least.decimal() >= OTHER_UNIT {
        found.push(
            Finding::new(
                Code::A8,
                Field::FundAmount(fund.id, *high),
                format!(
                    "{}的{} {} 万元，是{} {} 万元的几千倍，可能有一个是按元填的。",
                    fund.label(),
                    high.label(),
                    most.shown(),
                    low.label(),
                    least.shown()
                ),
                "这里都填万元；按元填的，在数后面写上“元”，会自动换算。",
            )
            .resting_on(vec![Field::FundAmount(fund.id, *low)]),
        );
    }
}

fn far_from_budget(draft: &Draft, fund: &Fund, rates: &FundEvaluation, found: &mut Vec<Finding>) {
    let Some(far) = reasons::source(draft, rates).filter(|_| fund.reason.trim().is_empty()) else {
        return;
    };
    let (relation, hint) = if far.is_low {
        ("低于", "写清这项资金哪些支出没有完成、为什么。")
    } else {
        ("达到", "写清年中追加了多少、用在哪里；有调整预算数的，按来源填上。")
    };
    let finding = Finding::new(
        Code::A11,
        Field::FundReason(fund.id),
        format!(
            "{}执行数是{}的 {}，{relation} {}，还没有写原因。",
            fund.label(),
            far.base.label(),
            far.beyond.rate.printed_percent(),
            far.beyond.limit.trimmed_percent()
        ),
        hint,
    );
    found.push(if far.is_low { finding } else { finding.as_advice() });
}
