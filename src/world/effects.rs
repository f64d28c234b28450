//! Which effect is whose work. Effects that touch storage run beside the program and answer when they are done.

use crate::state::model::effect::Effect;
use crate::state::model::intake::IntakeMessage;
use crate::state::model::kept::Link;
use crate::state::model::message::Message;
use crate::state::model::new_report::NewReportMessage;
use crate::storage::{hints, last_look, links, new_report, session};

use super::window::{World, told};
use super::{handover, screen, time};

impl World {
    /// Carries an effect out. What needs the program itself is not given to this.
    pub fn run(&self, effect: Effect) {
        match effect {
            // What is to be printed may only just have been laid out.
            Effect::Print => self.later(|_| async {
                time::let_the_screen_show().await;
                screen::print();
                vec![]
            }),
            Effect::ReadReports => self.later(World::reports),
            Effect::ReadDraft(id) => self.later(|world| async move {
                let read = world.open(&id).await;
                Message::DraftRead(id, read)
            }),
            Effect::FollowDraft(id) => self.later(|world| async move {
                match world.read(&id, false).await {
                    Ok(kept) => Message::DraftFollowed(id, kept),
                    Err(fault) => Message::StorageFailed(fault),
                }
            }),
            Effect::ReadAgain(id) => self.later(|world| async move {
                let read = world.read(&id, true).await;
                Message::DraftReadAgain(id, read)
            }),
            Effect::SeekDiverged(id) => self.later(|world| async move { world.seek_diverged(&id).await }),
            Effect::PlaceDraft(draft) => self.later(|world| async move { world.place(*draft).await }),
            Effect::PlaceAtHome(draft) => self.later(|world| async move { world.place_at_home(*draft).await }),
            Effect::TakeIn(opened) => self.later(|world| async move { world.take_in(*opened).await }),
            Effect::SaveDraft(id, draft, stamp, reach) => {
                self.later(|world| async move { world.save(id, &draft, &stamp, reach).await });
            }
            Effect::KeepVersion(id, draft, stamp, name, origin) => {
                self.later(|world| async move { world.keep_version(&id, &draft, &stamp, &name, origin).await });
            }
            Effect::ReadRecovery(id) => self.later(|world| async move { world.recovery(id).await }),
            Effect::ReadCopy(source, other) => {
                self.later(|world| async move { world.look_at(source, other).await });
            }
            Effect::RestoreCopy(source) => self.later(|world| async move { world.make_draft_of(source).await }),
            Effect::DownloadCopy(source) => self.later(|world| async move { world.hand_over_copy(source).await }),
            Effect::SettleCopy(source) => self.later(|world| async move { world.settle_copy(source).await }),
            Effect::ChooseLink(id, draft, stamp) => {
                self.later(|world| async move { world.link(id, &draft, &stamp).await });
            }
            Effect::WriteLink(id, draft, stamp, ask) => {
                self.later(|world| async move { world.write_link(id, &draft, &stamp, ask).await });
            }
            Effect::ForgetLink(id) => self.later(|_| async move {
                // A link that cannot be forgotten goes on being written, and is shown again at the next opening.
                let forgotten = links::forget(id.as_str()).await;
                match forgotten {
                    Ok(()) => Message::LinkChanged(id, Link::None),
                    Err(fault) => Message::StorageFailed(told(fault)),
                }
            }),
            Effect::AskForPen(id) => self.ask_for_pen(id),
            Effect::YieldPen(id) => self.yield_pen(id),
            Effect::DropPen(id) => {
                self.pens.borrow_mut().remove(id.as_str());
                super::rescue::forget();
            }
            Effect::KeepHistory(id, text) => session::keep_history(id.as_str(), &text),
            Effect::KeepLook(id, text) => last_look::keep(id.as_str(), text.as_deref()),
            Effect::KeepHints(text) => hints::keep(&text),
            Effect::KeepZoom(zoom) => session::keep_zoom(&zoom.code()),
            Effect::KeepIntake(text) => session::keep_intake(text.as_deref()),
            Effect::ReadIntake => {
                let kept = session::intake();
                self.dispatch.send(Message::Intake(IntakeMessage::Restored(kept)));
            }
            Effect::ReadNewReport => {
                let opened = NewReportMessage::Opened(new_report::remembered(), time::now());
                self.dispatch.send(Message::NewReport(opened));
            }
            Effect::KeepNewReport(text) => new_report::remember(&text),
            Effect::Rework(id, change) => self.later(|world| async move { world.rework(&id, change).await }),
            Effect::DeleteDraft(id) => self.later(|world| async move { world.delete(id).await }),
            Effect::RestoreDraft(id, raw) => self.later(|world| async move { world.put_back(&id, &raw).await }),
            Effect::DownloadKept(id) => self.later(|world| async move { world.back_up(id).await }),
            Effect::DownloadRaw(id) => self.later(|world| async move { world.hand_over_raw(&id).await }),
            Effect::Download(id, draft, stamp, export) => {
                for message in handover::download(&id, &draft, &stamp, export) {
                    self.dispatch.send(message);
                }
            }
            Effect::DownloadLocked(id, draft, stamp, passphrase) => {
                self.later(|world| async move { world.download_locked(&id, &draft, &stamp, &passphrase).await });
            }
            Effect::Unlock(locked, passphrase) => self.later(|_| async move {
                time::let_the_screen_show().await;
                Message::FileUnlocked(locked.file.open(&passphrase))
            }),
            Effect::ReadPacks | Effect::KeepPack(_) | Effect::DeletePack(_) | Effect::DownloadPack(_) => {
                self.dispatch.send(handover::packs(effect));
            }
            Effect::DownloadTemplate(draft) => self.dispatch.send(handover::template(&draft)),
            Effect::Navigate(route) => screen::navigate(&route),
            // These need the program itself and are carried out there.
            Effect::ScheduleChecks
            | Effect::ScheduleSave
            | Effect::ChooseFile
            | Effect::ChooseTable(_)
            | Effect::ChooseReport
            | Effect::Focus(_)
            | Effect::FocusElement(_)
            | Effect::FocusPage => {}
        }
    }
}
