//! What leaves the browser: Word, Excel, project files, raw texts, schemes.

use wasm_bindgen_futures::spawn_local;

use crate::documents::exchange::{exports, submission};
use crate::documents::import::tables::template;
use crate::documents::project_file::lineage::Stamp;
use crate::documents::project_file::locked_file::{Cost, Passphrase};
use crate::documents::project_file::{locked_file, pack, project_file};
use crate::domain::checks::finding::finding::Severity;
use crate::domain::checks::findings::Findings;
use crate::domain::checks::run::check;
use crate::domain::draft::draft::Draft;
use crate::domain::evaluation::evaluate::evaluate;
use crate::domain::values::calendar::Moment;
use crate::domain::values::shared::Shared;
use crate::state::model::effect::{Effect, Export};
use crate::state::model::kept::{Link, Pen};
use crate::state::model::message::Message;
use crate::state::model::packs::Pack;
use crate::state::model::reports::{Backup, DraftId, StorageFault};
use crate::state::model::workspace::{file_name, plain_name};
use crate::storage::local::Fault;
use crate::storage::{backups, files, links, packs as storage_packs, vault};

use super::time::{dice, let_the_screen_show, new_id, now};
use super::window::{World, told};

const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const EXCEL: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

impl World {
    /// Hands a kept draft over as a project file.
    pub(super) async fn back_up(&self, id: DraftId) -> Vec<Message> {
        match self.read(&id, false).await {
            // What a newer program wrote is handed over as it lies there, whole.
            Ok(kept) if kept.pen == Pen::Newer => vec![self.hand_over_current(&id).await],
            Ok(kept) => download(&id, &kept.draft, &kept.stamp, Export::ProjectFile),
            Err(fault) => vec![Message::StorageFailed(fault)],
        }
    }

    /// Locks a project file and hands it over.
    pub(super) async fn download_locked(
        &self,
        id: &DraftId,
        draft: &Draft,
        stamp: &Stamp,
        passphrase: &Passphrase,
    ) -> Vec<Message> {
        let_the_screen_show().await;
        let at = now();
        let name = format!("{}（加密）.json", file_name(draft));
        let text = project_file::write_copy(draft, at.as_str(), Some((id.as_str(), stamp)));
        let Some(dice) = dice() else {
            return vec![Message::OverlayClosed, Message::DownloadRefused(name)];
        };
        match locked_file::lock(&text, passphrase, Cost::RECOMMENDED, &dice) {
            Ok(locked) => {
                let mut messages = vec![Message::FileLocked(Ok(()))];
                messages.extend(hand_over_backup(id, stamp, at, &name, &locked));
                messages
            }
            Err(error) => vec![Message::FileLocked(Err(error))],
        }
    }

    /// Links a draft to a file that the user chooses, and writes it.
    pub(super) async fn link(&self, id: DraftId, draft: &Draft, stamp: &Stamp) -> Vec<Message> {
        match links::choose(id.as_str(), &format!("{}.json", file_name(draft))).await {
            Some(_) => self.write_link(id, draft, stamp, true).await,
            // Choosing none leaves everything as it is.
            None => vec![],
        }
    }

    /// Writes the file that a draft is linked to. It counts as a backup.
    pub(super) async fn write_link(&self, id: DraftId, draft: &Draft, stamp: &Stamp, ask: bool) -> Vec<Message> {
        let at = now();
        let text = project_file::write_copy(draft, at.as_str(), Some((id.as_str(), stamp)));
        let link = match links::write(id.as_str(), &text.as_str().into(), ask).await {
            Ok(name) => {
                let mut messages = backed_up(&id, stamp, at);
                messages.push(Message::LinkChanged(id, Link::Fresh(name)));
                return messages;
            }
            Err(Fault::Gone) => Link::None,
            Err(fault) => {
                let name = links::linked(id.as_str()).await.unwrap_or_default();
                if fault == Fault::Denied && !ask {
                    Link::Asleep(name)
                } else {
                    Link::Failed(name)
                }
            }
        };
        vec![Message::LinkChanged(id, link)]
    }

    async fn hand_over_current(&self, id: &DraftId) -> Message {
        let search = vault::search(Some(id.as_str())).await;
        let current = super::keeping::choice(&search).current;
        match current.and_then(|current| search.found.get(current.place)) {
            Some(found) => raw(id, &found.text),
            None => Message::StorageFailed(StorageFault::Gone),
        }
    }

    /// Hands over the text of a copy as it lies there: the first that cannot be read, or else the first.
    pub(super) async fn hand_over_raw(&self, id: &DraftId) -> Message {
        let search = vault::search(Some(id.as_str())).await;
        let choice = super::keeping::choice(&search);
        let place = choice.unreadable.first().map_or(0, |(place, _)| *place);
        match search.found.get(place) {
            Some(found) => raw(id, &found.text),
            None => Message::StorageFailed(StorageFault::Gone),
        }
    }
}

/// Hands over a text as it lay in storage.
pub(super) fn raw(id: &DraftId, text: &str) -> Message {
    hand_over(&format!("绩评_{}_原文.txt", id.as_str()), "text/plain", text.as_bytes())
}

/// Hands over an export of a draft. A project file counts as a backup.
pub(super) fn download(id: &DraftId, draft: &Draft, stamp: &Stamp, export: Export) -> Vec<Message> {
    let name = file_name(draft);
    match export {
        Export::Word => {
            let evaluation = evaluate(draft);
            let draft_mark = draft_mark(&check(draft, &evaluation));
            let bytes = exports::word(draft, &evaluation);
            vec![hand_over(&format!("{name}{draft_mark}.docx"), WORD, &bytes)]
        }
        Export::Excel => {
            let evaluation = evaluate(draft);
            let findings = check(draft, &evaluation);
            let name = format!("{name}{}.xlsx", draft_mark(&findings));
            vec![match exports::excel(draft, &evaluation, &findings) {
                Ok(bytes) => hand_over(&name, EXCEL, &bytes),
                Err(_) => Message::WorkbookFailed(name),
            }]
        }
        Export::Package => {
            let name = format!("{name}_送审包{}.zip", draft_mark(&check(draft, &evaluate(draft))));
            vec![match submission::write(draft) {
                Ok(bytes) => hand_over(&name, "application/zip", &bytes),
                Err(_) => Message::WorkbookFailed(name),
            }]
        }
        Export::ReviewList => {
            let bytes = exports::review_list(draft, &check(draft, &evaluate(draft)));
            vec![hand_over(&format!("{name}_复核清单.docx"), WORD, &bytes)]
        }
        Export::ProjectFile => {
            let at = now();
            let text = project_file::write_copy(draft, at.as_str(), Some((id.as_str(), stamp)));
            hand_over_backup(id, stamp, at, &format!("{name}.json"), &text)
        }
    }
}

/// Hands the tables for colleagues over.
pub(super) fn template(draft: &Draft) -> Message {
    let name = format!("填报表_{}.xlsx", file_name(draft));
    match template::write(draft) {
        Ok(bytes) => hand_over(&name, EXCEL, &bytes),
        Err(_) => Message::DownloadRefused(name),
    }
}

/// What the name of a document with errors ends with.
fn draft_mark(findings: &Findings) -> &'static str {
    match findings.count(Severity::Error) {
        0 => "",
        _ => "_草稿",
    }
}

/// Hands over a project file, locked or not. The browser's taking it makes it a backup.
fn hand_over_backup(id: &DraftId, stamp: &Stamp, at: Moment, name: &str, text: &str) -> Vec<Message> {
    let mut messages = vec![hand_over(name, "application/json", text.as_bytes())];
    if matches!(messages.as_slice(), [Message::FileHandedOver(_)]) {
        messages.extend(backed_up(id, stamp, at));
    }
    messages
}

/// Marks a backup. It is an explicit save, at which the browser is asked to keep what is stored.
fn backed_up(id: &DraftId, stamp: &Stamp, at: Moment) -> Vec<Message> {
    spawn_local(backups::ask_to_keep());
    // Without a mark the reminder comes again, which does no harm.
    let _ = backups::mark(id.as_str(), stamp.sequence, at.as_str());
    let sequence = stamp.sequence;
    vec![Message::BackedUp(id.clone(), Backup { sequence, at })]
}

/// Does what is asked about schemes.
pub(super) fn packs(effect: Effect) -> Message {
    let done = match effect {
        Effect::KeepPack(scheme) => storage_packs::keep(new_id().as_str(), &scheme, now().as_str()),
        Effect::DeletePack(id) => storage_packs::remove(id.as_str()),
        Effect::DownloadPack(scheme) => {
            let name = format!("评分方案_{}.json", plain_name(&scheme.name));
            return hand_over(&name, "application/json", pack::write(&scheme).as_bytes());
        }
        _ => Ok(()),
    };
    match done {
        Ok(()) => Message::PacksRead(all_packs()),
        Err(fault) => Message::StorageFailed(told(fault)),
    }
}

/// The schemes that can be chosen; those kept here are left out where storage is denied.
fn all_packs() -> Vec<Pack> {
    let built_in = pack::built_in().into_iter().map(|scheme| (None, scheme));
    let own = storage_packs::list().unwrap_or_default().into_iter();
    let own = own.map(|(id, scheme)| (DraftId::read(&id), scheme));
    let packs = built_in.chain(own.filter(|(id, _)| id.is_some()));
    packs
        .map(|(id, scheme)| Pack {
            id,
            scheme: Shared::new(scheme),
        })
        .collect()
}

fn hand_over(name: &str, kind: &str, bytes: &[u8]) -> Message {
    match files::download(name, kind, bytes) {
        Ok(()) => Message::FileHandedOver(name.to_owned()),
        Err(_) => Message::DownloadRefused(name.to_owned()),
    }
}
