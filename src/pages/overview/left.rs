//! 还要做的: what is missing, part by part, and what the check found.

use yew::prelude::*;

use crate::components::section::Section;
use crate::domain::checks::finding::finding::Severity;
use crate::domain::overview::left::left;
use crate::domain::values::input::Choice;
use crate::state::model::route::{Page, Route};

use super::super::page::PageProps;
use super::link::FieldLink;

/// The section.
#[component]
pub fn StillToDo(props: &PageProps) -> Html {
    let workspace = &props.workspace;
    let parts = left(&workspace.draft, &workspace.evaluation);
    let count = |severity| {
        workspace
            .findings
            .iter()
            .filter(|finding| finding.severity() == severity)
            .count()
    };
    let found: Vec<String> = Severity::ALL
        .iter()
        .map(|severity| (severity, count(*severity)))
        .filter(|(_, count)| *count > 0)
        .map(|(severity, count)| format!("{} {count}", severity.label()))
        .collect();
    let checks = Route::Draft(workspace.id.clone(), Page::Checks).hash();
    html! {
        <Section title="还要做的" id="left">
            if parts.is_empty() && found.is_empty() {
                <p>{ "该填的都填了，检查没有发现问题。" }</p>
            }
            if !parts.is_empty() {
                <ul class="overview__left">
                    { for parts.iter().map(|part| html! {
                        <li key={part.chapter.code()}>
                            <span class="overview__chapter">{ part.chapter.label() }</span>
                            { for part.missing.iter().map(|missing| html! { <FieldLink field={missing.field} text={missing.name} /> }) }
                        </li>
                    }) }
                </ul>
            }
            if !found.is_empty() {
                <p>{ "检查结果：" }<a class="overview__link" href={checks}>{ found.join("，") }</a></p>
            }
        </Section>
    }
}
