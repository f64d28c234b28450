//! What the clipboard holds when something is pasted.

use web_sys::ClipboardEvent;

/// What is pasted as HTML and as plain text; empty where the clipboard has no such.
pub fn both(event: &ClipboardEvent) -> (String, String) {
    let get = |kind| {
        event
            .clipboard_data()
            .and_then(|data| data.get_data(kind).ok())
            .unwrap_or_default()
    };
    (get("text/html"), get("text/plain"))
}
