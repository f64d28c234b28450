//! Working findings off on the page 检查: what it lists, setting aside, mending by one press, the list on paper.

use crate::documents::report::lists;
use crate::domain::checks::finding::finding::{FindingId, Severity};
use crate::domain::checks::set_aside::set_aside as put_aside;
use crate::domain::draft::edit::Edit;
use crate::domain::draft::field::List;
use crate::domain::values::row::Id;
use crate::state::model::effect::Effect;
use crate::state::model::last_look::LastLook;
use crate::state::model::model::{Model, Remedy};
use crate::state::model::route::{Page, Route};
use crate::state::model::working_off::{ChecksView, Looks};

use super::editing::{edited, open, tell};

/// 检查 was asked for, perhaps while it is shown.
pub(super) fn check_pressed(model: &mut Model) -> Vec<Effect> {
    model.overlay = None;
    match &model.route {
        Route::Draft(_, Page::Checks) => looked(model),
        Route::Draft(id, _) => vec![Effect::Navigate(Route::Draft(id.clone(), Page::Checks))],
        _ => vec![],
    }
}

/// 检查 was opened, or asked for again: everything is told, and the summary of errors takes the focus.
pub(super) fn looked(model: &mut Model) -> Vec<Effect> {
    let mut effects = vec![];
    open(model, |workspace| {
        workspace.checked = true;
        if workspace.whole.is_some() {
            return;
        }
        let now = LastLook::of(&workspace.findings);
        effects.push(Effect::KeepLook(workspace.id.clone(), now.written()));
        workspace.looks = Looks {
            before: workspace.looks.last.take(),
            last: Some(now),
        };
    });
    let findings = model.workspace.iter().map(|workspace| &workspace.findings);
    let errors: usize = findings.map(|findings| findings.count(Severity::Error)).sum();
    effects.push(match errors {
        0 => Effect::FocusPage,
        _ => Effect::FocusElement("error-summary"),
    });
    effects
}

/// 不处理, with a reason.
pub(super) fn set_aside(model: &mut Model, id: &FindingId, reason: &str) -> Vec<Effect> {
    let reason = reason.trim();
    let row = model.workspace.as_ref().and_then(|workspace| {
        let finding = workspace.found(id).filter(|_| !reason.is_empty())?;
        Some(put_aside(finding, &workspace.draft, reason))
    });
    let Some(row) = row else { return vec![] };
    let effects = edited(model, Edit::SetAside(row));
    if !effects.is_empty() {
        tell(model, "已列入“不处理”，理由会写进复核清单。".into(), Some(Remedy::Undo));
    }
    effects
}

/// 恢复. Where nothing is left in the list of 不处理, the list of findings takes the focus.
pub(super) fn restored(model: &mut Model, row: Id) -> Vec<Effect> {
    let mut effects = edited(model, Edit::Remove(List::SetAside, row));
    let is_last = model
        .workspace
        .as_ref()
        .is_none_or(|workspace| workspace.aside_rows().is_empty());
    if is_last && !effects.is_empty() {
        effects.retain(|effect| !matches!(effect, Effect::Focus(_)));
        effects.push(Effect::FocusElement("checks-title"));
    }
    effects
}

/// 一键修改. Unlike typing it is a step of its own, after which the field shows what the draft says.
pub(super) fn fixed(model: &mut Model, id: &FindingId) -> Vec<Effect> {
    let found = model.workspace.as_ref().and_then(|workspace| workspace.found(id));
    let Some(fix) = found.and_then(|finding| finding.fix.clone()) else {
        return vec![];
    };
    model.history.end_burst();
    let effects = edited(model, fix.edit);
    model.history.end_burst();
    open(model, |workspace| workspace.typing = None);
    if !effects.is_empty() {
        tell(model, format!("已修改：{}。", fix.label), Some(Remedy::Undo));
    }
    effects
}

/// 逐条处理 or 标注稿.
pub(super) fn view_chosen(model: &mut Model, view: ChecksView) -> Vec<Effect> {
    open(model, |workspace| {
        workspace.checks_view = view;
        workspace.list = None;
    });
    vec![]
}

/// 打印清单: the list is laid out on paper, and printed once it is on the screen.
pub(super) fn list_printed(model: &mut Model) -> Vec<Effect> {
    open(model, |workspace| {
        workspace.list = Some(lists::findings(&workspace.draft, &workspace.findings).into());
    });
    vec![Effect::Print]
}
