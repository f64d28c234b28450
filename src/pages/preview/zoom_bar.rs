//! 显示比例: smaller, larger, as wide as the window.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::components::dispatch::use_dispatch;
use crate::components::icon::{Icon, Symbol};
use crate::state::model::message::Message;
use crate::state::model::zoom::Zoom;

/// What the bar is told.
#[derive(Clone, PartialEq, Properties)]
pub struct ZoomBarProps {
    /// What was chosen.
    pub zoom: Zoom,
    /// How large an upright page is shown, in percent.
    pub shown: u16,
}

/// The bar.
#[component]
pub fn ZoomBar(props: &ZoomBarProps) -> Html {
    let dispatch = use_dispatch();
    let ZoomBarProps { zoom, shown } = *props;
    let step = |zoom| dispatch.on::<MouseEvent>(Message::ZoomChosen(zoom));
    let onchange = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: Event| {
            if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
                dispatch.send(Message::ZoomChosen(Zoom::read(&select.value())));
            }
        })
    };
    let option =
        |one: Zoom, words: String| html! { <option value={one.code()} selected={one == zoom}>{ words }</option> };
    // A size between the steps is named as it is.
    let own = match zoom {
        Zoom::Percent(percent) if !Zoom::STEPS.contains(&percent) => Some(percent),
        _ => None,
    };
    html! {
        <div class="zoom" role="group" aria-label="显示比例">
            <button class="button button--icon" type="button" title="缩小（-）" disabled={shown <= 50} onclick={step(Zoom::smaller(shown))}>
                <Icon symbol={Symbol::Minus} /><span class="visually-hidden">{ "缩小" }</span>
            </button>
            <select class="control zoom__choice" aria-label="显示比例" {onchange}>
                { option(Zoom::Fit, if zoom == Zoom::Fit { format!("自动（{shown}%）") } else { "自动".to_owned() }) }
                { option(Zoom::Width, if zoom == Zoom::Width { format!("适合宽度（{shown}%）") } else { "适合宽度".to_owned() }) }
                { for own.into_iter().chain(Zoom::STEPS).map(|percent| option(Zoom::Percent(percent), format!("{percent}%"))) }
            </select>
            <button class="button button--icon" type="button" title="放大（+）" disabled={shown >= 200} onclick={step(Zoom::larger(shown))}>
                <Icon symbol={Symbol::Plus} /><span class="visually-hidden">{ "放大" }</span>
            </button>
        </div>
    }
}
