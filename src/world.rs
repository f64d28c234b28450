//! The hands of `app.rs`: carries single effects out and says what came of them.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::documents::docx::package;
use crate::documents::report::report;
use crate::documents::{pack, project_file};
use crate::domain::calendar::Moment;
use crate::domain::checks::run::check;
use crate::domain::draft::Draft;
use crate::domain::edit::Edit;
use crate::domain::evaluation::evaluate;
use crate::domain::field::Field;
use crate::domain::finding::Severity;
use crate::domain::shared::Shared;
use crate::state::effect::{Effect, Export, Rework};
use crate::state::message::{Kept, Message};
use crate::state::packs::Pack;
use crate::state::route::Route;
use crate::state::shelf::{DraftId, Entry, StorageFault, Summary};
use crate::state::workspace::{file_name, plain_name};
use crate::storage::drafts::{self, Fault};
use crate::storage::{files, packs as storage_packs};

/// Carries an effect out; gives the events that follow from it.
pub fn run(effect: Effect) -> Vec<Message> {
    match effect {
        Effect::ReadShelf => vec![shelf()],
        Effect::ReadDraft(id) => {
            let read = drafts::load(id.as_str()).map(|stored| Kept {
                draft: Some(Box::new(stored.draft)),
                saved_at: Moment::new(stored.saved_at),
                sequence: stored.sequence,
            });
            vec![Message::DraftRead(id, read.map_err(fault))]
        }
        Effect::PlaceDraft(draft) => {
            let id = new_id();
            let result = keep(&id, &draft, 0);
            vec![Message::DraftPlaced(id, draft, result.map_err(fault))]
        }
        Effect::Rework(id, change) => vec![rework(&id, change)],
        Effect::DeleteDraft(id) => vec![match drafts::remove(id.as_str()) {
            Ok(raw) => Message::DraftDeleted(id, raw),
            Err(error) => Message::StorageFailed(fault(error)),
        }],
        Effect::RestoreDraft(id, raw) => match drafts::restore(id.as_str(), &raw) {
            Ok(()) => vec![shelf()],
            Err(error) => {
                // The text is at hand only here, so it is handed over as a file rather than lost.
                let name = format!("绩评_{}_原文.txt", id.as_str());
                let _ = files::download(&name, "text/plain", raw.as_bytes());
                vec![Message::StorageFailed(fault(error))]
            }
        },
        Effect::ReadPacks => vec![packs()],
        Effect::KeepPack(scheme) => vec![match storage_packs::keep(new_id().as_str(), &scheme, now().as_str()) {
            Ok(()) => packs(),
            Err(error) => Message::StorageFailed(fault(error)),
        }],
        Effect::DeletePack(id) => vec![match storage_packs::remove(id.as_str()) {
            Ok(()) => packs(),
            Err(error) => Message::StorageFailed(fault(error)),
        }],
        Effect::DownloadPack(scheme) => {
            let name = format!("评分方案_{}.json", plain_name(&scheme.name));
            vec![hand_over(&name, "application/json", pack::write(&scheme).as_bytes())]
        }
        Effect::Download(draft, export) => vec![download(&draft, export)],
        Effect::DownloadKept(id) => vec![match drafts::load(id.as_str()) {
            Ok(stored) => download(&stored.draft, Export::ProjectFile),
            Err(error) => Message::StorageFailed(fault(error)),
        }],
        Effect::DownloadRaw(id) => vec![match drafts::raw(id.as_str()) {
            Ok(raw) => hand_over(&format!("绩评_{}_原文.txt", id.as_str()), "text/plain", raw.as_bytes()),
            Err(error) => Message::StorageFailed(fault(error)),
        }],
        // These need the program itself and are carried out there.
        Effect::ScheduleSave
        | Effect::SaveDraft(..)
        | Effect::ChooseFile
        | Effect::Navigate(_)
        | Effect::Focus(_)
        | Effect::FocusPage => vec![],
    }
}

/// Saves the open draft.
pub fn save(id: DraftId, draft: &Draft, known: u64) -> Message {
    match keep(&id, draft, known) {
        Ok(kept) => Message::DraftSaved(id, kept.saved_at, kept.sequence),
        Err(error) => Message::SaveFailed(id, fault(error)),
    }
}

/// Why nothing can be kept in this browser, if so.
pub fn storage_fault() -> Option<StorageFault> {
    drafts::list_ids().err().map(fault)
}

/// Where the address leads.
pub fn route() -> Route {
    let hash = web_sys::window()
        .and_then(|window| window.location().hash().ok())
        .unwrap_or_default();
    Route::from_hash(&hash)
}

/// Goes to an address; the browser answers with an event.
pub fn navigate(route: &Route) {
    if let Some(window) = web_sys::window() {
        // Only a page that is being torn down refuses, and then there is nowhere to go.
        let _ = window.location().set_hash(&route.hash());
    }
}

/// Puts the focus into an element and brings it into sight; says whether it is on the screen.
pub fn focus(id: &str) -> bool {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else {
        return false;
    };
    let element = document
        .get_element_by_id(id)
        .and_then(|element| element.dyn_into::<HtmlElement>().ok());
    let Some(element) = element else { return false };
    // A field in a closed disclosure cannot take the focus.
    if let Ok(Some(closed)) = element.closest("details:not([open])") {
        let _ = closed.set_attribute("open", "");
    }
    let _ = element.focus();
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Center);
    element.scroll_into_view_with_scroll_into_view_options(&options);
    true
}

/// Puts the focus on the page's heading and the page back to its top.
pub fn focus_page() {
    let Some(window) = web_sys::window() else { return };
    window.scroll_to_with_x_and_y(0.0, 0.0);
    let heading = window
        .document()
        .and_then(|document| document.get_element_by_id("page-title"));
    if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
        let _ = heading.focus();
    }
}

fn shelf() -> Message {
    let now = now();
    let entries = match drafts::list() {
        Ok(entries) => entries,
        Err(error) => return Message::StorageRefused(fault(error)),
    };
    let mut entries: Vec<Entry> = entries
        .into_iter()
        .filter_map(|(id, stored)| {
            let id = DraftId::read(&id)?;
            Some(match stored {
                Ok(stored) => Entry::Kept(Summary::of(id, &stored.draft, Moment::new(stored.saved_at))),
                Err(error) => {
                    let length = drafts::raw(id.as_str()).map_or(0, |raw| raw.chars().count());
                    Entry::Damaged {
                        id,
                        reason: reason(error),
                        length,
                    }
                }
            })
        })
        .collect();
    let saved_at = |entry: &Entry| match entry {
        Entry::Kept(summary) => Some(summary.saved_at.clone()),
        Entry::Damaged { .. } => None,
    };
    entries.sort_by_key(|entry| std::cmp::Reverse(saved_at(entry)));
    Message::ShelfRead(entries, now)
}

/// The schemes that can be chosen; those kept here are left out where storage is denied.
fn packs() -> Message {
    let built_in = pack::built_in().into_iter().map(|scheme| (None, scheme));
    let own = storage_packs::list().unwrap_or_default().into_iter();
    let own = own.map(|(id, scheme)| (DraftId::read(&id), scheme));
    let packs = built_in.chain(own.filter(|(id, _)| id.is_some()));
    Message::PacksRead(
        packs
            .map(|(id, scheme)| Pack {
                id,
                scheme: Shared::new(scheme),
            })
            .collect(),
    )
}

fn keep(id: &DraftId, draft: &Draft, known: u64) -> Result<Kept, Fault> {
    let saved_at = now();
    let sequence = drafts::save(id.as_str(), draft, saved_at.as_str(), known)?;
    Ok(Kept {
        draft: None,
        saved_at,
        sequence,
    })
}

/// Changes a kept draft that is not open: in its place when renamed, else as a new draft beside it.
fn rework(id: &DraftId, change: Rework) -> Message {
    let result = drafts::load(id.as_str()).and_then(|stored| {
        let mut draft = stored.draft;
        match change {
            Rework::Rename(name) => {
                draft.apply(&Edit::Set(Field::DraftName, name));
                keep(id, &draft, stored.sequence)
            }
            Rework::Duplicate => {
                let name = format!("{}（副本）", crate::state::shelf::title(&draft));
                draft.apply(&Edit::Set(Field::DraftName, name));
                keep(&new_id(), &draft, 0)
            }
            Rework::NextYear => {
                let mut next = draft.for_next_year();
                next.apply(&Edit::Set(Field::DraftName, String::new()));
                keep(&new_id(), &next, 0)
            }
        }
    });
    match result {
        Ok(_) => shelf(),
        Err(error) => Message::StorageFailed(fault(error)),
    }
}

fn download(draft: &Draft, export: Export) -> Message {
    let evaluation = evaluate(draft);
    let errors = check(draft, &evaluation).count(Severity::Error);
    let draft_mark = if errors > 0 { "_草稿" } else { "" };
    let name = file_name(draft);
    match export {
        Export::Word => {
            let bytes = package::write(&report(draft, &evaluation));
            const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
            hand_over(&format!("{name}{draft_mark}.docx"), WORD, &bytes)
        }
        Export::ProjectFile => {
            let text = project_file::write(draft, now().as_str());
            hand_over(&format!("{name}.json"), "application/json", text.as_bytes())
        }
    }
}

fn hand_over(name: &str, kind: &str, bytes: &[u8]) -> Message {
    match files::download(name, kind, bytes) {
        Ok(()) => Message::FileHandedOver(name.to_owned()),
        Err(_) => Message::DownloadRefused(name.to_owned()),
    }
}

fn fault(error: Fault) -> StorageFault {
    match error {
        Fault::Denied => StorageFault::Denied,
        Fault::Full => StorageFault::Full,
        Fault::Newer => StorageFault::Newer,
        Fault::Gone => StorageFault::Gone,
        Fault::Damaged(reason) => StorageFault::Damaged(reason),
    }
}

fn reason(error: Fault) -> String {
    match error {
        Fault::Damaged(reason) => reason,
        other => fault(other).sentence(),
    }
}

/// An identity that no other window gives out: the time to the millisecond and a random part.
fn new_id() -> DraftId {
    let time = js_sys::Date::now() as u64;
    let random = (js_sys::Math::random() * 1e9) as u64;
    DraftId::of(time, random)
}

/// The user's own time, to the second.
fn now() -> Moment {
    let date = js_sys::Date::new_0();
    Moment::new(format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}",
        date.get_full_year(),
        date.get_month() + 1,
        date.get_date(),
        date.get_hours(),
        date.get_minutes(),
        date.get_seconds()
    ))
}
