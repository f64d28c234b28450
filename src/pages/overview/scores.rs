//! 各部分得分 against their weights, part by part and group by group.

use yew::prelude::*;

use crate::components::figure::FigureButton;
use crate::components::section::Section;
use crate::domain::evaluation::figure::{Figure, printed};
use crate::domain::evaluation::gap_words::gap_note;
use crate::domain::overview::standing::{GroupStanding, PartStanding, share, standings};
use crate::domain::values::points::Points;

use super::super::page::PageProps;
use super::bars::score_bar;

/// The section.
#[component]
pub fn Scores(props: &PageProps) -> Html {
    let workspace = &props.workspace;
    let parts = standings(&workspace.draft, &workspace.evaluation);
    if parts.is_empty() {
        return html! {};
    }
    let total = printed(&workspace.evaluation, Figure::TotalScore);
    let full = workspace.draft.scheme.full_points();
    let full_text = full.map(Points::printed).unwrap_or_default();
    html! {
        <Section title="各部分得分" id="scores">
            <table class="table table--flush overview__scores" aria-labelledby="scores-title" role="table">
                <thead role="rowgroup"><tr role="row">
                    <th scope="col" role="columnheader">{ "评分内容" }</th>
                    <td class="overview__bar" role="cell"></td>
                    <th class="table__number" scope="col" role="columnheader">{ "得分" }</th>
                    <th class="table__number" scope="col" role="columnheader">{ "权重" }</th>
                    <th class="table__number" scope="col" role="columnheader">{ "扣分" }</th>
                </tr></thead>
                <tbody role="rowgroup">
                    { for parts.iter().map(part_rows) }
                    <tr class="table__total" role="row">
                        <th scope="row" role="rowheader">{ "总分" }</th>
                        <td class="overview__bar" role="cell">{ score_bar(share(workspace.evaluation.total.ok(), full)) }</td>
                        <td class="table__number" data-label="得分" role="cell"><FigureButton figure={Figure::TotalScore} name="总分" text={total} /></td>
                        <td class="table__number" data-label="权重" role="cell">{ full_text }</td>
                        { lost_cell(workspace.evaluation.total.ok(), full) }
                    </tr>
                </tbody>
            </table>
        </Section>
    }
}

fn part_rows(part: &PartStanding) -> Html {
    let (score, weight) = (part.score.ok(), part.weight.ok());
    html! {
        <>
            <tr role="row">
                <th class="overview__part" scope="row" role="rowheader">{ &part.name }</th>
                <td class="overview__bar" role="cell">{ score_bar(share(score, weight)) }</td>
                <td class="table__number" data-label="得分" role="cell"><FigureButton figure={Figure::PartScore(part.id)} name={part.name.clone()} text={part.score.map(Points::printed)} /></td>
                <td class="table__number" data-label="权重" role="cell">{ part.weight.map_or_else(gap_note, Points::printed) }</td>
                { lost_cell(score, weight) }
            </tr>
            { for part.groups.iter().map(group_row) }
        </>
    }
}

fn group_row(group: &GroupStanding) -> Html {
    let said = |points: Option<Points>| points.map_or_else(|| "还不能算".to_owned(), Points::printed);
    html! {
        <tr role="row">
            <th class="overview__group" scope="row" role="rowheader">{ &group.name }</th>
            <td class="overview__bar" role="cell">{ score_bar(share(group.score, group.weight)) }</td>
            <td class="table__number" data-label="得分" role="cell">{ said(group.score) }</td>
            <td class="table__number" data-label="权重" role="cell">{ said(group.weight) }</td>
            { lost_cell(group.score, group.weight) }
        </tr>
    }
}

/// 扣分; nothing where all points were earned, or one of the two is not known.
fn lost_cell(score: Option<Points>, weight: Option<Points>) -> Html {
    let lost = score.zip(weight).filter(|(score, weight)| score < weight);
    let text = lost.map_or_else(|| "—".to_owned(), |(score, weight)| weight.less(score).printed());
    html! { <td class={classes!("table__number", lost.is_some().then_some("overview__lost"))} data-label="扣分" role="cell">{ text }</td> }
}
