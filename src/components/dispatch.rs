//! The one way up: a callback that takes messages and is the same for the life of the program.

use yew::prelude::*;

use crate::state::model::message::Message;

/// Sends messages to the program. Equal to itself only, so it never makes anything render again.
#[derive(Clone, PartialEq)]
pub struct Dispatch(pub Callback<Message>);

impl Dispatch {
    /// Sends a message.
    pub fn send(&self, message: Message) {
        self.0.emit(message);
    }

    /// A handler that sends the same message each time.
    pub fn on<E>(&self, message: Message) -> Callback<E> {
        let up = self.0.clone();
        Callback::from(move |_| up.emit(message.clone()))
    }
}

/// The dispatch of the program around a component.
#[hook]
pub fn use_dispatch() -> Dispatch {
    // Outside the program, as when a component is rendered for a test, messages go nowhere.
    use_context::<Dispatch>().unwrap_or_else(|| Dispatch(Callback::noop()))
}
