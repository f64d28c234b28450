//! The bar on top where no draft is open.

use yew::prelude::*;

use crate::state::model::message::Message;
use crate::state::model::reports::StorageFault;
use crate::state::model::route::Route;

use super::alarm::Alarm;
use super::dispatch::use_dispatch;
use super::icon::{Icon, Symbol};
use super::skip_link::SkipLink;
use super::topbar::FindButton;

/// What the bar is told.
#[derive(Clone, PartialEq, Properties)]
pub struct PlainBarProps {
    /// Where the user is.
    pub here: Route,
    /// Why nothing can be kept, if so.
    pub fault: Option<StorageFault>,
}

/// The bar.
#[component]
pub fn PlainBar(props: &PlainBarProps) -> Html {
    let dispatch = use_dispatch();
    let link = |route: Route, name: &'static str| {
        let current = (route == props.here).then_some("page");
        html! { <a class="topbar__link" href={route.hash()} aria-current={current}>{ name }</a> }
    };
    html! {
        <>
            <SkipLink />
            <header class="topbar topbar--plain">
                <span class="brand"><span class="brand__seal" aria-hidden="true">{ "绩" }</span><span class="brand__name">{ "绩评" }</span></span>
                <p class="topbar__promise"><Icon symbol={Symbol::Lock} />{ "不联网，数据只在这台电脑上" }</p>
                <nav class="topbar__links" aria-label="主要页面">
                    { link(Route::Start, "全部报告") }
                    { link(Route::Recovery, "恢复中心") }
                    { link(Route::Verify, "校验送审包") }
                    <button class="topbar__link" id="help" type="button" onclick={dispatch.on::<MouseEvent>(Message::HelpPressed(false))}>{ "帮助" }</button>
                </nav>
                <FindButton />
            </header>
            if let Some(fault) = &props.fault {
                <Alarm fault={fault.clone()} download={false} />
            }
        </>
    }
}
