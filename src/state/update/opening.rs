//! Coming and going: addresses, drafts that were read or placed, files, saving.

use std::rc::Rc;

use crate::documents::archive::doors::Door;
use crate::documents::archive::encoding::decoded;
use crate::documents::archive::kind::Kind;
use crate::documents::archive::read;
use crate::documents::carried::CarriedFault;
use crate::documents::copies::copy;
use crate::documents::exchange::submission::Verified;
use crate::documents::exchange::{reopened, submission, text_changes};
use crate::documents::project_file::project_file::Opened;
use crate::documents::project_file::{library, project_file};
use crate::domain::draft::chapter::Chapter;
use crate::domain::draft::comparison::TextChange;
use crate::state::model::effect::{Effect, Reach};
use crate::state::model::help::Topic;
use crate::state::model::history::History;
use crate::state::model::journal::Journal;
use crate::state::model::kept::Kept;
use crate::state::model::model::{Model, Overlay, Remedy};
use crate::state::model::reports::{DraftId, StorageFault};
use crate::state::model::returned::Returned;
use crate::state::model::route::{Page, Route};
use crate::state::model::verifying::Checked;
use crate::state::model::workspace::{Saving, Workspace};

use super::editing::{open, warn};
use super::saving::{close, save};
use super::{changes_taken, intake, journal, locking, new_report, scheme, stepping, tables, working_off};

/// The program has started, or the address has changed.
pub(super) fn route_changed(model: &mut Model, route: Route) -> Vec<Effect> {
    let mut effects = save(model, Reach::Both);
    leave_overlay(model, &route);
    model.compared = None;
    model.print_sought &= route.page() == Some(Page::Preview);
    let moved = model.route != route;
    // What was said on a page may go along to the next, where the deed led, and no farther.
    if moved && let Some(mut notice) = model.notice.take() {
        notice.turned += 1;
        // What could be taken back there cannot be taken back in another report.
        let is_elsewhere = notice.remedy == Some(Remedy::Undo) && model.route.draft() != route.draft();
        model.notice = (notice.turned < 2 && !is_elsewhere).then_some(notice);
    }
    open(model, |workspace| {
        workspace.explained = None;
        workspace.picking = None;
        workspace.typing = None;
        stepping::page_turned(workspace, &route);
    });
    match &route {
        Route::Start => {
            effects.extend(close(model));
            effects.push(Effect::ReadReports);
        }
        Route::Verify | Route::About => effects.extend(close(model)),
        Route::Intake(_) => {
            effects.extend(close(model));
            effects.extend(intake::opened(model));
        }
        Route::New => {
            effects.extend(close(model));
            effects.extend(new_report::opened(model));
        }
        Route::Recovery => {
            effects.extend(close(model));
            model.recovery = None;
            effects.push(Effect::ReadRecovery(None));
        }
        Route::Draft(id, page) => {
            if matches!(page, Page::Versions | Page::Overview) {
                model.recovery = None;
                effects.push(Effect::ReadRecovery(Some(id.clone())));
            }
            // Other years of the same office stand beside this one.
            if *page == Page::Overview && model.reports.is_none() {
                effects.push(Effect::ReadReports);
            }
            if model.workspace.as_ref().is_some_and(|workspace| workspace.id == *id) {
                match page {
                    Page::Checks if moved => effects.extend(working_off::looked(model)),
                    _ if moved => effects.push(Effect::FocusPage),
                    _ => {}
                }
            } else {
                effects.extend(close(model));
                effects.push(Effect::ReadDraft(id.clone()));
            }
        }
    }
    let offers_schemes = route == Route::New || route.page() == Some(Page::Chapter(Chapter::Scheme));
    if offers_schemes && model.packs.is_none() {
        effects.push(Effect::ReadPacks);
    }
    if route.page() == Some(Page::Chapter(Chapter::Indicators)) {
        model.library.get_or_insert_with(|| Rc::new(library::entries()));
    }
    model.route = route;
    effects
}

/// What lies over the page goes with it, except what is said of a file that leads to another page.
fn leave_overlay(model: &mut Model, route: &Route) {
    match &mut model.overlay {
        Some(Overlay::TextChanges(..)) => {}
        // Help goes along and is on the new page then.
        Some(Overlay::Help(topic)) if *topic == Topic::of(&model.route) => *topic = Topic::of(route),
        Some(Overlay::Help(_)) => {}
        _ => model.overlay = None,
    }
}

/// A kept draft was read.
pub(super) fn draft_read(model: &mut Model, id: DraftId, result: Result<Kept, StorageFault>) -> Vec<Effect> {
    // The address may have changed while the draft was being read.
    let Route::Draft(wanted, page) = &model.route else {
        return vec![Effect::DropPen(id)];
    };
    if *wanted != id {
        return vec![Effect::DropPen(id)];
    }
    let is_looked_at = *page == Page::Checks;
    match result {
        Ok(kept) => {
            let saving = model.honest(Saving::Saved(kept.saved_at.clone()), kept.pen);
            let history = kept.history.clone().unwrap_or_default();
            // Whoever opens the draft by its address has not seen the list, which says so too.
            if kept.diverged > 0 && *page != Page::Versions {
                journal::tell_of_diverged(model, id.clone());
            }
            let workspace = Workspace {
                has_side: model.has_side,
                ..Workspace::open(id, kept, saving)
            };
            model.history = History::read(&history, &workspace.draft, &workspace.stamp);
            model.workspace = Some(Rc::new(workspace));
            match is_looked_at {
                true => working_off::looked(model),
                false => vec![Effect::FocusPage],
            }
        }
        // It is read again as soon as the journal opens; that may have been while it was being read.
        Err(StorageFault::NotYet) => {
            warn(model, StorageFault::NotYet.sentence());
            match model.journal {
                Journal::Shut => vec![],
                _ => vec![Effect::ReadDraft(id)],
            }
        }
        Err(fault) => {
            warn(model, fault.sentence());
            vec![Effect::Navigate(Route::Start)]
        }
    }
}

/// A new draft has got its place.
pub(super) fn draft_placed(model: &mut Model, id: DraftId, kept: Kept, fault: Option<StorageFault>) -> Vec<Effect> {
    let is_kept = matches!(fault, None | Some(StorageFault::SlotsOnly));
    let saving = fault.map_or(Saving::Saved(kept.saved_at.clone()), Saving::Failed);
    let mut effects = close(model);
    if is_kept && intake::is_open(model) {
        effects.push(Effect::KeepIntake(None));
    }
    let here = model.route.clone();
    leave_overlay(model, &here);
    changes_taken::placed(model, &id);
    model.workspace = Some(Rc::new(Workspace {
        has_side: model.has_side,
        ..Workspace::open(id.clone(), kept, saving)
    }));
    effects.push(Effect::Navigate(Route::Draft(id, Page::Chapter(Chapter::Basics))));
    effects
}

/// Another window has changed what is kept.
pub(super) fn storage_changed(model: &mut Model) -> Vec<Effect> {
    match model.route {
        Route::Start => vec![Effect::ReadReports],
        Route::Draft(..) | Route::Recovery | Route::Verify | Route::Intake(_) | Route::New | Route::About => vec![],
    }
}

/// What a file turned out to be.
enum Read {
    /// A draft, and where the document shows something else.
    Draft((Opened, Vec<TextChange>)),
    /// 送审包.
    Package(Verified),
}

/// A file was chosen and read: a project file, open or locked, or a scheme.
pub(super) fn file_read(model: &mut Model, name: &str, content: Result<Vec<u8>, String>) -> Vec<Effect> {
    if let Ok(bytes) = &content
        && intake::is_open(model)
    {
        return intake::file_read(model, name, bytes);
    }
    if let Ok(bytes) = &content
        && let Some(effects) = scheme::file_read(model, name, bytes)
    {
        return effects;
    }
    if let Ok(bytes) = &content
        && let Some(effects) = locking::file_read(model, name, bytes)
    {
        return effects;
    }
    if let Ok(bytes) = &content
        && let Some(effects) = tables::file_read(model, name, bytes)
    {
        return effects;
    }
    // A document of another program is last year's report more often than anything else.
    if let Ok(bytes) = &content
        && is_of_others(bytes)
    {
        let mut effects = save(model, Reach::Both);
        if let Some(other) = &model.intake {
            let told = format!(
                "“{}”还没有核对完。请先做完，或点“换一份报告”再打开“{name}”。",
                other.name
            );
            warn(model, told);
        } else {
            effects.extend(intake::file_read(model, name, bytes));
        }
        if let Some(intake) = &model.intake {
            effects.push(Effect::Navigate(Route::Intake(intake.purpose)));
        }
        return effects;
    }
    if let Ok(bytes) = &content
        && let Some(reason) = Kind::of(bytes).refused(Door::Open)
    {
        return warn(model, format!("“{name}”打不开：{reason}"));
    }
    let opened = content.and_then(|bytes| {
        if read::is_packed(&bytes) {
            let archive = read::open(&bytes).map_err(|fault| fault.to_string())?;
            if archive.kind == Kind::Zip {
                let verified = submission::verify(&archive).map_err(|fault| fault.to_string())?;
                return Ok(Read::Package(verified));
            }
            let came_back = reopened::read(&archive).map_err(|fault| fault.to_string())?;
            let changes = text_changes::changes(&came_back);
            return Ok(Read::Draft((came_back.opened, changes)));
        }
        // A copy that was downloaded as it lay in the browser has a line above the project file.
        let body = std::str::from_utf8(&bytes).ok().and_then(copy::body).transpose()?;
        let opened = project_file::read(body.map_or(bytes.as_slice(), str::as_bytes));
        let opened = opened.map_err(|error| error.to_string())?;
        Ok(Read::Draft((opened, Vec::new())))
    });
    match opened {
        Ok(Read::Package(verified)) => {
            model.notice = None;
            let name = name.to_owned();
            model.verified = Some(Rc::new(Checked { name, verified }));
            match model.route {
                Route::Verify => vec![Effect::FocusPage],
                _ => vec![Effect::Navigate(Route::Verify)],
            }
        }
        Ok(Read::Draft((opened, changes))) => {
            model.notice = None;
            if !changes.is_empty() {
                let returned = Returned::new(name, opened.draft.clone(), changes);
                model.overlay = Some(Overlay::TextChanges(Rc::new(returned)));
            } else if matches!(model.overlay, Some(Overlay::TextChanges(_))) {
                // What is said there is of another file.
                model.overlay = None;
            }
            // The file may belong to the open draft; what was typed there must be known first.
            let mut effects = save(model, Reach::Both);
            effects.push(Effect::TakeIn(Box::new(opened)));
            effects
        }
        Err(reason) => warn(model, format!("“{name}”打不开：{reason}")),
    }
}

/// Whether a file is a report that another program wrote.
fn is_of_others(bytes: &[u8]) -> bool {
    match Kind::of(bytes) {
        Kind::Word | Kind::Excel => {
            let archive = read::open(bytes).ok();
            archive.is_some_and(|archive| reopened::open(&archive).err() == Some(CarriedFault::None))
        }
        Kind::Pdf | Kind::Page => true,
        // Any text may have been chosen by mistake; a report says what it is.
        Kind::Text => decoded(bytes).is_some_and(|text| text.contains("绩效")),
        _ => false,
    }
}
