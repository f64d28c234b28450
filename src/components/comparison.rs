//! Two states of a draft side by side: field by field, with what differs in a text marked.

use std::cmp::Ordering;
use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::domain::draft::comparison::Difference;
use crate::domain::evaluation::figure::{Figure, printed};
use crate::domain::evaluation::gap_words;
use crate::domain::values::calendar::Moment;
use crate::state::model::message::Message;
use crate::state::model::recovery::{Comparison, Source};

use super::dispatch::use_dispatch;
use super::icon::{Icon, Symbol};
use super::marked::marked;

/// So many differences are shown; a draft that has more is another report.
const SHOWN: usize = 300;

/// What the comparison is told.
#[derive(Clone, PartialEq, Properties)]
pub struct ComparisonViewProps {
    /// The two states.
    pub compared: Rc<Comparison>,
    /// The time, for 今天.
    pub now: Moment,
    /// Whether single fields can be taken over: the draft is open and may be written.
    pub can_take: bool,
    /// How the version is called.
    pub title: AttrValue,
    /// What else it can be held against: other versions, with their names.
    #[prop_or_default]
    pub others: Vec<(Source, String)>,
    /// The whole text.
    pub children: Html,
}

/// The comparison.
#[component]
pub fn ComparisonView(props: &ComparisonViewProps) -> Html {
    let dispatch = use_dispatch();
    let compared = &props.compared;
    let evaluation = use_memo(compared.draft.clone(), |draft| {
        crate::domain::evaluation::evaluate::evaluate(draft)
    });
    let figure = |figure| printed(&evaluation, figure).unwrap_or_else(gap_words::gap_note);
    let count = compared.differences.len();
    let other = match &compared.against {
        None => "现在的内容",
        Some(_) => "它",
    };
    let verdict = match (&compared.other, count) {
        (None, _) => "这份报告现在没有别的内容可比。".to_owned(),
        (Some(same), 0) if **same == *compared.draft => format!("和{other}一样。"),
        (Some(_), 0) => format!("每一处填写都和{other}一样，只是行的先后不同。"),
        (Some(_), _) => format!("和{other}有 {count} 处不同："),
    };
    let sides = match &compared.against {
        None => ("当时".to_owned(), "现在".to_owned()),
        Some((source, _)) => {
            let name = props.others.iter().find(|(other, _)| other == source);
            let side = |name: &str, is_younger: bool| format!("{name}{}", if is_younger { "（较新）" } else { "" });
            (
                side(&props.title, compared.age() == Ordering::Greater),
                side(
                    name.map_or("另一份", |(_, name)| name),
                    compared.age() == Ordering::Less,
                ),
            )
        }
    };
    let can_take = props.can_take && compared.against.is_none();
    html! {
        <section class="section comparison" aria-labelledby="comparison-title">
            <div class="section__head">
                <h2 class="section__title" id="comparison-title" tabindex="-1">{ format!("{}：{}", props.title, compared.at.since(&props.now)) }</h2>
                <p class="section__note">{ format!("当时总分 {}，等级 {}", figure(Figure::TotalScore), figure(Figure::Grade)) }</p>
            </div>
            if !props.others.is_empty() {
                <Other others={props.others.clone()} chosen={compared.against.as_ref().map(|(source, _)| source.clone())} />
            }
            <p>{ verdict }</p>
            if count > 0 {
                <table class="table table--flush fork" role="table">
                    <caption class="visually-hidden">{ "不同的地方" }</caption>
                    <thead role="rowgroup"><tr role="row">
                        <th class="fork__what" scope="col" role="columnheader">{ "哪一处" }</th>
                        <th scope="col" role="columnheader">{ &sides.0 }</th>
                        <th scope="col" role="columnheader">{ &sides.1 }</th>
                        if can_take { <td class="fork__tools" role="cell"></td> }
                    </tr></thead>
                    <tbody role="rowgroup">
                        { for compared.differences.iter().take(SHOWN).enumerate().map(|(place, difference)| html! {
                            <Row difference={difference.clone()} {place} {can_take} sides={sides.clone()} />
                        }) }
                    </tbody>
                </table>
                if count > SHOWN {
                    <p class="section__note">{ format!("还有 {} 处没有列出。", count - SHOWN) }</p>
                }
            }
            { props.children.clone() }
            <div class="button-row">
                if can_take && count > 0 {
                    <button class="button button--primary" type="button" onclick={dispatch.on::<MouseEvent>(Message::VersionTaken)}>{ "整份恢复到当时" }</button>
                }
                <button class="button" type="button" onclick={dispatch.on::<MouseEvent>(Message::CopyRestored(compared.source.clone()))}>{ "另存为新报告" }</button>
                <button class="button button--quiet" type="button" onclick={dispatch.on::<MouseEvent>(Message::ComparisonClosed)}><Icon symbol={Symbol::Close} />{ "收起" }</button>
            </div>
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct OtherProps {
    others: Vec<(Source, String)>,
    chosen: Option<Source>,
}

/// What the version is held against.
#[component]
fn Other(props: &OtherProps) -> Html {
    let dispatch = use_dispatch();
    let others = props.others.clone();
    let chosen = Callback::from(move |event: Event| {
        let place = event
            .target_dyn_into::<HtmlSelectElement>()
            .and_then(|select| usize::try_from(select.selected_index()).ok());
        let other = place
            .and_then(|place| place.checked_sub(1))
            .and_then(|place| others.get(place));
        dispatch.send(Message::ComparedWith(other.map(|(source, _)| source.clone())));
    });
    html! {
        <label class="comparison__other">
            <span>{ "和哪份比" }</span>
            <select class="control" onchange={chosen}>
                <option selected={props.chosen.is_none()}>{ "现在的内容" }</option>
                { for props.others.iter().map(|(source, name)| html! {
                    <option selected={props.chosen.as_ref() == Some(source)}>{ name }</option>
                }) }
            </select>
        </label>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct RowProps {
    difference: Difference,
    place: usize,
    can_take: bool,
    /// How the two states are called.
    sides: (String, String),
}

#[component]
fn Row(props: &RowProps) -> Html {
    let dispatch = use_dispatch();
    let Difference {
        name, before, after, ..
    } = &props.difference;
    let (then, now) = marked(before.as_deref(), after.as_deref());
    html! {
        <tr role="row">
            <th class="fork__what" scope="row" role="rowheader">{ name }</th>
            <td data-label={props.sides.0.clone()} role="cell">{ then }</td>
            <td data-label={props.sides.1.clone()} role="cell">{ now }</td>
            if props.can_take {
                <td class="fork__tools" role="cell">
                    if props.difference.is_single() {
                        <button class="button button--quiet button--small" type="button" onclick={dispatch.on::<MouseEvent>(Message::FieldTaken(props.place))}>
                            { "用当时的" }<span class="visually-hidden">{ format!("：{name}") }</span>
                        </button>
                    }
                </td>
            }
        </tr>
    }
}
