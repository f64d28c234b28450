//! Mounts the program on the page.

fn main() {
    yew::Renderer::<jiping::app::App>::new().render();
}
