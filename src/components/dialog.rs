//! A question that has to be answered before anything else: the browser's own dialog, which keeps the focus
//! inside. Where the focus goes afterwards is said by whoever closes it.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

/// What a dialog is told.
#[derive(Clone, PartialEq, Properties)]
pub struct DialogProps {
    /// Its heading.
    pub title: &'static str,
    /// A class for a wider one.
    #[prop_or_default]
    pub class: Classes,
    /// Escape was pressed.
    pub oncancel: Callback<Event>,
    /// What is in it.
    pub children: Html,
}

/// The dialog.
#[component]
pub fn Dialog(props: &DialogProps) -> Html {
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with((), move |()| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>()
                && dialog.show_modal().is_err()
            {
                dialog.set_open(true);
            }
        });
    }
    let cancelled = props.oncancel.reform(|event: Event| {
        // What is on the screen follows from the model; the browser must not close it by itself.
        event.prevent_default();
        event
    });
    html! {
        <dialog class={classes!("dialog", props.class.clone())} aria-labelledby="dialog-title" ref={dialog} oncancel={cancelled}>
            <h2 class="dialog__title" id="dialog-title">{ props.title }</h2>
            { props.children.clone() }
        </dialog>
    }
}
