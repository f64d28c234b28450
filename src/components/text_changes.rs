//! What was changed in a document after it was exported, told when it is opened again.

use std::rc::Rc;

use yew::prelude::*;

use crate::domain::draft::comparison::TextChange;
use crate::state::model::message::Message;

use super::dialog::Dialog;
use super::dispatch::use_dispatch;
use super::marked::marked;

/// So many changes are shown; a document that has more was written anew.
const SHOWN: usize = 100;

/// What the list is told.
#[derive(Clone, PartialEq, Properties)]
pub struct TextChangesProps {
    /// The name of the file.
    pub name: String,
    /// Where text and data differ.
    pub changes: Rc<Vec<TextChange>>,
}

/// The list.
#[component]
pub fn TextChanges(props: &TextChangesProps) -> Html {
    let dispatch = use_dispatch();
    let TextChangesProps { name, changes } = props;
    html! {
        <Dialog title="文字和数据有不同" class="dialog--wide" oncancel={dispatch.on::<Event>(Message::OverlayClosed)}>
            <div class="dialog__form">
                <p>{ format!("“{name}”导出后又在别的软件里改过，有 {} 处和里面带的数据不一样。打开的是带的数据；下面这些改动没有带进来，要的请在对应的地方照着改。", changes.len()) }</p>
                <div class="dialog__list" tabindex="0" role="region" aria-label="不同的地方">
                    <table class="table table--flush fork" role="table">
                        <caption class="visually-hidden">{ "不同的地方" }</caption>
                        <thead role="rowgroup"><tr role="row">
                            <th class="fork__what" scope="col" role="columnheader">{ "在哪一节、哪张表" }</th>
                            <th scope="col" role="columnheader">{ "数据里的" }</th>
                            <th scope="col" role="columnheader">{ "文件里的" }</th>
                        </tr></thead>
                        <tbody role="rowgroup">{ for changes.iter().take(SHOWN).map(row) }</tbody>
                    </table>
                </div>
                if changes.len() > SHOWN {
                    <p class="section__note">{ format!("还有 {} 处没有列出。", changes.len() - SHOWN) }</p>
                }
                <div class="button-row">
                    <button class="button button--primary" type="button" onclick={dispatch.on::<MouseEvent>(Message::OverlayClosed)}>{ "知道了" }</button>
                </div>
            </div>
        </Dialog>
    }
}

fn row(change: &TextChange) -> Html {
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
    html! {
        <tr role="row">
            <th class="fork__what" scope="row" role="rowheader">{ section }</th>
            <td data-label="数据里的" role="cell">{ data }</td>
            <td data-label="文件里的" role="cell">{ shown }</td>
        </tr>
    }
}
