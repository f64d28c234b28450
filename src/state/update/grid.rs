//! What is done with several cells of a table at once: each a step that undo takes back.

use std::rc::Rc;

use crate::documents::import::tables::{separated, target};
use crate::domain::draft::block::{Placed, below, cell_text, emptied, filled_down, inserted, placed};
use crate::domain::draft::draft::Draft;
use crate::domain::draft::edit::{Edit, Together};
use crate::domain::draft::field::Field;
use crate::domain::draft::lines::rows_of_lines;
use crate::domain::draft::names;
use crate::domain::draft::table::Table;
use crate::domain::draft::table_cells::{Area, Cells, Spot};
use crate::state::model::effect::Effect;
use crate::state::model::grid::{GridMessage, Selection};
use crate::state::model::indicator_rows::{cells, looked_at};
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
                false => Selection::between(&cells(workspace, table), table, anchor, head),
            };
        }),
        GridMessage::ViewChosen(showing, sorting) => open(model, |workspace| {
            workspace.indicator_view = looked_at(workspace, showing, sorting);
            workspace.selection = None;
        }),
        GridMessage::WholeChosen(whole) => open(model, |workspace| {
            workspace.indicator_view.whole = whole;
            workspace.open_indicator = None;
            workspace.selection = None;
        }),
        GridMessage::MoreToggled(column) => open(model, |workspace| {
            workspace.indicator_view.more = workspace.indicator_view.more.toggled(column);
            workspace.selection = None;
        }),
        GridMessage::RowAdded(table, field) => row_added(model, table, field),
        GridMessage::Unselected => open(model, |workspace| workspace.selection = None),
        GridMessage::Emptied => {
            let Some(held) = held(model) else { return vec![] };
            let edits = emptied(&held.draft, &held.cells, held.area);
            let name = format!("清空 {} 格", edits.len());
            together(model, name, held.at, edits)
        }
        GridMessage::FilledDown(table, field) => {
            let Some(held) = held_or(model, table, field) else {
                return vec![];
            };
            let edits = filled_down(&held.draft, &held.cells, held.area);
            let name = format!("向下填充 {} 格", edits.len());
            together(model, name, field, edits)
        }
        GridMessage::RowsRemoved(table, field) => rows_removed(model, table, field),
        GridMessage::Pasted(table, field, page, text) => pasted(model, table, field, page, text),
    }
}

/// Cells that something is done with.
struct Held {
    draft: Rc<Draft>,
    table: Table,
    cells: Cells,
    area: Area,
    /// The cell that has the focus.
    at: Field,
}

/// What is selected.
fn held(model: &Model) -> Option<Held> {
    let workspace = model.workspace.as_ref()?;
    let Selection { table, anchor, .. } = workspace.selection.as_ref()?;
    let cells = cells(workspace, *table);
    Some(Held {
        area: workspace.selection.as_ref()?.area(&cells)?,
        draft: Rc::clone(&workspace.draft),
        table: *table,
        cells,
        at: *anchor,
    })
}

/// What is selected in a table, or the one cell; the button for a new row stands for the place behind the last.
fn held_or(model: &Model, table: Table, field: Field) -> Option<Held> {
    if let Some(held) = held(model).filter(|held| held.table == table) {
        return Some(held);
    }
    let workspace = model.workspace.as_ref()?;
    let cells = cells(workspace, table);
    let is_list = table.list().map(Field::Rows) == Some(field);
    let end = || Spot {
        row: cells.rows.iter().filter(|row| row.id.is_some()).count(),
        column: 0,
    };
    let spot = cells.spot(field).or_else(|| is_list.then(end))?;
    Some(Held {
        area: Area::between(spot, spot),
        draft: Rc::clone(&workspace.draft),
        table,
        cells,
        at: field,
    })
}

/// Whether the open draft is another than it was: where it can only be looked at, nothing was done.
fn is_changed_from(model: &Model, before: &Rc<Draft>) -> bool {
    let open = model.workspace.as_ref();
    open.is_some_and(|workspace| !Rc::ptr_eq(&workspace.draft, before))
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

/// A new row below that of a cell, which takes the focus in its first cell.
fn row_added(model: &mut Model, table: Table, field: Field) -> Vec<Effect> {
    let (Some(held), Some(list)) = (held_or(model, table, field), table.list()) else {
        return vec![];
    };
    let row = held.cells.rows.get(held.area.bottom).and_then(|row| row.id);
    let edits = below(&held.draft, list, row);
    let mut effects = together(
        model,
        format!("添加{}", names::list_name(list)),
        Field::Rows(list),
        edits,
    );
    if is_changed_from(model, &held.draft) {
        let newest = model.workspace.as_ref().and_then(|workspace| {
            let cells = cells(workspace, table);
            let rows = cells.rows.iter().filter(|row| row.id.is_some());
            let newest = rows.max_by_key(|row| row.id)?;
            newest.cells.iter().copied().flatten().next()
        });
        effects.extend(newest.map(Effect::Focus));
    }
    effects
}

fn rows_removed(model: &mut Model, table: Table, field: Field) -> Vec<Effect> {
    let (Some(held), Some(list)) = (held_or(model, table, field), table.list()) else {
        return vec![];
    };
    let Held { draft, cells, area, .. } = held;
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
    if is_changed_from(model, &draft) {
        tell(model, format!("已删除 {count} 行。"), Some(Remedy::Undo));
    }
    effects
}

/// Cells go where the caret stands; lines of words become a row each; what fits in neither way is looked through
/// on the sheet for tables, where its columns can be told.
fn pasted(model: &mut Model, table: Table, field: Field, page: String, text: String) -> Vec<Effect> {
    let Some(held) = held_or(model, table, field) else {
        return vec![];
    };
    let Held {
        draft,
        cells: shown,
        area: selection,
        ..
    } = held;
    let at = Spot {
        row: selection.top,
        column: selection.left,
    };
    let texts = separated::table(&text, '\t').grid;
    // A cell of several lines is one cell.
    let is_list = table.begins_with_names()
        && at.column == 0
        && selection.height() == 1
        && texts.len() > 1
        && texts.iter().all(|row| row.len() == 1);
    let words: Vec<String> = texts.iter().flatten().map(|cell| cell.replace('\n', "")).collect();
    let lines = is_list.then(|| rows_of_lines(table, &words.join("\n")));
    if let Some(lines) = lines.flatten() {
        let row = shown.rows.get(at.row).and_then(|row| row.id);
        let count = lines.len();
        let effects = together(
            model,
            format!("粘贴 {count} 行"),
            field,
            inserted(&draft, table, row, &lines),
        );
        if is_changed_from(model, &draft) {
            tell(model, format!("粘贴的 {count} 行，每行成了一项。"), Some(Remedy::Undo));
        }
        return effects;
    }
    let texts = fitting(texts, selection);
    match placed(&draft, table, &shown, at, &texts, target::edits) {
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
            if added > 0 && is_changed_from(model, &draft) {
                tell(
                    model,
                    format!("已粘贴 {} 行，其中新增 {added} 行。", area.height()),
                    Some(Remedy::Undo),
                );
            }
            open(model, |workspace| {
                let cells = cells(workspace, table);
                let corner = cells.at(Spot {
                    row: area.bottom,
                    column: area.right,
                });
                let first = cells.at(Spot {
                    row: area.top,
                    column: area.left,
                });
                workspace.selection = match (first, corner) {
                    (Some(first), Some(corner)) if first != corner => Selection::between(&cells, table, first, corner),
                    _ => None,
                };
            });
            effects
        }
        Err(misfit) if table.imported().is_some() => {
            let effects = tables::update(model, Tables::Pasted(page, text, table.imported()));
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
