//! Findings as a list of links to their fields.

use yew::prelude::*;

use crate::domain::finding::{Finding, Severity};
use crate::domain::input::Choice;
use crate::state::message::Message;

use super::dispatch::use_dispatch;
use super::field::symbol;
use super::icon::Icon;

/// What a finding's link is told.
#[derive(Clone, PartialEq, Properties)]
pub struct FindingLinkProps {
    /// The finding.
    pub finding: Finding,
    /// The class of the link.
    pub class: AttrValue,
}

/// The finding's sentence; following it puts the focus into the field.
#[component]
pub fn FindingLink(props: &FindingLinkProps) -> Html {
    let dispatch = use_dispatch();
    let field = props.finding.field;
    let followed = Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        dispatch.send(Message::FieldSought(field));
    });
    html! { <a class={props.class.clone()} href={format!("#{}", field.key())} onclick={followed}>{ &props.finding.message }</a> }
}

/// What a list of findings is told.
#[derive(Clone, PartialEq, Properties)]
pub struct FindingListProps {
    /// The findings, the gravest first.
    pub findings: Vec<Finding>,
}

/// Findings in the narrow form of the side panel.
#[component]
pub fn FindingList(props: &FindingListProps) -> Html {
    html! {
        <ul class="findings findings--compact">
            { for props.findings.iter().map(|finding| {
                let severity = finding.severity();
                html! {
                    <li class={format!("finding finding--{}", severity.code())}>
                        <Icon symbol={symbol(severity)} class="finding__icon" />
                        <div class="finding__body"><p class="finding__text">
                            <span class="visually-hidden">{ format!("{}：", severity.label()) }</span>
                            <FindingLink finding={finding.clone()} class="finding__link" />
                        </p></div>
                    </li>
                }
            }) }
        </ul>
    }
}

/// What a count of findings is told.
#[derive(Clone, PartialEq, Properties)]
pub struct FlagsProps {
    /// How many errors, warnings, advices.
    pub counts: Vec<(Severity, usize)>,
}

/// How many findings of each severity, those that there are.
#[component]
pub fn Flags(props: &FlagsProps) -> Html {
    html! {
        <span class="flags">
            { for props.counts.iter().filter(|(_, count)| *count > 0).map(|(severity, count)| html! {
                <span class={format!("flag flag--{}", severity.code())}>
                    <Icon symbol={symbol(*severity)} />
                    { count }
                    <span class="visually-hidden">{ format!(" 个{}", severity.label()) }</span>
                </span>
            }) }
        </span>
    }
}

/// How many findings there are of each severity.
pub fn counts<'a>(findings: impl Iterator<Item = &'a Finding>) -> Vec<(Severity, usize)> {
    let mut counts: Vec<(Severity, usize)> = Severity::ALL.iter().map(|severity| (*severity, 0)).collect();
    for finding in findings {
        if let Some((_, count)) = counts.iter_mut().find(|(severity, _)| *severity == finding.severity()) {
            *count += 1;
        }
    }
    counts
}
