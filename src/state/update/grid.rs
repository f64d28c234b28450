//! What is done with several cells of a table at once: each a step that undo takes back.

use std::rc::Rc;

use crate::documents::import::tables::separated;
use crate::domain::draft::block::{Placed, cell_text, emptied, filled_down, placed};
use crate::domain::draft::draft::Draft;
use crate::domain::draft::edit::{Edit, Together};
use crate::domain::draft::field::Field;
use crate::domain::draft::lines::rows_of_lines;
use crate::domain::draft::names;
use crate::domain::draft::table::Table;
use crate::domain::draft::table_cells::{Area, Spot};
use crate::state::model::effect::Effect;
use crate::state::model::grid::{GridMessage, Selection};
use crate::state::model::model::{Model, Remedy};
use crate::state::model::tables::Tables;

use super::editing::{edited, open, tell, warn};
use super::tables;

/// Takes an event in.
pub fn update(model: &mut Model, message: GridMessage) -> Vec<Effect> {
    match message {
        GridMessage::Selected(table, anchor, head) => open(model, |workspace| {
            workspace.selection = match anchor == head {
                true => None,
                false => Selection::between(&workspace.draft, table, anchor, head),
            };
        }),
        GridMessage::Unselected => open(model, |workspace| workspace.selection = None),
        GridMessage::Emptied => {
            let Some((draft, selection, area)) = selected(model) else {
                return vec![];
            };
            let edits = emptied(&draft, &selection.table.cells(&draft), area);
            let name = format!("清空 {} 格", edits.len());
            together(model, name, selection.anchor, edits)
        }
        GridMessage::FilledDown(table, field) => {
            let Some((draft, area)) = selected_or(model, table, field) else {
                return vec![];
            };
            let edits = filled_down(&draft, &table.cells(&draft), area);
            let name = format!("向下填充 {} 格", edits.len());
            together(model, name, field, edits)
        }
        GridMessage::RowsRemoved(table, field) => rows_removed(model, table, field),
        GridMessage::Pasted(table, field, page, text) => pasted(model, table, field, page, text),
    }
}

/// The selection with its rectangle.
fn selected(model: &Model) -> Option<(Rc<Draft>, Selection, Area)> {
    let workspace = model.workspace.as_ref()?;
    let selection = workspace.selection.clone()?;
    let area = selection.area(&workspace.draft)?;
    Some((Rc::clone(&workspace.draft), selection, area))
}

/// The rectangle that is selected in a table, or the one cell.
fn selected_or(model: &Model, table: Table, field: Field) -> Option<(Rc<Draft>, Area)> {
    if let Some((draft, selection, area)) = selected(model)
        && selection.table == table
    {
        return Some((draft, area));
    }
    let draft = Rc::clone(&model.workspace.as_ref()?.draft);
    let spot = table.cells(&draft).spot(field)?;
    Some((draft, Area::between(spot, spot)))
}

/// The place behind the last row, for the button that adds one.
fn end_of(model: &Model, table: Table, field: Field) -> Option<(Rc<Draft>, Area)> {
    let draft = Rc::clone(&model.workspace.as_ref()?.draft);
    let is_list = table.list().map(Field::Rows) == Some(field);
    let rows = table.cells(&draft).rows.iter().filter(|row| row.id.is_some()).count();
    let spot = Spot { row: rows, column: 0 };
    is_list.then(|| (draft, Area::between(spot, spot)))
}

/// Makes several changes as one step.
fn together(model: &mut Model, name: String, at: Field, edits: Vec<Edit>) -> Vec<Effect> {
    if edits.is_empty() {
        return vec![];
    }
    model.history.end_burst();
    open(model, |workspace| workspace.typing = None);
    edited(model, Edit::Together(Together { name, at, edits }))
}

fn rows_removed(model: &mut Model, table: Table, field: Field) -> Vec<Effect> {
    let (Some((draft, area)), Some(list)) = (selected_or(model, table, field), table.list()) else {
        return vec![];
    };
    let cells = table.cells(&draft);
    let ids = cells.ids(area);
    let edits: Vec<Edit> = ids.iter().map(|id| Edit::Remove(list, *id)).collect();
    let count = edits.len();
    if count == 0 {
        return vec![];
    }
    // The eye stays where it was: on the row that comes up, or on the last one.
    let left = cells
        .rows
        .iter()
        .filter(|row| row.id.is_some_and(|id| !ids.contains(&id)));
    let left: Vec<_> = left.collect();
    let column = cells.spot(field).map_or(0, |spot| spot.column);
    let next = left.get(area.top).or(left.last());
    let next = next.and_then(|row| row.cells.get(column).copied().flatten());
    let name = format!("删除 {count} 行{}", names::list_name(list));
    let mut effects = together(model, name, Field::Rows(list), edits);
    open(model, |workspace| workspace.selection = None);
    effects.push(Effect::Focus(next.unwrap_or(Field::Rows(list))));
    if count > 1 {
        tell(model, format!("已删除 {count} 行。"), Some(Remedy::Undo));
    }
    effects
}

/// Cells go where the caret stands; lines of words become a row each; what fits in neither way is looked through
/// on the sheet for tables, where its columns can be told.
fn pasted(model: &mut Model, table: Table, field: Field, page: String, text: String) -> Vec<Effect> {
    let Some((draft, selection)) = selected_or(model, table, field).or_else(|| end_of(model, table, field)) else {
        return vec![];
    };
    let at = Spot {
        row: selection.top,
        column: selection.left,
    };
    let lines = (at.column == 0).then(|| rows_of_lines(table, &text)).flatten();
    let texts = match lines {
        Some(lines) => lines,
        None => fitting(separated::table(&text, '\t').grid, selection),
    };
    match placed(&draft, table, at, &texts) {
        Ok(Placed { edits, area, added }) => {
            let is_changed = edits.iter().any(|edit| match edit {
                Edit::Set(field, text) => cell_text(&draft, *field) != *text,
                _ => true,
            });
            if !is_changed {
                return vec![];
            }
            let count = area.height() * area.width();
            let effects = together(model, format!("粘贴 {count} 格"), field, edits);
            if added > 0 {
                tell(
                    model,
                    format!("已粘贴 {} 行，其中新增 {added} 行。", area.height()),
                    Some(Remedy::Undo),
                );
            }
            open(model, |workspace| {
                let cells = table.cells(&workspace.draft);
                let corner = cells.at(Spot {
                    row: area.bottom,
                    column: area.right,
                });
                let first = cells.at(Spot {
                    row: area.top,
                    column: area.left,
                });
                workspace.selection = match (first, corner) {
                    (Some(first), Some(corner)) if first != corner => {
                        Selection::between(&workspace.draft, table, first, corner)
                    }
                    _ => None,
                };
            });
            effects
        }
        Err(misfit) if tables::takes(&model.route) => {
            let effects = tables::update(model, Tables::Pasted(page, text));
            if model.overlay.is_none() {
                return warn(model, misfit.sentence());
            }
            effects
        }
        Err(misfit) => warn(model, misfit.sentence()),
    }
}

/// One copied cell fills all that are selected; anything else is taken as it is.
fn fitting(texts: Vec<Vec<String>>, selection: Area) -> Vec<Vec<String>> {
    match texts.as_slice() {
        [row] if row.len() == 1 => vec![vec![row[0].clone(); selection.width()]; selection.height()],
        _ => texts,
    }
}
