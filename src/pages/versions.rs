//! 版本: earlier states of the open draft, copies that went another way, and what differs from now.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::components::comparison::ComparisonView;
use crate::components::dispatch::use_dispatch;
use crate::components::icon::{Icon, Symbol};
use crate::components::link_file::LinkFile;
use crate::components::section::Section;
use crate::domain::values::calendar::Moment;
use crate::state::model::kept::Pen;
use crate::state::model::message::Message;
use crate::state::model::recovery::{Comparison, CopyState, Holding, KeptCopy, Recovery, Source};
use crate::state::model::route::Route;
use crate::state::model::workspace::Workspace;

use super::full_text::FullText;
use super::page::head;

/// What the page is told.
#[derive(Clone, PartialEq, Properties)]
pub struct VersionsProps {
    /// The open draft.
    pub workspace: Rc<Workspace>,
    /// Its copies and versions; none while they are being read.
    pub recovery: Option<Rc<Recovery>>,
    /// The version that is looked at.
    pub compared: Option<Rc<Comparison>>,
    /// The time, for 今天.
    pub now: Moment,
}

/// The page.
#[component]
pub fn VersionsPage(props: &VersionsProps) -> Html {
    let holding = props.recovery.as_ref().and_then(|recovery| recovery.holdings.first());
    let journal = props.recovery.as_ref().is_none_or(|recovery| recovery.journal);
    let versions = holding.map(|holding| holding.versions.clone()).unwrap_or_default();
    let can_write = props.workspace.pen == Pen::Here;
    html! {
        <>
            { head("版本", Some("写的时候每隔十分钟自动留一份，时间越久留得越疏；起了名字的一直留着。")) }
            if let Some(holding) = holding {
                <Diverged holding={holding.clone()} now={props.now.clone()} />
            }
            if let Some(compared) = &props.compared {
                <ComparisonView compared={compared.clone()} now={props.now.clone()} can_take={can_write} title={title(holding, compared)} others={others(&versions, compared, &props.now)}><FullText compared={compared.clone()} /></ComparisonView>
            }
            <Section title="给现在的内容起名留一份" id="name-version">
                if journal {
                    <NameForm />
                } else {
                    <p>{ "这个浏览器不让保存版本。请改用“下载备份”留底。" }</p>
                }
            </Section>
            <LinkFile workspace={props.workspace.clone()} />
            <Section title="以前的样子" id="versions">
                if versions.is_empty() {
                    <p class="list-editor__empty">{ if props.recovery.is_some() { "还没有留下版本。" } else { "正在读取……" } }</p>
                } else {
                    <VersionList lines={versions} now={props.now.clone()} />
                }
                <p class="section__note"><a href={Route::Recovery.hash()}>{ "恢复中心" }</a>{ "：各份副本和删除了的报告都在那里。" }</p>
            </Section>
        </>
    }
}

/// The versions that one can be held against: all that can be read, but itself.
fn others(versions: &[KeptCopy], compared: &Comparison, now: &Moment) -> Vec<(Source, String)> {
    let readable = versions
        .iter()
        .filter(|line| line.source != compared.source && !matches!(line.state, CopyState::Damaged(_)));
    readable
        .map(|line| (line.source.clone(), format!("{}，{}", line.title(), line.at.since(now))))
        .collect()
}

fn title(holding: Option<&Holding>, compared: &Comparison) -> String {
    let lines = holding
        .into_iter()
        .flat_map(|holding| holding.versions.iter().chain(&holding.copies));
    let line = lines.into_iter().find(|line| line.source == compared.source);
    line.map_or_else(|| compared.source.label(), KeptCopy::title)
}

#[component]
fn NameForm() -> Html {
    let dispatch = use_dispatch();
    let input = use_node_ref();
    let submitted = {
        let (dispatch, input) = (dispatch.clone(), input.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(input) = input.cast::<HtmlInputElement>() {
                dispatch.send(Message::VersionNamed(input.value()));
                if !input.value().trim().is_empty() {
                    input.set_value("");
                }
            }
        })
    };
    html! {
        <form class="rename" onsubmit={submitted}>
            <input class="control" type="text" aria-label="版本名称" placeholder="如：送审稿 1、定稿" maxlength="60" autocomplete="off" ref={input} />
            <button class="button" type="submit">{ "存为版本" }</button>
        </form>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct DivergedProps {
    holding: Holding,
    now: Moment,
}

/// Copies that went another way: both are kept until the user has chosen.
#[component]
fn Diverged(props: &DivergedProps) -> Html {
    let dispatch = use_dispatch();
    let lines: Vec<&KeptCopy> = props
        .holding
        .copies
        .iter()
        .filter(|line| line.state == CopyState::Diverged)
        .collect();
    if lines.is_empty() {
        return html! {};
    }
    html! {
        <div class="notice notice--warning notice--open notice--apart" role="region" aria-label="改得不一样的副本">
            <Icon symbol={Symbol::Warning} class="notice__icon" />
            <div class="notice__body">
                <h2 class="notice__title">{ "这份报告在两个窗口里改成了不同的样子" }</h2>
                <p>{ "两份都留着，没有丢。请看差别，逐处选用；选好后以现在的为准，另一份存为版本。" }</p>
                { for lines.iter().map(|line| html! {
                    <div class="button-row">
                        <span>{ format!("另一份，{}", line.at.since(&props.now)) }</span>
                        <button class="button button--small button--primary" type="button" onclick={dispatch.on::<MouseEvent>(Message::CopySought(line.source.clone()))}>{ "看差别" }</button>
                        <button class="button button--small" type="button" onclick={dispatch.on::<MouseEvent>(Message::DivergedSettled(line.source.clone()))}>{ "以现在的为准" }</button>
                    </div>
                }) }
            </div>
        </div>
    }
}

/// What a list of versions is told.
#[derive(Clone, PartialEq, Properties)]
pub struct VersionListProps {
    /// The versions, the newest first.
    pub lines: Vec<KeptCopy>,
    /// The time, for 今天.
    pub now: Moment,
}

/// Versions, day by day.
#[component]
pub fn VersionList(props: &VersionListProps) -> Html {
    let dispatch = use_dispatch();
    html! {
        <ol class="snapshots" aria-label="版本">
            { for props.lines.iter().map(|line| {
                let (title, at) = (line.title(), line.at.since(&props.now));
                let damaged = matches!(line.state, CopyState::Damaged(_));
                let tool = |word: &'static str, quiet: bool, message: Message| html! {
                    <button class={classes!("button", "button--small", quiet.then_some("button--quiet"))} type="button" onclick={dispatch.on::<MouseEvent>(message)}>
                        { word }<span class="visually-hidden">{ format!("：{title}，{at}") }</span>
                    </button>
                };
                html! {
                    <li class="snapshot">
                        <p class="snapshot__time"><time datetime={line.at.as_str().to_owned()}>{ &at }</time></p>
                        <div class="snapshot__body">
                            <p class="snapshot__what">{ &title }</p>
                            <p class="snapshot__meta">{ match &line.state {
                                CopyState::Damaged(reason) => format!("读不出来：{reason}"),
                                _ => line.sequence.map_or(String::new(), |sequence| format!("第 {sequence} 次修改")),
                            } }</p>
                        </div>
                        <div class="snapshot__tools">
                            if !damaged { { tool("看差别", true, Message::CopySought(line.source.clone())) } { tool("另存为新报告", false, Message::CopyRestored(line.source.clone())) } }
                            else { { tool("下载原文", false, Message::CopyDownloaded(line.source.clone())) } }
                        </div>
                    </li>
                }
            }) }
        </ol>
    }
}
