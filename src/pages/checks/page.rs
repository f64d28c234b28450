//! 检查: every finding, part by part, each with a way to put it right or to set it aside.

use yew::prelude::*;

use crate::components::dispatch::use_dispatch;
use crate::components::icon::{Icon, Symbol};
use crate::domain::checks::finding::catalogue::{Code, Topic};
use crate::domain::checks::finding::finding::Finding;
use crate::domain::draft::chapter::Chapter;
use crate::domain::values::input::Choice;
use crate::pages::page::PageProps;
use crate::pages::paper_view::PaperView;
use crate::state::model::effect::Export;
use crate::state::model::kept::Pen;
use crate::state::model::message::Message;
use crate::state::model::working_off::{ChecksView, Filter};

use super::aside::AsideList;
use super::filters::Filters;
use super::group::Group;
use super::marked_report::MarkedReport;
use super::matrix::Matrix;
use super::review::ReviewPanel;
use super::summary::Summary;
use super::views::Views;

/// The page.
#[component]
pub fn ChecksPage(props: &PageProps) -> Html {
    let workspace = props.workspace.clone();
    match workspace.checks_view {
        ChecksView::Findings => html! { <FindingsView {workspace} /> },
        ChecksView::Marked => html! { <MarkedReport {workspace} /> },
    }
}

/// 逐条处理.
#[component]
fn FindingsView(props: &PageProps) -> Html {
    let dispatch = use_dispatch();
    let workspace = &props.workspace;
    let filter = workspace.filter;
    let all: Vec<Finding> = workspace.findings.in_order().into_iter().cloned().collect();
    let progress = workspace.progress();
    let fresh = progress
        .as_ref()
        .map(|progress| progress.fresh.clone())
        .unwrap_or_default();
    let aside = workspace.aside_rows();
    let read_only = workspace.pen != Pen::Here;
    let listed = all.iter().filter(|finding| filter.shows(finding)).count();
    let group = |chapter: &Chapter| {
        let own = all
            .iter()
            .filter(|finding| Chapter::of(finding.field) == *chapter && filter.shows(finding));
        let findings: Vec<(Finding, bool)> = own
            .map(|finding| (finding.clone(), fresh.contains(&finding.id())))
            .collect();
        html! {
            if !findings.is_empty() {
                <Group key={chapter.code()} chapter={*chapter} {findings} workspace={workspace.clone()} {read_only} />
            }
        }
    };
    html! {
        <>
            <div class={classes!("checks-page", workspace.list.is_some().then_some("checks-page--printed"))}>
                <div class="page-head">
                    <h1 class="page-head__title" id="page-title" tabindex="-1">{ "检查" }</h1>
                    <div class="page-head__tools">
                        <button class="button button--small" type="button" onclick={dispatch.on::<MouseEvent>(Message::ExportPressed(Export::ReviewList))}><Icon symbol={Symbol::Word} />{ "清单 Word" }</button>
                        <button class="button button--small" type="button" onclick={dispatch.on::<MouseEvent>(Message::ListPrintPressed)}><Icon symbol={Symbol::Print} />{ "打印清单" }</button>
                    </div>
                    if let Some(progress) = &progress {
                        <p class="page-head__lead" role="status">{ progress.sentence() }</p>
                    }
                </div>
                <Views view={workspace.checks_view} />
                if all.is_empty() {
                    { clear(aside.len()) }
                    <ReviewPanel workspace={workspace.clone()} />
                } else {
                    <Summary findings={all.clone()} />
                    <Matrix findings={all.clone()} {filter} />
                    <ReviewPanel workspace={workspace.clone()} />
                    <section class="section" aria-labelledby="checks-title">
                        <div class="section__head">
                            <h2 class="section__title" id="checks-title" tabindex="-1">{ "逐条处理" }</h2>
                            <p class="section__note checks-page__keys">{ "F8 到下一条，Shift+F8 到上一条" }</p>
                        </div>
                        <Filters findings={all.clone()} {filter} />
                        { for Chapter::ALL.iter().map(group) }
                        if listed == 0 {
                            <p class="checks__none">
                                { "这样筛选没有结果。" }
                                <button class="button button--small" type="button" onclick={dispatch.on::<MouseEvent>(Message::FilterChosen(Filter::default()))}>{ "看全部" }</button>
                            </p>
                        }
                    </section>
                }
                <AsideList workspace={workspace.clone()} rows={aside} />
            </div>
            if let Some(report) = &workspace.list {
                <div class="print-only"><PaperView report={report.clone()} label="复核清单" /></div>
            }
        </>
    }
}

/// Nothing is left to be worked off: what was looked at.
fn clear(aside: usize) -> Html {
    let of = |topic: &Topic| {
        let codes = Code::ALL.iter().filter(|code| code.topic() == *topic);
        format!("{} {} 项", topic.label(), codes.count())
    };
    let topics: Vec<String> = Topic::ALL.iter().map(of).collect();
    let aside = match aside {
        0 => String::new(),
        aside => format!("另有 {aside} 条不处理，列在下面。"),
    };
    html! {
        <div class="notice notice--good" role="status">
            <Icon symbol={Symbol::Done} class="notice__icon" />
            <div class="notice__body">
                <p><strong class="notice__title">{ "没有要处理的问题。" }</strong></p>
                <p>{ format!("核对了 {} 项：{}。{aside}", Code::ALL.len(), topics.join("，")) }</p>
            </div>
        </div>
    }
}
