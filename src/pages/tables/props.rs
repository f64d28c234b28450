//! What the sheets of a table import are given.

use std::rc::Rc;

use yew::prelude::*;

use crate::state::model::tables::TableImport;

/// What the sheet is told.
#[derive(Clone, PartialEq, Properties)]
pub struct TableSheetProps {
    /// The table.
    pub import: Rc<TableImport>,
}
