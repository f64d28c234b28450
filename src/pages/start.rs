//! 全部报告: the drafts of this browser and the ways to begin.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::components::dispatch::use_dispatch;
use crate::components::icon::{Icon, Symbol};
use crate::components::meter::Meter;
use crate::components::plain_bar::PlainBar;
use crate::domain::values::calendar::Moment;
use crate::state::model::message::Message;
use crate::state::model::model::Overlay;
use crate::state::model::reports::{Backup, DraftId, Entry, Standing, StorageFault, Summary};
use crate::state::model::route::{Page, Route};
use crate::state::model::storage_space::{Fullness, Pressure};

use super::ways::Ways;

/// What the page is told.
#[derive(Clone, PartialEq, Properties)]
pub struct StartProps {
    /// The drafts; none while they are being read.
    pub reports: Option<Rc<Vec<Entry>>>,
    /// Why the drafts cannot be read or kept, if so.
    pub fault: Option<StorageFault>,
    /// How full the storage is.
    pub fullness: Fullness,
    /// What lies over the page.
    pub overlay: Option<Overlay>,
    /// The time, for 今天.
    pub now: Moment,
}

/// The page.
#[component]
pub fn StartPage(props: &StartProps) -> Html {
    let empty = props.reports.as_ref().is_some_and(|reports| reports.is_empty());
    html! {
        <>
            <PlainBar here={Route::Start} fault={props.fault.clone()} />
            <main class="sheet" id="main" tabindex="-1">
                <div class="masthead">
                    <h1 class="masthead__title" id="page-title" tabindex="-1">{ "部门整体支出绩效自评报告" }</h1>
                    <p class="masthead__lead">{ "在浏览器里起草、算分、核对，导出公文格式的 Word、带公式的 Excel。" }<a class="masthead__more" href={Route::About.hash()}>{ "这是什么" }</a></p>
                </div>
                <Ways first={empty} />
                if let Some(reports) = &props.reports {
                    if reports.is_empty() {
                        <Lost refused={props.fault.is_some()} />
                    } else {
                        <FullnessNote fullness={props.fullness} />
                        <Drafts reports={reports.clone()} overlay={props.overlay.clone()} now={props.now.clone()} />
                    }
                }
            </main>
        </>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct LostProps {
    refused: bool,
}

/// Why an empty list may be surprising.
#[component]
fn Lost(props: &LostProps) -> Html {
    let dispatch = use_dispatch();
    let (lead, reasons): (_, &[(&str, &str)]) = match props.refused {
        true => (
            "浏览器这次没有让本页读它的存储，以前写的多半还在：",
            &[
                ("重新打开。", "关掉所有浏览器窗口，再打开本页。"),
                ("不用无痕窗口。", "无痕窗口里看不到以前写的，也存不住。"),
                ("看看浏览器设置。", "“阻止网站保存数据”一类的开关要关掉。"),
            ],
        ),
        false => (
            "这个浏览器里没有找到草稿，多半是下面的原因：",
            &[
                ("换了浏览器。", "每个浏览器各存各的，请用原来的那个打开。"),
                (
                    "挪动了这个文件。",
                    "在火狐里，换文件夹或改文件名就看不到旧草稿，移回原处即可。",
                ),
                ("清理过浏览器数据。", "从下载过的项目文件恢复：点“打开备份”。"),
            ],
        ),
    };
    html! {
        <section class="section" aria-labelledby="lost-title">
            <h2 class="section__title" id="lost-title">{ "以前在这里写过？" }</h2>
            <p class="section__lead">{ lead }</p>
            <ul class="reasons">
                { for reasons.iter().map(|(what, todo)| html! { <li class="reasons__item"><strong>{ *what }</strong>{ *todo }</li> }) }
            </ul>
            <div class="button-row">
                <button class="button" type="button" onclick={dispatch.on::<MouseEvent>(Message::OpenFilePressed)}>{ "打开备份" }</button>
                <a class="button button--quiet" href={Route::Recovery.hash()}>{ "到恢复中心找找" }</a>
            </div>
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct RoomProps {
    fullness: Fullness,
}

/// Storage that fills up, before it is full.
#[component]
fn FullnessNote(props: &RoomProps) -> Html {
    let Some(sentence) = props.fullness.sentence() else {
        return html! {};
    };
    let high = props.fullness.pressure() == Pressure::High;
    html! {
        <section class={classes!("notice", "notice--apart", high.then_some("notice--warning"))} aria-label="存储空间">
            <Icon symbol={Symbol::Warning} class="notice__icon" />
            <div class="notice__body"><p>{ sentence }</p></div>
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct DraftsProps {
    reports: Rc<Vec<Entry>>,
    overlay: Option<Overlay>,
    now: Moment,
}

/// The drafts of this browser.
#[component]
fn Drafts(props: &DraftsProps) -> Html {
    html! {
        <section class="section" aria-labelledby="drafts-title">
            <div class="section__head">
                <h2 class="section__title" id="drafts-title">{ "这台电脑上的报告" }</h2>
                <p class="section__note">{ format!("{} 份", props.reports.len()) }</p>
            </div>
            <table class="table table--flush drafts" role="table">
                <caption class="visually-hidden">{ "这台电脑上的报告" }</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        <th class="draft__year" scope="col" role="columnheader">{ "年度" }</th>
                        <th scope="col" role="columnheader">{ "报告" }</th>
                        <th class="draft__progress" scope="col" role="columnheader">{ "填写" }</th>
                        <th class="draft__score table__number" scope="col" role="columnheader">{ "总分" }</th>
                        <th class="draft__checks" scope="col" role="columnheader">{ "检查" }</th>
                        <th class="draft__saved" scope="col" role="columnheader">{ "最后保存" }</th>
                        <td class="draft__tools" role="cell"></td>
                    </tr>
                </thead>
                <tbody role="rowgroup">
                    { for props.reports.iter().map(|entry| match entry {
                        Entry::Kept(summary) => html! { <DraftRow key={summary.id.as_str()} summary={summary.clone()} overlay={props.overlay.clone()} now={props.now.clone()} /> },
                        Entry::Damaged { id, reason, length } => html! { <DamagedRow key={id.as_str()} id={id.clone()} reason={reason.clone()} length={*length} /> },
                    }) }
                </tbody>
            </table>
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct DraftRowProps {
    summary: Summary,
    overlay: Option<Overlay>,
    now: Moment,
}

#[component]
fn DraftRow(props: &DraftRowProps) -> Html {
    let dispatch = use_dispatch();
    let Summary {
        id,
        title,
        is_sample,
        year,
        scheme,
        done,
        parts,
        score,
        errors,
        saved_at,
        standing,
    } = &props.summary;
    let href = Route::Draft(id.clone(), Page::Overview).hash();
    let menu = Overlay::DraftMenu(id.clone());
    let open = props.overlay.as_ref() == Some(&menu);
    let renaming = props.overlay == Some(Overlay::Rename(id.clone()));
    html! {
        <tr class="draft" role="row">
            <td class="draft__year" data-label="年度" role="cell">{ year }</td>
            <th class="draft__name" scope="row" role="rowheader">
                if renaming {
                    <RenameForm id={id.clone()} title={title.clone()} />
                } else {
                    <a class="draft__link" {href}>{ title }</a>
                    if *is_sample { <span class="tag draft__tag">{ "示例" }</span> }
                    <span class="draft__sub">{ scheme }</span>
                    <StandingNote standing={standing.clone()} now={props.now.clone()} />
                }
            </th>
            <td class="draft__progress" data-label="填写" role="cell">
                <span class="progress">
                    <Meter class="progress__meter" share={format!("{}%", done * 100 / parts)} name={format!("已填完 {done}，共 {parts}")} />
                    <span class="progress__text" aria-hidden="true">{ format!("{done} / {parts}") }</span>
                </span>
            </td>
            <td class="draft__score table__number" data-label="总分" role="cell">
                if let Some((total, grade)) = score {
                    { total }{ " " }<span class="seal seal--small"><span class="visually-hidden">{ "等级：" }</span>{ *grade }</span>
                } else {
                    <span class="missing">{ "还算不出" }</span>
                }
            </td>
            <td class="draft__checks" data-label="检查" role="cell">
                if *errors == 0 {
                    <span class="clear">{ "没有错误" }</span>
                } else {
                    <span class="flags"><span class="flag flag--error"><Icon symbol={Symbol::Error} />{ errors }<span class="visually-hidden">{ " 个错误" }</span></span></span>
                }
            </td>
            <td class="draft__saved" data-label="最后保存" role="cell">{ saved_at.since(&props.now) }</td>
            <td class="draft__tools" role="cell">
                <button class="button button--icon" type="button" aria-haspopup="true" aria-expanded={open.to_string()} title="更多：改名、复制、下载备份、删除" onclick={dispatch.on::<MouseEvent>(Message::OverlayOpened(menu))}>
                    <Icon symbol={Symbol::More} /><span class="visually-hidden">{ format!("更多操作：{title}") }</span>
                </button>
                if open {
                    <DraftMenu id={id.clone()} title={title.clone()} />
                }
            </td>
        </tr>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct StandingProps {
    standing: Standing,
    now: Moment,
}

/// What has to be known of a draft's copies: the most pressing thing only.
#[component]
fn StandingNote(props: &StandingProps) -> Html {
    let Standing {
        diverged,
        damaged,
        rescued,
        backup,
        sequence,
    } = &props.standing;
    let text = if *diverged > 0 {
        "在两个窗口里改得不一样，打开后在“版本”里选定".to_owned()
    } else if *rescued {
        "浏览器清掉过它，已从编辑日志找回，请下载备份".to_owned()
    } else if *damaged > 0 {
        "有一份副本读不出来，用了完好的那份".to_owned()
    } else if Backup::is_due(backup.as_ref(), *sequence, &props.now) {
        format!("{}，改动只在这个浏览器里", Backup::note(backup.as_ref(), &props.now))
    } else {
        return html! {};
    };
    html! { <span class="draft__sub draft__warning"><Icon symbol={Symbol::Warning} />{ text }</span> }
}

#[derive(Clone, PartialEq, Properties)]
struct DraftMenuProps {
    id: DraftId,
    title: String,
}

#[component]
fn DraftMenu(props: &DraftMenuProps) -> Html {
    let dispatch = use_dispatch();
    let id = &props.id;
    let item = |word: &str, danger: bool, message: Message| {
        html! {
            <li class="menu__item"><button class={classes!("menu__action", danger.then_some("menu__action--danger"))} type="button" onclick={dispatch.on::<MouseEvent>(message)}>{ word.to_owned() }</button></li>
        }
    };
    html! {
        <div class="menu menu--row" role="region" aria-label={format!("“{}”的操作", props.title)}>
            <ul class="menu__list">
                { item("改名", false, Message::OverlayOpened(Overlay::Rename(id.clone()))) }
                { item("复制一份", false, Message::DuplicatePressed(id.clone())) }
                { item("转为下一年度", false, Message::NextYearPressed(id.clone())) }
                { item("下载备份", false, Message::BackupPressed(id.clone())) }
                { item("删除", true, Message::DeletePressed(id.clone())) }
            </ul>
        </div>
    }
}

/// The new name of a draft, in the place of the old one.
#[component]
fn RenameForm(props: &DraftMenuProps) -> Html {
    let dispatch = use_dispatch();
    let input = use_node_ref();
    {
        let input = input.clone();
        use_effect_with((), move |()| {
            if let Some(input) = input.cast::<HtmlInputElement>() {
                let _ = input.focus();
                input.select();
            }
        });
    }
    let submitted = {
        let (dispatch, input, id) = (dispatch.clone(), input.clone(), props.id.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(input) = input.cast::<HtmlInputElement>() {
                dispatch.send(Message::Renamed(id.clone(), input.value()));
            }
        })
    };
    html! {
        <form class="rename" onsubmit={submitted}>
            <input class="control" type="text" aria-label="报告名称" value={props.title.clone()} autocomplete="off" ref={input} />
            <button class="button button--small button--primary" type="submit">{ "改名" }</button>
            <button class="button button--small" type="button" onclick={dispatch.on::<MouseEvent>(Message::OverlayClosed)}>{ "取消" }</button>
        </form>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct DamagedRowProps {
    id: DraftId,
    reason: String,
    length: usize,
}

/// Data that cannot be read: kept as it is, with its raw text to take away.
#[component]
fn DamagedRow(props: &DamagedRowProps) -> Html {
    let dispatch = use_dispatch();
    html! {
        <tr class="draft draft--damaged" role="row">
            <td class="draft__year" role="cell">{ "—" }</td>
            <th class="draft__name" scope="row" role="rowheader" colspan="5">
                <span class="draft__fault"><Icon symbol={Symbol::Warning} />{ "一份读不出来的数据" }</span>
                <span class="draft__sub">{ format!("{}共 {} 字，原样封存，没有改动。", props.reason, props.length) }</span>
            </th>
            <td class="draft__tools" role="cell">
                <button class="button button--small" type="button" onclick={dispatch.on::<MouseEvent>(Message::RawPressed(props.id.clone()))}>{ "下载原文" }</button>
            </td>
        </tr>
    }
}
