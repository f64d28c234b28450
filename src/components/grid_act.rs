//! What a key does in a table, done: the focus goes, or a message goes up.

use web_sys::Element;

use crate::domain::draft::edit::Edit;
use crate::domain::draft::field::{Field, IndicatorField};
use crate::domain::draft::table::Table;
use crate::domain::draft::table_cells::{Cells, Spot, Step};
use crate::state::model::grid::{Act, GridMessage, Selection};
use crate::state::model::message::Message;
use crate::state::model::workspace::Workspace;

use super::dispatch::Dispatch;
use super::grid_cell::{beside, break_line, caret_to_end, focus, mark_all, put, reveal};

/// An act on its way.
pub struct Doing<'a> {
    /// The way up.
    pub dispatch: &'a Dispatch,
    /// The open draft.
    pub workspace: &'a Workspace,
    /// The table.
    pub table: Table,
    /// Its cells as they are shown.
    pub cells: &'a Cells,
    /// What is selected in it.
    pub selection: Option<&'a Selection>,
    /// The cell that has the focus.
    pub field: Field,
    /// Its input.
    pub element: &'a Element,
}

impl Doing<'_> {
    /// Does it; says whether the browser shall leave the key alone.
    pub fn act(&self, act: Act, edits: &mut impl FnMut(bool), before: impl Fn() -> String) -> bool {
        let Some(spot) = self.cells.spot(self.field) else {
            return false;
        };
        let send = |message| self.dispatch.send(Message::Grid(message));
        match act {
            Act::Go(step) => {
                let to = self.cells.step(spot, step);
                if to != spot {
                    self.go(to);
                } else if matches!(step, Step::Left | Step::Right) {
                    let key = if step == Step::Left { "ArrowLeft" } else { "ArrowRight" };
                    beside(self.element, key);
                }
            }
            Act::Extend(step) => {
                let head = self.selection.map_or(self.field, |selection| selection.head);
                let from = self.cells.spot(head).unwrap_or(spot);
                if let Some(to) = self.cells.at(self.cells.step(from, step)) {
                    send(GridMessage::Selected(self.table, self.field, to));
                    reveal(to);
                }
            }
            Act::Next(forward) => match self.cells.next(spot, forward) {
                Some(to) => self.go(to),
                None => return false,
            },
            Act::Below => self.below(spot),
            Act::Edit => {
                edits(true);
                caret_to_end(self.element);
            }
            Act::GiveBack => {
                let before = before();
                put(self.element, &before);
                self.dispatch.send(Message::Edited(Edit::Set(self.field, before)));
                // A calculation is shown as its value again, as it was.
                self.dispatch.send(Message::FieldLeft(self.field));
                mark_all(self.element);
                edits(false);
            }
            Act::Rest => {
                edits(false);
                mark_all(self.element);
            }
            Act::NewLine => return break_line(self.element),
            Act::Unselect => send(GridMessage::Unselected),
            Act::SelectAll => {
                let corner = |step| self.cells.at(self.cells.step(spot, step));
                if let (Some(first), Some(last)) = (corner(Step::Start), corner(Step::End)) {
                    focus(first);
                    send(GridMessage::Selected(self.table, first, last));
                }
            }
            Act::Empty => send(GridMessage::Emptied),
            Act::FillDown => send(GridMessage::FilledDown(self.table, self.field)),
            Act::RemoveRows => send(GridMessage::RowsRemoved(self.table, self.field)),
            Act::MoveRow(direction) => {
                let row = self.cells.rows.get(spot.row).and_then(|row| row.id);
                if let (Some(list), Some(id)) = (self.table.list(), row) {
                    self.dispatch.send(Message::Edited(Edit::Move(list, id, direction)));
                    self.dispatch.send(Message::FieldSought(self.field));
                }
            }
        }
        true
    }

    fn go(&self, to: Spot) {
        if let Some(field) = self.cells.at(to) {
            focus(field);
        }
    }

    /// Down, and from the last row to a new one, unless the last is still blank.
    fn below(&self, spot: Spot) {
        let to = self.cells.step(spot, Step::Down);
        if to != spot {
            return self.go(to);
        }
        // What is chosen for every row, or comes along from the row above, does not make one written.
        let said = |field: &Field| {
            let input = self.workspace.draft.input(*field);
            let comes_along = matches!(field, Field::Indicator(_, IndicatorField::Place));
            input.is_some_and(|input| !input.is_blank() && input.choices().is_empty()) && !comes_along
        };
        let is_written = self
            .cells
            .rows
            .get(spot.row)
            .is_some_and(|row| row.cells.iter().flatten().any(said));
        if is_written && self.table.grows_downwards() {
            self.dispatch
                .send(Message::Grid(GridMessage::RowAdded(self.table, self.field)));
        }
    }
}
