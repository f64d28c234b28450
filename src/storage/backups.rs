//! When each draft was last taken out of the browser, how full the browser's storage is, and whether the
//! browser has promised to keep it.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::local;
use super::local::{Fault, ROOM};

/// The beginning of the keys of our marks.
const PREFIX: &str = "jiping.backup.";

/// The key that says that the promise has been asked for.
const ASKED: &str = "jiping.asked";

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

/// How full the fuller of the two stores is, in whole percent; none where neither can be asked.
pub async fn fullness() -> Option<usize> {
    let slots = local::used().ok().map(|used| (used * 100 / ROOM).min(100));
    slots.max(whole_fullness().await)
}

/// How much of what the browser gives to all stores of this page is used, in whole percent.
async fn whole_fullness() -> Option<usize> {
    let estimate = call_manager("estimate").await?;
    #[expect(clippy::disallowed_types, reason = "the browser gives sizes in bytes only as this")]
    let bytes = |name: &str| -> Option<f64> { Reflect::get(&estimate, &name.into()).ok()?.as_f64() };
    let (usage, quota) = (bytes("usage")?, bytes("quota")?);
    (quota > 0.0).then(|| (usage * 100.0 / quota).clamp(0.0, 100.0) as usize)
}

/// Whether the browser has promised to keep what is stored; none where it does not make such promises, as
/// for pages from the disk.
pub async fn is_kept() -> Option<bool> {
    ask("persisted").await
}

/// Asks the browser for the promise, once: some browsers put the question to the user.
pub async fn ask_to_keep() {
    let Ok(None) = local::get(ASKED) else { return };
    if ask("persist").await.is_some() {
        // Without the mark the question comes once more, which does no harm.
        let _ = local::set(ASKED, &"1".into());
    }
}

/// Browsers make the promise over https only.
async fn ask(method: &str) -> Option<bool> {
    if web_sys::window()?.location().protocol().ok()? != "https:" {
        return None;
    }
    call_manager(method).await?.as_bool()
}

/// Calls the browser's storage manager, where it has one.
async fn call_manager(method: &str) -> Option<JsValue> {
    let storage = Reflect::get(&web_sys::window()?.navigator(), &"storage".into()).ok()?;
    let method: Function = Reflect::get(&storage, &method.into()).ok()?.dyn_into().ok()?;
    let promise: Promise = method.call0(&storage).ok()?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()
}
