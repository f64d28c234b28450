//! A table that is pasted into a page which takes tables, told from text that is pasted into a field.

use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, HtmlElement, HtmlInputElement, HtmlTextAreaElement};

use crate::components::clipboard::both;
use crate::domain::draft::chapter::Chapter;
use crate::state::model::route::Page;

use super::screen;

/// The pasted table as HTML and as plain text; none where the browser shall paste as ever.
pub fn table(event: &web_sys::Event) -> Option<(String, String)> {
    let takes_tables = matches!(
        screen::route().page(),
        Some(Page::Chapter(Chapter::Budget | Chapter::Indicators | Chapter::Projects))
    );
    let event = event.dyn_ref::<ClipboardEvent>().filter(|_| takes_tables)?;
    let (page, text) = both(event);
    let lines = text.trim_end_matches(['\r', '\n']);
    // One cell, or cells that fit into one line, is what people copy into a field.
    let is_several = lines.contains('\t') && lines.contains('\n');
    let target = event.target()?;
    let in_field = target
        .dyn_ref::<HtmlInputElement>()
        .is_some_and(|input| !matches!(input.type_().as_str(), "radio" | "checkbox"));
    let in_text = target.dyn_ref::<HtmlTextAreaElement>().is_some()
        || target
            .dyn_ref::<HtmlElement>()
            .is_some_and(HtmlElement::is_content_editable);
    let is_table = is_several || !in_field && (lines.contains('\t') || page.to_ascii_lowercase().contains("<table"));
    (is_table && !in_text).then_some((page, text))
}
