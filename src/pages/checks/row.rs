//! One finding: what is wrong, what to do, why it is looked at, and the two ways to be done with it.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Node};
use yew::prelude::*;

use crate::components::dispatch::use_dispatch;
use crate::components::finding::{FindingLink, FixButton};
use crate::components::icon::{Icon, symbol};
use crate::domain::agreement::sides::Side;
use crate::domain::checks::finding::finding::Finding;
use crate::domain::values::input::Choice;
use crate::state::model::message::Message;

use super::reason::ReasonForm;

/// What the row is told.
#[derive(Clone, PartialEq, Properties)]
pub struct CheckRowProps {
    /// The finding.
    pub finding: Finding,
    /// 两处对照: the places that it holds against each other.
    pub sides: Vec<Side>,
    /// Whether it is new since the last look.
    pub fresh: bool,
    /// Whether it can only be looked at.
    pub read_only: bool,
}

/// The row.
#[component]
pub fn CheckRow(props: &CheckRowProps) -> Html {
    let dispatch = use_dispatch();
    let row = use_node_ref();
    let button = use_node_ref();
    let asking = use_state(|| false);
    let CheckRowProps {
        finding,
        sides,
        fresh,
        read_only,
    } = props;
    let severity = finding.severity();
    let asked = {
        let asking = asking.clone();
        Callback::from(move |_: MouseEvent| asking.set(true))
    };
    let oncancel = {
        let (asking, button) = (asking.clone(), button.clone());
        Callback::from(move |()| {
            asking.set(false);
            if let Some(button) = button.cast::<HtmlElement>() {
                let _ = button.focus();
            }
        })
    };
    let ongiven = {
        let (row, id) = (row.clone(), finding.id());
        Callback::from(move |reason: String| {
            focus_neighbour(&row);
            dispatch.send(Message::FindingSetAside(id.clone(), reason));
        })
    };
    let onpress = {
        let row = row.clone();
        Callback::from(move |_| focus_neighbour(&row))
    };
    html! {
        <li class={format!("check check--{}", severity.code())} ref={row}>
            <p class="check__mark"><Icon symbol={symbol(severity)} />{ severity.label() }</p>
            <div class="check__body">
                <p class="check__text">
                    <FindingLink finding={finding.clone()} class="check__link" />
                    if *fresh {
                        <span class="tag tag--fresh">{ "新" }</span>
                    }
                </p>
                <div class="check__more">
                    <p class="check__hint">{ &finding.hint }</p>
                    <details class="check__why">
                        <summary class="check__code">{ format!("{} 为什么查", finding.code.code()) }</summary>
                        <p class="check__basis">{ format!("{}。{}", finding.code.label(), finding.code.basis()) }</p>
                    </details>
                </div>
                if !sides.is_empty() {
                    <div class="check__sides">{ for sides.iter().map(|side| html! {
                        <p class="check__side"><span class="check__side-name">{ format!("{}：", side.name) }</span>{ &side.quote }</p>
                    }) }</div>
                }
                if *asking {
                    <ReasonForm id={format!("reason-{}-{}", finding.code.code(), finding.field.key())} {oncancel} {ongiven} />
                }
            </div>
            if !read_only {
                <div class="check__tools">
                    <FixButton finding={finding.clone()} {onpress} />
                    <button class="button button--quiet button--small" type="button" ref={button} aria-expanded={asking.to_string()} onclick={asked}>
                        { "不处理" }<span class="visually-hidden">{ format!("：{}", finding.message) }</span>
                    </button>
                </div>
            }
        </li>
    }
}

/// The row is about to go; the focus goes to the next one, or else to the one before, or to the heading.
fn focus_neighbour(row: &NodeRef) {
    let Some(row) = row.cast::<Element>() else { return };
    let links = row.closest(".section").ok().flatten();
    let links = links.and_then(|list| list.query_selector_all(".check__link").ok());
    let links: Vec<Node> = links.map_or(Vec::new(), |links| {
        (0..links.length()).filter_map(|at| links.get(at)).collect()
    });
    let own = links.iter().position(|link| row.contains(Some(link)));
    let neighbour = own.and_then(|own| links.get(own + 1).or_else(|| links.get(own.checked_sub(1)?)));
    let heading = || Some(row.owner_document()?.get_element_by_id("checks-title")?.into());
    let target = neighbour.cloned().or_else(heading);
    if let Some(target) = target.and_then(|target| target.dyn_into::<HtmlElement>().ok()) {
        let _ = target.focus();
    }
}
