//! Going through the pages by keys: from page to page, from piece to piece, and to the field of a piece.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent, ScrollIntoViewOptions, ScrollLogicalPosition};

/// What a key asks of the preview.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// So many pages on, or back.
    Page(isize),
    /// The first page.
    First,
    /// The last page.
    Last,
    /// So many pieces on, or back; a row of a table is one piece.
    Piece(isize),
    /// So many cells on, or back.
    Cell(isize),
    /// To the field of the piece that is marked.
    Follow,
    /// Larger.
    Larger,
    /// Smaller.
    Smaller,
    /// 自动.
    Fit,
}

/// What a pressed key asks, if it asks anything: nothing where it types, and with Ctrl it is the browser's.
pub fn asked(event: &KeyboardEvent) -> Option<Key> {
    if event.is_composing() || event.ctrl_key() || event.meta_key() || event.alt_key() {
        return None;
    }
    let target: Element = event.target()?.dyn_into().ok()?;
    let is_within = |selector: &str| target.closest(selector).ok().flatten().is_some();
    if is_within("input, select, textarea, dialog") {
        return None;
    }
    let on_desk = is_within(".desk");
    match event.key().as_str() {
        "PageDown" => Some(Key::Page(1)),
        "PageUp" => Some(Key::Page(-1)),
        "Home" => Some(Key::First),
        "End" => Some(Key::Last),
        "+" | "=" => Some(Key::Larger),
        "-" => Some(Key::Smaller),
        "0" => Some(Key::Fit),
        "ArrowDown" if on_desk => Some(Key::Piece(1)),
        "ArrowUp" if on_desk => Some(Key::Piece(-1)),
        "ArrowRight" if on_desk => Some(Key::Cell(1)),
        "ArrowLeft" if on_desk => Some(Key::Cell(-1)),
        "Enter" if on_desk => Some(Key::Follow),
        _ => None,
    }
}

fn all(selector: &str) -> Vec<HtmlElement> {
    let document = web_sys::window().and_then(|window| window.document());
    let Some(found) = document.and_then(|document| document.query_selector_all(selector).ok()) else {
        return Vec::new();
    };
    let nodes = (0..found.length()).filter_map(|place| found.item(place));
    nodes.filter_map(|node| node.dyn_into().ok()).collect()
}

/// The pages that are shown.
pub fn papers() -> Vec<HtmlElement> {
    all(".page--preview .paper-pages > .paper")
}

/// Brings a page, or a part where there are no pages, to the top of the window.
pub fn show(is_cut: bool, place: usize) {
    let elements = match is_cut {
        true => papers(),
        false => all(".page--preview .paper-flow > .paper__block"),
    };
    if let Some(element) = elements.get(place) {
        reveal(element, ScrollLogicalPosition::Start);
    }
}

fn reveal(element: &HtmlElement, block: ScrollLogicalPosition) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(block);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// What stands on a marked piece.
const MARKED: &str = "data-marked";

/// The pieces that lead to a field.
fn pieces() -> Vec<HtmlElement> {
    let on_pages = all(".page--preview .paper-pages [data-lead]");
    match on_pages.is_empty() {
        true => all(".page--preview .paper-flow [data-lead]"),
        false => on_pages,
    }
}

/// The piece that is marked.
pub fn marked() -> Option<HtmlElement> {
    all(&format!(".page--preview [{MARKED}]")).into_iter().next()
}

/// Marks another piece and gives what stands in it; without a mark so far the first that is in sight.
pub fn mark(by: isize, by_rows: bool) -> Option<String> {
    let pieces = pieces();
    let before = marked();
    let place = pieces.iter().position(|piece| Some(piece) == before.as_ref());
    let next = match place {
        // The first that is not under the bars on top.
        None => pieces
            .iter()
            .position(|piece| piece.get_bounding_client_rect().top() >= 100.0)?,
        Some(place) => {
            let row = |piece: &HtmlElement| piece.closest("tr").ok().flatten();
            let own = pieces.get(place).and_then(row);
            let mut next = place.checked_add_signed(by)?;
            while by_rows && own.is_some() && pieces.get(next).and_then(row) == own {
                next = next.checked_add_signed(by)?;
            }
            next
        }
    };
    let piece = pieces.get(next)?;
    if let Some(before) = before {
        let _ = before.remove_attribute(MARKED);
    }
    let _ = piece.set_attribute(MARKED, "");
    reveal(piece, ScrollLogicalPosition::Center);
    piece.text_content()
}
