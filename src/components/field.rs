//! A field: label, hint, message, input.

use yew::prelude::*;

use crate::domain::checks::finding::finding::{Finding, Severity};
use crate::domain::draft::names;
use crate::domain::values::input::Choice;

use super::bound::Bound;
use super::control::{Control, Kind, Select};
use super::finding::FixButton;
use super::icon::{Icon, symbol};
use super::last_year::LastYear;
use super::prose_tools::ProseTools;

/// What a field is told.
#[derive(Clone, PartialEq, Properties)]
pub struct FieldProps {
    /// The field.
    pub bound: Bound,
    /// What is typed.
    #[prop_or_default]
    pub kind: Kind,
    /// The label; the field's own name where none is given.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// What to write here.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// A short remark behind the label: 选填, 万元.
    #[prop_or_default]
    pub flag: Option<AttrValue>,
    /// A class besides its own, for its width.
    #[prop_or_default]
    pub class: &'static str,
    /// What an empty field shows.
    #[prop_or_default]
    pub placeholder: AttrValue,
    /// Codes and words of a closed list; the field is then a selection.
    #[prop_or_default]
    pub options: Vec<(AttrValue, AttrValue)>,
    /// Names to offer while typing: the id of a list in the page.
    #[prop_or_default]
    pub list: Option<AttrValue>,
    /// Whether to count the characters.
    #[prop_or_default]
    pub counted: bool,
}

/// A labelled input with its hint and the sentences of the check.
#[component]
pub fn FormField(props: &FieldProps) -> Html {
    let Bound {
        field, findings, text, ..
    } = &props.bound;
    let key = field.key();
    let hint_id = format!("{key}-hint");
    let mut described = Vec::new();
    if props.hint.is_some() {
        described.push(hint_id.clone());
    }
    if !findings.is_empty() {
        described.push(props.bound.message_id());
    }
    let described_by = (!described.is_empty()).then(|| AttrValue::from(described.join(" ")));
    let label = props.label.clone().unwrap_or_else(|| names::short_name(*field).into());
    let count = props.counted.then(|| {
        let count = text.chars().filter(|c| !c.is_whitespace()).count();
        AttrValue::from(format!("{count} 字"))
    });
    html! {
        <div class={classes!("field", "field--form", tone(findings), props.class)}>
            <label class="field__label" for={key}>
                { label }
                if let Some(flag) = &props.flag {
                    <span class="field__flag">{ flag }</span>
                }
            </label>
            if let Some(hint) = &props.hint {
                <p class="field__hint" id={hint_id}>{ hint }</p>
            }
            <LastYear bound={props.bound.clone()} />
            if props.options.is_empty() {
                <Control bound={props.bound.clone()} kind={props.kind} {described_by} placeholder={props.placeholder.clone()} list={props.list.clone()} />
            } else {
                <Select bound={props.bound.clone()} options={props.options.clone()} />
            }
            if matches!(props.kind, Kind::Lines(_)) && props.bound.prose.is_some() {
                <ProseTools bound={props.bound.clone()} {count} />
            } else if let Some(count) = count {
                <p class="field__foot"><span></span><span>{ count }</span></p>
            }
            <Messages bound={props.bound.clone()} hint={props.hint.clone()} />
        </div>
    }
}

/// What a list of messages is told.
#[derive(Clone, PartialEq, Properties)]
pub struct MessagesProps {
    /// The field that they are about.
    pub bound: Bound,
    /// What the field says of itself, which is not said again.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// Whether they are said elsewhere as well, where the field refers to them.
    #[prop_or_default]
    pub again: bool,
}

/// The sentences of the check at a field, the same as in the summary, with what to do.
#[component]
pub fn Messages(props: &MessagesProps) -> Html {
    if props.bound.findings.is_empty() {
        return html! {};
    }
    let plain = |hint: &str| hint.trim_end_matches('。').to_owned();
    let said = props.hint.as_deref().map(plain);
    html! {
        <div class="field__messages" id={(!props.again).then(|| props.bound.message_id())}>
            { for props.bound.findings.iter().map(|finding| {
                let severity = finding.severity();
                html! {
                    <div class={format!("field__message field__message--{}", severity.code())}>
                        <Icon symbol={symbol(severity)} />
                        <div class="field__said">
                            <p class="field__sentence"><span class="visually-hidden">{ format!("{}：", severity.label()) }</span>{ &finding.message }</p>
                            if said.as_ref() != Some(&plain(&finding.hint)) {
                                <p class="field__way">{ &finding.hint }</p>
                            }
                            if !props.bound.read_only {
                                <FixButton finding={finding.clone()} />
                            }
                        </div>
                    </div>
                }
            }) }
        </div>
    }
}

/// What the messages of a table are told.
#[derive(Clone, PartialEq, Properties)]
pub struct TableMessagesProps {
    /// The fields of the table.
    pub bounds: Vec<Bound>,
    /// The class of a message's own block, which shows its severity; none where the block around the table does.
    #[prop_or_default]
    pub class: Option<&'static str>,
    /// Whether they are said elsewhere as well, where the fields refer to them.
    #[prop_or_default]
    pub again: bool,
}

/// What is wrong in the fields of a table, beside it. A component of its own: a list that grows among
/// its neighbours makes Yew build them anew, and the field that is being typed in loses the focus.
#[component]
pub fn TableMessages(props: &TableMessagesProps) -> Html {
    let wrong = props.bounds.iter().filter(|bound| !bound.findings.is_empty());
    html! {
        for bound in wrong {
            <div key={bound.field.key()} class={props.class.map(|class| classes!("field", tone(&bound.findings), class))}>
                <Messages bound={bound.clone()} again={props.again} />
            </div>
        }
    }
}

/// What is wrong in the cells of a row, as its last cell, below the others and as wide as the row.
#[component]
pub fn RowMessages(props: &TableMessagesProps) -> Html {
    if props.bounds.iter().all(|bound| bound.findings.is_empty()) {
        return html! {};
    }
    html! {
        <div class="row-messages" role="gridcell">
            <TableMessages bounds={props.bounds.clone()} class={props.class.or(Some("row-messages__message"))} />
        </div>
    }
}

/// The class that marks a field as wrong, doubtful or fine.
pub fn tone(findings: &[Finding]) -> Option<&'static str> {
    match findings.iter().map(Finding::severity).min() {
        Some(Severity::Error) => Some("field--error"),
        Some(Severity::Warning) => Some("field--warning"),
        _ => None,
    }
}
