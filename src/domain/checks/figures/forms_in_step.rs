//! D3 of a project in the list and in its own form: they are edited as one, and can still differ where the form
//! splits its money by source or came from elsewhere.

use crate::domain::checks::context::of_draft::OfDraft;
use crate::domain::checks::finding::excerpt::excerpt;
use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::draft::budget::Column;
use crate::domain::draft::field::Field;
use crate::domain::values::input::Choice;
use crate::domain::values::input::Value;
use crate::domain::values::row::{Id, find};

/// Finds D3.
pub fn check(of: &OfDraft<'_>, found: &mut Vec<Finding>) {
    let draft = of.draft;
    for form in &draft.forms {
        let Some(row) = form.project.and_then(|project| find(&draft.projects.rows, project)) else {
            continue;
        };
        for column in Column::ALL {
            let listed = row.amount_of(*column).value().copied();
            let Some((listed, own)) = listed
                .zip(form.draft.budget.total(*column))
                .filter(|(one, other)| one != other)
            else {
                continue;
            };
            found.push(Finding::new(
                Code::D3,
                field(row.id, *column),
                format!(
                    "“{}”的{}，重点项目里是 {} 万元，它的自评表里是 {} 万元。",
                    excerpt(&row.name, 24),
                    column.label(),
                    listed.shown(),
                    own.shown()
                ),
                "核对后改一处；自评表按资金来源分列的，合计要与重点项目一致。",
            ));
        }
    }
}

fn field(project: Id, column: Column) -> Field {
    match column {
        Column::Initial => Field::ProjectInitial(project),
        Column::Adjusted => Field::ProjectBudget(project),
        Column::Executed => Field::ProjectAmount(project),
    }
}
