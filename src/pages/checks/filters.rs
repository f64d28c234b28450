//! 只看: by severity, by topic, and those that doubt full marks.

use yew::prelude::*;

use crate::components::dispatch::use_dispatch;
use crate::domain::checks::finding::catalogue::Topic;
use crate::domain::checks::finding::finding::{Finding, Severity};
use crate::domain::values::input::Choice;
use crate::state::model::message::Message;
use crate::state::model::working_off::{Filter, is_doubt};

/// What the filters are told.
#[derive(Clone, PartialEq, Properties)]
pub struct FiltersProps {
    /// The findings.
    pub findings: Vec<Finding>,
    /// What is listed.
    pub filter: Filter,
}

/// The filters. Each says how many it would list.
#[component]
pub fn Filters(props: &FiltersProps) -> Html {
    let dispatch = use_dispatch();
    let chosen = props.filter;
    let press = |filter: Filter| dispatch.on::<MouseEvent>(Message::FilterChosen(filter));
    let count = |filter: Filter| props.findings.iter().filter(|finding| filter.shows(finding)).count();
    let segment = |severity: Option<Severity>| {
        let filter = Filter { severity, ..chosen };
        let word = severity.map_or("全部", |severity| severity.label());
        html! {
            <button class="segment" type="button" aria-pressed={(chosen.severity == severity).to_string()} onclick={press(filter)}>{ format!("{word} {}", count(filter)) }</button>
        }
    };
    let topic = |topic: &Topic| {
        let is_chosen = chosen.topic == Some(*topic);
        let own = Filter {
            topic: Some(*topic),
            ..chosen
        };
        let next = if is_chosen {
            Filter { topic: None, ..chosen }
        } else {
            own
        };
        html! {
            <button class="chip" type="button" aria-pressed={is_chosen.to_string()} onclick={press(next)}>{ format!("{} {}", topic.label(), count(own)) }</button>
        }
    };
    let occurring = Topic::ALL
        .iter()
        .filter(|topic| props.findings.iter().any(|finding| finding.code.topic() == **topic));
    let doubts = Filter { doubts: true, ..chosen };
    let without_doubts = Filter {
        doubts: !chosen.doubts,
        ..chosen
    };
    html! {
        <div class="check-filters">
            <div class="segments" role="group" aria-label="按程度">
                { segment(None) }
                { for Severity::ALL.iter().map(|severity| segment(Some(*severity))) }
            </div>
            <div class="chips" role="group" aria-label="按类别">
                { for occurring.map(topic) }
                if props.findings.iter().any(is_doubt) {
                    <button class="chip" type="button" aria-pressed={chosen.doubts.to_string()} title="满分是不是站得住" onclick={press(without_doubts)}>{ format!("满分存疑 {}", count(doubts)) }</button>
                }
                if let Some(chapter) = chosen.chapter {
                    <button class="chip" type="button" aria-pressed="true" onclick={press(Filter { chapter: None, ..chosen })}>{ chapter.label() }</button>
                }
                if !chosen.is_all() {
                    <button class="button button--quiet button--small" type="button" onclick={press(Filter::default())}>{ "看全部" }</button>
                }
            </div>
        </div>
    }
}
