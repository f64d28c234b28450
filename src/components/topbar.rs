//! The bar on top: whose report this is, whether it is saved, undo and redo, export.

use yew::prelude::*;

use crate::domain::checks::findings::ErrorCount;
use crate::state::model::effect::Export;
use crate::state::model::message::Message;
use crate::state::model::model::Overlay;
use crate::state::model::reports::{DraftId, StorageFault};
use crate::state::model::route::{Page, Route};
use crate::state::model::workspace::Saving;

use super::dispatch::use_dispatch;
use super::icon::{Icon, Symbol};
use super::menu::ExportMenu;

/// What the bar is told.
#[derive(Clone, PartialEq, Properties)]
pub struct TopBarProps {
    /// 单位.
    pub unit: AttrValue,
    /// 年度 and what the report is.
    pub report: AttrValue,
    /// Which draft.
    pub id: DraftId,
    /// Whether it is saved.
    pub saving: Saving,
    /// What is said of its last backup, when one is due.
    pub backup: Option<AttrValue>,
    /// What undo would take back.
    pub undo: Option<AttrValue>,
    /// What redo would do again.
    pub redo: Option<AttrValue>,
    /// What lies over the page.
    pub overlay: Option<Overlay>,
    /// How many errors the check finds.
    pub errors: ErrorCount,
    /// The name of an exported file, without its ending.
    pub file_name: AttrValue,
}

/// The bar.
#[component]
pub fn TopBar(props: &TopBarProps) -> Html {
    let dispatch = use_dispatch();
    let exporting = props.overlay == Some(Overlay::Export);
    let toggle = |overlay: Overlay| dispatch.on(Message::OverlayOpened(overlay));
    let tasks_open = (props.overlay == Some(Overlay::Tasks)).to_string();
    html! {
        <header class="topbar">
            <button class="bar-button topbar__drawer" type="button" aria-expanded={tasks_open} aria-controls="tasks" onclick={toggle(Overlay::Tasks)}>
                <Icon symbol={Symbol::Menu} /><span class="visually-hidden">{ "报告各部分" }</span>
            </button>
            <a class="brand" href={Route::Start.hash()} title="返回全部报告">
                <span class="brand__seal" aria-hidden="true">{ "绩" }</span><span class="visually-hidden">{ "绩评，返回全部报告" }</span>
            </a>
            <div class="topbar__title">
                <p class="topbar__unit" title={&props.unit}>{ &props.unit }</p>
                <p class="topbar__report">{ &props.report }</p>
            </div>
            <div class="topbar__tools">
                if let Some(backup) = &props.backup {
                    <button class="save-state save-state--due" type="button" title="下载项目文件，存一份在浏览器之外" onclick={dispatch.on(Message::ExportPressed(Export::ProjectFile))}>
                        <Icon symbol={Symbol::File} class="save-state__icon" /><span class="save-state__text">{ backup }</span>
                    </button>
                }
                <SaveState saving={props.saving.clone()} versions={Route::Draft(props.id.clone(), Page::Versions).hash()} />
                <FindButton />
                <button class="bar-button topbar__help" id="help" type="button" title="这一页的帮助（F1）；按键（?）" onclick={dispatch.on(Message::HelpPressed(false))}>{ "帮助" }</button>
                <div class="topbar__pair" role="group" aria-label="撤销与重做">
                    <HistoryButton symbol={Symbol::Undo} word="撤销" key_name="Ctrl+Z" step={props.undo.clone()} onclick={dispatch.on(Message::UndoPressed)} />
                    <HistoryButton symbol={Symbol::Redo} word="重做" key_name="Ctrl+Shift+Z" step={props.redo.clone()} onclick={dispatch.on(Message::RedoPressed)} />
                </div>
                <button class="bar-button bar-button--primary" id="export" type="button" aria-expanded={exporting.to_string()} aria-haspopup="true" onclick={toggle(Overlay::Export)}>
                    <Icon symbol={Symbol::Export} />{ "导出" }<Icon symbol={Symbol::Down} class="bar-button__caret" />
                </button>
            </div>
            if exporting {
                <ExportMenu errors={props.errors} file_name={props.file_name.clone()} />
            }
        </header>
    }
}

/// The button that opens 查找.
#[component]
pub fn FindButton() -> Html {
    let dispatch = use_dispatch();
    html! {
        <button class="bar-button topbar__find" type="button" aria-haspopup="dialog" aria-keyshortcuts="Control+K" title="找页面、填写项、指标、检查结果、操作（Ctrl+K）" onclick={dispatch.on::<MouseEvent>(Message::PaletteSought)}>
            <Icon symbol={Symbol::Search} /><span class="topbar__find-word">{ "查找" }</span><kbd class="topbar__find-key" aria-hidden="true">{ "Ctrl K" }</kbd>
        </button>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct HistoryButtonProps {
    symbol: Symbol,
    word: &'static str,
    key_name: &'static str,
    step: Option<AttrValue>,
    onclick: Callback<MouseEvent>,
}

#[component]
fn HistoryButton(props: &HistoryButtonProps) -> Html {
    let HistoryButtonProps {
        symbol,
        word,
        key_name,
        step,
        onclick,
    } = props;
    let title = match step {
        Some(step) => format!("{word}：{step}（{key_name}）"),
        None => format!("没有可以{word}的修改"),
    };
    html! {
        <button class="bar-button" type="button" title={title} disabled={step.is_none()} onclick={onclick.clone()}>
            <Icon symbol={*symbol} /><span class="visually-hidden">{ step.as_ref().map_or((*word).to_owned(), |step| format!("{word}：{step}")) }</span>
        </button>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct SaveStateProps {
    saving: Saving,
    /// Where the versions are.
    versions: String,
}

/// Whether and when the draft was saved; a failure offers the file at once.
#[component]
fn SaveState(props: &SaveStateProps) -> Html {
    let dispatch = use_dispatch();
    match &props.saving {
        Saving::Saved(at) => html! {
            <p class="save-state" role="status">
                <a class="save-state__link" href={props.versions.clone()} title="保存在这个浏览器里；点开看以前的版本">
                    <Icon symbol={Symbol::Check} class="save-state__icon" />
                    <span class="save-state__text">{ "已保存 " }<time datetime={at.as_str().to_owned()}>{ at.time() }</time></span>
                    <span class="visually-hidden">{ "，版本" }</span>
                </a>
            </p>
        },
        Saving::Pending | Saving::Writing => html! {
            <p class="save-state save-state--saving" role="status">
                <Icon symbol={Symbol::Part} class="save-state__icon" /><span class="save-state__text">{ "正在保存" }</span>
            </p>
        },
        Saving::Failed(fault) => html! {
            <button class="save-state save-state--failed" type="button" onclick={dispatch.on(Message::ExportPressed(Export::ProjectFile))}>
                <Icon symbol={Symbol::Error} class="save-state__icon" />
                <span class="save-state__text">{ if *fault == StorageFault::SlotsOnly { "只存了一份" } else { "没有存上" } }</span>
            </button>
        },
    }
}
