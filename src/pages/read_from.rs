//! What a draft was read from, on the page 基本信息: the text as it came in, with what became of it, and what a 申报表
//! promised.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::control::Kind;
use crate::components::dispatch::use_dispatch;
use crate::components::field::FormField;
use crate::components::section::Section;
use crate::domain::checks::finding::finding::Code;
use crate::domain::draft::approved::Approved;
use crate::domain::draft::edit::Edit;
use crate::domain::draft::field::Field;
use crate::domain::draft::source::ReportSource;
use crate::domain::scheme::indicator::target_text;
use crate::domain::values::input::Input;
use crate::domain::values::shared::Shared;
use crate::state::model::message::Message;
use crate::state::model::workspace::Workspace;

use super::page::PageProps;

/// 原文 that the draft was read from.
pub fn source(props: &PageProps) -> Html {
    let source = &props.workspace.draft.source;
    if source.is_blank() {
        return html! {};
    }
    html! {
        <Section title="读入的原文" id="source" note={html! { "和草稿放在一起，不进报告" }}>
            if !source.whole.is_empty() {
                <Whole source={source.clone()} />
            }
            if !source.text.is_empty() {
                <FormField bound={props.bind(Field::SourceText)} kind={Kind::Lines(6)} hint="这些段落里的数已读进各栏。检查时仍拿来和各栏核对；不用核对的可以删" />
            }
        </Section>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct WholeProps {
    source: ReportSource,
}

/// The whole text, once it is asked for: it may have a hundred pages.
#[component]
fn Whole(props: &WholeProps) -> Html {
    let dispatch = use_dispatch();
    let open = use_state(|| false);
    let toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let source = &props.source;
    let count = source.whole.chars().filter(|c| !c.is_whitespace()).count();
    let let_go = Message::Edited(Edit::Set(Field::SourceWhole, String::new()));
    let piece = |(text, became): &(&str, Option<&str>)| match became {
        Some(became) => {
            html! { <><mark>{ (*text).to_owned() }</mark><span class="source__became">{ format!("→ {became}") }</span></> }
        }
        None => html! { { (*text).to_owned() } },
    };
    html! {
        <div class="source">
            <div class="button-row">
                <button class="button button--small" type="button" aria-expanded={open.to_string()} onclick={toggle}>{ if *open { "收起原文".to_owned() } else { format!("看原文（{count} 字）") } }</button>
                <button class="button button--small button--quiet" type="button" onclick={dispatch.on::<MouseEvent>(let_go)}>{ "不再留原文" }</button>
            </div>
            if *open {
                <div class="source__text" role="region" aria-label="原文" tabindex="0">
                    { for source.lines().iter().map(|line| html! { <p>{ for line.iter().map(piece) }</p> }) }
                </div>
            }
        </div>
    }
}

/// What the 申报表 promised, beside the draft that was made of it.
pub fn approved(workspace: &Rc<Workspace>) -> Html {
    match &workspace.draft.approved {
        Some(approved) => {
            let differing = workspace
                .findings
                .iter()
                .filter(|finding| finding.code == Code::D7)
                .count();
            html! { <Promised approved={approved.clone()} {differing} /> }
        }
        None => html! {},
    }
}

#[derive(Clone, PartialEq, Properties)]
struct PromisedProps {
    approved: Shared<Approved>,
    /// How many differences are listed.
    differing: usize,
}

#[component]
fn Promised(props: &PromisedProps) -> Html {
    let dispatch = use_dispatch();
    let approved = &props.approved;
    let note = match props.differing {
        0 => "报告和它一致".to_owned(),
        count => format!("有 {count} 处和它不一样，见“检查”"),
    };
    let row = |name: &str, target: String, weight: String| {
        html! {
            <tr role="row">
                <th scope="row" role="rowheader">{ name.to_owned() }</th>
                <td role="cell">{ target }</td>
                <td class="table__number" role="cell">{ weight }</td>
            </tr>
        }
    };
    html! {
        <Section title="申报表" id="approved" note={html! { note }}>
            <table class="table" role="table">
                <caption class="visually-hidden">{ "申报表上的任务、预算和指标" }</caption>
                <thead role="rowgroup"><tr role="row">
                    <th scope="col" role="columnheader">{ "任务或指标" }</th><th scope="col" role="columnheader">{ "预算或指标值" }</th><th class="table__number" scope="col" role="columnheader">{ "权重" }</th>
                </tr></thead>
                <tbody role="rowgroup">
                    if !approved.total.is_blank() {
                        { row("资金总额", format!("{} 万元", Input::text(&approved.total)), String::new()) }
                    }
                    { for approved.tasks.iter().map(|task| row(if task.name.is_empty() { &task.task } else { &task.name }, match task.budget.is_blank() { true => String::new(), false => format!("{} 万元", Input::text(&task.budget)) }, String::new())) }
                    { for approved.indicators.iter().map(|own| {
                        let targets: Vec<String> = own.measures.iter().filter(|measure| !measure.target.is_blank()).map(target_text).collect();
                        let target = if targets.is_empty() { own.standard.clone() } else { targets.join("，") };
                        row(&own.name, target, Input::text(&own.weight))
                    }) }
                </tbody>
            </table>
            <div class="button-row">
                <button class="button button--small button--quiet" type="button" onclick={dispatch.on::<MouseEvent>(Message::Edited(Edit::LetApprovedGo))}>{ "不再和申报表比" }</button>
            </div>
        </Section>
    }
}
