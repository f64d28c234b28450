//! Passing the pen of a draft between windows.

use std::rc::Rc;

use gloo_timers::future::TimeoutFuture;

use crate::state::model::message::Message;
use crate::state::model::reports::DraftId;
use crate::storage::channel::Call;
use crate::storage::database::COPIES;
use crate::storage::pen::Ask;
use crate::storage::{database, pen};

use super::time::{new_writer, now};
use super::window::{Answer, World};

/// How long the window that has the pen is given to hand it on: longer than typing takes to rest and be written.
const PATIENCE_MS: u32 = 4_000;

impl World {
    /// Takes the pen of a draft, if it can be had this way.
    pub(super) async fn take_pen(&self, id: &DraftId, ask: Ask) -> bool {
        if self.pens.borrow().contains_key(id.as_str()) {
            return true;
        }
        let lost = {
            let (world, id) = (self.clone(), id.clone());
            Rc::new(move || {
                if world.pens.borrow_mut().remove(id.as_str()).is_some() {
                    world.dispatch.send(Message::PenLost(id.clone(), now()));
                    world.wait_for_pen(id.clone());
                }
            })
        };
        match pen::take(id.as_str(), &new_writer(), ask, lost).await {
            Some(pen) => {
                self.pens.borrow_mut().insert(id.as_str().to_owned(), pen);
                true
            }
            None => false,
        }
    }

    /// Waits until the other window lets go of the pen.
    pub(super) fn wait_for_pen(&self, id: DraftId) {
        self.later(|world| async move {
            if world.take_pen(&id, Ask::Wait).await {
                let read = world.read(&id, true).await;
                vec![Message::PenTaken(id, read)]
            } else {
                vec![]
            }
        });
    }

    /// 在此接管: the other window writes what it has and hands the pen on. One that does not answer loses it.
    pub(super) fn ask_for_pen(&self, id: DraftId) {
        self.channel.tell(&Call::PenWanted(id.as_str().to_owned()));
        self.later(|world| async move {
            for _ in 0..PATIENCE_MS / 100 {
                TimeoutFuture::new(100).await;
                if world.pens.borrow().contains_key(id.as_str()) {
                    return vec![];
                }
            }
            match world.take_pen(&id, Ask::Steal).await {
                true => {
                    let read = world.read(&id, true).await;
                    vec![Message::PenTaken(id, read)]
                }
                false => vec![],
            }
        });
    }

    /// Hands the pen on once everything is on the disk.
    pub(super) fn yield_pen(&self, id: DraftId) {
        self.later(|world| async move {
            // The journal answers in order, so an answer means that what was written before is there.
            let _ = database::keys(COPIES, &format!("{}/", id.as_str())).await;
            drop(world.pens.borrow_mut().remove(id.as_str()));
            world.wait_for_pen(id);
            Answer(vec![])
        });
    }
}
