//! A choice of few, all in sight.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::domain::draft::edit::Edit;
use crate::domain::values::input::Choice;
use crate::state::model::message::Message;

use super::bound::Bound;
use super::dispatch::use_dispatch;

/// What a group of radio buttons is told.
#[derive(Clone, PartialEq, Properties)]
pub struct ChoicesProps {
    /// The field.
    pub bound: Bound,
    /// Codes with their words, in order.
    pub options: Vec<(AttrValue, AttrValue)>,
    /// The name of the group.
    pub name: AttrValue,
}

/// Radio buttons for a closed list.
#[component]
pub fn Choices(props: &ChoicesProps) -> Html {
    let dispatch = use_dispatch();
    let field = props.bound.field;
    let chosen = Callback::from(move |event: Event| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            dispatch.send(Message::Edited(Edit::Set(field, input.value())));
            dispatch.send(Message::FieldLeft(field));
        }
    });
    // The first button carries the field's id, so that the focus finds the group.
    let id = |place: usize| (place == 0).then(|| field.key());
    html! {
        <div class="choices" role="radiogroup" aria-label={props.name.clone()}>
            { for props.options.iter().enumerate().map(|(place, (code, word))| html! {
                <label class="choice">
                    <input class="choice__input" type="radio" id={id(place)} name={field.key()} value={code.clone()}
                        checked={*code == props.bound.text} disabled={props.bound.read_only} onchange={chosen.clone()} />
                    { word }
                </label>
            }) }
        </div>
    }
}

/// The codes and words of a closed list.
pub fn options<T: Choice>() -> Vec<(AttrValue, AttrValue)> {
    T::ALL
        .iter()
        .map(|choice| (choice.code().into(), choice.label().into()))
        .collect()
}
