//! What windows of this tool tell each other.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{BroadcastChannel, MessageEvent};

/// How long calls are gathered before they are heard, how many different ones, and the longest identity.
const PAUSE_MS: u32 = 100;
const WAITING: usize = 32;
const LONGEST: usize = 40;

/// Something one window tells the others.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Call {
    /// A draft was saved; who shows it may look again.
    Saved(String),
    /// The pen of a draft is wanted here.
    PenWanted(String),
}

/// The way to the other windows.
pub struct Channel(Option<BroadcastChannel>);

impl Channel {
    /// Opens the way. Browsers without it leave every window on its own.
    pub fn open() -> Channel {
        Channel(BroadcastChannel::new("jiping").ok())
    }

    /// Tells the other windows.
    pub fn tell(&self, call: &Call) {
        let (word, id) = match call {
            Call::Saved(id) => ("saved", id),
            Call::PenWanted(id) => ("pen", id),
        };
        if let Some(channel) = &self.0 {
            // A window that is being closed cannot speak any more, and need not.
            let _ = channel.post_message(&format!("{word} {id}").into());
        }
    }

    /// Hears what other windows tell, as long as the listener is kept. The same call is heard once in a while, and
    /// of too many different ones the first, so that a page that floods the channel does not stop this window.
    pub fn listen(&self, hear: impl Fn(Call) + 'static) -> Option<EventListener> {
        let channel = self.0.as_ref()?;
        let hear = Rc::new(hear);
        let waiting: Rc<RefCell<BTreeSet<Call>>> = Rc::default();
        Some(EventListener::new(channel, "message", move |event| {
            let text = event
                .dyn_ref::<MessageEvent>()
                .and_then(|event| event.data().as_string());
            let text = text.unwrap_or_default();
            let call = match text.split_once(' ') {
                Some((_, id)) if id.len() > LONGEST => return,
                Some(("saved", id)) => Call::Saved(id.to_owned()),
                Some(("pen", id)) => Call::PenWanted(id.to_owned()),
                _ => return,
            };
            let is_first = waiting.borrow().is_empty();
            if waiting.borrow().len() < WAITING {
                waiting.borrow_mut().insert(call);
            }
            if is_first {
                let (hear, waiting) = (Rc::clone(&hear), Rc::clone(&waiting));
                Timeout::new(PAUSE_MS, move || {
                    for call in waiting.take() {
                        hear(call);
                    }
                })
                .forget();
            }
        }))
    }
}
