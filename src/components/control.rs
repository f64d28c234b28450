//! The bare inputs. They echo what was typed and never rewrite it while it is being typed,
//! because rewriting breaks Chinese input methods.

use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::domain::checks::finding::finding::Severity;
use crate::domain::draft::edit::Edit;
use crate::state::model::message::Message;

use super::bound::Bound;
use super::dispatch::use_dispatch;

/// What is typed in an input.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Kind {
    /// One line of words.
    #[default]
    Line,
    /// A number, right-aligned.
    Number,
    /// Several lines, at least so many.
    Lines(u32),
}

/// What a control is told.
#[derive(Clone, PartialEq, Properties)]
pub struct ControlProps {
    /// The field.
    pub bound: Bound,
    /// What is typed.
    #[prop_or_default]
    pub kind: Kind,
    /// The name for screen readers, where no label stands beside it.
    #[prop_or_default]
    pub name: Option<AttrValue>,
    /// Ids of the elements that describe it.
    #[prop_or_default]
    pub described_by: Option<AttrValue>,
    /// What an empty field shows.
    #[prop_or_default]
    pub placeholder: AttrValue,
    /// Names to offer while typing: the id of a list in the page.
    #[prop_or_default]
    pub list: Option<AttrValue>,
}

/// An input for text or numbers.
#[component]
pub fn Control(props: &ControlProps) -> Html {
    let dispatch = use_dispatch();
    let field = props.bound.field;
    let typed = {
        let dispatch = dispatch.clone();
        // Two braces begin the name of a datum: the list of names opens.
        let names_data = props.bound.prose.as_ref().is_some_and(|prose| prose.offers.is_none());
        Callback::from(move |event: InputEvent| {
            let begins = names_data
                && !event.is_composing()
                && event.input_type().starts_with("insert")
                && event.target_dyn_into().is_some_and(begins_reference);
            let text = match (
                event.target_dyn_into::<HtmlInputElement>(),
                event.target_dyn_into::<HtmlTextAreaElement>(),
            ) {
                (Some(input), _) => input.value(),
                (None, Some(area)) => area.value(),
                (None, None) => return,
            };
            dispatch.send(Message::Edited(Edit::Set(field, text)));
            if begins {
                dispatch.send(Message::PickerToggled(field));
            }
        })
    };
    let left = dispatch.on::<FocusEvent>(Message::FieldLeft(field));
    let Bound {
        text,
        findings,
        traced,
        working,
        selected,
        ..
    } = &props.bound;
    let invalid = findings
        .iter()
        .any(|finding| finding.severity() == Severity::Error)
        .then_some("true");
    let class = classes!(
        "control",
        (props.kind == Kind::Number).then_some("control--number"),
        traced.then_some("control--traced"),
        selected.then_some("control--selected"),
        invalid.map(|_| "control--error"),
    );
    let described = props
        .described_by
        .clone()
        .or_else(|| (!findings.is_empty()).then(|| props.bound.message_id().into()));
    match props.kind {
        Kind::Lines(rows) => html! {
            <textarea {class} id={props.bound.id()} rows={rows.to_string()} readonly={props.bound.read_only} value={text.clone()} oninput={typed} onblur={left}
                aria-label={props.name.clone()} aria-describedby={described} aria-invalid={invalid}
                placeholder={props.placeholder.clone()} spellcheck="false" />
        },
        Kind::Line | Kind::Number => html! {
            <>
            <input {class} id={props.bound.id()} type="text" readonly={props.bound.read_only} value={text.clone()} oninput={typed} onblur={left}
                inputmode={(props.kind == Kind::Number).then_some("decimal")} autocomplete="off" spellcheck="false"
                aria-label={props.name.clone()} aria-describedby={described} aria-invalid={invalid}
                placeholder={props.placeholder.clone()} list={props.list.clone()} />
            if let Some(working) = working {
                <span class="control__working">{ working }</span>
            }
            </>
        },
    }
}

/// Whether the caret stands right behind two braces that were typed just now.
fn begins_reference(area: HtmlTextAreaElement) -> bool {
    let place = area.selection_start().ok().flatten();
    let typed = place.and_then(|place| usize::try_from(place).ok());
    let units: Vec<u16> = area.value().encode_utf16().take(typed.unwrap_or_default()).collect();
    units.ends_with(&[0x7b; 2]) || units.ends_with(&[0xff5b; 2])
}

/// What a selection is told.
#[derive(Clone, PartialEq, Properties)]
pub struct SelectProps {
    /// The field.
    pub bound: Bound,
    /// Codes with their words, in order.
    pub options: Vec<(AttrValue, AttrValue)>,
    /// What a choice does, where it is more than to set the field.
    #[prop_or_default]
    pub chosen: Option<Callback<String>>,
    /// The name for screen readers, where no label stands beside it.
    #[prop_or_default]
    pub name: Option<AttrValue>,
}

/// A choice from a closed list.
#[component]
pub fn Select(props: &SelectProps) -> Html {
    let dispatch = use_dispatch();
    let field = props.bound.field;
    let own = props.chosen.clone();
    let chosen = Callback::from(move |event: Event| {
        if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
            match &own {
                Some(own) => own.emit(select.value()),
                None => dispatch.send(Message::Edited(Edit::Set(field, select.value()))),
            }
            dispatch.send(Message::FieldLeft(field));
        }
    });
    let invalid = props
        .bound
        .findings
        .iter()
        .any(|finding| finding.severity() == Severity::Error)
        .then_some("true");
    let described = (!props.bound.findings.is_empty()).then(|| props.bound.message_id());
    html! {
        <select class={classes!("control", props.bound.selected.then_some("control--selected"), invalid.map(|_| "control--error"))} id={props.bound.id()} disabled={props.bound.read_only} onchange={chosen}
            aria-label={props.name.clone()} aria-describedby={described} aria-invalid={invalid}>
            { for props.options.iter().map(|(code, word)| html! {
                <option value={code.clone()} selected={*code == props.bound.text}>{ word }</option>
            }) }
        </select>
    }
}
