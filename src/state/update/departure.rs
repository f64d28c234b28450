//! 导出前核对: what is said of errors and warnings before a document leaves. It never hinders anyone, and says
//! the same only once.

use std::collections::BTreeSet;
use std::rc::Rc;

use crate::domain::checks::finding::finding::{Finding, FindingId};
use crate::state::model::departure::{Departure, way_id};
use crate::state::model::effect::{Effect, Export};
use crate::state::model::model::{Model, Overlay};
use crate::state::model::reports::StorageFault;
use crate::state::model::route::{Page, Route};

use super::editing::{open, warn};
use super::recovery::is_newer;
use super::saving;

/// A document is about to leave: goes on, or asks first.
pub(super) fn wanted(model: &mut Model, departure: Departure) -> Vec<Effect> {
    let has_new = model.workspace.as_ref().is_some_and(|workspace| {
        let accepted = model.accepted.as_ref().filter(|(id, _)| *id == workspace.id);
        let is_accepted = |finding: &&Finding| accepted.is_some_and(|(_, known)| known.contains(&finding.id()));
        workspace.concerns().iter().any(|finding| !is_accepted(finding))
    });
    if departure.is_handed_in() && has_new && !is_newer(model) {
        model.overlay = Some(Overlay::BeforeDeparture(departure));
        return vec![];
    }
    depart(model, departure)
}

/// Ctrl+P anywhere in a report: prints it, from the page where its pages are.
pub(super) fn print_sought(model: &mut Model) -> Vec<Effect> {
    match &model.route {
        Route::Draft(_, Page::Preview) => wanted(model, Departure::Print),
        Route::Draft(id, _) => {
            model.print_sought = true;
            vec![Effect::Navigate(Route::Draft(id.clone(), Page::Preview))]
        }
        _ => vec![],
    }
}

/// The pages are there; prints them, if that was what they were called for.
pub(super) fn pages_cut(model: &mut Model) -> Vec<Effect> {
    open(model, |workspace| workspace.left_page = None);
    match std::mem::take(&mut model.print_sought) {
        true => wanted(model, Departure::Print),
        false => vec![],
    }
}

/// 继续导出: goes on, and does not ask again for the same findings.
pub(super) fn confirmed(model: &mut Model) -> Vec<Effect> {
    let Some(Overlay::BeforeDeparture(departure)) = model.overlay.take() else {
        return vec![];
    };
    if let Some(workspace) = &model.workspace {
        let known: BTreeSet<FindingId> = workspace.concerns().iter().map(|finding| finding.id()).collect();
        model.accepted = Some((workspace.id.clone(), known));
    }
    let mut effects = vec![focus_after(model, departure)];
    effects.extend(depart(model, departure));
    effects
}

/// What gets the focus back when the question goes away: what was pressed, or in the other pages the bar's 导出.
pub(super) fn focus_after(model: &Model, departure: Departure) -> Effect {
    match departure {
        Departure::Export(export) if model.route.page() == Some(Page::Preview) => Effect::FocusElement(way_id(export)),
        Departure::Export(_) => Effect::FocusElement("export"),
        Departure::Print => Effect::FocusElement("print"),
    }
}

/// A document leaves.
fn depart(model: &mut Model, departure: Departure) -> Vec<Effect> {
    match departure {
        Departure::Export(export) => exported(model, export),
        Departure::Print => vec![Effect::Print],
    }
}

fn exported(model: &mut Model, export: Export) -> Vec<Effect> {
    model.overlay = None;
    if is_newer(model) {
        return match (export, &model.workspace) {
            // As it lies there, whole.
            (Export::ProjectFile, Some(workspace)) => vec![Effect::DownloadKept(workspace.id.clone())],
            // A document would carry a draft that lacks what this program does not understand.
            _ => warn(model, StorageFault::Newer.sentence()),
        };
    }
    let mut effects = saving::before_export(
        model,
        match export {
            Export::Word => "导出 Word 时",
            Export::Excel => "导出 Excel 时",
            Export::Package => "导出送审包时",
            Export::ReviewList => "导出复核清单时",
            Export::ProjectFile => "下载项目文件时",
        },
    );
    let open = model.workspace.iter();
    effects.extend(open.map(|workspace| {
        let draft = match export {
            // A project file holds the whole report, whatever of it is shown.
            Export::ProjectFile | Export::Package => workspace.kept(),
            Export::Word | Export::Excel | Export::ReviewList => Rc::clone(&workspace.draft),
        };
        Effect::Download(workspace.id.clone(), draft, workspace.stamp.clone(), export)
    }));
    effects
}
