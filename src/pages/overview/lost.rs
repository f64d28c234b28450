//! 扣分的指标 with what was asked, what was reached, and the reason.

use yew::prelude::*;

use crate::components::section::Section;
use crate::domain::draft::field::{Field, IndicatorField};
use crate::domain::overview::lost::{Lost, lost};

use super::super::page::PageProps;
use super::link::FieldLink;

/// So many are listed; the rest is counted.
const LISTED: usize = 20;

/// The section.
#[component]
pub fn LostPoints(props: &PageProps) -> Html {
    let workspace = &props.workspace;
    let rows = lost(&workspace.draft, &workspace.evaluation);
    if workspace.draft.written_indicators().next().is_none() {
        return html! {};
    }
    let unknown = workspace
        .evaluation
        .indicators
        .iter()
        .filter(|row| row.score.is_err())
        .count();
    let said = match (rows.len(), unknown) {
        (0, 0) => "没有扣分的指标。".to_owned(),
        (0, unknown) => format!("算得出的指标都没有扣分，还有 {unknown} 项算不出得分。"),
        (count, 0) => format!("{count} 项指标扣了分。"),
        (count, unknown) => format!("{count} 项指标扣了分，还有 {unknown} 项算不出得分。"),
    };
    html! {
        <Section title="扣分的指标" id="lost">
            <p>{ said }</p>
            if !rows.is_empty() {
                <table class="table table--flush overview__reasons" aria-labelledby="lost-title" role="table">
                    <thead role="rowgroup"><tr role="row">
                        <th scope="col" role="columnheader">{ "指标" }</th>
                        <th class="table__number" scope="col" role="columnheader">{ "扣分" }</th>
                        <th class="table__number" scope="col" role="columnheader">{ "得分" }</th>
                        <th scope="col" role="columnheader">{ "偏差原因" }</th>
                    </tr></thead>
                    <tbody role="rowgroup">{ for rows.iter().take(LISTED).map(row) }</tbody>
                </table>
            }
            if rows.len() > LISTED {
                <p class="section__lead">{ format!("还有 {} 项没有列出，见“指标与评分”。", rows.len() - LISTED) }</p>
            }
        </Section>
    }
}

fn row(row: &Lost) -> Html {
    let asked = row.targets.join("；");
    let reached = row.actuals.join("；");
    html! {
        <tr role="row" key={row.id.0}>
            <th scope="row" role="rowheader">
                <FieldLink field={Field::Indicator(row.id, IndicatorField::Name)} text={row.name.trim_matches(['“', '”']).to_owned()} />
                if !asked.is_empty() || !reached.is_empty() {
                    <span class="overview__sub">{ format!("指标值 {asked}，实际 {}", if reached.is_empty() { "未填" } else { &reached }) }</span>
                }
            </th>
            <td class="table__number overview__lost" data-label="扣分" role="cell">{ row.points.printed() }</td>
            <td class="table__number" data-label="得分" role="cell">{ format!("{} / {}", row.score.printed(), row.weight.printed()) }</td>
            <td class="overview__reason" data-label="偏差原因" role="cell">
                { match &row.reason {
                    Some(reason) => html! { <>{ reason }</> },
                    None => html! { <FieldLink field={Field::Indicator(row.id, IndicatorField::DeviationReason)} text="还没有写原因" /> },
                } }
            </td>
        </tr>
    }
}
