//! 表格里的键: what a key means in a table that is filled in as in Excel. Pure, so that every key is a row of a test.
//!
//! A cell is either rested on, its whole text marked, so that typing replaces it; or it is being written in.

use std::collections::BTreeSet;
use std::rc::Rc;

use crate::domain::draft::field::Field;
use crate::domain::draft::indicator_cells::MoreColumn;
use crate::domain::draft::table::Table;
use crate::domain::draft::table_cells::{Area, Cells, Step};
use crate::domain::values::row::Direction;

use super::indicator_view::{Showing, Sorting};

/// A key with what is held down beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Held {
    /// Shift.
    pub shift: bool,
    /// Ctrl, or Command.
    pub command: bool,
    /// Alt.
    pub alt: bool,
}

/// How it stands in the cell that has the focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Caret {
    /// Whether the cell is being written in.
    pub editing: bool,
    /// Whether the caret is before the first character.
    pub at_start: bool,
    /// Whether it is behind the last.
    pub at_end: bool,
    /// Whether the cell takes several lines.
    pub several_lines: bool,
    /// Whether the cell is a choice from a list.
    pub choice: bool,
    /// Whether what was in the cell has been changed.
    pub changed: bool,
    /// Whether several cells are selected.
    pub block: bool,
    /// Whether the key before marked the whole text, so that the same again means the whole table.
    pub marked: bool,
}

impl Caret {
    /// Whether the cell is empty.
    pub fn at_start_of_nothing(self) -> bool {
        self.at_start && self.at_end
    }
}

/// What a key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Goes to another cell.
    Go(Step),
    /// Takes the selection as far as this.
    Extend(Step),
    /// Tab: to the next cell, or to the one before.
    Next(bool),
    /// Enter: down, and past the last row to a new one.
    Below,
    /// Begins to write in the cell, behind what is there.
    Edit,
    /// Puts back what was in the cell.
    GiveBack,
    /// Ends the writing; what was written stays.
    Rest,
    /// A new line within the cell.
    NewLine,
    /// Ends the selection of several cells.
    Unselect,
    /// Selects all cells.
    SelectAll,
    /// Empties what is selected.
    Empty,
    /// 向下填充.
    FillDown,
    /// Takes the rows of the selection out.
    RemoveRows,
    /// Moves the row.
    MoveRow(Direction),
}

/// What a key does in a cell; none where the browser shall do with it what it does everywhere.
pub fn act(key: &str, held: Held, caret: Caret) -> Option<Act> {
    let arrow = match key {
        "ArrowUp" => Some(Step::Up),
        "ArrowDown" => Some(Step::Down),
        "ArrowLeft" => Some(Step::Left),
        "ArrowRight" => Some(Step::Right),
        _ => None,
    };
    if held.alt {
        return match (key, held.command || held.shift) {
            ("ArrowUp", false) if !caret.choice => Some(Act::MoveRow(Direction::Up)),
            ("ArrowDown", false) if !caret.choice => Some(Act::MoveRow(Direction::Down)),
            ("Enter", false) if caret.several_lines => Some(Act::NewLine),
            _ => None,
        };
    }
    if let Some(step) = arrow {
        return of_arrow(step, held, caret);
    }
    let moving = !caret.editing;
    match key {
        "Tab" if !held.command => Some(Act::Next(!held.shift)),
        "Enter" if held.command && caret.several_lines => Some(Act::NewLine),
        "Enter" if held.shift => Some(Act::Go(Step::Up)),
        "Enter" if !held.command => Some(Act::Below),
        "F2" if !held.command && !held.shift => Some(Act::Edit),
        "Escape" if caret.editing && caret.changed => Some(Act::GiveBack),
        "Escape" if caret.block => Some(Act::Unselect),
        "Escape" if caret.editing && !caret.choice => Some(Act::Rest),
        "Home" | "End" if moving && !caret.choice => {
            let step = match (key, held.command) {
                ("Home", true) => Step::Start,
                ("Home", false) => Step::RowStart,
                (_, true) => Step::End,
                (_, false) => Step::RowEnd,
            };
            Some(if held.shift { Act::Extend(step) } else { Act::Go(step) })
        }
        "Delete" if held.command && moving => Some(Act::RemoveRows),
        "Delete" | "Backspace" if moving && caret.block => Some(Act::Empty),
        "d" | "D" if held.command && !held.shift => Some(Act::FillDown),
        "a" | "A" if held.command && !held.shift && moving && caret.marked => Some(Act::SelectAll),
        _ => None,
    }
}

fn of_arrow(step: Step, held: Held, caret: Caret) -> Option<Act> {
    if !caret.editing {
        let step = match (step, held.command) {
            (Step::Up, true) => Step::Top,
            (Step::Down, true) => Step::Bottom,
            (Step::Left, true) => Step::RowStart,
            (Step::Right, true) => Step::RowEnd,
            (step, _) => step,
        };
        return Some(if held.shift { Act::Extend(step) } else { Act::Go(step) });
    }
    // Within the text the arrows are the browser's, until there is no further to go.
    let leaves = match step {
        _ if held.shift || held.command || caret.choice => false,
        Step::Left => caret.at_start,
        Step::Right => caret.at_end,
        Step::Up => !caret.several_lines || caret.at_start,
        _ => !caret.several_lines || caret.at_end,
    };
    leaves.then_some(Act::Go(step))
}

/// Several selected cells, between two that are opposite each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    /// The table.
    pub table: Table,
    /// The cell that has the focus.
    pub anchor: Field,
    /// The cell that the selection reaches to.
    pub head: Field,
    /// All of its cells.
    pub fields: Rc<BTreeSet<Field>>,
}

impl Selection {
    /// The cells between two; none where one of them is not in the table.
    pub fn between(cells: &Cells, table: Table, anchor: Field, head: Field) -> Option<Selection> {
        let area = Area::between(cells.spot(anchor)?, cells.spot(head)?);
        Some(Selection {
            table,
            anchor,
            head,
            fields: Rc::new(cells.fields(area).collect()),
        })
    }

    /// Its rectangle in the table as it is now; none where one of its corners is gone.
    pub fn area(&self, cells: &Cells) -> Option<Area> {
        Some(Area::between(cells.spot(self.anchor)?, cells.spot(self.head)?))
    }
}

/// What happens in tables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GridMessage {
    /// Cells were selected, from the one that has the focus to another.
    Selected(Table, Field, Field),
    /// The selection was ended.
    Unselected,
    /// The list of indicators is to be looked at in another way.
    ViewChosen(Showing, Sorting),
    /// 填整张表, or else 填结果.
    WholeChosen(bool),
    /// A column to choose is to be shown, or not any more.
    MoreToggled(MoreColumn),
    /// Enter in the last row: a new one below it.
    RowAdded(Table, Field),
    /// 清空.
    Emptied,
    /// 向下填充, of what is selected or of this cell.
    FilledDown(Table, Field),
    /// The rows that are selected, or that of this cell, were taken out.
    RowsRemoved(Table, Field),
    /// Something was pasted at a cell: as HTML and as plain text.
    Pasted(Table, Field, String, String),
}
