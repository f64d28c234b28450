//! 逐条处理 and 标注稿: the two views of 检查.

use yew::prelude::*;

use crate::components::dispatch::use_dispatch;
use crate::state::model::message::Message;
use crate::state::model::working_off::ChecksView;

/// What the switch is told.
#[derive(Clone, PartialEq, Properties)]
pub struct ViewsProps {
    /// The view that is shown.
    pub view: ChecksView,
}

/// The switch.
#[component]
pub fn Views(props: &ViewsProps) -> Html {
    let dispatch = use_dispatch();
    let segment = |view: ChecksView, name: &str, hint: &str| {
        html! {
            <button class="segment" type="button" title={hint.to_owned()} aria-pressed={(props.view == view).to_string()} onclick={dispatch.on::<MouseEvent>(Message::ChecksViewChosen(view))}>{ name.to_owned() }</button>
        }
    };
    html! {
        <div class="segments checks-views" role="group" aria-label="怎么看">
            { segment(ChecksView::Findings, "逐条处理", "一条一条改") }
            { segment(ChecksView::Marked, "标注稿", "在报告上看每个数核对的结果") }
        </div>
    }
}
