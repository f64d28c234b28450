//! Which forms a document can stand in, and in which it does.

use crate::domain::values::input::Choice;

use super::layout::{Layout, Shown};
use super::scheme::{ReportKind, Scheme};
use super::table_form::TableForm;

/// Whether a document can stand in a form: the national columns are for both, a place's form for the document that the
/// place asks it of. A project is a single form, so its tables stand in no text.
fn suits(form: TableForm, kind: ReportKind) -> bool {
    match form {
        TableForm::Levels | TableForm::LevelSums => true,
        TableForm::Tasks | TableForm::Department | TableForm::SichuanDepartment | TableForm::Hunan => {
            kind == ReportKind::Department
        }
        TableForm::SichuanProject
        | TableForm::Yunnan
        | TableForm::Hubei
        | TableForm::Yinchuan
        | TableForm::Guangshui
        | TableForm::Hebei
        | TableForm::Haidian => kind == ReportKind::Project,
    }
}

/// The forms that a document is offered, and the one it has.
pub fn forms_of(kind: ReportKind, chosen: TableForm) -> impl Iterator<Item = TableForm> {
    let all = TableForm::ALL.iter().copied();
    all.filter(move |form| suits(*form, kind) || *form == chosen)
}

/// The form in which a document by this scheme stands: a project has the national one until another is chosen.
pub fn form_of(scheme: &Scheme) -> TableForm {
    match (scheme.table_form, scheme.kind) {
        (TableForm::Tasks, ReportKind::Project) => TableForm::Levels,
        (form, _) => form,
    }
}

/// The layout of the one table that holds everything; none where the tables stand within the text.
pub fn layout_of(scheme: &Scheme) -> Option<&'static Layout> {
    let form = form_of(scheme);
    form.is_annex().then(|| form.layout())
}

/// Whether the document's table has a column for this.
pub fn asks(scheme: &Scheme, shown: Shown) -> bool {
    let columns = layout_of(scheme).map_or(&[][..], |layout| layout.lines.columns);
    columns.iter().any(|column| column.shows == shown)
}
