//! E16 重点项目没有填全: rows of the table of projects that lack their name, their amount, or what the others have. A
//! row in which nothing was typed waits to be filled in and is not printed.

use crate::domain::checks::context::of_draft::OfDraft;
use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::draft::budget::Project;
use crate::domain::draft::field::Field;
use crate::domain::evaluation::completeness::has_results;
use crate::domain::values::input::Input;

/// Finds E16.
pub fn check(of: &OfDraft<'_>, found: &mut Vec<Finding>) {
    let draft = of.draft;
    let rows = &draft.projects.rows;
    let is_blank =
        |row: &Project| row.task.is_blank() && row.name.is_blank() && row.amount.is_blank() && row.budget.is_blank();
    let has_budgets = rows.iter().any(|row| !row.budget.is_blank());
    for (place, row) in rows.iter().enumerate() {
        let (field, what) = if is_blank(row) {
            continue;
        } else if row.name.is_blank() {
            let of = match row.task.trim() {
                "" => String::new(),
                task => format!("（{task}）"),
            };
            (Field::ProjectName(row.id), format!("没有项目名称{of}"))
        } else if row.amount.is_blank() && (row.budget.is_blank() || has_results(draft)) {
            (Field::ProjectAmount(row.id), format!("“{}”没有金额", row.name.trim()))
        } else if has_budgets && row.budget.is_blank() {
            (
                Field::ProjectBudget(row.id),
                format!("“{}”没有预算数，别的项目有", row.name.trim()),
            )
        } else {
            continue;
        };
        found.push(Finding::new(
            Code::E16,
            field,
            format!("重点项目第 {} 行{what}。", place + 1),
            "补上缺的内容；多余的行删去。",
        ));
    }
}
