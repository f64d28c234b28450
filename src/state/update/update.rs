//! How the model changes: one line per event.

use std::rc::Rc;

use crate::documents::project_file::lineage::Stamp;
use crate::documents::project_file::samples;
use crate::domain::draft::chapter::Chapter;
use crate::domain::draft::draft::Draft;
use crate::domain::draft::edit::Edit;
use crate::state::model::departure::Departure;
use crate::state::model::effect::{Effect, Reach, Rework};
use crate::state::model::help::Topic;
use crate::state::model::history::History;
use crate::state::model::message::Message;
use crate::state::model::model::{Model, Overlay, Remedy};
use crate::state::model::reports::DraftId;
use crate::state::model::route::{Page, Route};
use crate::state::model::tables::button;
use crate::state::model::workspace::Workspace;

use super::editing::{
    Take, edited, field_left, field_sought, form_added, form_shown, indicator_followed, indicator_toggled,
    lead_followed, open, step, tell, warn, with_open,
};
use super::opening::{draft_placed, draft_read, file_read, route_changed, storage_changed};
use super::saving::save;
use super::{
    changes_taken, contest, departure, grid, intake, journal, locking, new_report, palette, recovery, saving, scheme,
    stepping, tables, verifying, working_off,
};

/// Takes an event in and says what is to be done. Whatever an event reads or leaves behind, the findings are those of
/// the draft as it is; only while somebody types are they found a moment later, so that no key waits for them.
pub fn update(model: &mut Model, message: Message) -> Vec<Effect> {
    let can_wait = findings_can_wait(&message);
    if !can_wait {
        look_through(model);
    }
    let effects = taken_in(model, message);
    if !can_wait {
        look_through(model);
    }
    effects
}

/// Whether an event neither reads findings nor shows them at once: a key, and what comes of keeping it.
fn findings_can_wait(message: &Message) -> bool {
    matches!(
        message,
        Message::Edited(Edit::Set(..)) | Message::SaveDue | Message::DraftSaved(..) | Message::FullnessMeasured(_)
    )
}

fn is_behind(model: &Model) -> bool {
    model.workspace.as_ref().is_some_and(|workspace| workspace.is_behind())
}

fn look_through(model: &mut Model) {
    if is_behind(model) {
        open(model, Workspace::look_through);
    }
}

fn taken_in(model: &mut Model, message: Message) -> Vec<Effect> {
    match message {
        Message::RouteChanged(route) => route_changed(model, route),
        Message::ReportsRead(entries, now) => {
            model.reports = Some(Rc::new(entries));
            model.storage = None;
            model.now = now;
            vec![]
        }
        Message::FullnessMeasured(fullness) => {
            let told = model.fullness.pressure() >= fullness.pressure() || model.workspace.is_none();
            model.fullness = fullness;
            // The list of drafts says it by itself; over an open draft it is said once for each step.
            match fullness.sentence().filter(|_| !told) {
                Some(sentence) => warn(model, sentence),
                None => vec![],
            }
        }
        Message::JournalStands(standing) => journal::stands(model, standing),
        Message::StorageRefused(fault) => {
            model.storage = Some(fault);
            model.reports.get_or_insert_default();
            vec![]
        }
        Message::DraftRead(id, result) => draft_read(model, id, result),
        Message::DraftPlaced(id, kept, fault) => draft_placed(model, id, kept, fault),
        Message::DraftFollowed(id, kept) => saving::followed(model, &id, kept),
        Message::DraftSaved(id, at, sequence) => saving::saved(model, &id, at, sequence),
        Message::SaveFailed(id, sequence, fault) => saving::failed(model, &id, sequence, fault),
        Message::PenTaken(id, result) => saving::pen_taken(model, id, result),
        Message::PenLost(id, at) => saving::pen_lost(model, &id, &at),
        Message::PenWanted(id, at) => saving::pen_wanted(model, &id, &at),
        Message::BranchPressed => contest::branched(model),
        Message::SavedElsewhere(id) => saving::saved_elsewhere(model, id),
        Message::Told(text) => {
            tell(model, text.into(), None);
            vec![]
        }
        Message::DraftReadAgain(id, result) => journal::read_again(model, id, result),
        Message::DivergedFound(id) => {
            journal::tell_of_diverged(model, id);
            vec![]
        }
        Message::RecoveryRead(recovery) => {
            // A draft that is opened by its address has not seen the list, which brings the time.
            model.now = model.now.clone().max(recovery.now.clone());
            model.recovery = Some(Rc::new(*recovery));
            recovery::last_version_sought(model)
        }
        Message::CopySought(source) => vec![Effect::ReadCopy(source, None)],
        Message::ComparedWith(other) => {
            let compared = model.compared.iter();
            compared
                .map(|compared| Effect::ReadCopy(compared.source.clone(), other.clone()))
                .collect()
        }
        Message::CopyRead(looked) => recovery::copy_read(model, *looked),
        Message::ComparisonClosed => {
            model.compared = None;
            vec![Effect::FocusPage]
        }
        Message::CopyRestored(source) => vec![Effect::RestoreCopy(source)],
        Message::CopyDownloaded(source) => vec![Effect::DownloadCopy(source)],
        Message::FieldTaken(place) => recovery::field_taken(model, place),
        Message::VersionTaken => recovery::version_taken(model),
        Message::ChangeTaken(place) => changes_taken::taken(model, Some(place)),
        Message::ChangesTaken => changes_taken::taken(model, None),
        Message::VersionNamed(name) => recovery::version_named(model, &name),
        Message::DivergedSettled(source) => vec![Effect::SettleCopy(source)],
        Message::LinkPressed => with_kept(model, Effect::ChooseLink),
        Message::LinkAwoken => with_kept(model, |id, draft, stamp| Effect::WriteLink(id, draft, stamp, true)),
        Message::LinkForgotten => with_kept(model, |id, _, _| Effect::ForgetLink(id)),
        Message::LinkChanged(id, link) => {
            with_open(model, &id, |workspace| workspace.link = link);
            vec![]
        }
        Message::VersionsChanged(_) => recovery::changed(model),
        Message::ReportsChanged => {
            let mut effects = recovery::changed(model);
            effects.extend((model.route == Route::Start).then_some(Effect::ReadReports));
            effects
        }
        Message::FileIsKept(id, text) => {
            tell(model, text.into(), None);
            if model.workspace.as_ref().is_some_and(|workspace| workspace.id == id) {
                // It is open, and the file may have changed what is kept of it.
                return vec![Effect::ReadDraft(id)];
            }
            vec![Effect::Navigate(Route::Draft(id, Page::Chapter(Chapter::Basics)))]
        }
        Message::BackedUp(id, backup) => {
            with_open(model, &id, |workspace| workspace.backup = Some(backup));
            recovery::changed(model)
        }
        Message::TakeOverPressed => {
            let open = model.workspace.iter();
            open.map(|workspace| Effect::AskForPen(workspace.id.clone())).collect()
        }
        Message::StorageFailed(fault) => warn(model, fault.sentence()),
        Message::DownloadRefused(name) => warn(
            model,
            format!("浏览器没有接收“{name}”。请检查是否禁止了下载，或换一个浏览器再试。"),
        ),
        Message::WorkbookFailed(name) => warn(
            model,
            format!("没有生成“{name}”：内容超过了 Excel 能放的。请删去多余的行再导出，或改为导出 Word、项目文件。"),
        ),
        // Every event but a few is preceded by it.
        Message::ChecksDue => vec![],
        Message::SaveDue => save(model, Reach::Journal),
        Message::SettleDue => saving::settle(model),
        Message::PageHidden => saving::hidden(model),
        Message::StorageChanged => storage_changed(model),
        Message::DraftDeleted(id, raw) => {
            let text = "报告已删除。".into();
            tell(model, text, Some(Remedy::RestoreDraft(id, raw)));
            vec![Effect::ReadReports]
        }
        Message::PacksRead(packs) => {
            model.packs = Some(Rc::new(packs));
            vec![]
        }
        Message::SchemeChosen(scheme) => scheme::chosen(model, scheme),
        Message::KindChanged(kind) => scheme::kind_changed(model, kind),
        Message::SchemeIndicatorsTaken => scheme::indicators_taken(model),
        Message::SchemeKept => scheme::kept(model),
        Message::SchemeDownloaded(scheme) => vec![Effect::DownloadPack(scheme)],
        Message::PackCopied(scheme) => scheme::copied(model, &scheme),
        Message::PackDeleted(id) => vec![Effect::DeletePack(id)],
        Message::FileRead(name, content) => file_read(model, &name, content),
        Message::FileHandedOver(name) => {
            tell(model, format!("已交给浏览器下载：{name}"), None);
            vec![]
        }
        Message::LockPressed(first, again) => locking::lock_pressed(model, first, &again),
        Message::UnlockPressed(passphrase) => locking::unlock_pressed(model, passphrase),
        Message::FileLocked(result) => locking::locked(model, result),
        Message::FileUnlocked(result) => match locking::unlocked(model, result) {
            Some((name, bytes)) => file_read(model, &name, Ok(bytes)),
            None => vec![],
        },
        Message::Tables(message) => tables::update(model, message),
        Message::Grid(message) => grid::update(model, message),
        Message::Intake(message) => intake::update(model, message),
        Message::Edited(edit) => edited(model, edit),
        Message::FormAdded(project) => form_added(model, project),
        Message::FormOpened(id) => form_shown(model, Some(id), Page::Chapter(Chapter::Basics)),
        Message::FormChecked(id) => form_shown(model, Some(id), Page::Checks),
        Message::FormClosed => form_shown(model, None, Page::Chapter(Chapter::Projects)),
        Message::FieldLeft(field) => field_left(model, field),
        Message::PickerToggled(field) => open(model, |workspace| {
            workspace.picking = (workspace.picking != Some(field)).then_some(field);
        }),
        Message::UndoPressed => stepped(model, History::undo),
        Message::RedoPressed => stepped(model, History::redo),
        Message::CheckPressed => working_off::check_pressed(model),
        Message::FilterChosen(filter) => open(model, |workspace| workspace.filter = filter),
        Message::FindingSought(id) => stepping::sought(model, id),
        Message::FindingStepped(direction) => stepping::stepped(model, direction),
        Message::SteppingEnded => open(model, |workspace| workspace.stop = None),
        Message::FindingSetAside(id, reason) => working_off::set_aside(model, &id, &reason),
        Message::FindingRestored(row) => working_off::restored(model, row),
        Message::FixPressed(id) => working_off::fixed(model, &id),
        Message::FieldSought(field) => field_sought(model, field),
        Message::LeadFollowed(form, field, page) => lead_followed(model, form, field, page),
        Message::HelpSought(topic) => {
            model.overlay = Some(Overlay::Help(topic));
            vec![]
        }
        Message::HelpPressed(keys) => help_pressed(model, keys),
        Message::HintPutAway(topic) => {
            model.hints.put_away(topic);
            vec![Effect::KeepHints(model.hints.kept()), Effect::FocusPage]
        }
        Message::HintsSet(shown) => {
            model.hints.set_all(shown);
            if !shown {
                tell(model, "以后不再提示。帮助里可以重新打开。".into(), None);
            }
            vec![Effect::KeepHints(model.hints.kept())]
        }
        Message::HintsRead(hints) => {
            model.hints = hints;
            vec![]
        }
        Message::ZoomChosen(zoom) => {
            let changes = model.zoom != zoom;
            model.zoom = zoom;
            changes.then_some(Effect::KeepZoom(zoom)).into_iter().collect()
        }
        Message::FigurePressed(explained) => open(model, |workspace| {
            workspace.explained = (workspace.explained != Some(explained)).then_some(explained);
        }),
        Message::ExplanationClosed => open(model, |workspace| workspace.explained = None),
        Message::IndicatorToggled(id) => indicator_toggled(model, id),
        Message::IndicatorFollowed(from, to) => indicator_followed(model, from, to),
        Message::SideChanged(has_side) => {
            model.has_side = has_side;
            open(model, |workspace| workspace.has_side = has_side)
        }
        Message::PaletteSought => palette::sought(model),
        Message::PaletteChosen(target) => {
            model.overlay = None;
            palette::meant(target).map_or_else(Vec::new, |message| taken_in(model, message))
        }
        Message::PageSought(route) => palette::page_sought(model, route),
        Message::WordsSought(words) => palette::words_sought(model, words),
        Message::OverlayOpened(overlay) => {
            model.overlay = (model.overlay.as_ref() != Some(&overlay)).then_some(overlay);
            vec![]
        }
        Message::OverlayClosed => overlay_closed(model),
        Message::EscapePressed => escape(model),
        Message::NoticeClosed => {
            model.notice = None;
            vec![]
        }
        Message::RemedyTaken => remedy_taken(model),
        Message::NewReport(message) => new_report::update(model, message),
        Message::SamplePressed => match samples::reference() {
            Ok(mut draft) => {
                draft.is_sample = true;
                vec![Effect::PlaceDraft(Box::new(draft))]
            }
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
        Message::ExportPressed(export) => departure::wanted(model, Departure::Export(export)),
        Message::PrintPressed => departure::wanted(model, Departure::Print),
        Message::PrintSought => departure::print_sought(model),
        Message::PagesCut => departure::pages_cut(model),
        Message::ChecksViewChosen(view) => working_off::view_chosen(model, view),
        Message::PagePrintPressed => vec![Effect::Print],
        Message::ListPrintPressed => working_off::list_printed(model),
        Message::DepartureConfirmed => departure::confirmed(model),
        Message::VerifiedOpened => verifying::opened(model),
    }
}

/// F1 and ?: opens 帮助 on what is shown, or 按键; the same key again closes it. A question is answered first.
fn help_pressed(model: &mut Model, keys: bool) -> Vec<Effect> {
    if model.overlay.as_ref().is_some_and(Overlay::is_dialog) {
        return vec![];
    }
    let topic = if keys { Topic::Keys } else { Topic::of(&model.route) };
    if model.overlay == Some(Overlay::Help(topic)) {
        return overlay_closed(model);
    }
    model.overlay = Some(Overlay::Help(topic));
    vec![]
}

/// A question that was put away gives the focus back to where it came from; where nothing is said here, the dialog has
/// done so itself.
fn overlay_closed(model: &mut Model) -> Vec<Effect> {
    match model.overlay.take() {
        Some(Overlay::Tables(import)) => vec![Effect::FocusElement(button(import.mapping.kind))],
        Some(Overlay::Lock(_)) => vec![Effect::FocusElement("export")],
        Some(Overlay::Help(_)) => vec![Effect::FocusElement("help")],
        Some(Overlay::BeforeDeparture(departure)) => vec![departure::focus_after(model, departure)],
        Some(Overlay::Unlock(..) | Overlay::TextChanges(..)) => vec![Effect::FocusPage],
        _ => vec![],
    }
}

fn escape(model: &mut Model) -> Vec<Effect> {
    if model.overlay.is_some() {
        return overlay_closed(model);
    }
    if let Some(field) = model.workspace.as_ref().and_then(|workspace| workspace.picking) {
        open(model, |workspace| workspace.picking = None);
        return vec![Effect::Focus(field)];
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
        Some(Remedy::Undo) => stepped(model, History::undo),
        Some(Remedy::SeeVersions(id)) => vec![Effect::Navigate(Route::Draft(id, Page::Versions))],
        None => vec![],
    }
}

fn with_kept(model: &Model, effect: impl Fn(DraftId, Rc<Draft>, Stamp) -> Effect) -> Vec<Effect> {
    let open = model.workspace.iter();
    open.map(|workspace| effect(workspace.id.clone(), workspace.kept(), workspace.stamp.clone()))
        .collect()
}

/// Undo and redo lead to the place of the change, except from where two versions are compared.
fn stepped(model: &mut Model, take: Take) -> Vec<Effect> {
    let is_comparing = model.route.page() == Some(Page::Versions);
    let mut effects = step(model, take);
    if is_comparing {
        recovery::look_again(model);
        effects.retain(|effect| !matches!(effect, Effect::Navigate(_) | Effect::Focus(_)));
    }
    effects
}

fn rework(model: &mut Model, id: DraftId, rework: Rework) -> Vec<Effect> {
    if matches!(model.overlay, Some(Overlay::DraftMenu(_) | Overlay::Rename(_))) {
        model.overlay = None;
    }
    vec![Effect::Rework(id, rework)]
}
