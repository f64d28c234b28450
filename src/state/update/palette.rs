//! 查找: opening it, and what comes of what was chosen in it.

use std::rc::Rc;

use crate::domain::values::row::Direction;
use crate::state::model::effect::Effect;
use crate::state::model::locking::Asking;
use crate::state::model::message::Message;
use crate::state::model::model::{Model, Overlay};
use crate::state::model::palette::{Action, Target};
use crate::state::model::palette_entries::entries;
use crate::state::model::route::Route;

/// 查找 was asked for. A question is answered first.
pub(super) fn sought(model: &mut Model) -> Vec<Effect> {
    match &model.overlay {
        Some(Overlay::Palette(_)) => model.overlay = None,
        Some(overlay) if overlay.is_dialog() => {}
        _ => model.overlay = Some(Overlay::Palette(Rc::new(entries(model)))),
    }
    vec![]
}

/// 查找和替换 of these words; in the place of 查找, but of no other question.
pub(super) fn words_sought(model: &mut Model, words: String) -> Vec<Effect> {
    match &model.overlay {
        Some(Overlay::Replace(_)) => model.overlay = None,
        Some(Overlay::Palette(_)) => model.overlay = Some(Overlay::Replace(words)),
        Some(overlay) if overlay.is_dialog() => {}
        _ => model.overlay = Some(Overlay::Replace(words)),
    }
    vec![]
}

/// A page was asked for.
pub(super) fn page_sought(model: &Model, route: Route) -> Vec<Effect> {
    match route == model.route {
        true => vec![Effect::FocusPage],
        false => vec![Effect::Navigate(route)],
    }
}

/// What it means that something was chosen: the event that a button of its own would have made. How a figure comes
/// about is shown beside where it was pressed, which only the page knows.
pub(super) fn meant(target: Target) -> Option<Message> {
    Some(match target {
        Target::Route(route) => Message::PageSought(route),
        Target::Field(field) => Message::FieldSought(field),
        Target::Finding(id) => Message::FindingSought(id),
        Target::Figure(_) => return None,
        Target::Action(action) => match action {
            Action::Export(export) => Message::ExportPressed(export),
            Action::Lock => Message::OverlayOpened(Overlay::Lock(Asking::Open)),
            Action::Print => Message::PrintSought,
            Action::Replace => Message::WordsSought(String::new()),
            Action::NextFinding => Message::FindingStepped(Direction::Down),
            Action::Undo => Message::UndoPressed,
            Action::Redo => Message::RedoPressed,
            Action::OpenFile => Message::OpenFilePressed,
            Action::Sample => Message::SamplePressed,
            Action::Help(topic) => Message::HelpSought(topic),
        },
    })
}
