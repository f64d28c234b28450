//! A table that is filled in as in Excel: what keys, pointer and clipboard do in it. What they mean is said in
//! `state::model::grid`; here is only what needs the browser.
//!
//! Every cell stays the input that it is elsewhere. While it is rested on, its whole text is marked, so that the
//! browser itself replaces it by what is typed, through an input method too; no key is taken while one composes.

use std::rc::Rc;

use web_sys::{ClipboardEvent, HtmlSelectElement};
use yew::prelude::*;

use crate::domain::draft::block::{cell_text, separated, texts};
use crate::domain::draft::field::Field;
use crate::domain::draft::table::Table;
use crate::domain::draft::taken::TableKind;
use crate::state::model::grid::{Caret, GridMessage, Held, act};
use crate::state::model::indicator_rows::cells;
use crate::state::model::message::Message;
use crate::state::model::workspace::Workspace;

use super::clipboard::both;
use super::dispatch::use_dispatch;
use super::grid_act::Doing;
use super::grid_bar::GridBar;
use super::grid_cell::{beside, element_of, key, mark_all, place, target};

/// What the table is told.
#[derive(Clone, PartialEq, Properties)]
pub struct GridProps {
    /// The open draft.
    pub workspace: Rc<Workspace>,
    /// Which table.
    pub table: Table,
    /// Whether only what is pasted is looked at, because the cells are paragraphs.
    #[prop_or_default]
    pub paragraphs: bool,
    /// What is done when a cell gets the focus.
    #[prop_or_default]
    pub onrest: Option<Callback<Field>>,
    /// What else can be done with several cells.
    #[prop_or_default]
    pub several: Html,
    /// The table.
    pub children: Html,
}

/// What the hand is at.
#[derive(Default)]
struct Hand {
    /// The cell that has the focus.
    at: Option<Field>,
    /// What stood in it then.
    before: String,
    /// Whether it is being written in.
    editing: bool,
    /// Whether the pointer is about to give it the focus: then the caret stays where it was put.
    pointed: bool,
    /// Whether the key before was Ctrl+A.
    marked: bool,
    /// The cell where the pointer was pressed down.
    pressed: Option<Field>,
}

/// The table with its keys.
#[component]
pub fn Grid(props: &GridProps) -> Html {
    let dispatch = use_dispatch();
    let hand = use_mut_ref(Hand::default);
    let GridProps {
        workspace,
        table,
        paragraphs,
        ..
    } = props;
    let (table, paragraphs) = (*table, *paragraphs);
    let selection = workspace.selection.clone().filter(|selection| selection.table == table);
    let cells_of = {
        let workspace = Rc::clone(workspace);
        move || cells(&workspace, table)
    };
    let cell_at = {
        let cells_of = cells_of.clone();
        move |event: &web_sys::Event| {
            let element = target(event)?;
            let field = cells_of().by_key(&key(&element))?;
            Some((element, field))
        }
    };
    let onfocusin = {
        let (dispatch, hand, cell_at) = (dispatch.clone(), hand.clone(), cell_at.clone());
        let (workspace, selection, onrest) = (Rc::clone(workspace), selection.clone(), props.onrest.clone());
        Callback::from(move |event: FocusEvent| {
            let Some((element, field)) = cell_at(&event) else {
                return;
            };
            let mut hand = hand.borrow_mut();
            if hand.at != Some(field) {
                hand.at = Some(field);
                hand.before = workspace.working(field).unwrap_or_else(|| workspace.text(field));
                hand.editing = hand.pointed;
                if !hand.pointed {
                    mark_all(&element);
                }
            }
            hand.pointed = false;
            drop(hand);
            if selection.as_ref().is_some_and(|selection| selection.anchor != field) {
                dispatch.send(Message::Grid(GridMessage::Unselected));
            }
            if let Some(onrest) = &onrest {
                onrest.emit(field);
            }
        })
    };
    let onfocusout = {
        let hand = hand.clone();
        Callback::from(move |_: FocusEvent| {
            let mut hand = hand.borrow_mut();
            (hand.at, hand.editing) = (None, false);
        })
    };
    let oninput = {
        let hand = hand.clone();
        Callback::from(move |_: InputEvent| hand.borrow_mut().editing = true)
    };
    let onmousedown = {
        let (dispatch, hand, cell_at) = (dispatch.clone(), hand.clone(), cell_at.clone());
        let is_selected = selection.is_some();
        Callback::from(move |event: MouseEvent| {
            let Some((_, field)) = cell_at(&event) else { return };
            let mut hand = hand.borrow_mut();
            if let (true, Some(anchor)) = (event.shift_key(), hand.at)
                && anchor != field
            {
                event.prevent_default();
                hand.editing = false;
                drop(hand);
                dispatch.send(Message::Grid(GridMessage::Selected(table, anchor, field)));
                return;
            }
            hand.pressed = Some(field);
            hand.pointed = hand.at != Some(field);
            hand.editing = true;
            drop(hand);
            if is_selected {
                dispatch.send(Message::Grid(GridMessage::Unselected));
            }
        })
    };
    let onmouseover = {
        let (dispatch, hand, cell_at) = (dispatch.clone(), hand.clone(), cell_at.clone());
        Callback::from(move |event: MouseEvent| {
            let Some(anchor) = hand.borrow().pressed else { return };
            if event.buttons() & 1 == 0 {
                hand.borrow_mut().pressed = None;
                return;
            }
            let Some((_, field)) = cell_at(&event) else { return };
            if field != anchor {
                hand.borrow_mut().editing = false;
            }
            dispatch.send(Message::Grid(GridMessage::Selected(table, anchor, field)));
        })
    };
    let onkeydown = {
        let (dispatch, hand) = (dispatch.clone(), hand.clone());
        let (workspace, selection, cells_of) = (Rc::clone(workspace), selection.clone(), cells_of.clone());
        Callback::from(move |event: KeyboardEvent| {
            // 229 is what older browsers say of a key that an input method has taken.
            if event.is_composing() || event.key_code() == 229 {
                return;
            }
            let Some(element) = target(&event) else { return };
            let cells = cells_of();
            let Some(field) = cells.by_key(&key(&element)) else {
                if matches!(element.tag_name().as_str(), "BUTTON" | "A") && beside(&element, &event.key()) {
                    event.prevent_default();
                }
                return;
            };
            let caret = {
                let hand = hand.borrow();
                let stands = place(&element);
                Caret {
                    editing: hand.editing,
                    changed: hand.at == Some(field) && workspace.text(field) != hand.before,
                    block: selection.is_some(),
                    marked: hand.marked,
                    ..stands
                }
            };
            let held = Held {
                shift: event.shift_key(),
                command: event.ctrl_key() || event.meta_key(),
                alt: event.alt_key(),
            };
            // The key that is held down comes by itself before.
            if !matches!(event.key().as_str(), "Control" | "Meta" | "Shift") {
                hand.borrow_mut().marked = held.command && event.key().eq_ignore_ascii_case("a");
            }
            let Some(act) = act(&event.key(), held, caret) else {
                return;
            };
            let done = Doing {
                dispatch: &dispatch,
                workspace: &workspace,
                table,
                cells: &cells,
                selection: selection.as_ref(),
                field,
                element: &element,
            }
            .act(act, &mut |editing| hand.borrow_mut().editing = editing, || {
                hand.borrow().before.clone()
            });
            if done {
                event.prevent_default();
                event.stop_propagation();
            }
        })
    };
    let copied = {
        let (workspace, selection, cell_at) = (Rc::clone(workspace), selection.clone(), cell_at.clone());
        move |event: &ClipboardEvent| -> bool {
            let cells = cells(&workspace, table);
            let block = selection.as_ref().and_then(|selection| selection.area(&cells));
            let text = match (block, cell_at(event)) {
                (Some(area), _) => separated(&texts(&workspace.draft, &cells, area)),
                (None, Some((element, field))) if element_of::<HtmlSelectElement>(&element).is_some() => {
                    cell_text(&workspace.draft, field)
                }
                _ => return false,
            };
            let taken = event.clipboard_data().map(|data| data.set_data("text/plain", &text));
            let taken = matches!(taken, Some(Ok(())));
            if taken {
                event.prevent_default();
            }
            taken
        }
    };
    let oncopy = {
        let copied = copied.clone();
        Callback::from(move |event: Event| {
            if let Some(event) = clipboard(&event) {
                copied(&event);
            }
        })
    };
    let oncut = {
        let (dispatch, is_block) = (dispatch.clone(), selection.is_some());
        Callback::from(move |event: Event| {
            if let Some(event) = clipboard(&event)
                && copied(&event)
                && is_block
            {
                dispatch.send(Message::Grid(GridMessage::Emptied));
            }
        })
    };
    let onpaste = {
        let (dispatch, hand, cells_of) = (dispatch.clone(), hand.clone(), cells_of);
        let is_block = selection.is_some();
        Callback::from(move |event: Event| {
            let (Some(event), Some(element)) = (clipboard(&event), target(&event)) else {
                return;
            };
            let (page, text) = both(&event);
            let lines = text.trim_end_matches(['\r', '\n']);
            let (has_cells, has_lines) = (lines.contains('\t') && !paragraphs, lines.contains('\n'));
            // The button for a new row stands for the end of the list.
            let end = table
                .list()
                .map(Field::Rows)
                .filter(|field| field.key() == key(&element));
            let field = match (cells_of().by_key(&key(&element)), end) {
                (Some(field), _) => field,
                (None, Some(end)) if table.imported().is_none_or(TableKind::is_of_names) => end,
                _ => return,
            };
            let is_writing = hand.borrow().editing && !place(&element).at_start_of_nothing();
            let is_choice = element_of::<HtmlSelectElement>(&element).is_some();
            let takes = match paragraphs {
                // The text below a heading takes its lines as they are.
                true => has_lines && !is_writing && cells_of().spot(field).is_none_or(|spot| spot.column == 0),
                false => {
                    has_cells || is_block || is_choice || has_lines && !(is_writing && place(&element).several_lines)
                }
            };
            if takes {
                event.prevent_default();
                event.stop_propagation();
                dispatch.send(Message::Grid(GridMessage::Pasted(table, field, page, text)));
            }
        })
    };
    let cells = selection.as_ref().map(|_| cells(workspace, table));
    let area = selection
        .as_ref()
        .zip(cells.as_ref())
        .and_then(|(selection, cells)| selection.area(cells));
    let rows = cells.zip(area).map_or(0, |(cells, area)| cells.ids(area).len());
    if paragraphs {
        return html! { <div class="grid-keys" {onpaste} {oninput} {onfocusin} {onfocusout} {onmousedown}>{ props.children.clone() }</div> };
    }
    html! {
        <div class="grid-keys" {onkeydown} {onfocusin} {onfocusout} {oninput} {onmousedown} {onmouseover} {oncopy} {oncut} {onpaste}>
            { props.children.clone() }
            <GridBar {table} {selection} {area} {rows}>{ props.several.clone() }</GridBar>
        </div>
    }
}

fn clipboard(event: &Event) -> Option<ClipboardEvent> {
    use wasm_bindgen::JsCast;
    event.dyn_ref::<ClipboardEvent>().cloned()
}
