//! 导出前核对: what the check finds in a report that is about to leave. It says, and lets go on.

use yew::prelude::*;

use crate::domain::checks::finding::finding::{Finding, Severity};
use crate::domain::values::input::Choice;
use crate::state::model::departure::Departure;
use crate::state::model::message::Message;

use super::dialog::Dialog;
use super::dispatch::use_dispatch;
use super::finding::{FindingList, counts};

/// How many sentences are shown; the rest is on the page of findings.
const SHOWN: usize = 8;

/// What the question is told.
#[derive(Clone, PartialEq, Properties)]
pub struct BeforeDepartureProps {
    /// How it is about to leave.
    pub departure: Departure,
    /// The errors, then the warnings.
    pub findings: Vec<Finding>,
}

/// The question.
#[component]
pub fn BeforeDeparture(props: &BeforeDepartureProps) -> Html {
    let dispatch = use_dispatch();
    let BeforeDepartureProps { departure, findings } = props;
    let counts = counts(findings.iter());
    let counts = counts.iter().filter(|(_, count)| *count > 0);
    let counts: Vec<String> = counts
        .map(|(severity, count)| format!("{count} 个{}", severity.label()))
        .collect();
    let has_errors = findings.iter().any(|finding| finding.severity() == Severity::Error);
    let mark = match (departure, has_errors) {
        (Departure::Export(_), true) => "有错误时文件名会带“草稿”。",
        _ => "",
    };
    html! {
        <Dialog title={departure.title()} class="dialog--concerns" oncancel={dispatch.on::<Event>(Message::OverlayClosed)}>
            <div class="dialog__form">
                <p>{ format!("检查发现 {}，点一条就到要改的地方。{mark}", counts.join("、")) }</p>
                <div class="dialog__list" tabindex="0" role="region" aria-label="检查结果">
                    <FindingList findings={findings.iter().take(SHOWN).cloned().collect::<Vec<_>>()} />
                    if findings.len() > SHOWN {
                        <p class="dialog__more">{ format!("另有 {} 条，在“检查”里。", findings.len() - SHOWN) }</p>
                    }
                </div>
                <div class="button-row">
                    <button class="button button--primary" type="button" autofocus=true onclick={dispatch.on::<MouseEvent>(Message::DepartureConfirmed)}>{ departure.going_on() }</button>
                    <button class="button" type="button" onclick={dispatch.on::<MouseEvent>(Message::CheckPressed)}>{ "去检查" }</button>
                    <button class="button button--quiet" type="button" onclick={dispatch.on::<MouseEvent>(Message::OverlayClosed)}>{ "取消" }</button>
                </div>
            </div>
        </Dialog>
    }
}
