//! How the model changes: one line per event.

use std::rc::Rc;

use crate::documents::{pack, samples};

use super::editing::{
    edited, field_left, field_sought, form_added, form_shown, indicator_toggled, open, step, warn, with_open,
};
use super::effect::{Effect, Export, Rework};
use super::history::History;
use super::message::Message;
use super::model::{Model, Notice, Overlay, Remedy, Tone};
use super::opening::{draft_placed, draft_read, file_read, route_changed, save, storage_changed};
use super::scheme;
use super::shelf::DraftId;
use super::workspace::Saving;

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
        Message::PackCopied(scheme) => scheme::copied(model, &scheme),
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
        Message::FormAdded => form_added(model),
        Message::FormOpened(id) => form_shown(model, Some(id)),
        Message::FormClosed => form_shown(model, None),
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
        Message::NewPressed(kind) => vec![Effect::PlaceDraft(Box::new(pack::new_draft(kind)))],
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
                .map(|workspace| match export {
                    // A project file holds the whole report, whatever of it is shown.
                    Export::ProjectFile => Effect::Download(workspace.kept(), export),
                    Export::Word => Effect::Download(Rc::clone(&workspace.draft), export),
                })
                .into_iter()
                .collect()
        }
    }
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
