//! Working on the open draft: edits, the way back, and where the eye goes.

use std::rc::Rc;

use crate::documents::import::tables::target;
use crate::documents::project_file::pack;
use crate::domain::checks::finding::excerpt::beginning;
use crate::domain::draft::block::cell_text;
use crate::domain::draft::chapter::Chapter;
use crate::domain::draft::department::Basics;
use crate::domain::draft::draft::{Draft, SchemeStanding};
use crate::domain::draft::edit::{Edit, Together};
use crate::domain::draft::field::{Field, IndicatorField, List};
use crate::domain::draft::names;
use crate::domain::scheme::scheme::{ReportKind, Scheme};
use crate::domain::values::row::Id;
use crate::domain::values::shared::Shared;
use crate::state::model::effect::Effect;
use crate::state::model::history::{Back, History};
use crate::state::model::indicator_rows::{asked_first, is_in_row};
use crate::state::model::kept::Pen;
use crate::state::model::model::{Model, Notice, Remedy, Tone};
use crate::state::model::reports::DraftId;
use crate::state::model::route::{Page, Route};
use crate::state::model::workspace::{Saving, Workspace};

/// Changes the open draft's workspace; nothing happens when none is open.
pub(super) fn open(model: &mut Model, change: impl FnOnce(&mut Workspace)) -> Vec<Effect> {
    if let Some(workspace) = &mut model.workspace {
        change(Rc::make_mut(workspace));
    }
    vec![]
}

/// The same, if the open draft is the one meant.
pub(super) fn with_open(model: &mut Model, id: &DraftId, change: impl FnOnce(&mut Workspace)) {
    if model.workspace.as_ref().is_some_and(|workspace| workspace.id == *id) {
        open(model, change);
    }
}

pub(super) fn warn(model: &mut Model, text: String) -> Vec<Effect> {
    model.notice = Some(Notice {
        tone: Tone::Warning,
        text,
        remedy: None,
        turned: 0,
    });
    vec![]
}

/// Says what was done, and what can be done about it.
pub(super) fn tell(model: &mut Model, text: String, remedy: Option<Remedy>) {
    model.notice = Some(Notice {
        tone: Tone::Plain,
        text,
        remedy,
        turned: 0,
    });
}

/// Something was typed, chosen, added, removed or moved.
pub(super) fn edited(model: &mut Model, edit: Edit) -> Vec<Effect> {
    let Some(workspace) = &mut model.workspace else {
        return vec![];
    };
    match workspace.pen {
        Pen::Here => {}
        Pen::Elsewhere => {
            return warn(
                model,
                "另一个窗口正在填写这份报告，这里只能看。要在这里改，请先点“在此接管”。".into(),
            );
        }
        Pen::Newer => {
            return warn(
                model,
                "这份报告是更新版本的绩评存的，这里只能看。请用新版本打开。".into(),
            );
        }
    }
    let workspace = Rc::make_mut(workspace);
    let mut draft = Draft::clone(&workspace.draft);
    let told = said_of(&workspace.draft, &edit);
    let applied = draft.apply(&edit);
    if let Edit::Set(field, text) = &edit {
        workspace.typing = Some((*field, text.clone()));
    }
    if !applied.changed {
        return vec![];
    }
    model
        .history
        .record(workspace.kept(), workspace.form(), &workspace.draft, &edit);
    workspace.replace(Rc::new(draft));
    workspace.saving = Saving::Pending;
    // What a notice offers to take back is no longer the last edit.
    model.notice = model.notice.take().filter(|notice| notice.remedy != Some(Remedy::Undo));
    let mut effects = vec![Effect::ScheduleSave];
    let list = match &edit {
        Edit::Add(list, _) | Edit::Duplicate(list, _) => Some(*list),
        Edit::Remove(list, _) => {
            effects.push(Effect::Focus(comes_up(*list, applied.row)));
            None
        }
        Edit::TakeIndicators(_) | Edit::Split(..) => applied.row.map(|_| List::Indicators),
        Edit::Word(kind, _) => {
            effects.push(Effect::Focus(Field::Wording(*kind)));
            None
        }
        // Its row goes to another level of the list, and the editor with it.
        Edit::Set(field @ Field::Indicator(_, IndicatorField::Place), _) => {
            effects.push(Effect::Focus(*field));
            None
        }
        // The button goes away, so the focus goes to the text.
        Edit::SettleLastYear(field) => {
            effects.push(Effect::Focus(*field));
            None
        }
        Edit::Set(..) => {
            effects.push(Effect::ScheduleChecks);
            None
        }
        Edit::Move(..)
        | Edit::TakeScheme(_)
        | Edit::ChangeKind(_)
        | Edit::TakeRows(_)
        | Edit::TakeForm(..)
        | Edit::SetAside(_)
        | Edit::LetApprovedGo
        | Edit::TakeVersion(_)
        | Edit::Together(_) => None,
    };
    if let (Some(list), Some(row)) = (list, applied.row) {
        // Where the rows take all that is asked of most indicators, no editor opens over them.
        let in_row = list == List::Indicators && workspace.indicator_view.whole && matches!(edit, Edit::Add(..));
        if list == List::Indicators && !in_row {
            workspace.open_indicator = Some(row);
        }
        effects.push(Effect::Focus(match in_row {
            true => Field::Indicator(row, IndicatorField::Name),
            false => list.first_field(row),
        }));
    }
    if let Some(told) = told {
        tell(model, told, Some(Remedy::Undo));
    }
    effects
}

/// Where the focus goes once a row is taken out: into the row that comes up, else to the list. Rows of indicators are
/// written in elsewhere, and a form is a page.
fn comes_up(list: List, row: Option<Id>) -> Field {
    match row.filter(|_| !matches!(list, List::Indicators | List::Forms | List::SetAside)) {
        Some(row) => list.first_field(row),
        None => Field::Rows(list),
    }
}

/// What is said of an edit that takes something away, so that it can be had back.
fn said_of(draft: &Draft, edit: &Edit) -> Option<String> {
    match edit {
        Edit::Remove(List::SetAside, _) => None,
        Edit::Remove(list, row) => {
            let name = match list {
                List::Indicators => Field::Indicator(*row, IndicatorField::Name),
                List::Projects => Field::ProjectName(*row),
                other => other.first_field(*row),
            };
            let said = cell_text(draft, name);
            let list = names::list_name(*list);
            Some(match said.trim() {
                "" => format!("已删除“{list}”里的一行。"),
                said => format!("已删除“{list}”里的“{}”。", beginning(said, 16)),
            })
        }
        Edit::SettleLastYear(field) => {
            let before = draft.last_year_text(*field)?;
            let word = match before.text == draft.text(*field) {
                true => "仍然适用",
                false => "改好了",
            };
            Some(format!("“{}”已记为{word}。", names::short_name(*field)))
        }
        _ => None,
    }
}

/// A field was left.
pub(super) fn field_left(model: &mut Model, field: Field) -> Vec<Effect> {
    model.history.end_burst();
    let open_now = model.workspace.as_ref();
    let typed = open_now.and_then(|workspace| workspace.typing.clone().filter(|(typing, _)| *typing == field));
    let effects = open(model, |workspace| {
        if workspace.typing.as_ref().is_some_and(|(typing, _)| *typing == field) {
            workspace.typing = None;
        }
    });
    // “≥95%” typed where a number is asked says the sign and the unit, too.
    let meant = model.workspace.as_ref().and_then(|workspace| {
        let (_, raw) = typed?;
        let is_new = |edit: &Edit| !matches!(edit, Edit::Set(field, text) if workspace.draft.text(*field) == *text);
        target::edits(&workspace.draft, field, &raw).filter(|edits| edits.iter().any(is_new))
    });
    match meant {
        Some(edits) => {
            let name = "读出符号和单位".to_owned();
            edited(model, Edit::Together(Together { name, at: field, edits }))
        }
        None => effects,
    }
}

/// Which way through the history.
pub(super) type Take = fn(&mut History, &Rc<Draft>) -> Option<Back>;

/// 撤销 or 重做.
pub(super) fn step(model: &mut Model, take: Take) -> Vec<Effect> {
    let Some(workspace) = &mut model.workspace else {
        return vec![];
    };
    if workspace.pen != Pen::Here {
        return vec![];
    }
    let Some(back) = take(&mut model.history, &workspace.kept()) else {
        return vec![];
    };
    let workspace = Rc::make_mut(workspace);
    workspace.show(back.draft, back.form);
    workspace.saving = Saving::Pending;
    let opened = workspace.open_indicator;
    let mut effects = vec![Effect::ScheduleSave];
    effects.extend(field_sought(model, back.field));
    // What was typed in a row of the list is taken back there; no editor opens for it.
    if model
        .workspace
        .as_ref()
        .is_some_and(|workspace| is_in_row(workspace, back.field))
    {
        open(model, |workspace| workspace.open_indicator = opened);
    }
    effects
}

/// A link to a field was followed.
pub(super) fn field_sought(model: &mut Model, field: Field) -> Vec<Effect> {
    model.overlay = None;
    let Some(workspace) = &mut model.workspace else {
        return vec![];
    };
    let workspace = Rc::make_mut(workspace);
    workspace.explained = None;
    workspace.picking = None;
    if let Some(indicator) = field.indicator() {
        workspace.indicator_view = workspace.indicator_view.with(indicator);
        workspace.open_indicator = Some(indicator);
    }
    let route = Route::Draft(workspace.id.clone(), Page::of(field));
    let mut effects = vec![];
    if model.route != route {
        effects.push(Effect::Navigate(route));
    }
    effects.push(Effect::Focus(field));
    effects
}

/// A piece of the preview was followed; what a project's form says is filled in there.
pub(super) fn lead_followed(model: &mut Model, form: Option<Id>, field: Field, page: usize) -> Vec<Effect> {
    if form.is_some() {
        model.history.end_burst();
    }
    open(model, |workspace| {
        workspace.left_page = Some(page);
        if form.is_some() {
            workspace.show(workspace.kept(), form);
        }
    });
    field_sought(model, field)
}

/// An indicator was opened for editing, or the open one closed.
pub(super) fn indicator_toggled(model: &mut Model, id: Id) -> Vec<Effect> {
    let mut effects = vec![];
    open(model, |workspace| {
        workspace.explained = None;
        workspace.typing = None;
        workspace.indicator_view = workspace.indicator_view.with(id);
        workspace.open_indicator = (workspace.open_indicator != Some(id)).then_some(id);
        // The editor beside the list goes away with its button; the hand is back in the row then.
        if workspace.open_indicator.is_some() || workspace.edits_beside() {
            let row = workspace.draft.indicator(id);
            effects.extend(row.map(|row| Effect::Focus(asked_first(row))));
        }
    });
    effects
}

/// Another row is typed in: the editor beside the list shows that one. The focus stays where it is.
pub(super) fn indicator_followed(model: &mut Model, from: Id, to: Id) -> Vec<Effect> {
    open(model, |workspace| {
        if workspace.edits_beside() && workspace.open_indicator == Some(from) {
            workspace.open_indicator = Some(to);
        }
    })
}

/// 添加项目自评表: a new form, of a project of the list or blank, opened at once.
pub(super) fn form_added(model: &mut Model, project: Option<Id>) -> Vec<Effect> {
    let Some(workspace) = &model.workspace else {
        return vec![];
    };
    let mut form = new_form(&workspace.draft);
    if let Some(project) = project {
        workspace.draft.fill_form(project, &mut form);
    }
    let mut effects = edited(model, Edit::TakeForm(project, Shared::new(form)));
    let added = model
        .workspace
        .as_ref()
        .and_then(|workspace| workspace.draft.forms.last());
    if let Some(id) = added.map(|form| form.id) {
        effects.extend(form_shown(model, Some(id), Page::Chapter(Chapter::Basics)));
    }
    effects
}

/// A blank form for a project of a report: by the scheme of the form before it, with what the report already says.
fn new_form(report: &Draft) -> Draft {
    let before = report.forms.last().map(|form| &form.draft);
    let scheme = before.map(|form| Scheme::clone(&form.scheme));
    let mut form = pack::new_draft(ReportKind::Project, scheme);
    form.scheme_standing = before.map_or(SchemeStanding::Open, |form| form.scheme_standing);
    form.basics = Basics {
        unit: report.basics.unit.clone(),
        place: report.basics.place.clone(),
        year: report.basics.year.clone(),
        // Who reports as a department is the department of its projects, unless a form before says otherwise.
        competent_department: before.map_or_else(
            || report.basics.unit.clone(),
            |form| form.basics.competent_department.clone(),
        ),
        ..Basics::default()
    };
    form
}

/// Shows a page of a form of the open report, or of the report again.
pub(super) fn form_shown(model: &mut Model, form: Option<Id>, page: Page) -> Vec<Effect> {
    model.history.end_burst();
    let Some(workspace) = &mut model.workspace else {
        return vec![];
    };
    let workspace = Rc::make_mut(workspace);
    workspace.show(workspace.kept(), form);
    vec![Effect::Navigate(Route::Draft(workspace.id.clone(), page))]
}
