//! What this window holds of the world, and how work runs beside the program.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use gloo_events::EventListener;
use wasm_bindgen_futures::spawn_local;

use crate::components::dispatch::Dispatch;
use crate::documents::project_file::lineage::Stamp;
use crate::documents::project_file::scribe::Scribe;
use crate::state::model::journal::Journal;
use crate::state::model::message::Message;
use crate::state::model::reports::{DraftId, StorageFault};
use crate::storage::channel::{Call, Channel};
use crate::storage::local::Fault;
use crate::storage::opening;
use crate::storage::opening::Standing;
use crate::storage::pen;
use crate::storage::pen::Pen;

use super::time;

/// What this window holds of the world.
#[derive(Clone)]
pub struct World {
    pub(super) dispatch: Dispatch,
    pub(super) channel: Rc<Channel>,
    /// The drafts that this window writes.
    pub(super) pens: Rc<RefCell<BTreeMap<String, Pen>>>,
    /// What was written last of the open draft.
    pub(super) scribe: Rc<RefCell<Scribe>>,
    /// The save that is under way.
    pub(super) saving: Rc<SaveUnderWay>,
    /// What other windows tell is heard as long as this is kept.
    _listener: Rc<Option<EventListener>>,
}

impl World {
    /// A window that holds nothing yet.
    pub fn new(dispatch: &Dispatch) -> World {
        let channel = Channel::open();
        let heard = dispatch.clone();
        let listener = channel.listen(move |call| {
            let (Call::Saved(id) | Call::PenWanted(id)) = &call;
            let Some(id) = DraftId::read(id) else {
                return;
            };
            let heard = heard.clone();
            match call {
                Call::Saved(_) => heard.send(Message::SavedElsewhere(id)),
                Call::PenWanted(_) => spawn_local(async move {
                    if pen::is_waited_for(id.as_str()).await {
                        heard.send(Message::PenWanted(id, time::now()));
                    }
                }),
            }
        });
        let heard = dispatch.clone();
        opening::watch(move |standing| {
            heard.send(Message::JournalStands(match standing {
                Standing::Open => Journal::Open,
                Standing::Beside(name) => Journal::Beside(name.to_owned()),
                Standing::Shut => Journal::Shut,
            }));
        });
        World {
            dispatch: dispatch.clone(),
            channel: Rc::new(channel),
            pens: Rc::default(),
            scribe: Rc::default(),
            saving: Rc::default(),
            _listener: Rc::new(listener),
        }
    }

    /// Runs a piece of work beside the program, which hears of its end.
    pub(super) fn later<F: Future<Output = impl Into<Answer>> + 'static>(&self, work: impl FnOnce(World) -> F) {
        let dispatch = self.dispatch.clone();
        let work = work(self.clone());
        spawn_local(async move {
            for message in work.await.into().0 {
                dispatch.send(message);
            }
        });
    }
}

/// What a piece of work has to say.
pub(super) struct Answer(pub(super) Vec<Message>);

impl From<Message> for Answer {
    fn from(message: Message) -> Answer {
        Answer(vec![message])
    }
}

impl From<Vec<Message>> for Answer {
    fn from(messages: Vec<Message>) -> Answer {
        Answer(messages)
    }
}

/// The same fault in the words of the user.
pub(super) fn told(fault: Fault) -> StorageFault {
    match fault {
        Fault::Denied => StorageFault::Denied,
        Fault::Full => StorageFault::Full,
        Fault::Gone => StorageFault::Gone,
    }
}

/// 正在保存: the save that was begun last, while it makes way for keys.
#[derive(Default)]
pub(super) struct SaveUnderWay(RefCell<Option<Stamp>>);

impl SaveUnderWay {
    /// A save begins; says whether it has overtaken another.
    pub(super) fn begin(&self, stamp: &Stamp) -> bool {
        self.0.replace(Some(stamp.clone())).is_some()
    }

    /// Whether a later one has begun.
    pub(super) fn is_overtaken(&self, stamp: &Stamp) -> bool {
        self.0.borrow().as_ref() != Some(stamp)
    }

    /// What was begun is put down.
    pub(super) fn end(&self) {
        self.0.replace(None);
    }
}
