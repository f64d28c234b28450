//! The input in a cell, as the browser has it: where its caret is, and what is done to its text.

use wasm_bindgen::JsCast;
use web_sys::{
    Element, HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, InputEvent, InputEventInit,
    ScrollIntoViewOptions, ScrollLogicalPosition,
};

use crate::domain::draft::field::Field;
use crate::state::model::grid::Caret;

use super::bound::IN_ROW;

/// What in a row can take the focus.
const STOPS: &str = "input, select, textarea, button:not([disabled]), a[href]";

/// The element that an event is about.
pub fn target(event: &web_sys::Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// The element as one of a kind.
pub fn element_of<T: JsCast + Clone>(element: &Element) -> Option<T> {
    element.dyn_ref::<T>().cloned()
}

/// Where the caret stands in a cell, and what kind of cell it is.
pub fn place(element: &Element) -> Caret {
    let ends = |start: Option<u32>, end: Option<u32>, text: String, several_lines: bool| {
        let length = u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX);
        let (start, end) = (start.unwrap_or_default(), end.unwrap_or(length));
        Caret {
            at_start: start == 0 && end == 0,
            at_end: start == length && end == length,
            several_lines,
            ..Caret::default()
        }
    };
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        let at = |end: Result<Option<u32>, _>| end.ok().flatten();
        return ends(
            at(input.selection_start()),
            at(input.selection_end()),
            input.value(),
            false,
        );
    }
    if let Some(area) = element.dyn_ref::<HtmlTextAreaElement>() {
        let at = |end: Result<Option<u32>, _>| end.ok().flatten();
        return ends(at(area.selection_start()), at(area.selection_end()), area.value(), true);
    }
    Caret {
        choice: element.is_instance_of::<HtmlSelectElement>(),
        ..Caret::default()
    }
}

/// Marks the whole text, so that what is typed next takes its place.
pub fn mark_all(element: &Element) {
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        input.select();
    } else if let Some(area) = element.dyn_ref::<HtmlTextAreaElement>() {
        area.select();
    }
}

/// Puts the caret behind the text.
pub fn caret_to_end(element: &Element) {
    // A place within the text is one that every text has.
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        let end = u32::try_from(input.value().encode_utf16().count()).unwrap_or_default();
        let _ = input.set_selection_range(end, end);
    } else if let Some(area) = element.dyn_ref::<HtmlTextAreaElement>() {
        let end = u32::try_from(area.value().encode_utf16().count()).unwrap_or_default();
        let _ = area.set_selection_range(end, end);
    }
}

/// Shows a text in the cell before the program does, so that it can be marked.
pub fn put(element: &Element, text: &str) {
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        input.set_value(text);
    } else if let Some(area) = element.dyn_ref::<HtmlTextAreaElement>() {
        area.set_value(text);
    }
}

/// Breaks the line where the caret is; says whether the cell has lines.
pub fn break_line(element: &Element) -> bool {
    let Some(area) = element
        .dyn_ref::<HtmlTextAreaElement>()
        .filter(|area| !area.read_only())
    else {
        return false;
    };
    let at = |end: Result<Option<u32>, _>| end.ok().flatten().unwrap_or_default();
    let (start, end) = (at(area.selection_start()), at(area.selection_end()));
    if area
        .set_range_text_with_start_and_end_and_mode("\n", start, end, "end")
        .is_err()
    {
        return false;
    }
    let init = InputEventInit::new();
    init.set_bubbles(true);
    init.set_input_type("insertLineBreak");
    // The program reads what stands in the field now.
    InputEvent::new_with_event_init_dict("input", &init).is_ok_and(|event| area.dispatch_event(&event).is_ok())
}

/// The key of the field that an input has.
pub fn key(element: &Element) -> String {
    let id = element.id();
    id.strip_suffix(IN_ROW).map_or(id.clone(), str::to_owned)
}

/// The input in the row; the editor beside the list may have the field, too.
fn by_field(field: Field) -> Option<HtmlElement> {
    let document = web_sys::window()?.document()?;
    let key = field.key();
    let found = document.get_element_by_id(&format!("{key}{IN_ROW}"));
    found.or_else(|| document.get_element_by_id(&key))?.dyn_into().ok()
}

/// Puts the focus into a cell.
pub fn focus(field: Field) {
    if let Some(element) = by_field(field) {
        // An element of the page can take the focus.
        let _ = element.focus();
    }
}

/// Brings a cell into sight.
pub fn reveal(field: Field) {
    if let Some(element) = by_field(field) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// From what stands beside the cells of a row, a button or a figure, an arrow leads to its neighbour, and from the
/// last cell to what stands beside it: Tab goes from cell to cell. Says whether there was one.
pub fn beside(element: &Element, key: &str) -> bool {
    let forward = match key {
        "ArrowRight" => true,
        "ArrowLeft" => false,
        _ => return false,
    };
    let Ok(Some(row)) = element.closest("[role=row]") else {
        return false;
    };
    let Ok(stops) = row.query_selector_all(STOPS) else {
        return false;
    };
    let stops = (0..stops.length()).filter_map(|place| stops.item(place)?.dyn_into::<HtmlElement>().ok());
    let stops: Vec<HtmlElement> = stops.collect();
    let is_it = |stop: &HtmlElement| {
        let stop: &Element = stop;
        stop == element
    };
    let Some(here) = stops.iter().position(is_it) else {
        return false;
    };
    let next = if forward {
        here.checked_add(1)
    } else {
        here.checked_sub(1)
    };
    let next = next.and_then(|place| stops.get(place));
    next.map(|stop| stop.focus()).is_some()
}
