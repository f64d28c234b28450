//! 换方案: the schemes there are, and what a change would do before it is done.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::dispatch::use_dispatch;
use crate::components::icon::{Icon, Symbol};
use crate::components::rows::Tool;
use crate::domain::draft::draft::SchemeStanding;
use crate::domain::draft::scheme_change::{SchemeChange, change};
use crate::state::model::message::Message;
use crate::state::model::packs::{Pack, offered};
use crate::state::model::workspace::Workspace;

use super::about::{about, proof};

/// What the list is told.
#[derive(Clone, PartialEq, Properties)]
pub struct ChooseProps {
    /// The open draft.
    pub workspace: Rc<Workspace>,
    /// The schemes, once they were asked for.
    pub packs: Option<Rc<Vec<Pack>>>,
}

/// The list of schemes, closed at first.
#[component]
pub fn Choose(props: &ChooseProps) -> Html {
    let dispatch = use_dispatch();
    let candidate = use_state(|| None::<usize>);
    let draft = &props.workspace.draft;
    let is_chosen = draft.scheme_standing == SchemeStanding::Chosen;
    let packs: &[Pack] = props.packs.as_ref().map_or(&[], |packs| packs.as_slice());
    // Only schemes of the same document: another document is a step of its own.
    let packs = offered(packs, draft.scheme.kind, draft.basics.whereabouts());
    let packs = packs.into_iter().flat_map(|(_, group)| group);
    html! {
        <details class="disclosure">
            <summary class="disclosure__summary"><Icon symbol={Symbol::Right} />{ "换一个方案" }<span class="disclosure__note">{ "本地的在前；指标和完成值不会丢" }</span></summary>
            <div class="disclosure__body">
                <ul class="packs" aria-label="可选的评分方案">
                    { for packs.enumerate().map(|(place, pack)| {
                        let open = *candidate == Some(place);
                        let is_in_use = is_chosen && pack.scheme.name == draft.scheme.name;
                        let word = if is_in_use { "重新选用" } else { "选用" };
                        let toggle = {
                            let candidate = candidate.clone();
                            Callback::from(move |_: MouseEvent| candidate.set((!open).then_some(place)))
                        };
                        html! {
                            <li class={classes!("pack", open.then_some("pack--open"))} key={place}>
                                <div class="pack__head">
                                    <div class="pack__text">
                                        <p class="pack__name">
                                            { pack.name() }
                                            if is_in_use { <span class="tag">{ "现在用的" }</span> }
                                            if pack.id.is_some() { <span class="tag">{ "我的" }</span> }
                                            if pack.scheme.reference { <span class="tag">{ "参考" }</span> }
                                        </p>
                                        <p class="pack__note">{ about(&pack.scheme) }</p>
                                        { for proof(&pack.scheme).map(|proof| html! { <p class="pack__note">{ proof }</p> }) }
                                    </div>
                                    <button class="button button--small" type="button" aria-expanded={open.to_string()} aria-label={format!("{word}：{}", pack.name())} onclick={toggle}>{ word }</button>
                                    <Tool symbol={Symbol::Copy} name={format!("复制方案：{}", pack.name())} hint="复制为我的方案" onclick={dispatch.on(Message::PackCopied(pack.scheme.clone()))} />
                                    if let Some(id) = &pack.id {
                                        <Tool symbol={Symbol::Trash} name={format!("删除方案：{}", pack.name())} hint="删除" onclick={dispatch.on(Message::PackDeleted(id.clone()))} />
                                    }
                                </div>
                                if open {
                                    <Preview workspace={props.workspace.clone()} pack={pack.clone()} onclose={
                                        let candidate = candidate.clone();
                                        Callback::from(move |()| candidate.set(None))
                                    } />
                                }
                            </li>
                        }
                    }) }
                </ul>
            </div>
        </details>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct PreviewProps {
    workspace: Rc<Workspace>,
    pack: Pack,
    onclose: Callback<()>,
}

/// What would happen, with the two ways on.
#[component]
fn Preview(props: &PreviewProps) -> Html {
    let dispatch = use_dispatch();
    let change = change(&props.workspace.draft, &props.pack.scheme);
    let take = {
        let (dispatch, close, scheme) = (dispatch.clone(), props.onclose.clone(), props.pack.scheme.clone());
        Callback::from(move |_: MouseEvent| {
            dispatch.send(Message::SchemeChosen(scheme.clone()));
            close.emit(());
        })
    };
    let cancel = props.onclose.reform(|_: MouseEvent| ());
    html! {
        <div class="pack__preview">
            <ul class="pack__effects">{ for effects(&change).into_iter().map(|line| html! { <li>{ line }</li> }) }</ul>
            <div class="button-row">
                <button class="button button--small button--primary" type="button" onclick={take}>{ "确定更换" }</button>
                <button class="button button--small" type="button" onclick={cancel}>{ "不换" }</button>
            </div>
        </div>
    }
}

/// What a change would do, in sentences.
fn effects(change: &SchemeChange) -> Vec<String> {
    let mut lines = Vec::new();
    if change.placed > 0 {
        lines.push(format!(
            "{} 项指标归入新方案的指标部分，名称、目标值和完成值不变。",
            change.placed
        ));
    }
    if !change.unplaced.is_empty() {
        lines.push(format!(
            "{} 项指标在新方案里没有同名的归属，先归入第一部分，请逐项核对：{}。",
            change.unplaced.len(),
            listed(&change.unplaced)
        ));
    }
    if change.uncounted {
        lines.push("新方案没有指标部分，现有指标不计分，但仍然保留。".into());
    }
    if !change.dropped.is_empty() {
        lines.push(format!("新方案没有这些评分内容：{}。", listed(&change.dropped)));
    }
    if !change.brought.is_empty() {
        lines.push(format!(
            "新方案自带 {} 项指标，更换后可以加入：{}。",
            change.brought.len(),
            listed(&change.brought)
        ));
    }
    if lines.is_empty() {
        lines.push("没有需要调整的内容。".into());
    }
    lines
}

/// The first names, and how many more there are.
fn listed(names: &[String]) -> String {
    const SHOWN: usize = 5;
    let first: Vec<&str> = names.iter().take(SHOWN).map(String::as_str).collect();
    if names.len() > SHOWN {
        format!("{}等 {} 项", first.join("、"), names.len())
    } else {
        first.join("、")
    }
}
