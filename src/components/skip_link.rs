//! 跳到正文: the first thing that the Tab key reaches.

use yew::prelude::*;

/// The link. It moves the focus without changing the address, which is the route.
#[component]
pub fn SkipLink() -> Html {
    html! { <a class="skip-link" href="#main" onclick={Callback::from(skip)}>{ "跳到正文" }</a> }
}

fn skip(event: MouseEvent) {
    event.prevent_default();
    let main = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id("main"));
    if let Some(main) = main.and_then(|main| wasm_bindgen::JsCast::dyn_into::<web_sys::HtmlElement>(main).ok()) {
        let _ = main.focus();
    }
}
