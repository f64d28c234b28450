//! How large the pages are shown: by the room that there is and by what was chosen.

use gloo_events::EventListener;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::state::model::zoom::Zoom;

/// The width of an upright page and of one on its side, in tenths of a millimetre.
const UPRIGHT: u32 = 2100;
const LANDSCAPE: u32 = 2970;

/// Shows the pages of a desk as large as was chosen, also when the window changes; gives the size of an upright
/// page in percent.
#[hook]
pub fn use_zoom(desk: &NodeRef, zoom: Zoom) -> u16 {
    let room = use_state_eq(|| 0_u32);
    {
        let (desk, set) = (desk.clone(), room.setter());
        use_effect_with((), move |()| {
            let measure = move || set.set(desk.cast::<HtmlElement>().map_or(0, |desk| room_of(&desk)));
            measure();
            let listener = web_sys::window().map(|window| EventListener::new(&window, "resize", move |_| measure()));
            move || drop(listener)
        });
    }
    let upright = zoom.of_page(*room, UPRIGHT);
    let landscape = zoom.of_page(*room, LANDSCAPE);
    {
        let desk = desk.clone();
        use_effect_with((upright, landscape), move |(upright, landscape)| {
            if let Some(desk) = desk.cast::<HtmlElement>() {
                // CSSOM, because the CSP forbids style attributes.
                let set = |name: &str, tenths: u32| {
                    let factor = format!("{}.{:03}", tenths / 1000, tenths % 1000);
                    let _ = desk.style().set_property(name, &factor);
                };
                set("--zoom-upright", *upright);
                set("--zoom-landscape", *landscape);
            }
        });
    }
    u16::try_from((upright + 5) / 10).unwrap_or(100)
}

/// The room of a desk, in tenths of a millimetre of the screen: 96 pixels are an inch. The space around the pages
/// is not room.
fn room_of(desk: &HtmlElement) -> u32 {
    let pixels = u32::try_from(desk.client_width()).unwrap_or_default();
    pixels.saturating_sub(AROUND) * 254 / 96
}

/// The space left and right of the pages, in pixels.
const AROUND: u32 = 32;
