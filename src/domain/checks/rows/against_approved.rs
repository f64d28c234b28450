//! D7: the report against the 绩效目标申报表 that it was made of: rows that are missing, added or renamed, targets that
//! were lowered or changed, weights and money that are other than approved.

use crate::domain::checks::context::of_draft::OfDraft;
use crate::domain::checks::finding::excerpt::excerpt;
use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::draft::approved::Approved;
use crate::domain::draft::budget::{Column, Project};
use crate::domain::draft::draft::Draft;
use crate::domain::draft::edit::Edit;
use crate::domain::draft::field::{Field, List};
use crate::domain::values::amount::Amount;
use crate::domain::values::input::{Entry, Input};

use super::approved_indicators;
use super::approved_pairs::{HINT, Pairs};

/// Finds D7. A draft that was typed has nothing to be held against.
pub fn check(of: &OfDraft<'_>, found: &mut Vec<Finding>) {
    let OfDraft { draft, evaluation, .. } = *of;
    let Some(approved) = &draft.approved else { return };
    let totals = &evaluation.money.totals;
    if let (Some(approved), Ok(now)) = (approved.total.value(), totals.initial.value)
        && *approved != now
    {
        let text = format!(
            "年初预算数合计是 {} 万元，申报表上是 {} 万元。",
            now.printed(),
            approved.printed()
        );
        found.push(Finding::new(Code::D7, Field::StatedTotal(Column::Initial), text, HINT));
    }
    goals(draft, approved, found);
    tasks(draft, approved, found);
    approved_indicators::check(draft, approved, found);
}

fn goals(draft: &Draft, approved: &Approved, found: &mut Vec<Finding>) {
    let rows = draft.objectives.items.iter().filter(|row| !row.is_blank()).collect();
    let pairs = Pairs::of(
        &approved.goals,
        rows,
        |row| (row.id, &row.text),
        |row| (row.id, &row.text),
    );
    for row in pairs.missing {
        let text = format!("申报表上的年度目标“{}”报告里没有。", excerpt(&row.text, 24));
        found.push(Finding::new(Code::D7, Field::Rows(List::Objectives), text, HINT));
    }
    for row in pairs.added {
        let text = format!("年度目标“{}”申报表上没有。", excerpt(&row.text, 24));
        found.push(Finding::new(Code::D7, Field::ObjectiveText(row.id), text, HINT));
    }
}

fn tasks(draft: &Draft, approved: &Approved, found: &mut Vec<Finding>) {
    fn name(row: &Project) -> &str {
        match row.name.is_blank() {
            true => &row.task,
            false => &row.name,
        }
    }
    if approved.tasks.is_empty() {
        return;
    }
    let is_filled = |row: &&Project| !name(row).trim().is_empty() || !row.amount.is_blank() || !row.budget.is_blank();
    let rows = draft.projects.rows.iter().filter(is_filled).collect();
    let pairs = Pairs::of(
        &approved.tasks,
        rows,
        |row| (row.id, name(row)),
        |row| (row.id, name(row)),
    );
    let told = |amount: &Entry<Amount>| amount.value().map(|amount| format!("{} 万元", amount.printed()));
    for row in pairs.missing {
        let amount = told(&row.budget).map_or(String::new(), |amount| format!("（{amount}）"));
        let text = format!("申报表上的任务“{}”{amount}报告里没有。", excerpt(name(row), 24));
        found.push(Finding::new(Code::D7, Field::Rows(List::Projects), text, HINT));
    }
    for row in pairs.added {
        let text = format!("项目“{}”申报表上没有。", excerpt(name(row), 24));
        found.push(Finding::new(Code::D7, Field::ProjectName(row.id), text, HINT));
    }
    for (promised, row) in pairs.both {
        let Some(wanted) = promised.budget.value() else {
            continue;
        };
        if row.budget.value() == Some(wanted) {
            continue;
        }
        let now = told(&row.budget).map_or("没有填".to_owned(), |now| format!("是 {now}"));
        let text = format!(
            "“{}”的预算数{now}，申报表上是 {} 万元。",
            excerpt(name(promised), 24),
            wanted.printed()
        );
        let field = Field::ProjectBudget(row.id);
        let fix = format!("改回 {}", wanted.printed());
        found.push(
            Finding::new(Code::D7, field, text, HINT).with_fix(fix, Edit::Set(field, Input::text(&promised.budget))),
        );
    }
}
