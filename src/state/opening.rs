//! Coming and going: addresses, drafts that were read or placed, files, saving.

use std::rc::Rc;

use crate::documents::{library, project_file};
use crate::domain::draft::Draft;
use crate::domain::outline::Chapter;

use super::editing::{open, warn};
use super::effect::Effect;
use super::history::History;
use super::message::Kept;
use super::model::Model;
use super::route::{Page, Route};
use super::scheme;
use super::shelf::{DraftId, StorageFault};
use super::workspace::{Saving, Workspace};

/// The program has started, or the address has changed.
pub(super) fn route_changed(model: &mut Model, route: Route) -> Vec<Effect> {
    let mut effects = save(model);
    model.overlay = None;
    let moved = model.route != route;
    open(model, |workspace| {
        workspace.explained = None;
        workspace.typing = None;
    });
    match &route {
        Route::Start => {
            model.workspace = None;
            model.history = History::default();
            effects.push(Effect::ReadShelf);
        }
        Route::Draft(id, page) => {
            if model.workspace.as_ref().is_some_and(|workspace| workspace.id == *id) {
                if *page == Page::Checks {
                    open(model, |workspace| workspace.checked = true);
                }
                if moved {
                    effects.push(Effect::FocusPage);
                }
            } else {
                model.workspace = None;
                model.history = History::default();
                effects.push(Effect::ReadDraft(id.clone()));
            }
        }
    }
    if route.page() == Some(Page::Chapter(Chapter::Scheme)) && model.packs.is_none() {
        effects.push(Effect::ReadPacks);
    }
    if route.page() == Some(Page::Chapter(Chapter::Indicators)) {
        model.library.get_or_insert_with(|| Rc::new(library::entries()));
    }
    model.route = route;
    effects
}

/// A kept draft was read.
pub(super) fn draft_read(model: &mut Model, id: DraftId, result: Result<Kept, StorageFault>) -> Vec<Effect> {
    // The address may have changed while the draft was being read.
    let Route::Draft(wanted, page) = &model.route else {
        return vec![];
    };
    if *wanted != id {
        return vec![];
    }
    let checked = *page == Page::Checks;
    match result {
        Ok(Kept {
            draft: Some(draft),
            saved_at,
            sequence,
        }) => {
            let mut workspace = Workspace::open(id, *draft, Saving::Saved(saved_at), sequence);
            workspace.checked = checked;
            model.workspace = Some(Rc::new(workspace));
            vec![Effect::FocusPage]
        }
        Ok(Kept { draft: None, .. }) => vec![],
        Err(fault) => {
            warn(model, fault.sentence());
            vec![Effect::Navigate(Route::Start)]
        }
    }
}

/// A new draft has got its place.
pub(super) fn draft_placed(
    model: &mut Model,
    id: DraftId,
    draft: Draft,
    result: Result<Kept, StorageFault>,
) -> Vec<Effect> {
    let (saving, sequence) = match result {
        Ok(kept) => (Saving::Saved(kept.saved_at), kept.sequence),
        Err(fault) => (Saving::Failed(fault), 0),
    };
    model.overlay = None;
    model.history = History::default();
    model.workspace = Some(Rc::new(Workspace::open(id.clone(), draft, saving, sequence)));
    vec![Effect::Navigate(Route::Draft(id, Page::Chapter(Chapter::Basics)))]
}

/// Saves what is not saved yet. A failed draft is tried again with every change.
pub(super) fn save(model: &mut Model) -> Vec<Effect> {
    match &model.workspace {
        Some(workspace) if workspace.saving == Saving::Pending => {
            vec![Effect::SaveDraft(
                workspace.id.clone(),
                workspace.kept(),
                workspace.sequence,
            )]
        }
        _ => vec![],
    }
}

/// Another window has changed what is kept.
pub(super) fn storage_changed(model: &mut Model) -> Vec<Effect> {
    match model.route {
        Route::Start => vec![Effect::ReadShelf],
        Route::Draft(..) => vec![],
    }
}

/// A file was chosen and read: a project file or a scheme.
pub(super) fn file_read(model: &mut Model, name: &str, content: Result<Vec<u8>, String>) -> Vec<Effect> {
    if let Ok(bytes) = &content
        && let Some(effects) = scheme::file_read(model, name, bytes)
    {
        return effects;
    }
    let opened = content.and_then(|bytes| project_file::read(&bytes).map_err(|error| error.to_string()));
    match opened {
        Ok(opened) => {
            model.notice = None;
            vec![Effect::PlaceDraft(Box::new(opened.draft))]
        }
        Err(reason) => warn(model, format!("“{name}”打不开：{reason}")),
    }
}
