//! 重点项目 and the form that was made of one stay in step: name and money, whichever of the two is edited.

use crate::domain::values::amount::Amount;
use crate::domain::values::input::{Choice, Entry};
use crate::domain::values::row::{Id, find, find_mut};

use super::budget::{Budget, Column, Project};
use super::draft::{Draft, ProjectForm};
use super::field::Field;

impl Draft {
    /// A project of the list as the form of its own: what the list says of it is filled in.
    pub fn fill_form(&self, project: Id, form: &mut Draft) {
        if let Some(row) = find(&self.projects.rows, project) {
            form.basics.project = row.name.trim().to_owned();
            for column in Column::ALL {
                form.budget.put_total(*column, row.amount_of(*column));
            }
        }
    }

    /// A field of a project was edited in the list: its form says the same from now on.
    pub(super) fn carry_to_form(&mut self, field: Field) {
        let (project, column) = match field {
            Field::ProjectName(id) => (id, None),
            Field::ProjectInitial(id) => (id, Some(Column::Initial)),
            Field::ProjectBudget(id) => (id, Some(Column::Adjusted)),
            Field::ProjectAmount(id) => (id, Some(Column::Executed)),
            _ => return,
        };
        let Some(row) = find(&self.projects.rows, project) else {
            return;
        };
        let Some(form) = self.forms.iter_mut().find(|form| form.project == Some(project)) else {
            return;
        };
        let draft = form.draft.make_mut();
        match column {
            None => draft.basics.project = row.name.trim().to_owned(),
            Some(column) => draft.budget.put_total(column, row.amount_of(column)),
        }
    }

    /// All that the list says of projects goes to their forms, as after a table was taken in.
    pub(super) fn carry_all_to_forms(&mut self) {
        let rows = self.projects.rows.iter().map(|row| row.id);
        let fields = [
            Field::ProjectName,
            Field::ProjectInitial,
            Field::ProjectBudget,
            Field::ProjectAmount,
        ];
        let all: Vec<Field> = rows.flat_map(|id| fields.map(|field| field(id))).collect();
        all.into_iter().for_each(|field| self.carry_to_form(field));
    }

    /// A form was edited: the project of the list that it was made of says the same from now on.
    pub fn carry_from_form(&mut self, form: Id, before: &Draft) {
        let Some(ProjectForm {
            project: Some(project),
            draft,
            ..
        }) = find(&self.forms, form)
        else {
            return;
        };
        let Some(row) = find_mut(&mut self.projects.rows, *project) else {
            return;
        };
        if draft.basics.project != before.basics.project {
            row.name = draft.basics.project.trim().to_owned();
        }
        for column in Column::ALL {
            let now = draft.budget.total(*column);
            if now != before.budget.total(*column) {
                *row.amount_of_mut(*column) = now.map_or(Entry::Blank, Entry::Accepted);
            }
        }
    }
}

impl Project {
    /// 年初预算数, 调整预算数 or 执行数, 万元.
    pub fn amount_of(&self, column: Column) -> &Entry<Amount> {
        match column {
            Column::Initial => &self.initial,
            Column::Adjusted => &self.budget,
            Column::Executed => &self.amount,
        }
    }

    /// The same, for editing.
    fn amount_of_mut(&mut self, column: Column) -> &mut Entry<Amount> {
        match column {
            Column::Initial => &mut self.initial,
            Column::Adjusted => &mut self.budget,
            Column::Executed => &mut self.amount,
        }
    }
}

impl Budget {
    /// 合计 of a column, 万元: the sum of the sources that are used, or else what was typed; none while one is open.
    pub fn total(&self, column: Column) -> Option<Amount> {
        let stated = self.stated.get(column).value().copied();
        let mut used = self.funds.iter().filter(|fund| !fund.amounts.is_blank()).peekable();
        if used.peek().is_none() {
            return stated;
        }
        let sum: Option<Amount> = used.map(|fund| fund.amounts.get(column).value().copied()).sum();
        sum.or(stated)
    }

    /// Makes 合计 of a column this amount: the only source with a figure there takes it, or what is typed as the
    /// total. Between several sources nobody can tell how it is shared; then it stays, and the check tells.
    fn put_total(&mut self, column: Column, amount: &Entry<Amount>) {
        let mut used = self
            .funds
            .iter_mut()
            .filter(|fund| !fund.amounts.get(column).is_blank());
        match (used.next(), used.next()) {
            (None, _) => *self.stated.get_mut(column) = amount.clone(),
            (Some(only), None) => *only.amounts.get_mut(column) = amount.clone(),
            (Some(_), Some(_)) => {}
        }
    }
}
