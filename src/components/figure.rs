//! A derived number: press it to see where it comes from.

use web_sys::HtmlElement;
use yew::prelude::*;

use crate::domain::evaluation::derived::Derived;
use crate::domain::evaluation::figure::Figure;
use crate::domain::evaluation::gap_words;
use crate::state::model::message::Message;
use crate::state::model::workspace::Explained;

use super::dispatch::use_dispatch;

/// What a figure is told.
#[derive(Clone, PartialEq, Properties)]
pub struct FigureProps {
    /// Which figure.
    pub figure: Figure,
    /// What it is called, for screen readers.
    pub name: AttrValue,
    /// Its text, or what is missing.
    pub text: Derived<String>,
}

/// A derived number as a button, or in its place what is missing, pressable too.
#[component]
pub fn FigureButton(props: &FigureProps) -> Html {
    let dispatch = use_dispatch();
    let figure = props.figure;
    let pressed = Callback::from(move |event: MouseEvent| {
        if let Some(button) = event.target_dyn_into::<HtmlElement>() {
            let place = button.get_bounding_client_rect();
            // Whole pixels are exact enough for placing a panel.
            let explained = Explained {
                figure,
                left: place.left() as i32,
                below: place.bottom() as i32,
            };
            dispatch.send(Message::FigurePressed(explained));
        }
    });
    let (class, text) = match &props.text {
        Ok(text) => ("figure", text.clone()),
        Err(gap) => ("figure figure--missing", gap_words::gap_note(*gap)),
    };
    html! {
        <button {class} type="button" aria-haspopup="dialog" title="这个数怎么来的" onclick={pressed}>
            { text }<span class="visually-hidden">{ format!("，{}怎么来的", props.name) }</span>
        </button>
    }
}
