//! Mounts the program on the page.

fn main() {
    let place = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id("app"));
    if let Some(place) = place {
        yew::Renderer::<jiping::app::App>::with_root(place).render();
    }
}
