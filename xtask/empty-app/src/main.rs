//! An empty Yew app: what a page costs before it says anything.

use yew::prelude::*;

#[component]
fn Page() -> Html {
    html! { <main><h1>{ "绩评" }</h1></main> }
}

fn main() {
    yew::Renderer::<Page>::new().render();
}
