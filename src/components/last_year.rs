//! 去年的文字, 待改: a quiet bar over a text that came over from last year's report, with the two ways to settle it.

use yew::prelude::*;

use crate::domain::draft::edit::Edit;
use crate::domain::draft::names;
use crate::state::model::message::Message;

use super::bound::Bound;
use super::dispatch::use_dispatch;

/// What the bar is told.
#[derive(Clone, PartialEq, Properties)]
pub struct LastYearProps {
    /// The field.
    pub bound: Bound,
}

/// The bar; nothing where the text is settled, or gone.
#[component]
pub fn LastYear(props: &LastYearProps) -> Html {
    let dispatch = use_dispatch();
    let Bound {
        field,
        text,
        last_year,
        read_only,
        ..
    } = &props.bound;
    let Some(before) = last_year.as_ref().filter(|_| !text.trim().is_empty()) else {
        return html! {};
    };
    let changed = before != text;
    let settle = dispatch.on::<MouseEvent>(Message::Edited(Edit::SettleLastYear(*field)));
    // The text keeps the focus: what is said at a field that was left would move the button from under the pointer.
    let pressed = Callback::from(|event: MouseEvent| event.prevent_default());
    html! {
        <div class="last-year">
            <p class="last-year__word">{ if changed { "去年的文字，正在改" } else { "去年的文字，待改" } }</p>
            if !read_only {
                <button class="button button--small" type="button" onmousedown={pressed} onclick={settle}>
                    { if changed { "改好了" } else { "仍然适用" } }<span class="visually-hidden">{ format!("：{}", names::short_name(*field)) }</span>
                </button>
            }
            if changed {
                <p class="last-year__text"><span class="last-year__label">{ "去年写的：" }</span>{ before }</p>
            }
        </div>
    }
}
