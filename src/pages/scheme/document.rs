//! 换文书: from a report about a department to the form of a project, or the other way, said before it is done.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::dispatch::use_dispatch;
use crate::components::icon::{Icon, Symbol};
use crate::domain::draft::chapter::Chapter;
use crate::domain::draft::scheme_change::kind_change;
use crate::domain::scheme::scheme::ReportKind;
use crate::domain::values::input::Choice;
use crate::state::model::message::Message;
use crate::state::model::workspace::Workspace;

/// What the step is told.
#[derive(Clone, PartialEq, Properties)]
pub struct DocumentProps {
    /// The open draft.
    pub workspace: Rc<Workspace>,
}

/// The step, closed at first.
#[component]
pub fn Document(props: &DocumentProps) -> Html {
    let dispatch = use_dispatch();
    let draft = &props.workspace.draft;
    let other = match draft.scheme.kind {
        ReportKind::Department => ReportKind::Project,
        ReportKind::Project => ReportKind::Department,
    };
    let change = kind_change(draft, other);
    let mut effects = Vec::new();
    if !change.appearing.is_empty() {
        effects.push(format!("多出这些部分：{}。", listed(&change.appearing)));
    }
    if !change.hidden.is_empty() {
        effects.push(format!("不再显示这些部分：{}。", listed(&change.hidden)));
    }
    if !change.written.is_empty() {
        effects.push(format!("其中{}已经写了，都留着，改回来还在。", listed(&change.written)));
    }
    effects.push(format!("评分方案换成{}的，要重新选定。", other.label()));
    html! {
        <details class="disclosure">
            <summary class="disclosure__summary"><Icon symbol={Symbol::Right} />{ format!("改写成{}", other.label()) }<span class="disclosure__note">{ "换的是文书，不只是方案" }</span></summary>
            <div class="disclosure__body">
                <ul class="pack__effects">{ for effects.into_iter().map(|line| html! { <li>{ line }</li> }) }</ul>
                <button class="button button--small" type="button" onclick={dispatch.on::<MouseEvent>(Message::KindChanged(other))}>{ format!("确定改成{}", other.label()) }</button>
            </div>
        </details>
    }
}

fn listed(parts: &[Chapter]) -> String {
    let names: Vec<&str> = parts.iter().map(|part| part.label()).collect();
    names.join("、")
}
