//! One item: its values, how sure they are, where they stood, and what can be done with them.

use web_sys::{HtmlFormElement, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::components::dispatch::use_dispatch;
use crate::components::icon::{Icon, Symbol};
use crate::domain::values::row::Direction;
use crate::state::model::intake::{Decision, IntakeMessage, Item};
use crate::state::model::intake_excerpt::{Excerpt, Near};
use crate::state::model::message::Message;

use super::original::original;

/// What a row is told.
#[derive(Clone, PartialEq, Properties)]
pub struct ItemProps {
    /// Its place among the items.
    pub place: usize,
    /// The item.
    pub item: Item,
    /// Where it stood.
    pub excerpt: Excerpt,
    /// Whether the eye is on it.
    pub is_shown: bool,
    /// Whether it is being corrected.
    pub is_correcting: bool,
    /// Whether the tab key leads here: to the one the eye is on, or else to the first.
    pub is_first: bool,
    /// The text, where it is asked for.
    pub original: Option<Vec<Near>>,
}

/// The row.
#[component]
pub fn ItemRow(props: &ItemProps) -> Html {
    let dispatch = use_dispatch();
    let ItemProps {
        place, item, excerpt, ..
    } = props;
    let place = *place;
    let title = item.title();
    let tool = |word: &'static str, class: &'static str, message: IntakeMessage| {
        html! {
            <button class={classes!("button", "button--small", class)} type="button" onclick={dispatch.on::<MouseEvent>(Message::Intake(message))}>
                { word }<span class="visually-hidden">{ format!("：{title}") }</span>
            </button>
        }
    };
    let (state, word, symbol) = match item.decision {
        Decision::Open => ("", "", Symbol::Todo),
        Decision::Taken => (
            "intake-item--taken",
            if item.is_corrected { "已改，采用" } else { "采用" },
            Symbol::Done,
        ),
        Decision::Left => ("intake-item--left", "不采用", Symbol::Close),
    };
    let is_open = item.decision == Decision::Open;
    let pressed = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: KeyboardEvent| {
            // Keys of buttons and fields within the row are theirs.
            let target: Option<web_sys::Element> = event.target_dyn_into();
            let is_row = target.is_some_and(|target| target.matches(".intake-item").unwrap_or(false));
            if !is_row || event.ctrl_key() || event.alt_key() || event.meta_key() {
                return;
            }
            let message = match event.key().as_str() {
                "Enter" if is_open => IntakeMessage::Taken(place),
                "Delete" if is_open => IntakeMessage::Left(place),
                "F2" => IntakeMessage::Correcting(Some(place)),
                "ArrowUp" => IntakeMessage::Moved(place, Direction::Up),
                "ArrowDown" => IntakeMessage::Moved(place, Direction::Down),
                _ => return,
            };
            event.prevent_default();
            dispatch.send(Message::Intake(message));
        })
    };
    let tabindex = if props.is_shown || props.is_first { "0" } else { "-1" };
    html! {
        <li class={classes!("intake-item", state)} id={props.is_shown.then_some("intake-shown")} {tabindex} onkeydown={pressed}>
            <div class="intake-item__body">
                if props.is_correcting {
                    <Correct {place} item={item.clone()} />
                } else {
                    <dl class="intake-values">{ for item.values.iter().map(|value| html! {
                        <div class={classes!("intake-value", value.slot.is_long().then_some("intake-value--long"))}>
                            <dt class="intake-value__name">{ value.slot.label() }</dt>
                            // A long text scrolls, also by the keyboard.
                            <dd class="intake-value__text" tabindex={value.slot.is_long().then_some("0")}>{ &value.text }</dd>
                        </div>
                    }) }</dl>
                    <div class="intake-item__tools">
                        if item.decision == Decision::Open {
                            { tool("采用", "button--primary", IntakeMessage::Taken(place)) }
                            { tool("修改", "", IntakeMessage::Correcting(Some(place))) }
                            { tool("不采用", "button--quiet", IntakeMessage::Left(place)) }
                        } else {
                            <span class="intake-item__state"><Icon {symbol} />{ word }</span>
                            { tool("修改", "button--quiet", IntakeMessage::Correcting(Some(place))) }
                            { tool("重新决定", "button--quiet", IntakeMessage::Reopened(place)) }
                        }
                    </div>
                }
            </div>
            <div class="intake-source">
                <p class={format!("intake-sure intake-sure--{:?}", item.sure).to_lowercase()}><strong>{ item.sure.label() }</strong>{ format!("　{}", item.reason) }</p>
                <blockquote class="intake-source__text">{ &excerpt.before }<mark>{ &excerpt.marked }</mark>{ &excerpt.after }</blockquote>
                <p class="intake-source__place">
                    { format!("原文第 {} 段", excerpt.place) }
                    <button class="link-button" type="button" aria-expanded={props.original.is_some().to_string()} onclick={dispatch.on::<MouseEvent>(Message::Intake(IntakeMessage::Original(props.original.is_none().then_some(place))))}>
                        { if props.original.is_some() { "收起前后文" } else { "看前后文" } }<span class="visually-hidden">{ format!("：{title}") }</span>
                    </button>
                </p>
            </div>
            if let Some(near) = &props.original {
                { original(near) }
            }
        </li>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct CorrectProps {
    place: usize,
    item: Item,
}

/// The values as inputs.
#[component]
fn Correct(props: &CorrectProps) -> Html {
    let dispatch = use_dispatch();
    let place = props.place;
    let count = props.item.values.len();
    let key = move |at: usize| format!("intake-{place}-{at}");
    let first = use_node_ref();
    {
        let first = first.clone();
        use_effect_with((), move |()| {
            if let Some(form) = first.cast::<HtmlFormElement>()
                && let Ok(Some(control)) = form.query_selector(".control")
            {
                use wasm_bindgen::JsCast;
                if let Ok(control) = control.dyn_into::<web_sys::HtmlElement>() {
                    let _ = control.focus();
                }
            }
        });
    }
    let submitted = {
        let (dispatch, form) = (dispatch.clone(), first.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Some(form) = form.cast::<HtmlFormElement>() else {
                return;
            };
            let text = |at: usize| {
                use wasm_bindgen::JsCast;
                let control = form.query_selector(&format!("#{}", key(at))).ok().flatten()?;
                match control.dyn_into::<HtmlInputElement>() {
                    Ok(input) => Some(input.value()),
                    Err(other) => other.dyn_into::<HtmlTextAreaElement>().ok().map(|area| area.value()),
                }
            };
            let texts: Vec<String> = (0..count).map(|at| text(at).unwrap_or_default()).collect();
            dispatch.send(Message::Intake(IntakeMessage::Corrected(place, texts)));
        })
    };
    html! {
        <form class="intake-correct" onsubmit={submitted} ref={first}>
            { for props.item.values.iter().enumerate().map(|(at, value)| html! {
                <div class="field">
                    <label class="field__label" for={key(at)}>{ value.slot.label() }</label>
                    if value.slot.is_long() {
                        <textarea class="control" id={key(at)} rows="5" value={value.text.clone()} spellcheck="false" />
                    } else {
                        <input class="control" id={key(at)} type="text" value={value.text.clone()} autocomplete="off" spellcheck="false" />
                    }
                </div>
            }) }
            <div class="button-row">
                <button class="button button--small button--primary" type="submit">{ "改好，采用" }</button>
                <button class="button button--small button--quiet" type="button" onclick={dispatch.on::<MouseEvent>(Message::Intake(IntakeMessage::Correcting(None)))}>{ "取消" }</button>
            </div>
        </form>
    }
}
