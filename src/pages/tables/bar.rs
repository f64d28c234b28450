//! The buttons for tables, in the pages whose rows can come from one.

use yew::prelude::*;

use crate::components::dispatch::use_dispatch;
use crate::components::icon::{Icon, Symbol};
use crate::state::model::message::Message;
use crate::state::model::tables::Tables;

/// 从表格导入 and 下载空白表.
#[component]
pub fn TableBar() -> Html {
    let dispatch = use_dispatch();
    let press = |message| dispatch.on::<MouseEvent>(Message::Tables(message));
    html! {
        <div class="table-bar">
            <button class="button button--small" type="button" id="table-import" aria-describedby="table-import-hint" onclick={press(Tables::ChoosePressed)}>
                <Icon symbol={Symbol::Table} />{ "从表格导入" }
            </button>
            <button class="button button--quiet button--small" type="button" onclick={press(Tables::TemplatePressed)}>{ "下载空白表" }</button>
            <p class="table-bar__hint" id="table-import-hint">{ "选 .xlsx 或 .csv 文件；也可以在 Excel、WPS 里复制表格，到这一页按 Ctrl+V" }</p>
        </div>
    }
}
