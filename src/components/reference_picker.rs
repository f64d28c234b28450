//! The list of what a text can refer to, with what each says now: type to filter, arrows, Enter.

use web_sys::{HtmlInputElement, KeyboardEvent};
use yew::prelude::*;

use crate::domain::draft::field::Field;
use crate::state::model::message::Message;
use crate::state::model::palette::is_named;

use super::combobox::{show, stepped};
use super::dispatch::use_dispatch;
use super::prose::Offer;

/// What the list is told.
#[derive(Clone, PartialEq, Properties)]
pub struct ReferencePickerProps {
    /// The field that it is picked for.
    pub field: Field,
    /// What there is, group by group.
    pub offers: Vec<Offer>,
    /// Called with what goes into the text.
    pub picked: Callback<String>,
}

/// The list, with the focus in its search.
#[component]
pub fn ReferencePicker(props: &ReferencePickerProps) -> Html {
    let dispatch = use_dispatch();
    let search = use_node_ref();
    let query = use_state(String::new);
    let active = use_state(|| 0_usize);
    {
        let search = search.clone();
        use_effect_with((), move |()| {
            if let Some(input) = search.cast::<HtmlInputElement>() {
                // A search that was just put there can take the focus.
                let _ = input.focus();
            }
        });
    }
    let offers = props.offers.iter();
    let found: Vec<&Offer> = offers.filter(|offer| is_named(&offer.name, &query)).collect();
    let chosen = (*active).min(found.len().saturating_sub(1));
    let key = props.field.key();
    let option_id = |place: usize| format!("{key}-offer-{place}");
    {
        let id = option_id(chosen);
        use_effect_with((chosen, found.len()), move |_| show(&id));
    }
    let oninput = {
        let (query, active) = (query.clone(), active.clone());
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                query.set(input.value());
                active.set(0);
            }
        })
    };
    let onkeydown = {
        let (active, picked, dispatch) = (active.clone(), props.picked.clone(), dispatch.clone());
        let count = found.len();
        let written = found.get(chosen).map(|offer| offer.written.clone());
        let field = props.field;
        Callback::from(move |event: KeyboardEvent| {
            // Keys belong to the input method while it composes.
            if event.is_composing() {
                return;
            }
            match event.key().as_str() {
                key @ ("ArrowDown" | "ArrowUp") => active.set(stepped(chosen, count, key == "ArrowDown")),
                "Enter" => written.iter().for_each(|written| picked.emit(written.clone())),
                "Tab" => {
                    dispatch.send(Message::PickerToggled(field));
                    return;
                }
                _ => return,
            }
            event.prevent_default();
            event.stop_propagation();
        })
    };
    let mut groups: Vec<(&str, Vec<(usize, &Offer)>)> = Vec::new();
    for (place, offer) in found.iter().enumerate() {
        match groups.last_mut() {
            Some((group, offers)) if *group == offer.group => offers.push((place, offer)),
            _ => groups.push((offer.group, vec![(place, offer)])),
        }
    }
    let option = |(place, offer): &(usize, &Offer)| {
        let (picked, written) = (props.picked.clone(), offer.written.clone());
        html! {
            <li class={classes!("picker__option", (*place == chosen).then_some("picker__option--active"))} key={offer.name.clone()} id={option_id(*place)}
                role="option" aria-selected={(*place == chosen).to_string()} onclick={Callback::from(move |_: MouseEvent| picked.emit(written.clone()))}>
                <span>{ &offer.name }</span>
                { match &offer.value {
                    Ok(value) => html! { <span class="picker__value">{ value }</span> },
                    Err(gap) => html! { <span class="picker__gap">{ gap }</span> },
                } }
            </li>
        }
    };
    html! {
        <div class="picker">
            <input class="control" ref={search} type="text" role="combobox" aria-label="查找数据" aria-expanded="true" aria-autocomplete="list"
                aria-controls={format!("{key}-offers")} aria-activedescendant={(!found.is_empty()).then(|| option_id(chosen))}
                autocomplete="off" spellcheck="false" placeholder="查找，例如 执行率、zxl" value={(*query).clone()} {oninput} {onkeydown} />
            <div class="picker__list" id={format!("{key}-offers")} role="listbox" aria-label="可以引用的数据">
                { for groups.iter().enumerate().map(|(number, (group, offers))| {
                    let id = format!("{key}-offers-{number}");
                    html! {
                        <ul class="picker__group" role="group" aria-labelledby={id.clone()} key={id.clone()}>
                            <li class="picker__heading" role="presentation" {id}>{ *group }</li>
                            { for offers.iter().map(option) }
                        </ul>
                    }
                }) }
            </div>
            if found.is_empty() {
                <p class="picker__none" role="status">{ "没有找到。换个说法试试。" }</p>
            }
            <p class="picker__keys">{ "↑ ↓ 选，回车插入，Esc 关闭" }</p>
        </div>
    }
}
