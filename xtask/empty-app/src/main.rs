//! Shows one heading.

use yew::prelude::*;

#[component]
fn App() -> Html {
    html! { <main><h1>{ "空" }</h1></main> }
}

fn main() {
    let place = web_sys::window().and_then(|window| window.document()).and_then(|document| document.get_element_by_id("app"));
    if let Some(place) = place {
        yew::Renderer::<App>::with_root(place).render();
    }
}
