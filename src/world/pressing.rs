//! What stands on the page stays where it is while the mouse is pressed. A press takes the focus out of a field, and
//! what is then found about the field moves what lies beside and below it: the button would no longer be under the
//! mouse when it is let go, and the press would do nothing.

use std::cell::RefCell;
use std::mem::take;
use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, Window};

use crate::state::model::message::Message;

/// After how long a press is taken for one whose end was not told, as outside the window, or for dragging.
const PRESS_MS: u32 = 1_000;

/// Whether the mouse is pressed, and what waits until it is let go.
#[derive(Clone, Default)]
pub struct Pressing(Rc<RefCell<State>>);

#[derive(Default)]
struct State {
    is_pressed: bool,
    waiting: Vec<Message>,
    /// Ends the press by the clock.
    end: Option<Timeout>,
}

impl Pressing {
    /// Gives a message back that can be taken in now, and keeps one that has to wait.
    pub fn pass(&self, message: Message) -> Option<Message> {
        let mut state = self.0.borrow_mut();
        if !state.is_pressed || !matches!(message, Message::FieldLeft(_) | Message::ChecksDue) {
            return Some(message);
        }
        state.waiting.push(message);
        None
    }

    /// Listens to presses; what waited goes to `send` before the press itself is taken in.
    pub fn listeners(&self, window: &Window, send: impl Fn(Message) + Clone + 'static) -> Vec<EventListener> {
        let over = {
            let pressing = self.clone();
            move || pressing.over().into_iter().for_each(&send)
        };
        let begins = {
            let (pressing, over) = (self.clone(), over.clone());
            move |event: &Event| {
                let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
                // The list of a choice is the browser's own, which does not tell when it is let go.
                let is_choice = target.is_some_and(|element| element.matches("select, option").unwrap_or(false));
                pressing.ends_in(PRESS_MS, over.clone());
                pressing.0.borrow_mut().is_pressed = !is_choice;
            }
        };
        let ends = {
            let (pressing, over) = (self.clone(), over.clone());
            // The click comes right after it; where none comes, the mouse was let go elsewhere.
            move |_: &Event| pressing.ends_in(0, over.clone())
        };
        let first = EventListenerOptions::run_in_capture_phase;
        let at_once = |name: &'static str| {
            let over = over.clone();
            EventListener::new_with_options(window, name, first(), move |_| over())
        };
        vec![
            EventListener::new_with_options(window, "mousedown", first(), begins),
            EventListener::new_with_options(window, "mouseup", first(), ends),
            at_once("click"),
            at_once("keydown"),
            at_once("dragend"),
        ]
    }

    fn ends_in(&self, milliseconds: u32, over: impl FnOnce() + 'static) {
        self.0.borrow_mut().end = Some(Timeout::new(milliseconds, over));
    }

    fn over(&self) -> Vec<Message> {
        let mut state = self.0.borrow_mut();
        state.is_pressed = false;
        take(&mut state.waiting)
    }
}
