//! What must be told at once: work that is not kept, and what has just been done.

use yew::prelude::*;

use crate::state::effect::Export;
use crate::state::message::Message;
use crate::state::model::{Notice, Remedy, Tone};
use crate::state::shelf::StorageFault;

use super::dispatch::use_dispatch;
use super::icon::{Icon, Symbol};

/// What the bar is told.
#[derive(Clone, PartialEq, Properties)]
pub struct AlarmProps {
    /// Why the work is not kept.
    pub fault: StorageFault,
    /// Whether there is an open draft to download.
    pub download: bool,
}

/// The bar under the top bar while work is not kept; it offers the file.
#[component]
pub fn Alarm(props: &AlarmProps) -> Html {
    let dispatch = use_dispatch();
    html! {
        <div class="alarm" role="alert">
            <Icon symbol={Symbol::Error} class="alarm__icon" />
            <p class="alarm__text">{ props.fault.sentence() }</p>
            if props.download {
                <button class="button button--small" type="button" onclick={dispatch.on(Message::ExportPressed(Export::ProjectFile))}>{ "下载项目文件" }</button>
            }
        </div>
    }
}

/// What a notice is told.
#[derive(Clone, PartialEq, Properties)]
pub struct ToastProps {
    /// What to say.
    pub notice: Notice,
}

/// A notice at the foot of the window. It stays until it is closed or another takes its place.
#[component]
pub fn Toast(props: &ToastProps) -> Html {
    let dispatch = use_dispatch();
    let Notice { tone, text, remedy } = &props.notice;
    let (class, symbol, role) = match tone {
        Tone::Plain => ("toast", Symbol::Check, "status"),
        Tone::Warning => ("toast toast--warning", Symbol::Warning, "alert"),
    };
    let offer = remedy.as_ref().map(|remedy| match remedy {
        Remedy::RestoreDraft(..) | Remedy::Undo => "撤销",
    });
    html! {
        <div {class} {role}>
            <Icon {symbol} class="toast__icon" />
            <p class="toast__text">{ text }</p>
            if let Some(offer) = offer {
                <button class="button button--small" type="button" onclick={dispatch.on(Message::RemedyTaken)}>{ offer }</button>
            }
            <button class="button button--icon" type="button" title="关闭" onclick={dispatch.on(Message::NoticeClosed)}>
                <Icon symbol={Symbol::Close} /><span class="visually-hidden">{ "关闭" }</span>
            </button>
        </div>
    }
}
