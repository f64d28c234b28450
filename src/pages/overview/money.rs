//! 预算与执行 by source, and both years side by side where last year's money came along.

use yew::prelude::*;

use crate::components::figure::FigureButton;
use crate::components::section::Section;
use crate::domain::draft::budget::Column;
use crate::domain::evaluation::figure::{Figure, printed};
use crate::domain::overview::money::{SourceMoney, sources};
use crate::domain::overview::years::{TwoYears, years};
use crate::domain::values::amount::Amount;
use crate::domain::values::input::Choice;
use crate::domain::values::rate::Rate;

use super::super::page::PageProps;
use super::bars::money_bars;

/// Money by source.
#[component]
pub fn Sources(props: &PageProps) -> Html {
    let workspace = &props.workspace;
    let sources = sources(&workspace.draft, &workspace.evaluation);
    if sources.rows.is_empty() {
        return html! {};
    }
    let budget = sources.base.label();
    let share = if sources.base == Column::Adjusted {
        "执行率"
    } else {
        "占年初预算"
    };
    let execution_rate = printed(&workspace.evaluation, Figure::ExecutionRate);
    html! {
        <Section title="预算与执行" id="sources" note={html! { "单位：万元" }}>
            <p class="overview__key" aria-hidden="true"><span class="overview__swatch overview__swatch--quiet"></span>{ budget }<span class="overview__swatch"></span>{ "执行数" }</p>
            <table class="table table--flush overview__money" aria-labelledby="sources-title" role="table">
                <thead role="rowgroup"><tr role="row">
                    <th scope="col" role="columnheader">{ "资金来源" }</th>
                    <td class="overview__bar" role="cell"></td>
                    <th class="table__number" scope="col" role="columnheader">{ budget }</th>
                    <th class="table__number" scope="col" role="columnheader">{ "执行数" }</th>
                    <th class="table__number" scope="col" role="columnheader">{ share }</th>
                </tr></thead>
                <tbody role="rowgroup">
                    { for sources.rows.iter().map(|row| source_row(row, budget, share)) }
                    <tr class="table__total" role="row">
                        <th scope="row" role="rowheader">{ "合计" }</th>
                        <td class="overview__bar" role="cell"></td>
                        <td class="table__number" data-label={budget} role="cell">{ amount(sources.budget) }</td>
                        <td class="table__number" data-label="执行数" role="cell">{ amount(sources.executed) }</td>
                        <td class="table__number" data-label={share} role="cell">
                            if sources.base == Column::Adjusted {
                                <FigureButton figure={Figure::ExecutionRate} name="执行率" text={execution_rate} />
                            } else {
                                { rate(sources.rate) }
                            }
                        </td>
                    </tr>
                </tbody>
            </table>
            if sources.base == Column::Initial {
                <p class="overview__note">{ "调整预算数没有按来源分，这里对的是年初预算数。执行率按调整预算数的合计算。" }</p>
            }
        </Section>
    }
}

fn source_row(row: &SourceMoney, budget: &'static str, share: &'static str) -> Html {
    html! {
        <tr role="row">
            <th scope="row" role="rowheader">{ &row.name }</th>
            <td class="overview__bar" role="cell">{ money_bars(row.budget_reach, row.executed_reach) }</td>
            <td class="table__number" data-label={budget} role="cell">{ amount(row.budget) }</td>
            <td class="table__number" data-label="执行数" role="cell">{ amount(row.executed) }</td>
            <td class="table__number" data-label={share} role="cell">{ rate(row.rate) }</td>
        </tr>
    }
}

/// Last year beside this year.
#[component]
pub fn YearsBeside(props: &PageProps) -> Html {
    let workspace = &props.workspace;
    let Some(years) = years(&workspace.draft, &workspace.evaluation) else {
        return html! {};
    };
    let row = |row: &TwoYears| {
        html! {
            <tr role="row">
                <th scope="row" role="rowheader">{ row.column.label() }</th>
                <td class="table__number" data-label="去年" role="cell">{ amount(row.before) }</td>
                <td class="table__number" data-label="今年" role="cell">{ amount(row.now) }</td>
                <td class="table__number" data-label="增减" role="cell">{ row.change.map_or_else(|| "—".to_owned(), Rate::printed_percent) }</td>
            </tr>
        }
    };
    html! {
        <Section title="和去年比" id="years" note={html! { "单位：万元" }}>
            <table class="table table--flush overview__years" aria-labelledby="years-title" role="table">
                <thead role="rowgroup"><tr role="row">
                    <th scope="col" role="columnheader">{ "合计" }</th>
                    <th class="table__number" scope="col" role="columnheader">{ "去年" }</th>
                    <th class="table__number" scope="col" role="columnheader">{ "今年" }</th>
                    <th class="table__number" scope="col" role="columnheader">{ "增减" }</th>
                </tr></thead>
                <tbody role="rowgroup">
                    { for years.money.iter().map(row) }
                    <tr role="row">
                        <th scope="row" role="rowheader">{ "执行率" }</th>
                        <td class="table__number" data-label="去年" role="cell">{ rate(years.rate_before) }</td>
                        <td class="table__number" data-label="今年" role="cell">{ rate(years.rate_now) }</td>
                        <td class="table__number" data-label="增减" role="cell">{ "—" }</td>
                    </tr>
                </tbody>
            </table>
        </Section>
    }
}

fn amount(amount: Option<Amount>) -> String {
    amount.map_or_else(|| "未填".to_owned(), Amount::printed)
}

fn rate(rate: Option<Rate>) -> String {
    rate.map_or_else(|| "—".to_owned(), Rate::printed_percent)
}
