//! What tests of working off share: a report with findings, and the way through its pages.

#![allow(dead_code, reason = "each test file uses its own part of these")]

use std::rc::Rc;

use jiping::domain::checks::finding::finding::{Code, Finding, FindingId};
use jiping::domain::checks::findings::Findings;
use jiping::domain::draft::budget::Column;
use jiping::domain::draft::edit::Edit;
use jiping::domain::draft::field::Field;
use jiping::domain::values::shared::Shared;
use jiping::state::model::effect::Effect;
use jiping::state::model::message::Message;
use jiping::state::model::model::Model;
use jiping::state::model::route::{Page, Route};
use jiping::state::model::workspace::Workspace;
use jiping::state::update::update::update;

use crate::drafts::id;

pub const FIRST: Field = Field::Unit;

pub fn workspace(model: &Model) -> &Workspace {
    model.workspace.as_ref().expect("an open draft")
}

pub fn go(model: &mut Model, page: Page) -> Vec<Effect> {
    update(model, Message::RouteChanged(Route::Draft(id(), page)))
}

/// The finding that the reference report has about its budget.
pub fn a4(model: &Model) -> Option<FindingId> {
    let mut all = workspace(model).findings.iter();
    all.find(|finding| finding.code == Code::A4).map(Finding::id)
}

pub fn type_in(model: &mut Model, field: Field, text: &str) {
    update(model, Message::Edited(Edit::Set(field, text.into())));
    update(model, Message::FieldLeft(field));
}

pub fn adjust(model: &mut Model, text: &str) {
    type_in(model, Field::StatedTotal(Column::Adjusted), text);
}

/// Puts findings in place of those of the draft.
pub fn plant(model: &mut Model, findings: Vec<Finding>) {
    let workspace = Rc::make_mut(model.workspace.as_mut().unwrap());
    workspace.findings = Rc::new(Findings {
        general: Shared::new(findings),
        ..Findings::default()
    });
}

pub fn finding(code: Code, field: Field, message: &str) -> Finding {
    Finding::new(code, field, message, "改。")
}
