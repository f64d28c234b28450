//! 关联文件: a file on the disk that is written whenever the draft rests. Only where the browser can do it.

use std::rc::Rc;

use yew::prelude::*;

use crate::state::model::kept::{Link, Pen};
use crate::state::model::message::Message;
use crate::state::model::workspace::Workspace;

use super::dispatch::use_dispatch;
use super::section::Section;

/// What the section is told.
#[derive(Clone, PartialEq, Properties)]
pub struct LinkFileProps {
    /// The open draft.
    pub workspace: Rc<Workspace>,
}

/// The section.
#[component]
pub fn LinkFile(props: &LinkFileProps) -> Html {
    let dispatch = use_dispatch();
    if props.workspace.pen != Pen::Here {
        return html! {};
    }
    let button = |word: &'static str, message: Message| html! { <button class="button" type="button" onclick={dispatch.on::<MouseEvent>(message)}>{ word }</button> };
    let (text, buttons) = match &props.workspace.link {
        Link::Impossible => return html! {},
        Link::None => (
            "选一个位置，以后每次停下来都自动写一份到那个文件里，清理浏览器也不怕。".to_owned(),
            html! { { button("选择文件", Message::LinkPressed) } },
        ),
        Link::Fresh(name) => (
            format!("“{name}”和这里的内容一致，停下来就自动更新。"),
            html! { { button("不再关联", Message::LinkForgotten) } },
        ),
        Link::Asleep(name) => (
            format!("“{name}”暂停更新：重新打开页面后，浏览器要你再同意一次。"),
            html! { <>{ button("继续更新", Message::LinkAwoken) }{ button("不再关联", Message::LinkForgotten) }</> },
        ),
        Link::Failed(name) => (
            format!("“{name}”写不进去，可能被移走、改名或正被别的程序打开。"),
            html! { <>{ button("再试一次", Message::LinkAwoken) }{ button("不再关联", Message::LinkForgotten) }</> },
        ),
    };
    html! {
        <Section title="同时写到电脑上的一个文件" id="link">
            <p>{ text }</p>
            <div class="button-row">{ buttons }</div>
        </Section>
    }
}
