//! A link into a field.

use yew::prelude::*;

use crate::components::dispatch::use_dispatch;
use crate::domain::draft::field::Field;
use crate::state::model::message::Message;

/// What the link is told.
#[derive(Clone, PartialEq, Properties)]
pub struct FieldLinkProps {
    /// Where it leads.
    pub field: Field,
    /// What it says.
    pub text: AttrValue,
}

/// The link: the address is that of the field itself, so that it is one also without a pointer.
#[component]
pub fn FieldLink(props: &FieldLinkProps) -> Html {
    let dispatch = use_dispatch();
    let field = props.field;
    let followed = Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        dispatch.send(Message::FieldSought(field));
    });
    html! { <a class="overview__link" href={format!("#{}", field.key())} onclick={followed}>{ &props.text }</a> }
}
