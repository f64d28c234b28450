//! 撤销与重做: earlier drafts, one step per burst of typing in a field.

use std::rc::Rc;

use crate::domain::draft::Draft;
use crate::domain::edit::Edit;
use crate::domain::field::{Field, List};
use crate::domain::row::Id;
use crate::domain::terms;

/// How many steps can be taken back. Drafts share their rows, so a step costs little.
const DEPTH: usize = 200;

/// A draft to go back to, and what the step away from it was called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    draft: Rc<Draft>,
    /// The form that was open then.
    form: Option<Id>,
    /// What was done, for the button: "修改执行数".
    pub name: String,
    /// Where it was done.
    pub field: Field,
}

/// Where a step leads back to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Back {
    /// The draft as it was kept.
    pub draft: Rc<Draft>,
    /// The form in it that was open.
    pub form: Option<Id>,
    /// Where the step was done.
    pub field: Field,
}

/// The steps behind and ahead.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    behind: Vec<Step>,
    ahead: Vec<Step>,
    /// The field in which typing goes on; the next key there belongs to the same step.
    burst: Option<Field>,
}

impl History {
    /// Remembers the kept draft as it was before an edit of the shown one, which is a form in it or itself.
    pub fn record(&mut self, kept: Rc<Draft>, form: Option<Id>, shown: &Draft, edit: &Edit) {
        let (field, name) = describe(shown, edit);
        let goes_on = matches!(edit, Edit::Set(..)) && self.burst == Some(field) && self.ahead.is_empty();
        self.burst = matches!(edit, Edit::Set(..)).then_some(field);
        self.ahead.clear();
        if goes_on && !self.behind.is_empty() {
            return;
        }
        self.behind.push(Step {
            draft: kept,
            form,
            name,
            field,
        });
        if self.behind.len() > DEPTH {
            self.behind.remove(0);
        }
    }

    /// The next key begins a new step, even in the same field.
    pub fn end_burst(&mut self) {
        self.burst = None;
    }

    /// Takes the last step back: gives the draft before it and where it was.
    pub fn undo(&mut self, now: &Rc<Draft>) -> Option<Back> {
        take(&mut self.behind, &mut self.ahead, &mut self.burst, now)
    }

    /// Takes the last undone step again.
    pub fn redo(&mut self, now: &Rc<Draft>) -> Option<Back> {
        take(&mut self.ahead, &mut self.behind, &mut self.burst, now)
    }

    /// The step that undo would take back.
    pub fn last(&self) -> Option<&Step> {
        self.behind.last()
    }

    /// The step that redo would take again.
    pub fn next(&self) -> Option<&Step> {
        self.ahead.last()
    }
}

fn take(from: &mut Vec<Step>, to: &mut Vec<Step>, burst: &mut Option<Field>, now: &Rc<Draft>) -> Option<Back> {
    let step = from.pop()?;
    *burst = None;
    to.push(Step {
        draft: Rc::clone(now),
        form: step.form,
        name: step.name,
        field: step.field,
    });
    Some(Back {
        draft: step.draft,
        form: step.form,
        field: step.field,
    })
}

fn describe(draft: &Draft, edit: &Edit) -> (Field, String) {
    let list = |list| (Field::Rows(list), terms::list_name(list));
    match edit {
        Edit::Set(field, _) => (*field, format!("修改{}", terms::full_name(draft, *field))),
        Edit::Add(rows, _) | Edit::Duplicate(rows, _) => {
            let (field, name) = list(*rows);
            (field, format!("添加{name}"))
        }
        Edit::Remove(rows, _) => {
            let (field, name) = list(*rows);
            (field, format!("删除{name}"))
        }
        Edit::TakeScheme(_) => (Field::Rows(List::Parts), "更换评分方案".into()),
        Edit::TakeForm(_) => (Field::Rows(List::Forms), "添加项目自评表".into()),
        Edit::TakeIndicators(_) => (Field::Rows(List::Indicators), "添加指标".into()),
        Edit::Move(rows, ..) => {
            let (field, name) = list(*rows);
            (field, format!("移动{name}"))
        }
    }
}
