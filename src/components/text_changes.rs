//! What was changed in a document after it was exported, told when it is opened again, to be taken over each
//! or all.

use std::rc::Rc;

use yew::prelude::*;

use crate::domain::draft::comparison::TextChange;
use crate::state::model::message::Message;
use crate::state::model::returned::Returned;

use super::dialog::Dialog;
use super::dispatch::use_dispatch;
use super::icon::{Icon, Symbol};
use super::marked::marked;

/// So many changes are shown; a document that has more was written anew.
const SHOWN: usize = 100;

/// What the list is told.
#[derive(Clone, PartialEq, Properties)]
pub struct TextChangesProps {
    /// The document.
    pub returned: Rc<Returned>,
    /// Whether its draft is the one that is open. Until it has got its place in the browser there is nothing to take
    /// changes into, and a press would be lost.
    pub is_open: bool,
}

/// The list.
#[component]
pub fn TextChanges(props: &TextChangesProps) -> Html {
    let dispatch = use_dispatch();
    let Returned { name, changes, .. } = &*props.returned;
    let open = props.returned.open().len();
    let can = changes.iter().filter(|change| !change.takings.is_empty()).count();
    let word = match (can, changes.len() - can) {
        (0, _) => "这些改动都不能直接带进来，每处后面写了为什么。".to_owned(),
        (_, 0) => "都可以带进来，逐处带或者全部带，带入后可以撤销。".to_owned(),
        (can, rest) => {
            format!("其中 {can} 处可以带进来，逐处带或者全部带，带入后可以撤销；另外 {rest} 处不能，后面写了为什么。")
        }
    };
    html! {
        <Dialog title="文字和数据有不同" class="dialog--wide" oncancel={dispatch.on::<Event>(Message::OverlayClosed)}>
            <div class="dialog__form">
                <p>{ format!("“{name}”导出后又在别的软件里改过，有 {} 处和里面带的数据不一样。打开的是带的数据；{word}", changes.len()) }</p>
                <div class="dialog__list" tabindex="0" role="region" aria-label="不同的地方">
                    <table class="table table--flush fork" role="table">
                        <caption class="visually-hidden">{ "不同的地方" }</caption>
                        <thead role="rowgroup"><tr role="row">
                            <th class="fork__what" scope="col" role="columnheader">{ "在哪一节、哪张表" }</th>
                            <th scope="col" role="columnheader">{ "数据里的" }</th>
                            <th scope="col" role="columnheader">{ "文件里的" }</th>
                            <th class="fork__take" scope="col" role="columnheader">{ "带进来" }</th>
                        </tr></thead>
                        <tbody role="rowgroup">{ for changes.iter().take(SHOWN).enumerate().map(|(place, change)| html! {
                            <Row change={change.clone()} {place} is_taken={props.returned.is_taken(place)} is_open={props.is_open} />
                        }) }</tbody>
                    </table>
                </div>
                if changes.len() > SHOWN {
                    <p class="section__note">{ format!("还有 {} 处没有列出。", changes.len() - SHOWN) }</p>
                }
                <div class="button-row">
                    if open > 0 {
                        <button class="button button--primary" type="button" disabled={!props.is_open} onclick={dispatch.on::<MouseEvent>(Message::ChangesTaken)}>{ format!("全部带入（{open} 处）") }</button>
                        <button class="button" type="button" onclick={dispatch.on::<MouseEvent>(Message::OverlayClosed)}>{ "知道了" }</button>
                    } else {
                        <button class="button button--primary" type="button" onclick={dispatch.on::<MouseEvent>(Message::OverlayClosed)}>{ "知道了" }</button>
                    }
                </div>
            </div>
        </Dialog>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct RowProps {
    change: TextChange,
    place: usize,
    is_taken: bool,
    /// Whether the draft is open.
    is_open: bool,
}

#[component]
fn Row(props: &RowProps) -> Html {
    let dispatch = use_dispatch();
    let change = &props.change;
    let (data, shown) = match (&change.data, &change.shown) {
        (Some(data), Some(shown)) => marked(Some(data), Some(shown)),
        (data, shown) => {
            let one = |text: &Option<String>| match text {
                Some(text) => html! { <span class="fork__text">{ text }</span> },
                None => html! { <span class="missing">{ "没有这一段" }</span> },
            };
            (one(data), one(shown))
        }
    };
    let section = match change.section.as_str() {
        "" => "开头",
        section => section,
    };
    let names: Vec<&str> = change.takings.iter().map(|taking| taking.name.as_str()).collect();
    let names = names.join("、");
    let take = dispatch.on::<MouseEvent>(Message::ChangeTaken(props.place));
    html! {
        <tr role="row">
            <th class="fork__what" scope="row" role="rowheader">{ section }</th>
            <td data-label="数据里的" role="cell">{ data }</td>
            <td data-label="文件里的" role="cell">{ shown }</td>
            <td class="fork__take" data-label="带进来" role="cell">
                if !names.is_empty() {
                    if props.is_taken {
                        <span class="clear"><Icon symbol={Symbol::Check} />{ "已带入" }<span class="visually-hidden">{ format!("：{names}") }</span></span>
                    } else {
                        <button class="button button--small" type="button" disabled={!props.is_open} onclick={take}>{ "带入" }<span class="visually-hidden">{ format!("：{names}") }</span></button>
                    }
                    <span class="fork__why" aria-hidden="true">{ names.clone() }</span>
                }
                if let Some(obstacle) = change.obstacle {
                    <span class="fork__why">{ if names.is_empty() { "" } else { "其余的：" } }{ obstacle.sentence() }</span>
                }
            </td>
        </tr>
    }
}
