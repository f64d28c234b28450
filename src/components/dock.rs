//! The live figures in short, at the foot of narrow screens; opens the panel.

use yew::prelude::*;

use crate::domain::evaluation::derived::Derived;
use crate::domain::evaluation::gap_words;
use crate::state::model::message::Message;
use crate::state::model::model::Overlay;

use super::dispatch::use_dispatch;
use super::icon::{Icon, Symbol};

/// What the dock is told.
#[derive(Clone, PartialEq, Properties)]
pub struct DockProps {
    /// 总分.
    pub total: Derived<String>,
    /// 等级.
    pub grade: Derived<String>,
    /// 执行率.
    pub execution_rate: Derived<String>,
    /// How many findings the page has.
    pub findings: usize,
    /// Whether the panel is open.
    pub open: bool,
}

/// The dock.
#[component]
pub fn Dock(props: &DockProps) -> Html {
    let dispatch = use_dispatch();
    let said = |text: &Derived<String>| text.clone().unwrap_or_else(gap_words::gap_note);
    html! {
        <nav class="dock" aria-label="数字与检查">
            <button class="dock__link" type="button" aria-expanded={props.open.to_string()} aria-controls="live" onclick={dispatch.on(Message::OverlayOpened(Overlay::Live))}>
                <span class="dock__item">
                    <span class="dock__name">{ "总分" }</span><span class="dock__value">{ said(&props.total) }</span>
                    if let Ok(grade) = &props.grade {
                        <span class="dock__grade">{ grade }</span>
                    }
                </span>
                <span class="dock__item"><span class="dock__name">{ "执行率" }</span><span class="dock__value">{ said(&props.execution_rate) }</span></span>
                <span class="dock__item dock__item--findings">
                    <span class="dock__name">{ "本部分" }</span><span class="dock__value">{ format!("{} 条", props.findings) }</span><Icon symbol={Symbol::Up} />
                </span>
                <span class="visually-hidden">{ "，打开实时数字与检查" }</span>
            </button>
        </nav>
    }
}
