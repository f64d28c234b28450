//! What windows of this tool tell each other.

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{BroadcastChannel, MessageEvent};

/// Something one window tells the others.
#[derive(Clone, Debug, PartialEq, Eq)]
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

    /// Hears what other windows tell, as long as the listener is kept.
    pub fn listen(&self, hear: impl Fn(Call) + 'static) -> Option<EventListener> {
        let channel = self.0.as_ref()?;
        Some(EventListener::new(channel, "message", move |event| {
            let text = event
                .dyn_ref::<MessageEvent>()
                .and_then(|event| event.data().as_string());
            let text = text.unwrap_or_default();
            match text.split_once(' ') {
                Some(("saved", id)) => hear(Call::Saved(id.to_owned())),
                Some(("pen", id)) => hear(Call::PenWanted(id.to_owned())),
                _ => {}
            }
        }))
    }
}
