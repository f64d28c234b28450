//! 指标体检: a card in the editor of an indicator, closed at first.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::dispatch::{Dispatch, use_dispatch};
use crate::components::icon::{Icon, Symbol};
use crate::domain::checkup::card::checkup;
use crate::domain::checkup::likeness::alike;
use crate::domain::checkup::quality::{Judged, Quality, State, Suggestion};
use crate::domain::checkup::split::Split;
use crate::domain::draft::edit::Edit;
use crate::domain::draft::names;
use crate::domain::evaluation::scoring;
use crate::domain::scheme::indicator::Indicator;
use crate::domain::scheme::template::Template;
use crate::domain::values::input::{Choice, Input};
use crate::domain::values::shared::Shared;
use crate::state::model::message::Message;
use crate::state::model::workspace::Workspace;

use super::library::about;

/// What the card is told.
#[derive(Clone, PartialEq, Properties)]
pub struct CheckupProps {
    /// The open draft.
    pub workspace: Rc<Workspace>,
    /// The open indicator.
    pub indicator: Shared<Indicator>,
    /// 指标库, once it was needed.
    pub library: Option<Rc<Vec<Template>>>,
}

/// The card. While it is closed the library is not looked through, so that a keystroke stays cheap.
#[component]
pub fn CheckupCard(props: &CheckupProps) -> Html {
    let dispatch = use_dispatch();
    let open = use_state(|| false);
    let row = &props.indicator;
    let library = props.library.as_ref().filter(|_| *open);
    let library = library.map(|library| library.as_slice()).unwrap_or_default();
    let found = checkup(row, &props.workspace.draft, library);
    let pressed = {
        let open = open.clone();
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            open.set(!*open);
        })
    };
    let models = alike(row, library);
    html! {
        <details class="disclosure checkup-card" open={*open}>
            <summary class="disclosure__summary" onclick={pressed}><Icon symbol={Symbol::Right} />{ "指标体检" }<span class="disclosure__note">{ found.summary() }</span></summary>
            if *open {
                <div class="disclosure__body">
                    <ul class="checkup" aria-label="指标体检">
                        { for found.lines.iter().map(|line| {
                            let split = found.split.as_ref().ok().filter(|_| line.quality == Quality::OneThing);
                            html! {
                                <li key={line.quality.code()} class={format!("checkup__line checkup__line--{}", line.state.code())}>
                                    <p class="checkup__mark"><Icon symbol={symbol(line.state)} />{ line.state.label() }</p>
                                    <div>
                                        <p><strong class="checkup__name">{ line.quality.label() }</strong>{ &line.sentence }</p>
                                        { for line.suggestion.as_ref().map(|suggestion| suggested(&dispatch, line, suggestion)) }
                                        { for split.map(|split| splitting(&dispatch, &props.workspace, row, split)) }
                                    </div>
                                </li>
                            }
                        }) }
                    </ul>
                    if !models.is_empty() {
                        <p class="checkup__models">{ "指标库里可参考：" }</p>
                        <ul class="checkup__notes">
                            { for models.into_iter().map(|model| html! { <li>{ format!("{}（{}）", model.indicator.name, about(model)) }</li> }) }
                        </ul>
                    }
                </div>
            }
        </details>
    }
}

fn symbol(state: State) -> Symbol {
    match state {
        State::Met => Symbol::Done,
        State::Missing => Symbol::Warning,
        State::Unclear => Symbol::Advice,
    }
}

/// Words to be taken over. They come in by a press of the button only, as a step of their own, and the
/// field gets the focus for its blanks.
fn suggested(dispatch: &Dispatch, line: &Judged, suggestion: &Suggestion) -> Html {
    let button = suggestion.field.map(|field| {
        let word = format!("填入{}", names::short_name(field));
        let (up, text) = (dispatch.clone(), suggestion.text.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            up.send(Message::Edited(Edit::Set(field, text.clone())));
            up.send(Message::FieldLeft(field));
            up.send(Message::FieldSought(field));
        });
        html! { <button class="button button--small" type="button" aria-label={format!("{}：{word}", line.quality.label())} {onclick}>{ &word }</button> }
    });
    html! {
        <div class="checkup__suggestion">
            <p>{ "可以写成：" }<span class="checkup__words">{ suggestion.shown() }</span></p>
            { for button }
        </div>
    }
}

/// What splitting would do, and the button for it.
fn splitting(dispatch: &Dispatch, workspace: &Workspace, whole: &Indicator, split: &Split) -> Html {
    let part = |row: &Indicator| match row.weight.text() {
        weight if weight.is_empty() => format!("“{}”", row.name),
        weight => format!("“{}”（权重 {weight}）", row.name),
    };
    let (first, second) = (part(&split.first), part(&split.second));
    let score = |row| scoring::indicator(row, &workspace.draft, &workspace.evaluation.money).score;
    let scores = match [whole, &split.first, &split.second].map(score) {
        [Ok(now), Ok(first), Ok(second)] => Some(format!(
            "得分现在是 {} 分，拆开后是 {} 分和 {} 分。",
            now.printed(),
            first.printed(),
            second.printed()
        )),
        _ => None,
    };
    let notes: Vec<&String> = scores.iter().chain(&split.notes).collect();
    let onclick = dispatch.on::<MouseEvent>(Message::Edited(split.edit()));
    html! {
        <div class="checkup__suggestion">
            <p>{ format!("可以拆成{first}和{second}，权重合计不变，拆了也能撤销。") }</p>
            if !notes.is_empty() {
                <ul class="checkup__notes">{ for notes.into_iter().map(|note| html! { <li>{ note }</li> }) }</ul>
            }
            <button class="button button--small" type="button" {onclick}>{ "拆成两项指标" }</button>
        </div>
    }
}
