//! What all pages of the editor share: their props and their head.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::bound::{Bound, bind};
use crate::components::rows::{AddRow, RowFrame};
use crate::domain::draft::field::{Field, List};
use crate::domain::draft::names;
use crate::domain::values::row::{Id, Row};
use crate::state::model::workspace::Workspace;

/// What a page is told.
#[derive(Clone, PartialEq, Properties)]
pub struct PageProps {
    /// The open draft.
    pub workspace: Rc<Workspace>,
}

impl PageProps {
    /// A field of the open draft.
    pub fn bind(&self, field: Field) -> Bound {
        bind(&self.workspace, field)
    }
}

/// The heading of a page, which takes the focus when the page is turned.
pub fn head(title: &str, lead: Option<&str>) -> Html {
    html! {
        <div class="page-head">
            <h1 class="page-head__title" id="page-title" tabindex="-1">{ title.to_owned() }</h1>
            if let Some(lead) = lead {
                <p class="page-head__lead">{ lead.to_owned() }</p>
            }
        </div>
    }
}

/// A list of rows with its empty state and the button for a new row.
pub fn row_list<T: Row>(list: List, counter: &str, rows: &[T], empty: &str, fields: impl Fn(Id) -> Html) -> Html {
    let last = rows.len().saturating_sub(1);
    html! {
        <div class="list-editor">
            if rows.is_empty() {
                <p class="list-editor__empty">{ empty.to_owned() }</p>
            } else {
                <ol class="list-editor__list">
                    { for rows.iter().enumerate().map(|(place, row)| {
                        let id = row.id();
                        let name = format!("第 {} {counter}{}", place + 1, names::list_name(list));
                        html! {
                            <RowFrame key={id.0} {list} {id} {name} first={place == 0} last={place == last}>{ fields(id) }</RowFrame>
                        }
                    }) }
                </ol>
            }
            <div class="list-editor__foot"><AddRow {list} /></div>
        </div>
    }
}
