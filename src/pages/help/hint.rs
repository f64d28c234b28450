//! 提示 of first use: one sentence on top of a page, until it is put away.

use yew::prelude::*;

use crate::components::dispatch::use_dispatch;
use crate::components::icon::{Icon, Symbol};
use crate::state::model::help::Topic;
use crate::state::model::message::Message;

use super::texts::help;

/// What the hint is told.
#[derive(Clone, PartialEq, Properties)]
pub struct HintProps {
    /// The page.
    pub topic: Topic,
}

/// The hint.
#[component]
pub fn Hint(props: &HintProps) -> Html {
    let dispatch = use_dispatch();
    let topic = props.topic;
    let send = |message| dispatch.on::<MouseEvent>(message);
    html! {
        <aside class="hint" aria-label="提示">
            <Icon symbol={Symbol::Advice} class="hint__icon" />
            <p class="hint__text">{ help(topic).hint }</p>
            <span class="hint__ways">
                <button class="button button--quiet button--small" type="button" onclick={send(Message::HelpSought(topic))}>{ "更多帮助" }</button>
                <button class="button button--quiet button--small" type="button" onclick={send(Message::HintPutAway(topic))}>{ "知道了" }</button>
                <button class="button button--quiet button--small" type="button" onclick={send(Message::HintsSet(false))}>{ "都不再提示" }</button>
            </span>
        </aside>
    }
}
