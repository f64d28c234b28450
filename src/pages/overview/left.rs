//! 还要做的: what is missing or wrong, part by part, and what the check found.

use yew::prelude::*;

use crate::components::section::Section;
use crate::domain::checks::finding::finding::Severity;
use crate::domain::draft::chapter::Chapter;
use crate::domain::evaluation::completeness::Completeness;
use crate::domain::overview::left::left;
use crate::domain::values::input::Choice;
use crate::state::model::route::{Page, Route};
use crate::state::model::workspace::Workspace;

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
    // A part in which nothing is missing has no tick while something in it is wrong, or last year's.
    let unticked = Chapter::of_kind(workspace.draft.scheme.kind)
        .iter()
        .zip(workspace.completeness.iter())
        .filter(|(_, completeness)| **completeness != Completeness::Done)
        .map(|(chapter, _)| *chapter)
        .filter(|chapter| parts.iter().all(|part| part.chapter != *chapter));
    let unticked: Vec<(Chapter, String)> = unticked
        .map(|chapter| (chapter, wrong_in(workspace, chapter)))
        .collect();
    let checks = Route::Draft(workspace.id.clone(), Page::Checks).hash();
    html! {
        <Section title="还要做的" id="left">
            if parts.is_empty() && found.is_empty() {
                <p>{ "该填的都填了，检查没有发现问题。" }</p>
            }
            if !parts.is_empty() || !unticked.is_empty() {
                <ul class="overview__left">
                    { for parts.iter().map(|part| html! {
                        <li key={part.chapter.code()}>
                            <span class="overview__chapter">{ part.chapter.label() }</span>
                            { for part.missing.iter().map(|missing| html! { <FieldLink field={missing.field} text={missing.name} /> }) }
                        </li>
                    }) }
                    { for unticked.iter().map(|(chapter, said)| html! {
                        <li key={chapter.code()}>
                            <span class="overview__chapter">{ chapter.label() }</span>
                            <a class="overview__link" href={Route::Draft(workspace.id.clone(), Page::Chapter(*chapter)).hash()}>{ said }</a>
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

/// Why a part in which nothing is missing is not done.
fn wrong_in(workspace: &Workspace, chapter: Chapter) -> String {
    let found = workspace.found_in(chapter);
    let errors = found.iter().filter(|finding| finding.severity() == Severity::Error);
    match errors.count() {
        0 => "去年的文字待改".to_owned(),
        count => format!("{count} 个错误要改"),
    }
}
