//! How the model changes: one line per event.

use std::rc::Rc;

use crate::documents::{library, pack, project_file, samples};
use crate::domain::draft::Draft;
use crate::domain::edit::Edit;
use crate::domain::field::{Field, List};
use crate::domain::outline::Chapter;
use crate::domain::row::Id;

use super::effect::{Effect, Rework};
use super::history::History;
use super::message::{Kept, Message};
use super::model::{Model, Notice, Overlay, Remedy, Tone};
use super::route::{Page, Route};
use super::scheme;
use super::shelf::{DraftId, StorageFault};
use super::workspace::{Saving, Workspace};

/// Takes an event in and says what is to be done.
pub fn update(model: &mut Model, message: Message) -> Vec<Effect> {
    match message {
        Message::RouteChanged(route) => route_changed(model, route),
        Message::ShelfRead(entries, now) => {
            model.shelf = Some(Rc::new(entries));
            model.now = now;
            vec![]
        }
        Message::StorageRefused(fault) => {
            model.storage = Some(fault);
            model.shelf.get_or_insert_default();
            vec![]
        }
        Message::DraftRead(id, result) => draft_read(model, id, result),
        Message::DraftPlaced(id, draft, result) => draft_placed(model, id, *draft, result),
        Message::DraftSaved(id, at, sequence) => {
            with_open(model, &id, |workspace| {
                workspace.sequence = sequence;
                workspace.saving = Saving::Saved(at);
            });
            vec![]
        }
        Message::SaveFailed(id, fault) => {
            with_open(model, &id, |workspace| workspace.saving = Saving::Failed(fault));
            vec![]
        }
        Message::StorageFailed(fault) => warn(model, fault.sentence()),
        Message::DownloadRefused(name) => warn(
            model,
            format!("浏览器没有接收“{name}”。请检查是否禁止了下载，或换一个浏览器再试。"),
        ),
        Message::SaveDue | Message::PageHidden => save(model),
        Message::StorageChanged => storage_changed(model),
        Message::DraftDeleted(id, raw) => {
            let text = "报告已删除。".into();
            model.notice = Some(Notice {
                tone: Tone::Plain,
                text,
                remedy: Some(Remedy::RestoreDraft(id, raw)),
            });
            vec![Effect::ReadShelf]
        }
        Message::PacksRead(packs) => {
            model.packs = Some(Rc::new(packs));
            vec![]
        }
        Message::SchemeChosen(scheme) => scheme::chosen(model, scheme),
        Message::SchemeIndicatorsTaken => scheme::indicators_taken(model),
        Message::SchemeKept => scheme::kept(model),
        Message::SchemeDownloaded(scheme) => vec![Effect::DownloadPack(scheme)],
        Message::PackDeleted(id) => vec![Effect::DeletePack(id)],
        Message::FileRead(name, content) => file_read(model, &name, content),
        Message::FileHandedOver(name) => {
            model.notice = Some(Notice {
                tone: Tone::Plain,
                text: format!("已交给浏览器下载：{name}"),
                remedy: None,
            });
            vec![]
        }
        Message::Edited(edit) => edited(model, edit),
        Message::FieldLeft(field) => field_left(model, field),
        Message::UndoPressed => step(model, History::undo),
        Message::RedoPressed => step(model, History::redo),
        Message::FieldSought(field) => field_sought(model, field),
        Message::FigurePressed(explained) => open(model, |workspace| {
            workspace.explained = (workspace.explained != Some(explained)).then_some(explained);
        }),
        Message::ExplanationClosed => open(model, |workspace| workspace.explained = None),
        Message::IndicatorToggled(id) => indicator_toggled(model, id),
        Message::OverlayOpened(overlay) => {
            model.overlay = (model.overlay.as_ref() != Some(&overlay)).then_some(overlay);
            vec![]
        }
        Message::OverlayClosed => {
            model.overlay = None;
            vec![]
        }
        Message::EscapePressed => escape(model),
        Message::NoticeClosed => {
            model.notice = None;
            vec![]
        }
        Message::RemedyTaken => remedy_taken(model),
        Message::NewPressed => vec![Effect::PlaceDraft(Box::new(pack::new_draft()))],
        Message::SamplePressed => match samples::reference() {
            Ok(draft) => vec![Effect::PlaceDraft(Box::new(draft))],
            Err(error) => warn(model, error.to_string()),
        },
        Message::OpenFilePressed => vec![Effect::ChooseFile],
        Message::DuplicatePressed(id) => rework(model, id, Rework::Duplicate),
        Message::NextYearPressed(id) => rework(model, id, Rework::NextYear),
        Message::Renamed(id, name) => rework(model, id, Rework::Rename(name)),
        Message::DeletePressed(id) => {
            model.overlay = None;
            vec![Effect::DeleteDraft(id)]
        }
        Message::BackupPressed(id) => {
            model.overlay = None;
            vec![Effect::DownloadKept(id)]
        }
        Message::RawPressed(id) => vec![Effect::DownloadRaw(id)],
        Message::ExportPressed(export) => {
            model.overlay = None;
            let workspace = model.workspace.as_ref();
            workspace
                .map(|workspace| Effect::Download(Rc::clone(&workspace.draft), export))
                .into_iter()
                .collect()
        }
    }
}

/// Changes the open draft's workspace; nothing happens when none is open.
fn open(model: &mut Model, change: impl FnOnce(&mut Workspace)) -> Vec<Effect> {
    if let Some(workspace) = &mut model.workspace {
        change(Rc::make_mut(workspace));
    }
    vec![]
}

/// The same, if the open draft is the one meant.
fn with_open(model: &mut Model, id: &DraftId, change: impl FnOnce(&mut Workspace)) {
    if model.workspace.as_ref().is_some_and(|workspace| workspace.id == *id) {
        open(model, change);
    }
}

pub(super) fn warn(model: &mut Model, text: String) -> Vec<Effect> {
    model.notice = Some(Notice {
        tone: Tone::Warning,
        text,
        remedy: None,
    });
    vec![]
}

fn route_changed(model: &mut Model, route: Route) -> Vec<Effect> {
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

fn draft_read(model: &mut Model, id: DraftId, result: Result<Kept, StorageFault>) -> Vec<Effect> {
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

fn draft_placed(model: &mut Model, id: DraftId, draft: Draft, result: Result<Kept, StorageFault>) -> Vec<Effect> {
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
fn save(model: &mut Model) -> Vec<Effect> {
    match &model.workspace {
        Some(workspace) if workspace.saving == Saving::Pending => {
            vec![Effect::SaveDraft(
                workspace.id.clone(),
                Rc::clone(&workspace.draft),
                workspace.sequence,
            )]
        }
        _ => vec![],
    }
}

fn storage_changed(model: &mut Model) -> Vec<Effect> {
    match model.route {
        Route::Start => vec![Effect::ReadShelf],
        Route::Draft(..) => vec![],
    }
}

fn file_read(model: &mut Model, name: &str, content: Result<Vec<u8>, String>) -> Vec<Effect> {
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

pub(super) fn edited(model: &mut Model, edit: Edit) -> Vec<Effect> {
    let Some(workspace) = &mut model.workspace else {
        return vec![];
    };
    let workspace = Rc::make_mut(workspace);
    let mut draft = Draft::clone(&workspace.draft);
    let applied = draft.apply(&edit);
    if let Edit::Set(field, text) = &edit {
        workspace.typing = Some((*field, text.clone()));
    }
    if !applied.changed {
        return vec![];
    }
    model.history.record(&workspace.draft, &edit);
    workspace.replace(Rc::new(draft));
    workspace.saving = Saving::Pending;
    let mut effects = vec![Effect::ScheduleSave];
    let list = match edit {
        Edit::Add(list, _) | Edit::Duplicate(list, _) => Some(list),
        Edit::Remove(list, _) => {
            effects.push(Effect::Focus(Field::Rows(list)));
            None
        }
        Edit::TakeIndicators(_) => applied.row.map(|_| List::Indicators),
        Edit::Set(..) | Edit::Move(..) | Edit::TakeScheme(_) => None,
    };
    if let (Some(list), Some(row)) = (list, applied.row) {
        if list == List::Indicators {
            workspace.open_indicator = Some(row);
        }
        effects.push(Effect::Focus(list.first_field(row)));
    }
    effects
}

fn field_left(model: &mut Model, field: Field) -> Vec<Effect> {
    model.history.end_burst();
    open(model, |workspace| {
        if workspace.typing.as_ref().is_some_and(|(typing, _)| *typing == field) {
            workspace.typing = None;
        }
    })
}

type Take = fn(&mut History, &Rc<Draft>) -> Option<(Rc<Draft>, Field)>;

fn step(model: &mut Model, take: Take) -> Vec<Effect> {
    let Some(workspace) = &mut model.workspace else {
        return vec![];
    };
    let Some((draft, field)) = take(&mut model.history, &workspace.draft) else {
        return vec![];
    };
    let workspace = Rc::make_mut(workspace);
    workspace.typing = None;
    workspace.replace(draft);
    workspace.saving = Saving::Pending;
    let mut effects = vec![Effect::ScheduleSave];
    effects.extend(field_sought(model, field));
    effects
}

fn field_sought(model: &mut Model, field: Field) -> Vec<Effect> {
    model.overlay = None;
    let Some(workspace) = &mut model.workspace else {
        return vec![];
    };
    let workspace = Rc::make_mut(workspace);
    workspace.explained = None;
    if let Some(indicator) = field.indicator() {
        workspace.open_indicator = Some(indicator);
    }
    let route = Route::Draft(workspace.id.clone(), Page::Chapter(Chapter::of(field)));
    let mut effects = vec![];
    if model.route != route {
        effects.push(Effect::Navigate(route));
    }
    effects.push(Effect::Focus(field));
    effects
}

fn indicator_toggled(model: &mut Model, id: Id) -> Vec<Effect> {
    let mut effects = vec![];
    open(model, |workspace| {
        workspace.explained = None;
        workspace.typing = None;
        workspace.open_indicator = (workspace.open_indicator != Some(id)).then_some(id);
        if workspace.open_indicator.is_some() {
            effects.push(Effect::Focus(List::Indicators.first_field(id)));
        }
    });
    effects
}

fn escape(model: &mut Model) -> Vec<Effect> {
    if model.overlay.take().is_some() {
        return vec![];
    }
    let explained = model
        .workspace
        .as_ref()
        .is_some_and(|workspace| workspace.explained.is_some());
    if explained {
        return open(model, |workspace| workspace.explained = None);
    }
    model.notice = None;
    vec![]
}

fn remedy_taken(model: &mut Model) -> Vec<Effect> {
    match model.notice.take().and_then(|notice| notice.remedy) {
        Some(Remedy::RestoreDraft(id, raw)) => vec![Effect::RestoreDraft(id, raw)],
        Some(Remedy::Undo) => step(model, History::undo),
        None => vec![],
    }
}

fn rework(model: &mut Model, id: DraftId, rework: Rework) -> Vec<Effect> {
    if matches!(model.overlay, Some(Overlay::DraftMenu(_) | Overlay::Rename(_))) {
        model.overlay = None;
    }
    vec![Effect::Rework(id, rework)]
}
