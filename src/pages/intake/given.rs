//! The text comes in: a file, or pasted into a large field.

use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::components::clipboard;
use crate::components::dispatch::use_dispatch;
use crate::components::icon::{Icon, Symbol};
use crate::components::section::Section;
use crate::state::model::intake::{IntakeMessage, Purpose};
use crate::state::model::message::Message;

/// What the ways are told.
#[derive(Clone, PartialEq, Properties)]
pub struct GivenProps {
    /// What is read.
    pub purpose: Purpose,
}

/// Ways to give the text.
#[component]
pub fn Given(props: &GivenProps) -> Html {
    let document = props.purpose.document();
    let dispatch = use_dispatch();
    let area = use_node_ref();
    // A page keeps the cells of its tables, the text of it only some of them.
    let copied = use_mut_ref(|| (String::new(), String::new()));
    let pasted = {
        let copied = copied.clone();
        Callback::from(move |event: Event| {
            if let Some(event) = event.dyn_ref::<web_sys::ClipboardEvent>() {
                *copied.borrow_mut() = clipboard::both(event);
            }
        })
    };
    let submitted = {
        let (dispatch, area) = (dispatch.clone(), area.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(area) = area.cast::<HtmlTextAreaElement>() {
                let text = area.value();
                let (page, of_page) = &*copied.borrow();
                // What was changed after pasting counts as it stands in the field.
                let is_same = of_page.split_whitespace().eq(text.split_whitespace());
                let page = if is_same { page.clone() } else { String::new() };
                dispatch.send(Message::Intake(IntakeMessage::Pasted(page, text)));
            }
        })
    };
    html! {
        <>
            <Section title="选择文件" id="intake-file">
                <p>{ "Word（.docx）、PDF、Excel（.xlsx、.csv）、网页（.html）或文本文件（.txt），也可以直接拖到这一页。旧的 .doc 请先在 WPS 或 Word 里另存为 .docx。" }</p>
                <div class="button-row">
                    <button class="button button--primary" type="button" onclick={dispatch.on::<MouseEvent>(Message::Intake(IntakeMessage::FileWanted))}><Icon symbol={Symbol::File} />{ if props.purpose == Purpose::LastYear { "选择去年的报告" } else { "选择申报表" } }</button>
                </div>
            </Section>
            <Section title="粘贴文字" id="intake-paste">
                <form onsubmit={submitted}>
                    <div class="field">
                        <label class="field__label" for="intake-text">{ format!("{document}的全文") }</label>
                        <p class="field__hint">{ "在 PDF、网页、Word 或 WPS 里全选复制，粘贴到这里。断开的行、页码、打散的表格都能读。" }</p>
                        <textarea class="control" id="intake-text" rows="14" spellcheck="false" ref={area} onpaste={pasted} />
                    </div>
                    <div class="button-row"><button class="button button--primary" type="submit">{ "开始识别" }</button></div>
                </form>
            </Section>
        </>
    }
}
