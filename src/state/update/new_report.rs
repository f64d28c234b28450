//! 新建报告: a few questions, then a draft.

use std::rc::Rc;

use crate::documents::project_file::pack;
use crate::domain::draft::edit::Edit;
use crate::domain::draft::field::{Field, SchemeField};
use crate::domain::scheme::scheme::Scheme;
use crate::domain::values::input::Choice;
use crate::state::model::effect::Effect;
use crate::state::model::model::Model;
use crate::state::model::new_report::{Asked, NewReport, NewReportMessage};

/// The page was opened: what was answered before a look elsewhere is still there.
pub(super) fn opened(model: &Model) -> Vec<Effect> {
    match model.new_report {
        Some(_) => vec![Effect::FocusPage],
        None => vec![Effect::ReadNewReport],
    }
}

/// Something happened on the page.
pub fn update(model: &mut Model, message: NewReportMessage) -> Vec<Effect> {
    if let NewReportMessage::Opened(kept, now) = message {
        model.new_report = Some(Rc::new(NewReport::read(kept.as_deref(), &now)));
        model.now = now;
        return vec![Effect::FocusPage];
    }
    let Some(asked) = &mut model.new_report else {
        return vec![];
    };
    let asked = Rc::make_mut(asked);
    match message {
        NewReportMessage::Opened(..) => {}
        NewReportMessage::Typed(Asked::Unit, text) => asked.unit = text,
        NewReportMessage::Typed(Asked::Place, text) => asked.place = text,
        NewReportMessage::Typed(Asked::Year, text) => asked.year = text,
        // Another document or scheme brings its own form.
        NewReportMessage::KindChosen(kind) => (asked.kind, asked.form) = (kind, None),
        NewReportMessage::SchemeChosen(key) => (asked.scheme, asked.form) = (key, None),
        NewReportMessage::FormChosen(form) => asked.form = Some(form),
        NewReportMessage::Begun => return begun(model),
    }
    vec![]
}

/// Whose report it is and of which year is said first; everything else can be filled in later.
fn begun(model: &mut Model) -> Vec<Effect> {
    let Some(asked) = &mut model.new_report else {
        return vec![];
    };
    Rc::make_mut(asked).was_pressed = true;
    let asked = Rc::clone(asked);
    if asked.lacks_unit() {
        return vec![Effect::FocusElement("new-unit")];
    }
    if asked.year_fault().is_some() {
        return vec![Effect::FocusElement("new-year")];
    }
    let packs = model.packs.as_deref().map_or(&[][..], Vec::as_slice);
    let chosen = asked.chosen(packs).map(|pack| Scheme::clone(&pack.scheme));
    let mut draft = pack::new_draft(asked.kind, chosen);
    for (field, text) in [
        (Field::Unit, asked.unit.clone()),
        (Field::Place, asked.place.clone()),
        (Field::Year, asked.year.clone()),
    ] {
        draft.apply(&Edit::Set(field, text));
    }
    if let Some(form) = asked.form {
        let field = Field::Scheme(SchemeField::TableForm);
        draft.apply(&Edit::Set(field, form.code().to_owned()));
    }
    model.new_report = None;
    vec![
        Effect::KeepNewReport(asked.written()),
        Effect::PlaceDraft(Box::new(draft)),
    ]
}
