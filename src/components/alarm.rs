//! What must be told at once: work that is not kept, and what has just been done.

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use crate::state::model::effect::Export;
use crate::state::model::kept::Pen;
use crate::state::model::message::Message;
use crate::state::model::model::{Notice, Remedy, Tone};
use crate::state::model::reports::StorageFault;

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

/// What the bar over a draft that cannot be written here is told.
#[derive(Clone, PartialEq, Properties)]
pub struct OnlookerProps {
    /// Who writes it.
    pub pen: Pen,
    /// Whether the pen was taken from this window again and again.
    pub contested: bool,
}

/// The bar over a draft that another window writes or wants to, or a newer program has written.
#[component]
pub fn Onlooker(props: &OnlookerProps) -> Html {
    let dispatch = use_dispatch();
    let (text, can_take) = match (props.pen, props.contested) {
        (Pen::Here, false) => return html! {},
        (Pen::Here, true) => (
            "别的窗口或网页几分钟内几次来抢这份报告。想不被打断，可以另存一份，在新的一份里继续写。",
            false,
        ),
        (Pen::Elsewhere, true) => (
            "这份报告几分钟内几次被别的窗口或网页抢走，现在这里不能改。您写的都在，可以另存一份继续写。",
            true,
        ),
        (Pen::Elsewhere, false) => ("另一个窗口正在填写这份报告，这里只能看，内容会跟着更新。", true),
        (Pen::Newer, _) => ("这份报告是更新版本的绩评存的，这里只能看。请用新版本打开再改。", false),
    };
    html! {
        <div class="alarm alarm--calm" role="status">
            <Icon symbol={Symbol::Lock} class="alarm__icon" />
            <p class="alarm__text">{ text }</p>
            if props.contested && props.pen != Pen::Newer {
                <button class="button button--small button--primary" type="button" onclick={dispatch.on::<MouseEvent>(Message::BranchPressed)}>{ "另存一份并继续" }</button>
            }
            if can_take {
                <button class="button button--small" type="button" onclick={dispatch.on::<MouseEvent>(Message::TakeOverPressed)}>{ "在此接管" }</button>
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

/// How long a notice stays that only says what was done, and one that offers the way back.
const STAYS_MS: u32 = 8_000;
const STAYS_WITH_WAY_BACK_MS: u32 = 30_000;

/// A notice at the foot of the window. It goes by itself unless somebody is at it; what went wrong stays longer.
#[component]
pub fn Toast(props: &ToastProps) -> Html {
    let dispatch = use_dispatch();
    let is_held = use_state_eq(|| false);
    let Notice { tone, text, remedy, .. } = &props.notice;
    {
        let dispatch = dispatch.clone();
        use_effect_with((props.notice.clone(), *is_held), move |(notice, is_held)| {
            let stays = match (notice.tone, &notice.remedy) {
                (Tone::Plain, None) => STAYS_MS,
                _ => STAYS_WITH_WAY_BACK_MS,
            };
            let timer = (!is_held).then(|| Timeout::new(stays, move || dispatch.send(Message::NoticeClosed)));
            move || drop(timer)
        });
    }
    let hold = |holds: bool| {
        let is_held = is_held.setter();
        move || is_held.set(holds)
    };
    let pointed = |holds| {
        let hold = hold(holds);
        Callback::from(move |_: MouseEvent| hold())
    };
    let focused = |holds| {
        let hold = hold(holds);
        Callback::from(move |_: FocusEvent| hold())
    };
    let (class, symbol, role) = match tone {
        Tone::Plain => ("toast", Symbol::Check, "status"),
        Tone::Warning => ("toast toast--warning", Symbol::Warning, "alert"),
    };
    let offer = remedy.as_ref().map(|remedy| match remedy {
        Remedy::RestoreDraft(..) | Remedy::Undo => "撤销",
        Remedy::SeeVersions(_) => "去看差别",
    });
    html! {
        <div {class} {role} onmouseenter={pointed(true)} onmouseleave={pointed(false)} onfocusin={focused(true)} onfocusout={focused(false)}>
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
