//! One input as the form shows it: its address, its text, what is wrong with it.

use crate::domain::checks::finding::finding::{Code, Finding};
use crate::domain::draft::field::Field;
use crate::state::model::kept::Pen;
use crate::state::model::workspace::Workspace;

use super::prose::{Prose, prose};

/// A field with what it shows. Small and comparable, so that only changed inputs render again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bound {
    /// The address.
    pub field: Field,
    /// The text to show.
    pub text: String,
    /// What the check says at this place.
    pub findings: Vec<Finding>,
    /// Whether the explained figure rests on it.
    pub traced: bool,
    /// Whether it can only be looked at.
    pub read_only: bool,
    /// What stood here last year, while that is not settled.
    pub last_year: Option<String>,
    /// The calculation that its number was typed as.
    pub working: Option<String>,
    /// Whether it is one of several selected cells.
    pub selected: bool,
    /// What its text has to do with the data, where it is prose.
    pub prose: Option<Prose>,
    /// Whether this is the input in a row whose editor, which has the field too, stands beside the list.
    pub stands_twice: bool,
}

/// A field of the open draft.
pub fn bind(workspace: &Workspace, field: Field) -> Bound {
    let mut findings = workspace.told_at(field);
    // The bar over the text says it already.
    findings.retain(|finding| finding.code != Code::E12);
    Bound {
        field,
        text: workspace.text(field),
        findings,
        traced: workspace.explained.is_some() && workspace.traced().contains(&field),
        read_only: workspace.pen != Pen::Here,
        last_year: workspace.draft.last_year_text(field).map(|row| row.text.clone()),
        working: workspace.working(field),
        selected: workspace
            .selection
            .as_ref()
            .is_some_and(|selection| selection.fields.contains(&field)),
        prose: field.is_prose().then(|| prose(workspace, field)),
        stands_twice: false,
    }
}

/// What ends the id of an input that stands in a row while the editor beside the list has the same field.
pub const IN_ROW: &str = "_row";

impl Bound {
    /// The id of the input. An id stands once in a page; where two inputs have the field, the one in the row has an id
    /// of its own, and whatever looks for the field finds the one in the editor.
    pub fn id(&self) -> String {
        match self.stands_twice {
            true => format!("{}{IN_ROW}", self.field.key()),
            false => self.field.key(),
        }
    }

    /// The id of the element that holds the findings' sentences.
    pub fn message_id(&self) -> String {
        format!("{}-message", self.field.key())
    }
}
