//! What happens on the screen besides drawing: the address, and where the focus is.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::state::model::route::Route;

/// Where the address leads.
pub fn route() -> Route {
    let hash = web_sys::window()
        .and_then(|window| window.location().hash().ok())
        .unwrap_or_default();
    Route::from_hash(&hash)
}

/// Goes to an address; the browser answers with an event.
pub fn navigate(route: &Route) {
    if let Some(window) = web_sys::window() {
        // Only a page that is being torn down refuses, and then there is nowhere to go.
        let _ = window.location().set_hash(&route.hash());
    }
}

/// Puts the focus into an element and brings it into sight; says whether it is on the screen.
pub fn focus(id: &str) -> bool {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else {
        return false;
    };
    let element = document
        .get_element_by_id(id)
        .and_then(|element| element.dyn_into::<HtmlElement>().ok());
    let Some(element) = element else { return false };
    // A field in a closed disclosure cannot take the focus.
    if let Ok(Some(closed)) = element.closest("details:not([open])") {
        let _ = closed.set_attribute("open", "");
    }
    let _ = element.focus();
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Center);
    element.scroll_into_view_with_scroll_into_view_options(&options);
    true
}

/// Windows with an editor beside the list of indicators: in narrower ones the rows would break their names after three
/// characters.
const WITH_SIDE: &str = "(min-width: 1280px)";

/// Whether the window has room for an editor beside the list of indicators.
pub fn has_side() -> bool {
    let query = web_sys::window().and_then(|window| window.match_media(WITH_SIDE).ok()?);
    query.is_some_and(|query| query.matches())
}

/// Whether keys go into a text.
pub fn is_typing() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    let active = document.and_then(|document| document.active_element());
    active.is_some_and(|element| element.matches("input, textarea, select").unwrap_or(false))
}

/// Puts the focus on the page's heading and the page back to its top.
pub fn focus_page() {
    let Some(window) = web_sys::window() else { return };
    window.scroll_to_with_x_and_y(0.0, 0.0);
    let heading = window
        .document()
        .and_then(|document| document.get_element_by_id("page-title"));
    if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
        let _ = heading.focus();
    }
}

/// Opens the browser's print dialog. Where there is none, the browser's own menu still has it.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}
