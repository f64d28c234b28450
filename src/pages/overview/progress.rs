//! 支出进度 against 序时进度: a line through the months that were looked at, and below it the same as a table.

use yew::prelude::*;

use crate::components::section::Section;
use crate::domain::overview::progress::{ProgressPoint, progress};

use super::super::page::PageProps;

/// The plot's field: its left edge, its foot, the width of a month, and its height.
const LEFT: u32 = 40;
const FOOT: u32 = 172;
const MONTH: u32 = 26;
const HEIGHT: u32 = 160;

/// The section; nothing where no month within the year was looked at.
#[component]
pub fn Progress(props: &PageProps) -> Html {
    let workspace = &props.workspace;
    let points = progress(&workspace.draft, &workspace.evaluation);
    if points.is_empty() {
        return html! {};
    }
    let row = |point: &ProgressPoint| {
        html! {
            <tr role="row">
                <th scope="row" role="rowheader">{ format!("{} 月底", point.month) }</th>
                <td class="table__number" data-label="支出进度" role="cell">{ point.spending.printed_percent() }</td>
                <td class="table__number" data-label="序时进度" role="cell">{ point.time.printed_percent() }</td>
            </tr>
        }
    };
    html! {
        <Section title="支出进度与序时进度" id="progress">
            <div class="overview__beside">
                <div>
                    <p class="overview__key" aria-hidden="true"><span class="overview__swatch"></span>{ "支出进度" }<span class="overview__swatch overview__swatch--time"></span>{ "序时进度" }</p>
                    { plot(&points) }
                </div>
                <table class="table table--flush overview__months" aria-labelledby="progress-title" role="table">
                    <thead role="rowgroup"><tr role="row">
                        <th scope="col" role="columnheader">{ "截至" }</th>
                        <th class="table__number" scope="col" role="columnheader">{ "支出进度" }</th>
                        <th class="table__number" scope="col" role="columnheader">{ "序时进度" }</th>
                    </tr></thead>
                    <tbody role="rowgroup">{ for points.iter().map(row) }</tbody>
                </table>
            </div>
        </Section>
    }
}

/// The picture of the table. Heights are counted from the foot upwards.
fn plot(points: &[ProgressPoint]) -> Html {
    let across = |month: u8| u32::from(month) * MONTH;
    let at = |point: &ProgressPoint| format!("{},{}", across(point.month), point.spending.capped().along(HEIGHT));
    let line: Vec<String> = std::iter::once("0,0".to_owned()).chain(points.iter().map(at)).collect();
    let year = 12 * MONTH;
    html! {
        <svg class="plot" viewBox="0 0 368 196" aria-hidden="true">
            <g transform={format!("translate({LEFT} {FOOT}) scale(1 -1)")}>
                { for (0..=4).map(|quarter| {
                    let height = (quarter * HEIGHT / 4).to_string();
                    html! { <line class="plot__grid" x1="0" x2={year.to_string()} y1={height.clone()} y2={height} /> }
                }) }
                <line class="plot__time" x1="0" y1="0" x2={year.to_string()} y2={HEIGHT.to_string()} />
                <polyline class="plot__line" points={line.join(" ")} />
                { for points.iter().map(|point| html! {
                    <circle class="plot__point" cx={across(point.month).to_string()} cy={point.spending.capped().along(HEIGHT)} r="3.5" />
                }) }
            </g>
            { for (0..=4).map(|quarter| html! {
                <text class="plot__text plot__text--end" x={(LEFT - 6).to_string()} y={(FOOT + 4 - quarter * HEIGHT / 4).to_string()}>{ format!("{}%", quarter * 25) }</text>
            }) }
            { for [3_u32, 6, 9, 12].map(|month| html! {
                <text class="plot__text plot__text--middle" x={(LEFT + month * MONTH).to_string()} y={(FOOT + 18).to_string()}>{ format!("{month}月") }</text>
            }) }
        </svg>
    }
}
