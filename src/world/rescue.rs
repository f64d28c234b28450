//! What the boot script needs to help after a crash: the last state of the open draft and the reason. Nothing
//! of the program is called for it then.

use js_sys::{Array, Reflect};
use wasm_bindgen::JsValue;

/// The names under which `boot/boot.js` finds them.
const DRAFT: &str = "jipingDraft";
const REASON: &str = "jipingReason";

/// Hands the script the last state of the open draft: the name of a file, and a copy as it is kept, text or bytes.
pub fn keep(name: &str, copy: &JsValue) {
    put(DRAFT, &Array::of2(&name.into(), copy));
}

/// No draft is open any more.
pub fn forget() {
    put(DRAFT, &JsValue::UNDEFINED);
}

/// Lets the script know why the program stopped.
pub fn listen_for_panics() {
    std::panic::set_hook(Box::new(|reason| put(REASON, &reason.to_string().into())));
}

fn put(name: &str, value: &JsValue) {
    if let Some(window) = web_sys::window() {
        // A window that does not take it is being closed.
        let _ = Reflect::set(&window, &name.into(), value);
    }
}
