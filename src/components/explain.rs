//! 这个数怎么来的: the panel that explains a figure.

use web_sys::HtmlElement;
use yew::prelude::*;

use crate::domain::evaluation::gap_words;
use crate::domain::explanation::explanation::{Explanation, Operand, Origin};
use crate::state::model::message::Message;
use crate::state::model::workspace::Explained;

use super::dispatch::{Dispatch, use_dispatch};
use super::icon::{Icon, Symbol};

/// What the panel is told.
#[derive(Clone, PartialEq, Properties)]
pub struct ExplainProps {
    /// What it says.
    pub explanation: Explanation,
    /// Where the figure was pressed.
    pub place: Explained,
}

/// The panel. It takes the focus on opening; Escape closes it.
#[component]
pub fn Explain(props: &ExplainProps) -> Html {
    let dispatch = use_dispatch();
    let panel = use_node_ref();
    {
        let panel = panel.clone();
        use_effect_with(props.place, move |place| {
            if let Some(panel) = panel.cast::<HtmlElement>() {
                place_panel(&panel, place.left, place.below);
                // The panel itself is focused, so that its first words are read out.
                let _ = panel.focus();
            }
        });
    }
    let Explanation {
        name,
        formula,
        working,
        operands,
        exact,
        rounding,
        result,
        source,
        notes,
        ..
    } = &props.explanation;
    let (result_class, result_text) = match result {
        Ok(text) => ("equation__result", text.clone()),
        Err(gap) => ("equation__result equation__result--missing", gap_words::gap_note(*gap)),
    };
    let item = |key: &str, value: Html| {
        html! {
            <div class="explain__item"><dt class="explain__key">{ key.to_owned() }</dt><dd class="explain__value">{ value }</dd></div>
        }
    };
    html! {
        <section class="explain" role="dialog" aria-labelledby="explain-title" tabindex="-1" ref={panel}>
            <div class="explain__head">
                <h2 class="explain__title" id="explain-title">{ format!("{name}是怎么来的") }</h2>
                <button class="button button--icon" type="button" title="关闭（Esc）" onclick={dispatch.on(Message::ExplanationClosed)}>
                    <Icon symbol={Symbol::Close} /><span class="visually-hidden">{ "关闭" }</span>
                </button>
            </div>
            <div class="equation">
                <p class="equation__formula">{ formula }</p>
                if !working.is_empty() {
                    <p class="equation__working">{ format!("＝ {working}") }</p>
                }
                <p class={result_class}>{ format!("＝ {result_text}") }</p>
            </div>
            <dl class="explain__list">
                { for operands.iter().map(|operand| item(&operand.name, operand_value(&dispatch, operand))) }
                if !exact.is_empty() {
                    { item("精确值", html! { exact }) }
                }
                if !rounding.is_empty() {
                    { item("取舍", html! { rounding }) }
                }
                if !source.is_empty() {
                    { item("依据", html! { source }) }
                }
            </dl>
            { for notes.iter().map(|note| html! { <p class="explain__note">{ note }</p> }) }
        </section>
    }
}

/// An input of the formula: a link to its field, or a way to its own explanation.
fn operand_value(dispatch: &Dispatch, operand: &Operand) -> Html {
    match operand.origin {
        Origin::Field(field) => {
            let dispatch = dispatch.clone();
            let followed = Callback::from(move |event: MouseEvent| {
                event.prevent_default();
                dispatch.send(Message::FieldSought(field));
            });
            html! { <a href={format!("#{}", field.key())} onclick={followed}>{ &operand.value }</a> }
        }
        Origin::Figure(figure) => {
            let dispatch = dispatch.clone();
            let followed = Callback::from(move |event: MouseEvent| {
                if let Some(button) = event.target_dyn_into::<HtmlElement>()
                    && let Ok(Some(panel)) = button.closest(".explain")
                {
                    // The next explanation opens where this one stands.
                    let place = panel.get_bounding_client_rect();
                    let explained = Explained {
                        figure,
                        left: place.left() as i32,
                        below: place.top() as i32,
                    };
                    dispatch.send(Message::FigurePressed(explained));
                }
            });
            html! { <button class="figure" type="button" onclick={followed}>{ &operand.value }</button> }
        }
        Origin::Scheme => html! { &operand.value },
    }
}

/// Puts the panel below the number, within the window. The CSP forbids style attributes, not CSSOM.
fn place_panel(panel: &HtmlElement, left: i32, below: i32) {
    const MARGIN: i32 = 12;
    let Some(window) = web_sys::window() else { return };
    let size = |value: Result<wasm_bindgen::JsValue, _>| {
        value.ok().and_then(|value| value.as_f64()).unwrap_or_default() as i32
    };
    let (width, height) = (size(window.inner_width()), size(window.inner_height()));
    let left = left.min(width - panel.offset_width() - MARGIN).max(MARGIN);
    let top = (below + MARGIN / 2)
        .min(height - panel.offset_height() - MARGIN)
        .max(MARGIN);
    for (name, value) in [("--explain-left", left), ("--explain-top", top)] {
        // A browser without custom properties leaves the panel where the style sheet puts it.
        let _ = panel.style().set_property(name, &format!("{value}px"));
    }
}
