//! 概览.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::dispatch::use_dispatch;
use crate::components::icon::{Icon, Symbol};
use crate::domain::evaluation::figure::{Figure, printed};
use crate::domain::values::calendar::Moment;
use crate::domain::values::points::Points;
use crate::state::model::message::Message;
use crate::state::model::recovery::{Comparison, Recovery};
use crate::state::model::reports::{Entry, title};
use crate::state::model::workspace::Workspace;

use super::super::page::head;
use super::changes::Changes;
use super::left::StillToDo;
use super::lost::LostPoints;
use super::money::{Sources, YearsBeside};
use super::progress::Progress;
use super::scores::Scores;

/// What the page is told.
#[derive(Clone, PartialEq, Properties)]
pub struct OverviewProps {
    /// The open draft.
    pub workspace: Rc<Workspace>,
    /// Its versions, once they were read.
    pub recovery: Option<Rc<Recovery>>,
    /// The last version beside the draft as it is, once it was read.
    pub compared: Option<Rc<Comparison>>,
    /// The drafts of this browser, once they were read.
    pub reports: Option<Rc<Vec<Entry>>>,
    /// The time, for 今天.
    pub now: Moment,
}

/// The page.
#[component]
pub fn OverviewPage(props: &OverviewProps) -> Html {
    let dispatch = use_dispatch();
    let workspace = &props.workspace;
    html! {
        <div class="overview">
            { head("概览", Some(&format!("{}{}", title(&workspace.draft), year(workspace)))) }
            <p class="overview__sum">{ sum(workspace) }</p>
            <div class="button-row overview__tools">
                <button class="button button--small" type="button" onclick={dispatch.on::<MouseEvent>(Message::PagePrintPressed)}><Icon symbol={Symbol::Print} />{ "打印概览" }</button>
            </div>
            <Scores workspace={workspace.clone()} />
            <Sources workspace={workspace.clone()} />
            <Progress workspace={workspace.clone()} />
            <LostPoints workspace={workspace.clone()} />
            <YearsBeside workspace={workspace.clone()} />
            { other_years(props) }
            <StillToDo workspace={workspace.clone()} />
            <Changes id={workspace.id.clone()} recovery={props.recovery.clone()} compared={props.compared.clone()} now={props.now.clone()} />
        </div>
    }
}

fn year(workspace: &Workspace) -> String {
    let year = workspace.draft.basics.year.value();
    year.map(|year| format!("，{} 年度", year.get())).unwrap_or_default()
}

/// Score, grade and rate in one sentence; what is not known yet is said as such.
fn sum(workspace: &Workspace) -> String {
    let said = |figure| printed(&workspace.evaluation, figure);
    let full = workspace.draft.scheme.full_points().map(Points::printed);
    let score = match (said(Figure::TotalScore), said(Figure::Grade)) {
        (Ok(total), Ok(grade)) => format!(
            "自评总分 {total} 分{}，等级“{grade}”。",
            full.map(|full| format!("，满分 {full} 分")).unwrap_or_default()
        ),
        (Ok(total), Err(_)) => format!("自评总分 {total} 分。"),
        (Err(_), _) => "总分还算不出来，缺的在下面“还要做的”里。".to_owned(),
    };
    let rate = said(Figure::ExecutionRate).map(|rate| format!("预算执行率 {rate}。"));
    format!("{score}{}", rate.unwrap_or_default())
}

/// Reports of the same office for other years that are here: their scores side by side.
fn other_years(props: &OverviewProps) -> Html {
    let own = title(&props.workspace.draft);
    let mut rows: Vec<_> = props
        .reports
        .iter()
        .flat_map(|reports| reports.iter())
        .filter_map(|entry| match entry {
            Entry::Kept(summary) => Some(summary),
            Entry::Damaged { .. } => None,
        })
        .filter(|summary| summary.title == own || summary.id == props.workspace.id)
        .collect();
    rows.sort_by(|one, other| one.year.cmp(&other.year));
    let years: std::collections::BTreeSet<&str> = rows.iter().map(|row| row.year.as_str()).collect();
    if years.len() < 2 {
        return html! {};
    }
    html! {
        <crate::components::section::Section title="各年得分" id="own-years" note={html! { "这台电脑上同一单位的报告" }}>
            <table class="table table--flush overview__years" aria-labelledby="own-years-title" role="table">
                <thead role="rowgroup"><tr role="row">
                    <th scope="col" role="columnheader">{ "年度" }</th>
                    <th class="table__number" scope="col" role="columnheader">{ "总分" }</th>
                    <th scope="col" role="columnheader">{ "等级" }</th>
                    <th scope="col" role="columnheader">{ "评分方案" }</th>
                </tr></thead>
                <tbody role="rowgroup">
                    { for rows.iter().map(|row| {
                        let (total, grade) = row.score.clone().unwrap_or_else(|| ("—".to_owned(), "—"));
                        html! {
                            <tr role="row" key={row.id.as_str().to_owned()}>
                                <th scope="row" role="rowheader">{ &row.year }</th>
                                <td class="table__number" data-label="总分" role="cell">{ total }</td>
                                <td data-label="等级" role="cell">{ grade }</td>
                                <td data-label="评分方案" role="cell">{ &row.scheme }</td>
                            </tr>
                        }
                    }) }
                </tbody>
            </table>
        </crate::components::section::Section>
    }
}
