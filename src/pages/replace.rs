//! 查找和替换 in the whole report: every place with what stands around it, one by one or all at once.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::components::dialog::Dialog;
use crate::components::dispatch::use_dispatch;
use crate::domain::draft::edit::{Edit, Together};
use crate::domain::draft::found::{Found, found, replaced};
use crate::domain::draft::names;
use crate::state::model::kept::Pen;
use crate::state::model::message::Message;
use crate::state::model::workspace::Workspace;

/// So many places are listed; the rest is counted.
const LISTED: usize = 200;

/// What the dialog is told.
#[derive(Clone, PartialEq, Properties)]
pub struct ReplaceProps {
    /// The open draft.
    pub workspace: Rc<Workspace>,
    /// What is looked for at first.
    pub words: String,
}

/// The dialog.
#[component]
pub fn Replace(props: &ReplaceProps) -> Html {
    let dispatch = use_dispatch();
    let words = use_state(|| props.words.clone());
    let by = use_state(String::new);
    // What was replaced all at once; the same words are not looked for again before they are asked for.
    let done = use_state(|| None::<String>);
    let workspace = &props.workspace;
    let is_done = done.is_some();
    let places = use_memo(
        (Rc::clone(&workspace.draft), (*words).clone(), is_done),
        |(draft, words, is_done)| if *is_done { Vec::new() } else { found(draft, words) },
    );
    let read_only = workspace.pen != Pen::Here;
    let typed = |state: &UseStateHandle<String>| {
        let (state, done) = (state.clone(), done.clone());
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                state.set(input.value());
                done.set(None);
            }
        })
    };
    let word = if by.is_empty() { "删去" } else { "替换" };
    let replace = |chosen: Vec<Found>, is_all: bool| {
        let (dispatch, draft, done) = (dispatch.clone(), Rc::clone(&workspace.draft), done.clone());
        let (words, by) = ((*words).clone(), (*by).clone());
        Callback::from(move |_: MouseEvent| {
            let Some(first) = chosen.first() else { return };
            let count = chosen.len();
            let step = Together {
                name: format!("{word} {count} 处“{words}”"),
                at: first.field,
                edits: replaced(&draft, &chosen, &words, &by),
            };
            dispatch.send(Message::Edited(Edit::Together(step)));
            if is_all {
                done.set(Some(match by.is_empty() {
                    true => format!("已删去 {count} 处“{words}”。要还原，关闭后点“撤销”。"),
                    false => format!("已把 {count} 处“{words}”替换为“{by}”。要还原，关闭后点“撤销”。"),
                }));
            }
        })
    };
    let again = {
        let done = done.clone();
        Callback::from(move |_: MouseEvent| done.set(None))
    };
    let fields = {
        let mut fields: Vec<_> = places.iter().map(|place| place.field).collect();
        fields.dedup();
        fields.len()
    };
    let said = match (words.is_empty(), places.len()) {
        _ if is_done => done.as_ref().cloned().unwrap_or_default(),
        (true, _) => "在整份报告里找，不含数字、选项和原文。".to_owned(),
        (false, 0) => format!("没有找到“{}”。", *words),
        (false, count) => format!("找到 {count} 处，在 {fields} 个填写项里。"),
    };
    let close = dispatch.on::<MouseEvent>(Message::OverlayClosed);
    html! {
        <Dialog title="查找和替换" class="dialog--wide" oncancel={dispatch.on::<Event>(Message::OverlayClosed)}>
            <div class="field-row">
                <div class="field">
                    <label class="field__label" for="replace-words">{ "查找" }</label>
                    <input class="control" id="replace-words" type="text" autocomplete="off" autofocus={true} value={(*words).clone()} oninput={typed(&words)} />
                </div>
                <div class="field">
                    <label class="field__label" for="replace-by">{ "替换为" }</label>
                    <input class="control" id="replace-by" type="text" autocomplete="off" readonly={read_only} value={(*by).clone()} oninput={typed(&by)} />
                </div>
            </div>
            <p class="replace__said" role="status">{ said }</p>
            if !places.is_empty() {
                <ul class="replace__list" tabindex="0" aria-label="找到的地方">
                    { for places.iter().take(LISTED).map(|place| {
                        let name = names::full_name(&workspace.draft, place.field);
                        let chapter = crate::domain::draft::chapter::Chapter::of(place.field);
                        html! {
                            <li class="replace__place" key={format!("{} {}", place.field.key(), place.start)}>
                                <p>
                                    <span class="replace__where">{ format!("{}·{name}", crate::domain::values::input::Choice::label(chapter)) }</span>
                                    <span>{ &place.before }<mark>{ &*words }</mark>{ &place.behind }</span>
                                </p>
                                <div class="button-row">
                                    <button class="button button--quiet button--small" type="button" onclick={dispatch.on::<MouseEvent>(Message::FieldSought(place.field))}>{ "去看" }<span class="visually-hidden">{ format!("：{name}") }</span></button>
                                    <button class="button button--small" type="button" disabled={read_only} onclick={replace(vec![place.clone()], false)}>{ word }<span class="visually-hidden">{ format!("：{name}") }</span></button>
                                </div>
                            </li>
                        }
                    }) }
                    if places.len() > LISTED {
                        <li class="replace__place">{ format!("还有 {} 处没有列出，会一起{word}。", places.len() - LISTED) }</li>
                    }
                </ul>
            }
            <div class="button-row">
                if is_done {
                    <button class="button button--primary" type="button" onclick={again}>{ "再找一遍" }</button>
                } else {
                    <button class="button button--primary" type="button" disabled={places.is_empty() || read_only} onclick={replace(places.to_vec(), true)}>{ format!("全部{word}（{}）", places.len()) }</button>
                }
                <button class="button" type="button" onclick={close}>{ "关闭" }</button>
            </div>
        </Dialog>
    }
}
