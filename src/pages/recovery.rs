//! 恢复中心: every copy of every draft in this browser, what was deleted, and how safe all of it is.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::comparison::ComparisonView;
use crate::components::dispatch::use_dispatch;
use crate::components::icon::{Icon, Symbol};
use crate::components::plain_bar::PlainBar;
use crate::domain::draft::chapter::Chapter;
use crate::domain::values::calendar::Moment;
use crate::state::model::message::Message;
use crate::state::model::recovery::{Comparison, CopyState, Holding, KeptCopy, Recovery};
use crate::state::model::reports::{Backup, StorageFault};
use crate::state::model::route::{Page, Route};
use crate::state::model::storage_space::Fullness;

use super::full_text::FullText;
use super::versions::VersionList;

/// What the page is told.
#[derive(Clone, PartialEq, Properties)]
pub struct RecoveryProps {
    /// What there is; none while it is being read.
    pub recovery: Option<Rc<Recovery>>,
    /// Why nothing can be kept, if so.
    pub fault: Option<StorageFault>,
    /// The copy that is looked at.
    pub compared: Option<Rc<Comparison>>,
    /// The time, for 今天.
    pub now: Moment,
}

/// The page.
#[component]
pub fn RecoveryPage(props: &RecoveryProps) -> Html {
    html! {
        <>
            <PlainBar here={Route::Recovery} fault={props.fault.clone()} />
            <main class="sheet" id="main" tabindex="-1">
                <div class="page-head">
                    <h1 class="page-head__title" id="page-title" tabindex="-1">{ "恢复中心" }</h1>
                    <p class="page-head__lead">{ "恢复出来的都另存为新报告，不覆盖现有内容；这里没有一键清空。" }</p>
                </div>
                if let Some(compared) = &props.compared {
                    <ComparisonView compared={compared.clone()} now={props.now.clone()} can_take={false} title={compared.source.label()}><FullText compared={compared.clone()} /></ComparisonView>
                }
                if let Some(recovery) = &props.recovery {
                    { for recovery.holdings.iter().map(|holding| html! { <Copies key={holding.id.as_str()} holding={holding.clone()} now={props.now.clone()} /> }) }
                    if recovery.holdings.is_empty() {
                        <Nothing />
                    }
                    if !recovery.deleted.is_empty() {
                        <Deleted deleted={recovery.deleted.clone()} now={props.now.clone()} />
                    }
                    <Safety recovery={recovery.clone()} />
                } else {
                    <p class="sheet__wait" role="status">{ "正在读取……" }</p>
                }
            </main>
        </>
    }
}

/// Nothing is here: why, and what to do.
#[component]
fn Nothing() -> Html {
    let dispatch = use_dispatch();
    html! {
        <section class="section">
            <p>{ "这个浏览器里没有报告的副本。下载过备份的，点“打开备份”就能恢复；写在别的浏览器里的，请用那个浏览器打开。" }</p>
            <div class="button-row"><button class="button button--primary" type="button" onclick={dispatch.on::<MouseEvent>(Message::OpenFilePressed)}>{ "打开备份" }</button></div>
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct CopiesProps {
    holding: Holding,
    now: Moment,
}

/// The copies of one draft.
#[component]
fn Copies(props: &CopiesProps) -> Html {
    let dispatch = use_dispatch();
    let CopiesProps { holding, now } = props;
    let heading = format!("copies-{}", holding.id.as_str());
    let href = |page| Route::Draft(holding.id.clone(), page).hash();
    html! {
        <section class="section" aria-labelledby={heading.clone()}>
            <div class="section__head">
                <h2 class="section__title" id={heading}><a href={href(Page::Chapter(Chapter::Basics))}>{ &holding.title }</a></h2>
                <p class="section__note">{ format!("{} 年度，{}", holding.year, Backup::note(holding.backup.as_ref(), now)) }</p>
            </div>
            <table class="table table--flush copies" role="table">
                <caption class="visually-hidden">{ format!("{}：各份副本", holding.title) }</caption>
                <thead role="rowgroup"><tr role="row">
                    <th scope="col" role="columnheader">{ "存放处" }</th>
                    <th scope="col" role="columnheader">{ "最后写入" }</th>
                    <th class="table__number" scope="col" role="columnheader">{ "第几次修改" }</th>
                    <th scope="col" role="columnheader">{ "核对" }</th>
                    <td role="cell"></td>
                </tr></thead>
                <tbody role="rowgroup">{ for holding.copies.iter().map(|line| html! { <CopyRow line={line.clone()} now={now.clone()} /> }) }</tbody>
            </table>
            <div class="button-row">
                <button class="button button--small" type="button" onclick={dispatch.on::<MouseEvent>(Message::BackupPressed(holding.id.clone()))}>{ "下载备份" }<span class="visually-hidden">{ format!("：{}", holding.title) }</span></button>
                <a class="button button--small button--quiet" href={href(Page::Versions)}>{ format!("版本（{}）", holding.versions.len()) }<span class="visually-hidden">{ format!("：{}", holding.title) }</span></a>
            </div>
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct CopyRowProps {
    line: KeptCopy,
    now: Moment,
}

#[component]
fn CopyRow(props: &CopyRowProps) -> Html {
    let dispatch = use_dispatch();
    let CopyRowProps { line, now } = props;
    let label = line.source.label();
    let (tag, word) = match &line.state {
        CopyState::Newest => ("tag tag--good", "完好，最新".to_owned()),
        CopyState::Behind(saves) => ("tag", format!("完好，差 {saves} 次修改")),
        CopyState::Diverged => ("tag tag--warning", "改得不一样".to_owned()),
        CopyState::Damaged(_) => ("tag tag--error", "读不出来".to_owned()),
    };
    let reason = match &line.state {
        CopyState::Damaged(reason) => Some(format!("{reason}原样封存。")),
        _ => None,
    };
    let tool = |word: &'static str, message: Message| {
        html! {
            <button class="button button--quiet button--small" type="button" onclick={dispatch.on::<MouseEvent>(message)}>
                { word }<span class="visually-hidden">{ format!("：{label}") }</span>
            </button>
        }
    };
    html! {
        <tr class="copy" role="row">
            <th scope="row" role="rowheader">{ &label }
                if let Some(reason) = reason { <span class="draft__sub">{ reason }</span> }
            </th>
            <td data-label="最后写入" role="cell">{ if line.at == Moment::default() { "—".to_owned() } else { line.at.since(now) } }</td>
            <td class="table__number" data-label="第几次修改" role="cell">{ line.sequence.map_or("—".to_owned(), |sequence| sequence.to_string()) }</td>
            <td class="copies__check" data-label="核对" role="cell"><span class={tag}>{ word }</span></td>
            <td class="copies__tools" role="cell">
                if matches!(line.state, CopyState::Damaged(_)) {
                    { tool("下载原文", Message::CopyDownloaded(line.source.clone())) }
                } else {
                    { tool("看内容", Message::CopySought(line.source.clone())) }
                    { tool("另存为新报告", Message::CopyRestored(line.source.clone())) }
                    { tool("下载原文", Message::CopyDownloaded(line.source.clone())) }
                }
            </td>
        </tr>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct DeletedProps {
    deleted: Vec<Holding>,
    now: Moment,
}

/// What was deleted, or is only left as versions.
#[component]
fn Deleted(props: &DeletedProps) -> Html {
    let dispatch = use_dispatch();
    html! {
        <section class="section" aria-labelledby="deleted-title">
            <div class="section__head">
                <h2 class="section__title" id="deleted-title">{ "删除了的" }</h2>
                <p class="section__note">{ "留一个月" }</p>
            </div>
            <ul class="sealed">
                { for props.deleted.iter().filter_map(|holding| {
                    let newest = holding.versions.first()?;
                    Some(html! {
                        <li class="sealed__item">
                            <Icon symbol={Symbol::Trash} class="sealed__icon" />
                            <div class="sealed__body">
                                <p class="sealed__name">{ &holding.title }</p>
                                <p class="sealed__note">{ format!("{} 年度，{}", holding.year, newest.at.since(&props.now)) }</p>
                                if holding.versions.len() > 1 {
                                    <details class="disclosure"><summary class="disclosure__summary">{ format!("以前的版本（{}）", holding.versions.len() - 1) }</summary>
                                        <VersionList lines={holding.versions[1..].to_vec()} now={props.now.clone()} />
                                    </details>
                                }
                            </div>
                            <div class="button-row"><button class="button button--small" type="button" onclick={dispatch.on::<MouseEvent>(Message::CopyRestored(newest.source.clone()))}>{ "放回列表" }<span class="visually-hidden">{ format!("：{}", holding.title) }</span></button></div>
                        </li>
                    })
                }) }
            </ul>
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct SafetyProps {
    recovery: Rc<Recovery>,
}

/// How safe it is: room, promise, journal.
#[component]
fn Safety(props: &SafetyProps) -> Html {
    let Recovery {
        fullness,
        promised,
        journal,
        ..
    } = &*props.recovery;
    let promise = match promised {
        Some(true) => "浏览器已答应长期保留。",
        Some(false) => "浏览器没有答应长期保留，磁盘紧张时可能被它清掉，请常下载备份。",
        None => "浏览器对这样打开的页面不作长期保留的承诺，请常下载备份。",
    };
    html! {
        <section class="section" aria-labelledby="safety-title">
            <h2 class="section__title section__title--spaced" id="safety-title">{ "存得牢不牢" }</h2>
            <ul class="reasons">
                <li class="reasons__item"><strong>{ "空间：" }</strong>{ match fullness {
                    None => "浏览器不让查。".to_owned(),
                    Some(Fullness(0)) => "浏览器给的用了不到 1%。".to_owned(),
                    Some(Fullness(percent)) => format!("浏览器给的用了 {percent}%。"),
                } }</li>
                <li class="reasons__item"><strong>{ "编辑日志：" }</strong>{ if *journal { "正常，每次修改不到一秒就记下。" } else { "用不了，只靠浏览器存储，请常下载备份。" } }</li>
                <li class="reasons__item"><strong>{ "长期保留：" }</strong>{ promise }</li>
                <li class="reasons__item"><strong>{ "换电脑、重装、清理浏览器：" }</strong>{ "只有下载的备份和关联的文件还在。" }</li>
            </ul>
        </section>
    }
}
