//! A question that has to be answered before anything else: the browser's own dialog, which keeps the focus
//! inside. Closed, it gives the focus back to where it was, unless whoever closes it says otherwise.

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
            let opened = dialog.cast::<HtmlDialogElement>();
            if let Some(dialog) = &opened
                && dialog.show_modal().is_err()
            {
                dialog.set_open(true);
            }
            move || {
                // Only by this way the browser gives the focus back; taken out of the page open, it would be lost.
                if let Some(dialog) = opened {
                    dialog.close();
                }
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
