//! Findings as a list of links to their fields.

use yew::prelude::*;

use crate::domain::checks::finding::finding::{Finding, Severity};
use crate::domain::values::input::Choice;
use crate::state::model::message::Message;

use super::dispatch::use_dispatch;
use super::icon::{Icon, symbol};

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
    let (field, id) = (props.finding.field, props.finding.id());
    let followed = Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        dispatch.send(Message::FindingSought(id.clone()));
    });
    html! { <a class={props.class.clone()} href={format!("#{}", field.key())} onclick={followed}>{ &props.finding.message }</a> }
}

/// What the button of a fix is told.
#[derive(Clone, PartialEq, Properties)]
pub struct FixButtonProps {
    /// The finding.
    pub finding: Finding,
    /// Called before the finding goes, while the page is as it was.
    #[prop_or_default]
    pub onpress: Callback<MouseEvent>,
}

/// 一键修改, where one edit would put the finding right.
#[component]
pub fn FixButton(props: &FixButtonProps) -> Html {
    let dispatch = use_dispatch();
    let Some(fix) = &props.finding.fix else {
        return html! {};
    };
    let (id, before) = (props.finding.id(), props.onpress.clone());
    let pressed = Callback::from(move |event: MouseEvent| {
        before.emit(event);
        dispatch.send(Message::FixPressed(id.clone()));
    });
    html! { <button class="button button--small" type="button" onclick={pressed}>{ &fix.label }</button> }
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
