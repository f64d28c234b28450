//! What the text of a field has to do with the data: what it refers to, what it could, what is on offer.

use crate::domain::checks::texts::figures_in_words::{bindable, bound};
use crate::domain::draft::field::Field;
use crate::domain::evaluation::gap_words;
use crate::domain::prose::quantity::quantities;
use crate::domain::references::figure_tokens::tokens;
use crate::domain::references::quoting::{may_quote, named, quotes};
use crate::domain::references::reference::{Reference, references, value};
use crate::domain::values::input::Choice;
use crate::state::model::workspace::Workspace;

/// A reference with what it says now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Its name.
    pub name: String,
    /// The group in which the picker has it.
    pub group: &'static str,
    /// What it would put into a text.
    pub written: String,
    /// What it says now, or what is missing for it.
    pub value: Result<String, String>,
}

/// The numbers of a text that are the same as data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alike {
    /// How many there are.
    pub count: usize,
    /// The text with all of them as references.
    pub bound: String,
}

/// What a field of prose shows besides its text. Small and comparable.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prose {
    /// The references in the text, each once.
    pub quoted: Vec<Offer>,
    /// Numbers that could be references; none while the field is being typed in.
    pub alike: Option<Alike>,
    /// All there is to refer to, while the picker of this field is open.
    pub offers: Option<Vec<Offer>>,
}

/// What a field of prose shows besides its text.
pub fn prose(workspace: &Workspace, field: Field) -> Prose {
    let draft = &*workspace.draft;
    let evaluation = &*workspace.evaluation;
    let text = workspace.text(field);
    let offer = |reference: &Reference| Offer {
        name: reference.name.clone(),
        group: reference.group.label(),
        written: reference.written(),
        value: value(reference, draft, evaluation).map_err(gap_words::gap_note),
    };
    let picking = workspace.picking == Some(field);
    let known = match picking || may_quote(&text) {
        true => references(draft),
        false => Vec::new(),
    };
    let mut quoted: Vec<Offer> = Vec::new();
    for quote in quotes(&text) {
        let found = named(&known, &quote.name).map(offer);
        quoted.extend(found.filter(|found| quoted.iter().all(|other| other.name != found.name)));
    }
    let typing = workspace.typing.as_ref().is_some_and(|(typing, _)| *typing == field);
    let alike = (!typing).then(|| {
        let mut read = workspace.findings.texts.readings.iter();
        // What the checks have read need not be read again with each frame.
        let bindings = match read.find(|reading| reading.field == field && reading.text == text) {
            Some(reading) => bindable(field, &text, &reading.tokens, draft, evaluation),
            None => bindable(field, &text, &tokens(&text, &quantities(&text)), draft, evaluation),
        };
        (!bindings.is_empty()).then(|| Alike {
            count: bindings.len(),
            bound: bound(&text, &bindings),
        })
    });
    Prose {
        quoted,
        alike: alike.flatten(),
        offers: picking.then(|| known.iter().map(offer).collect()),
    }
}
