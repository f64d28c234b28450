//! 表样: the forms that a document can have, each with its picture.

use yew::prelude::*;

use crate::domain::scheme::scheme::ReportKind;
use crate::domain::scheme::table_form::TableForm;
use crate::domain::scheme::tables_of::forms_of;
use crate::domain::values::input::Choice;

use super::form_picture::FormPicture;

/// What the choice is told.
#[derive(Clone, PartialEq, Properties)]
pub struct FormChoiceProps {
    /// The document.
    pub kind: ReportKind,
    /// The form in which it stands.
    pub chosen: TableForm,
    /// The form of the scheme, which is marked; none where that is the chosen one anyway.
    #[prop_or_default]
    pub of_scheme: Option<TableForm>,
    /// Whether it can only be looked at.
    #[prop_or_default]
    pub read_only: bool,
    /// Another one was chosen.
    pub onchosen: Callback<TableForm>,
}

/// Radio buttons with pictures.
#[component]
pub fn FormChoice(props: &FormChoiceProps) -> Html {
    html! {
        <div class="form-choice" role="radiogroup" aria-label="表样">
            { for forms_of(props.kind, props.chosen).map(|form| {
                let onchosen = props.onchosen.clone();
                let chosen = form == props.chosen;
                html! {
                    <label key={form.code()} class={classes!("form-choice__one", chosen.then_some("form-choice__one--chosen"))}>
                        <FormPicture {form} />
                        <span class="form-choice__name">
                            <input class="form-choice__input" type="radio" name="table-form" checked={chosen} disabled={props.read_only} onchange={move |_| onchosen.emit(form)} />
                            <span>{ form.label() }if props.of_scheme == Some(form) { <span class="tag">{ "方案的" }</span> }</span>
                        </span>
                    </label>
                }
            }) }
        </div>
    }
}
