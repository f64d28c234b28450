//! The buttons for tables, in the pages whose rows can come from one.

use yew::prelude::*;

use crate::components::dispatch::use_dispatch;
use crate::components::icon::{Icon, Symbol};
use crate::domain::draft::taken::TableKind;
use crate::domain::values::input::Choice;
use crate::state::model::message::Message;
use crate::state::model::tables::{Tables, button};

/// 从表格导入 and 下载空白表.
#[component]
pub fn TableBar() -> Html {
    let dispatch = use_dispatch();
    let press = |message| dispatch.on::<MouseEvent>(Message::Tables(message));
    html! {
        <div class="table-bar">
            <button class="button button--small" type="button" id="table-import" aria-describedby="table-import-hint" onclick={press(Tables::ChoosePressed(None))}>
                <Icon symbol={Symbol::Table} />{ "从表格导入" }
            </button>
            <button class="button button--quiet button--small" type="button" onclick={press(Tables::TemplatePressed)}>{ "下载空白表" }</button>
            <p class="table-bar__hint" id="table-import-hint">{ "选 .xlsx 或 .csv 文件；也可以在 Excel、WPS 里复制表格，到这一页按 Ctrl+V" }</p>
        </div>
    }
}

/// What the button of one list is told.
#[derive(Clone, Copy, PartialEq, Properties)]
pub struct ListImportProps {
    /// Which list.
    pub kind: TableKind,
}

/// 从表格导入 of one of several lists of a page.
#[component]
pub fn ListImport(props: &ListImportProps) -> Html {
    let dispatch = use_dispatch();
    let kind = props.kind;
    html! {
        <button class="button button--quiet button--small" type="button" id={button(kind)} onclick={dispatch.on::<MouseEvent>(Message::Tables(Tables::ChoosePressed(Some(kind))))}>
            <Icon symbol={Symbol::Table} />{ "从表格导入" }<span class="visually-hidden">{ kind.label() }</span>
        </button>
    }
}
