//! Text of several lines that a program puts into a field: dictation, an input method, a tool of the office.

use wasm_bindgen::JsCast;
use web_sys::{HtmlTextAreaElement, InputEvent, InputEventInit};

/// Puts the lines down in one step, and says whether it did. Chromium would insert them one after the other with two
/// events for each, and lay out all of the text at every one: 62,000 characters then take a minute.
pub fn lines(event: &web_sys::Event) -> bool {
    let Some(event) = event.dyn_ref::<InputEvent>() else {
        return false;
    };
    let text = event.data().filter(|text| text.contains('\n'));
    let area = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlTextAreaElement>().ok());
    let (Some(text), Some(area)) = (text, area) else {
        return false;
    };
    // What an input method is still composing cannot be taken out of its hands.
    if event.input_type() != "insertText" || event.is_composing() || area.read_only() {
        return false;
    }
    let at = |end: Result<Option<u32>, _>| end.ok().flatten();
    let (Some(start), Some(end)) = (at(area.selection_start()), at(area.selection_end())) else {
        return false;
    };
    if area
        .set_range_text_with_start_and_end_and_mode(&text, start, end, "end")
        .is_err()
    {
        return false;
    }
    let init = InputEventInit::new();
    init.set_bubbles(true);
    init.set_input_type("insertText");
    // The field reads what stands in it now.
    InputEvent::new_with_event_init_dict("input", &init).is_ok_and(|event| area.dispatch_event(&event).is_ok())
}
