//! The ways to begin a report.

use yew::prelude::*;

use crate::components::dispatch::use_dispatch;
use crate::components::icon::{Icon, Symbol};
use crate::state::model::intake::Purpose;
use crate::state::model::message::Message;
use crate::state::model::route::Route;

/// What the ways are told.
#[derive(Clone, PartialEq, Properties)]
pub struct WaysProps {
    /// Whether there is no draft yet.
    pub first: bool,
}

/// The ways to begin.
#[component]
pub fn Ways(props: &WaysProps) -> Html {
    let dispatch = use_dispatch();
    let title = if props.first {
        "开始第一份报告"
    } else {
        "开始一份报告"
    };
    let way = |symbol, name: &str, note: &str, message: Message| {
        html! {
            <li class="way">
                <button class="way__button" type="button" onclick={dispatch.on::<MouseEvent>(message)}>
                    <Icon {symbol} class="way__icon" /><span class="way__name">{ name.to_owned() }</span><span class="way__note">{ note.to_owned() }</span>
                </button>
            </li>
        }
    };
    let read = |purpose: Purpose, symbol, note: &str| {
        html! {
            <li class="way">
                <a class="way__button" href={Route::Intake(purpose).hash()}>
                    <Icon {symbol} class="way__icon" /><span class="way__name">{ purpose.title() }</span><span class="way__note">{ note.to_owned() }</span>
                </a>
            </li>
        }
    };
    html! {
        <section class="section" aria-labelledby="new-title">
            <h2 class={if props.first { "section__title section__title--spaced" } else { "visually-hidden" }} id="new-title">{ title }</h2>
            <ul class="ways">
                <li class="way way--first">
                    <a class="way__button" href={Route::New.hash()}>
                        <Icon symbol={Symbol::Plus} class="way__icon" /><span class="way__name">{ "新建报告" }</span><span class="way__note">{ "部门整体或一个项目，按本地的方案" }</span>
                    </a>
                </li>
                { read(Purpose::LastYear, Symbol::Word, "Word、PDF、网页，或粘贴的文字") }
                { read(Purpose::Declaration, Symbol::Table, "目标、指标、预算照申报表填好") }
                { way(Symbol::File, "打开文件", "备份、同事给的，绩评导出的 Word、Excel", Message::OpenFilePressed) }
                { way(Symbol::Sample, "打开示例", "别人填好的报告，看看、改改都行", Message::SamplePressed) }
            </ul>
        </section>
    }
}
