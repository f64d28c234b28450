//! When each draft was last taken out of the browser, how full the browser's storage is, and whether the
//! browser has promised to keep it.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::local::{self, Fault, ROOM};

/// The beginning of the keys of our marks.
const PREFIX: &str = "jiping.backup.";

/// A draft was taken out of the browser as the numbered save, at this time as written.
pub fn mark(id: &str, sequence: u64, at: &str) -> Result<(), Fault> {
    local::set(&format!("{PREFIX}{id}"), &format!("{sequence} {at}").as_str().into())
}

/// The last time that a draft was taken out: number of the save, and time.
pub fn last(id: &str) -> Option<(u64, String)> {
    let text = String::from(local::get(&format!("{PREFIX}{id}")).ok()??);
    let (sequence, at) = text.split_once(' ')?;
    Some((sequence.parse().ok()?, at.to_owned()))
}

/// How full localStorage is, in whole percent.
pub fn fullness() -> Result<usize, Fault> {
    Ok((local::used()? * 100 / ROOM).min(100))
}

/// Whether the browser has promised to keep what is stored; none where it does not make such promises, as
/// for pages from the disk.
pub async fn is_kept() -> Option<bool> {
    ask("persisted").await
}

/// Asks the browser for the promise, and gives its answer. It makes it over https only.
pub async fn ask_to_keep() -> Option<bool> {
    ask("persist").await
}

async fn ask(method: &str) -> Option<bool> {
    let window = web_sys::window()?;
    if window.location().protocol().ok()? != "https:" {
        return None;
    }
    let storage = Reflect::get(&window.navigator(), &"storage".into()).ok()?;
    let method: Function = Reflect::get(&storage, &method.into()).ok()?.dyn_into().ok()?;
    let promise: Promise = method.call0(&storage).ok()?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok().as_ref().and_then(JsValue::as_bool)
}
