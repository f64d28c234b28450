//! 标注稿: the report's own pages with every number green, red or grey; pressing one tells what it was held against.

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

use crate::components::dispatch::use_dispatch;
use crate::components::icon::{Icon, Symbol};
use crate::documents::report::block::Report;
use crate::documents::report::marks::{Marks, text_at};
use crate::domain::agreement::known::around;
use crate::domain::agreement::mark::{Mark, Standing, Witness};
use crate::domain::values::input::Choice;
use crate::pages::page::PageProps;
use crate::pages::paper_marks::{Chosen, key};
use crate::pages::paper_view::PaperView;
use crate::state::model::message::Message;

use super::numbers::Numbers;
use super::views::Views;

/// The view.
#[component]
pub fn MarkedReport(props: &PageProps) -> Html {
    let dispatch = use_dispatch();
    let workspace = &props.workspace;
    let report = use_memo(workspace.draft.clone(), |_| workspace.report());
    let marks = use_memo((report.clone(), workspace.findings.clone()), |(report, _)| {
        workspace.marks(report)
    });
    let chosen = use_state(|| None::<Chosen>);
    let page = use_node_ref();
    let onmark = {
        let chosen = chosen.clone();
        use_callback((), move |mark: Chosen, ()| chosen.set(Some(mark)))
    };
    let onlisted = {
        let (chosen, page) = (chosen.clone(), page.clone());
        use_callback((), move |mark: Chosen, ()| {
            chosen.set(Some(mark));
            show(&page, mark);
        })
    };
    let onclose = {
        let chosen = chosen.clone();
        Callback::from(move |_: MouseEvent| chosen.set(None))
    };
    let legend = |standing: &Standing| {
        html! { <li><span class={format!("mark mark--{}", standing.code())}>{ "123" }</span>{ format!("{} {}", standing.label(), marks.count(*standing)) }</li> }
    };
    html! {
        <div class="marked" ref={page}>
            <div class="preview-bar">
                <div class="page-head">
                    <h1 class="page-head__title" id="page-title" tabindex="-1">{ "检查" }</h1>
                    <div class="page-head__tools">
                        <button class="button button--small" type="button" onclick={dispatch.on::<MouseEvent>(Message::PagePrintPressed)}><Icon symbol={Symbol::Print} />{ "打印标注稿" }</button>
                    </div>
                </div>
                <Views view={workspace.checks_view} />
                <p class="marked__sentence" role="status">{ marks.sentence() }</p>
                <ul class="marked__legend">{ for Standing::ALL.iter().rev().map(legend) }</ul>
                <Numbers report={report.clone()} marks={marks.clone()} chosen={*chosen} onchosen={onlisted} />
            </div>
            <PaperView report={report.clone()} label="标注稿" marks={marks.clone()} chosen={*chosen} {onmark} />
            if let Some((said, mark)) = chosen.and_then(|chosen| said(&report, &marks, chosen)) {
                <Sides {said} {mark} {onclose} />
            }
        </div>
    }
}

/// A marked number with the words around it.
fn said(report: &Report, marks: &Marks, (spot, place): Chosen) -> Option<(String, Mark)> {
    let mark = marks.at(spot).get(place)?.clone();
    Some((around(&text_at(report, spot), &mark.range), mark))
}

/// Brings a number of the pages into sight.
fn show(page: &NodeRef, mark: Chosen) {
    let Some(page) = page.cast::<web_sys::Element>() else {
        return;
    };
    let found = page.query_selector(&format!(".paper-pages [data-mark=\"{}\"]", key(mark)));
    let flowing = || page.query_selector(".desk").ok().flatten();
    if let Some(element) = found
        .ok()
        .flatten()
        .or_else(flowing)
        .and_then(|found| found.dyn_into::<HtmlElement>().ok())
    {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Center);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

#[derive(Clone, PartialEq, Properties)]
struct SidesProps {
    /// The clause that the number stands in.
    said: String,
    mark: Mark,
    onclose: Callback<MouseEvent>,
}

/// 两处对照: here, and what the number was held against.
#[component]
fn Sides(props: &SidesProps) -> Html {
    let SidesProps { said, mark, onclose } = props;
    html! {
        <aside class={format!("sides sides--{}", mark.standing.code())} aria-label="两处对照" aria-live="polite">
            <div class="sides__side">
                <p class="sides__name">{ format!("这里：{}", mark.standing.label()) }</p>
                <p class="sides__text">{ said }</p>
            </div>
            <div class="sides__side">
                <p class="sides__name">{ "对照" }</p>
                if mark.witnesses.is_empty() {
                    <p class="sides__text">{ "文中和表里都没有可以和它核对的数。是不是写对了，请对照台账。" }</p>
                }
                { for mark.witnesses.iter().map(|witness| html! { <Side witness={witness.clone()} /> }) }
            </div>
            <button class="sides__close" type="button" onclick={onclose}><Icon symbol={Symbol::Close} /><span class="visually-hidden">{ "关闭对照" }</span></button>
        </aside>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct SideProps {
    witness: Witness,
}

/// One thing that the number was held against, with the way there.
#[component]
fn Side(props: &SideProps) -> Html {
    let dispatch = use_dispatch();
    let Witness { words, place } = &props.witness;
    let link = place.as_ref().map(|(field, quote)| {
        let field = *field;
        let sought = Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            dispatch.send(Message::FieldSought(field));
        });
        let quote = if quote.is_empty() { "去看" } else { quote.as_str() };
        html! { <a href={format!("#{}", field.key())} onclick={sought}>{ quote.to_owned() }</a> }
    });
    html! { <p class="sides__text">{ words }{ link.map(|link| html! { <>{ " " }{ link }</> }) }</p> }
}
