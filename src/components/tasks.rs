//! The list of the report's parts, with their completeness.

use yew::prelude::*;

use crate::domain::checks::finding::finding::Severity;
use crate::domain::evaluation::completeness::Completeness;
use crate::domain::values::input::Choice;
use crate::state::model::message::Message;
use crate::state::model::reports::DraftId;
use crate::state::model::route::{Page, Route};

use super::dispatch::use_dispatch;
use super::icon::{Icon, Symbol};

/// One line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// The page that it leads to.
    pub page: Page,
    /// How far it is filled in; none for pages that are not filled in.
    pub completeness: Option<Completeness>,
    /// The gravest severity, and how many findings there are.
    pub findings: Option<(Severity, usize)>,
}

/// What the list is told.
#[derive(Clone, PartialEq, Properties)]
pub struct TasksProps {
    /// The open draft.
    pub id: DraftId,
    /// The page that is shown.
    pub page: Page,
    /// The lines.
    pub tasks: Vec<Task>,
    /// How many parts are complete.
    pub done: usize,
    /// Whether it is open as a drawer.
    pub open: bool,
}

/// The list.
#[component]
pub fn Tasks(props: &TasksProps) -> Html {
    let dispatch = use_dispatch();
    let (first, rest): (Vec<&Task>, Vec<&Task>) = props.tasks.iter().partition(|task| task.page == Page::Overview);
    let (parts, deliver): (Vec<&Task>, Vec<&Task>) = rest.into_iter().partition(|task| task.completeness.is_some());
    // The address stays the same, so that pressing it again would say nothing.
    let again = dispatch.on::<MouseEvent>(Message::CheckPressed);
    let line = |task: &&Task| task_line(props, task, &again);
    html! {
        <nav class={classes!("tasks", props.open.then_some("tasks--open"))} id="tasks" aria-labelledby="tasks-heading">
            <div class="tasks__inner">
                <div class="tasks__head">
                    <h2 class="tasks__heading" id="tasks-heading">{ "报告各部分" }</h2>
                    <p class="tasks__progress">{ format!("已填完 {} / {}", props.done, parts.len()) }</p>
                    <button class="drawer-close" type="button" onclick={dispatch.on(Message::OverlayClosed)}>
                        <Icon symbol={Symbol::Close} /><span class="visually-hidden">{ "关闭" }</span>
                    </button>
                </div>
                <ul class="tasks__list tasks__list--first">{ for first.iter().map(line) }</ul>
                <ol class="tasks__list">{ for parts.iter().map(line) }</ol>
                <ol class="tasks__list tasks__list--deliver" start={(parts.len() + 1).to_string()}>{ for deliver.iter().map(line) }</ol>
                <ul class="tasks__foot">
                    <li><a class="tasks__link" href={Route::Start.hash()}>{ "全部报告" }</a></li>
                    <li class="tasks__help"><button class="tasks__link" type="button" onclick={dispatch.on::<MouseEvent>(Message::HelpPressed(false))}>{ "帮助" }</button></li>
                </ul>
            </div>
        </nav>
    }
}

fn task_line(props: &TasksProps, task: &Task, again: &Callback<MouseEvent>) -> Html {
    let (class, symbol, state) = match (task.completeness, task.page) {
        (Some(Completeness::Done), _) => ("task--done", Symbol::Done, "，已填完"),
        (Some(Completeness::Partial), _) => ("task--part", Symbol::Part, "，还差几项"),
        (Some(Completeness::Todo), _) => ("task--todo", Symbol::Todo, "，未开始"),
        (None, Page::Overview) => ("", Symbol::Chart, ""),
        (None, Page::Checks) => ("", Symbol::Search, ""),
        (None, _) => ("", Symbol::File, ""),
    };
    let is_current = task.page == props.page;
    let current = is_current.then_some("page");
    let onclick = (is_current && task.page == Page::Checks).then(|| again.clone());
    html! {
        <li key={task.page.label()}>
            <a class={classes!("task", class)} href={Route::Draft(props.id.clone(), task.page).hash()} aria-current={current} {onclick}>
                <Icon {symbol} class="task__mark" />
                <span class="task__name">{ task.page.label() }</span>
                <span class="visually-hidden">{ state }</span>
                if let Some((severity, count)) = task.findings {
                    <span class={format!("count count--{}", severity.code())} aria-hidden="true">{ count }</span>
                    <span class="visually-hidden">{ format!("，{count} 条，最重的是{}", severity.label()) }</span>
                }
            </a>
        </li>
    }
}
