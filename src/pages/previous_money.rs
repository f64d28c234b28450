//! 去年的数: last year's money beside this year's, to be looked at only.

use yew::prelude::*;

use crate::components::section::Section;
use crate::domain::draft::budget::{Budget, Column, Fund};
use crate::domain::values::input::{Choice, Input};

/// What the section is told.
#[derive(Clone, PartialEq, Properties)]
pub struct PreviousProps {
    /// 资金收支.
    pub budget: Budget,
}

/// The section; nothing where the draft does not come from last year's.
#[component]
pub fn PreviousMoney(props: &PreviousProps) -> Html {
    let budget = &props.budget;
    if !budget.has_previous() {
        return html! {};
    }
    let funds = budget.funds.iter().filter(|fund| !fund.previous.is_blank());
    let cell = |column: &Column, text: String| {
        html! { <td class="table__number" data-label={column.label()} role="cell">{ text }</td> }
    };
    let row = |fund: &Fund| {
        html! {
            <tr role="row">
                <th scope="row" role="rowheader">{ fund.label() }</th>
                { for Column::ALL.iter().map(|column| cell(column, fund.previous.get(*column).shown())) }
            </tr>
        }
    };
    let total = |column: &Column| {
        budget
            .previous_total(*column)
            .map(|amount| amount.printed())
            .unwrap_or_default()
    };
    html! {
        <Section title="去年的数" id="previous" note={html! { "单位：万元，只供对照，不写进报告" }}>
            <table class="table table--flush" aria-labelledby="previous-title" role="table">
                <thead role="rowgroup"><tr role="row">
                    <th scope="col" role="columnheader">{ "资金来源" }</th>
                    { for Column::ALL.iter().map(|column| html! { <th class="table__number" scope="col" role="columnheader">{ column.label() }</th> }) }
                </tr></thead>
                <tbody role="rowgroup">
                    { for funds.map(row) }
                    <tr role="row">
                        <th scope="row" role="rowheader">{ "合计" }</th>
                        { for Column::ALL.iter().map(|column| cell(column, total(column))) }
                    </tr>
                </tbody>
            </table>
        </Section>
    }
}
