//! What every search with a list below it has: the option that the arrows are on.

/// The option after or before this one; after the last comes the first.
pub fn stepped(chosen: usize, count: usize, down: bool) -> usize {
    let count = count.max(1);
    (chosen + if down { 1 } else { count - 1 }) % count
}

/// Scrolls an option into sight within its list.
pub fn show(id: &str) {
    let Some(option) = web_sys::window().and_then(|window| window.document()?.get_element_by_id(id)) else {
        return;
    };
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Nearest);
    option.scroll_into_view_with_scroll_into_view_options(&options);
}
