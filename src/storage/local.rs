//! localStorage by name: every call can fail, and says how. Texts stay the browser's own strings, so that
//! a long draft is carried over once.

use gloo_storage::{LocalStorage, Storage};
use js_sys::{Function, JsString, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// Why something could not be written or read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The browser does not let this page keep anything.
    Denied,
    /// There is no room left.
    Full,
    /// There is no such entry.
    Gone,
}

/// The room that localStorage has for all pages of one origin, in characters.
pub const ROOM: usize = 5_242_880;

/// The storage, if the browser lets this page use it.
///
/// gloo-storage aborts the program where localStorage is denied, so this asks the window first.
fn storage() -> Result<web_sys::Storage, Fault> {
    let window = web_sys::window().ok_or(Fault::Denied)?;
    match window.local_storage() {
        Ok(Some(_)) => Ok(LocalStorage::raw()),
        _ => Err(Fault::Denied),
    }
}

/// What follows a prefix in the keys that have it, in order.
pub fn names_after(prefix: &str) -> Result<Vec<String>, Fault> {
    let mut names: Vec<String> = keys()?
        .into_iter()
        .filter_map(|key| key.strip_prefix(prefix).map(str::to_owned))
        .collect();
    names.sort();
    Ok(names)
}

fn keys() -> Result<Vec<String>, Fault> {
    let storage = storage()?;
    let count = storage.length().map_err(fault)?;
    Ok((0..count)
        .filter_map(|place| storage.key(place).ok().flatten())
        .collect())
}

/// How many characters all pages of this origin keep here.
pub fn used() -> Result<usize, Fault> {
    let length = |key: &String| {
        let text = get(key).ok().flatten().map_or(0, |text| text.length());
        key.encode_utf16().count() + text as usize
    };
    Ok(keys()?.iter().map(length).sum())
}

/// The text under a key.
pub fn get(key: &str) -> Result<Option<JsString>, Fault> {
    let text = method("getItem")?
        .call1(&storage()?.into(), &key.into())
        .map_err(fault)?;
    Ok(text.dyn_into().ok())
}

/// Puts a text under a key and reads it back.
pub fn set(key: &str, text: &JsString) -> Result<(), Fault> {
    method("setItem")?
        .call2(&storage()?.into(), &key.into(), text)
        .map_err(fault)?;
    match get(key)? {
        Some(back) if Object::is(&back, text) => Ok(()),
        _ => Err(Fault::Full),
    }
}

/// Takes a key out.
pub fn remove(key: &str) -> Result<(), Fault> {
    storage()?.remove_item(key).map_err(fault)
}

fn method(name: &str) -> Result<Function, Fault> {
    let method = Reflect::get(&storage()?.into(), &name.into()).map_err(fault)?;
    method.dyn_into().map_err(|_| Fault::Denied)
}

/// Tells a full storage from a denied one. Browsers differ in name and code.
pub(super) fn fault(error: JsValue) -> Fault {
    let property = |name: &str| Reflect::get(&error, &name.into()).ok();
    let name = property("name").and_then(|name| name.as_string()).unwrap_or_default();
    let code = property("code").and_then(|code| code.as_f64());
    let full =
        name.contains("Quota") || name == "NS_ERROR_DOM_QUOTA_REACHED" || code == Some(22.0) || code == Some(1014.0);
    let by_class = error.dyn_ref::<Object>().is_some_and(|object| {
        let class = object.constructor().name().as_string();
        class.is_some_and(|class| class == "QuotaExceededError")
    });
    if full || by_class { Fault::Full } else { Fault::Denied }
}
