//! The export menu.

use yew::prelude::*;

use crate::domain::checks::findings::ErrorCount;
use crate::state::model::departure::way_id;
use crate::state::model::effect::Export;
use crate::state::model::locking::Asking;
use crate::state::model::message::Message;
use crate::state::model::model::Overlay;

use super::dispatch::use_dispatch;
use super::icon::{Icon, Symbol};

/// What the menu is told.
#[derive(Clone, PartialEq, Properties)]
pub struct ExportMenuProps {
    /// How many errors the check finds.
    pub errors: ErrorCount,
    /// The name of an exported file, without its ending.
    pub file_name: AttrValue,
}

/// What can be exported. Errors are said, and hinder nobody.
#[component]
pub fn ExportMenu(props: &ExportMenuProps) -> Html {
    html! {
        <div class="menu" id="export-menu" role="region" aria-label="导出">
            <ErrorsNotice errors={props.errors} />
            <h2 class="menu__heading">{ "交上去的" }</h2>
            <ul class="menu__list">
                <li class="menu__item"><ExportButton export={Export::Word} class="menu" /></li>
                <li class="menu__item"><ExportButton export={Export::Excel} class="menu" /></li>
                <li class="menu__item"><ExportButton export={Export::Package} class="menu" /></li>
                <li class="menu__item"><ExportButton export={Export::ReviewList} class="menu" /></li>
            </ul>
            <h2 class="menu__heading">{ "留底和接着填" }</h2>
            <ul class="menu__list">
                <li class="menu__item"><ExportButton export={Export::ProjectFile} class="menu" /></li>
                <li class="menu__item"><LockButton class="menu" /></li>
            </ul>
            <p class="menu__foot">{ &props.file_name }</p>
        </div>
    }
}

/// What the notice is told.
#[derive(Clone, PartialEq, Properties)]
pub struct ErrorsNoticeProps {
    /// How many errors the check finds.
    pub errors: ErrorCount,
}

/// Says how many errors are left before an export, and leads to them.
#[component]
pub fn ErrorsNotice(props: &ErrorsNoticeProps) -> Html {
    let dispatch = use_dispatch();
    let ErrorCount { wrong, blank } = props.errors;
    let wrong = (wrong > 0).then(|| format!("{wrong} 个错误"));
    let blank = (blank > 0).then(|| format!("{blank} 处没有填"));
    let left: Vec<String> = wrong.into_iter().chain(blank).collect();
    if left.is_empty() {
        return html! {};
    }
    html! {
        <p class="menu__notice">
            <Icon symbol={Symbol::Error} />
            <span>
                { format!("还有 {}，可以导出，文件名会带“草稿”。", left.join("、")) }
                <button class="link-button" type="button" onclick={dispatch.on::<MouseEvent>(Message::CheckPressed)}>{ "看是哪几处" }</button>
            </span>
        </p>
    }
}

/// What a button for one export is told.
#[derive(Clone, PartialEq, Properties)]
pub struct ExportButtonProps {
    /// What is exported.
    pub export: Export,
    /// The block of the classes: the menu, or the ways of the preview page.
    pub class: &'static str,
}

/// What the button for a locked file is told.
#[derive(Clone, PartialEq, Properties)]
pub struct LockButtonProps {
    /// The block of the classes, as for the other exports.
    pub class: &'static str,
}

/// The button for a locked project file.
#[component]
pub fn LockButton(props: &LockButtonProps) -> Html {
    let dispatch = use_dispatch();
    let class = props.class;
    html! {
        <button class={format!("{class}__button")} type="button" onclick={dispatch.on(Message::OverlayOpened(Overlay::Lock(Asking::Open)))}>
            <Icon symbol={Symbol::Lock} class={classes!(format!("{class}__icon"))} />
            <span class={format!("{class}__name")}>{ "加密的项目文件 " }<span class={format!("{class}__ext")}>{ ".json" }</span></span>
            <span class={format!("{class}__note")}>{ "要密码才打得开；发邮件、放 U 盘时用" }</span>
        </button>
    }
}

/// A button for one export.
#[component]
pub fn ExportButton(props: &ExportButtonProps) -> Html {
    let dispatch = use_dispatch();
    let (symbol, name, ending, note) = match props.export {
        Export::Word => (Symbol::Word, "Word 文档 ", ".docx", "公文格式，WPS 和 Word 都能接着改"),
        Export::Excel => (
            Symbol::Excel,
            "Excel 工作簿 ",
            ".xlsx",
            "数带公式，评审可以重算；每个数都有说明",
        ),
        Export::Package => (
            Symbol::Package,
            "送审包 ",
            ".zip",
            "Word、Excel、数据、材料清单、复核清单，带校验码",
        ),
        Export::ReviewList => (
            Symbol::Search,
            "复核清单 ",
            ".docx",
            "检查结果、怎么改、依据，不处理的和理由",
        ),
        Export::ProjectFile => (Symbol::File, "项目文件 ", ".json", "备份；换电脑、交同事时用"),
    };
    let class = props.class;
    html! {
        <button class={format!("{class}__button")} id={(class == "way").then(|| way_id(props.export))} type="button" onclick={dispatch.on(Message::ExportPressed(props.export))}>
            <Icon {symbol} class={classes!(format!("{class}__icon"))} />
            <span class={format!("{class}__name")}>{ name }<span class={format!("{class}__ext")}>{ ending }</span></span>
            <span class={format!("{class}__note")}>{ note }</span>
        </button>
    }
}
