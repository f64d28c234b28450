//! 各部分的数量: part by severity; pressing a number lists just those.

use yew::prelude::*;

use crate::components::dispatch::use_dispatch;
use crate::components::icon::{Icon, symbol};
use crate::domain::checks::finding::finding::{Finding, Severity};
use crate::domain::draft::chapter::Chapter;
use crate::domain::values::input::Choice;
use crate::state::model::message::Message;
use crate::state::model::working_off::Filter;

/// What the table is told.
#[derive(Clone, PartialEq, Properties)]
pub struct MatrixProps {
    /// The findings.
    pub findings: Vec<Finding>,
    /// What is listed.
    pub filter: Filter,
}

/// The table. It has only parts and severities that occur.
#[component]
pub fn Matrix(props: &MatrixProps) -> Html {
    let count = |chapter: Option<Chapter>, severity: Option<Severity>| {
        let filter = Filter {
            chapter,
            severity,
            ..Filter::default()
        };
        props.findings.iter().filter(|finding| filter.shows(finding)).count()
    };
    let chapters: Vec<Chapter> = Chapter::ALL
        .iter()
        .copied()
        .filter(|chapter| count(Some(*chapter), None) > 0)
        .collect();
    let cell = |chapter: Option<Chapter>, severity: Option<Severity>| {
        html! { <Count {chapter} {severity} count={count(chapter, severity)} filter={props.filter} /> }
    };
    html! {
        <table class="table table--flush matrix">
            <caption class="visually-hidden">{ "各部分错误、警告、提示的数量，点数字只看这些" }</caption>
            <thead><tr>
                <td></td>
                { for chapters.iter().map(|chapter| html! { <th class="matrix__part" scope="col"><span class="matrix__name">{ chapter.label() }</span></th> }) }
                <th class="matrix__total" scope="col"><span class="matrix__name">{ "合计" }</span></th>
            </tr></thead>
            <tbody>
                { for Severity::ALL.iter().filter(|severity| count(None, Some(**severity)) > 0).map(|severity| html! {
                    <tr class={format!("matrix__row matrix__row--{}", severity.code())}>
                        <th scope="row"><span class="matrix__severity"><Icon symbol={symbol(*severity)} />{ severity.label() }</span></th>
                        { for chapters.iter().map(|chapter| cell(Some(*chapter), Some(*severity))) }
                        { cell(None, Some(*severity)) }
                    </tr>
                }) }
            </tbody>
        </table>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct CountProps {
    chapter: Option<Chapter>,
    severity: Option<Severity>,
    count: usize,
    filter: Filter,
}

/// One number.
#[component]
fn Count(props: &CountProps) -> Html {
    let dispatch = use_dispatch();
    let CountProps {
        chapter,
        severity,
        count,
        ..
    } = *props;
    let own = Filter {
        chapter,
        severity,
        ..Filter::default()
    };
    let is_chosen = props.filter == own;
    let next = if is_chosen { Filter::default() } else { own };
    let of = chapter.map_or("全部", |chapter| chapter.label());
    let name = format!(
        "只看{of}的{}，{count} 条",
        severity.map_or("", |severity| severity.label())
    );
    let class = classes!("matrix__cell", chapter.is_none().then_some("matrix__total"));
    if count == 0 {
        return html! { <td {class}><span class="matrix__none">{ "0" }</span></td> };
    }
    html! {
        <td {class}>
            <button class="matrix__count" type="button" aria-pressed={is_chosen.to_string()} aria-label={name} onclick={dispatch.on::<MouseEvent>(Message::FilterChosen(next))}>{ count }</button>
        </td>
    }
}
