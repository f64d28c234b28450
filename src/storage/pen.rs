//! 执笔: one window at a time writes a draft. A Web Lock says which; pages over plain http do not have locks
//! and use a heartbeat in localStorage.

use std::rc::Rc;

use gloo_events::EventListener;
use gloo_timers::callback::Interval;
use gloo_timers::future::TimeoutFuture;
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::StorageEvent;

use super::local;

/// The beginning of the names of locks and of the keys of heartbeats.
const PREFIX: &str = "jiping.pen.";

/// How often the heartbeat is renewed, and how old it may be before its window counts as closed.
const BEAT_MS: u32 = 2_000;
const DEAD_AFTER_MS: u64 = 7_000;

/// How often a window that waits looks whether the heartbeat has ended.
const LOOK_MS: u32 = 300;

/// How the pen is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Only if no other window has it.
    IfFree,
    /// When the other window lets go of it.
    Wait,
    /// At once; the other window does not answer.
    Steal,
}

/// The right to write a draft. Dropping it hands the pen on.
pub enum Pen {
    /// A Web Lock, held until this function is called.
    Lock(Function),
    /// A heartbeat under this key with this text.
    Heartbeat {
        /// The key.
        key: String,
        /// Who beats.
        writer: String,
        /// The beat itself.
        _beat: Interval,
        /// Hears at once of another window's beat under the same key.
        _rival: Option<EventListener>,
    },
}

impl Drop for Pen {
    fn drop(&mut self) {
        match self {
            Pen::Lock(release) => {
                let _ = release.call0(&JsValue::NULL);
            }
            Pen::Heartbeat { key, writer, .. } => {
                if beating(key).is_some_and(|(found, _)| found == *writer) {
                    let _ = local::remove(key);
                }
            }
        }
    }
}

/// Asks for the pen of a draft. `lost` is called when another window takes it by force.
pub async fn take(id: &str, writer: &str, ask: Ask, lost: Rc<dyn Fn()>) -> Option<Pen> {
    let name = format!("{PREFIX}{id}");
    match locks() {
        Some(locks) => take_lock(&locks, &name, ask, lost).await,
        None => take_heartbeat(name, writer.to_owned(), ask, lost).await,
    }
}

/// Whether another window stands in the queue for the pen of a draft, as every window that looks on does: who asks
/// for a pen without waiting for it is no window of this tool. Where there is no queue, whoever asks is believed.
pub async fn is_waited_for(id: &str) -> bool {
    match locks() {
        Some(locks) => queue(&locks)
            .await
            .is_none_or(|names| names.contains(&format!("{PREFIX}{id}"))),
        None => true,
    }
}

/// The names of the locks that are waited for.
async fn queue(locks: &JsValue) -> Option<Vec<String>> {
    let query: Function = Reflect::get(locks, &"query".into()).ok()?.dyn_into().ok()?;
    let answer: Promise = query.call0(locks).ok()?.dyn_into().ok()?;
    let answer = JsFuture::from(answer).await.ok()?;
    let pending: Array = Reflect::get(&answer, &"pending".into()).ok()?.dyn_into().ok()?;
    let name = |request: JsValue| Reflect::get(&request, &"name".into()).ok()?.as_string();
    Some(pending.iter().filter_map(name).collect())
}

fn locks() -> Option<JsValue> {
    let locks = Reflect::get(&web_sys::window()?.navigator(), &"locks".into()).ok()?;
    locks.is_object().then_some(locks)
}

async fn take_lock(locks: &JsValue, name: &str, ask: Ask, lost: Rc<dyn Fn()>) -> Option<Pen> {
    let (held, release) = promise()?;
    let (answered, answer) = promise()?;
    let granted = answer.clone();
    let callback = Closure::once_into_js(move |lock: JsValue| -> JsValue {
        let _ = granted.call1(&JsValue::NULL, &JsValue::from(!lock.is_null()));
        if lock.is_null() {
            JsValue::UNDEFINED
        } else {
            held.into()
        }
    });
    let options = Object::new();
    let option = match ask {
        Ask::IfFree => Some("ifAvailable"),
        Ask::Wait => None,
        Ask::Steal => Some("steal"),
    };
    if let Some(option) = option {
        Reflect::set(&options, &option.into(), &true.into()).ok()?;
    }
    let request: Function = Reflect::get(locks, &"request".into()).ok()?.dyn_into().ok()?;
    let request: Promise = request
        .call3(locks, &name.into(), &options, &callback)
        .ok()?
        .dyn_into()
        .ok()?;
    spawn_local(async move {
        // The promise of a lock is kept when the lock is released and broken when it is stolen or refused.
        if JsFuture::from(request).await.is_err() {
            let _ = answer.call1(&JsValue::NULL, &JsValue::FALSE);
            lost();
        }
    });
    let granted = JsFuture::from(answered).await.is_ok_and(|answer| answer.is_truthy());
    granted.then_some(Pen::Lock(release))
}

fn promise() -> Option<(Promise, Function)> {
    let mut settle = None;
    let promise = Promise::new(&mut |resolve, _| settle = Some(resolve));
    Some((promise, settle?))
}

async fn take_heartbeat(key: String, writer: String, ask: Ask, lost: Rc<dyn Fn()>) -> Option<Pen> {
    let is_free = || beating(&key).is_none_or(|(found, age)| found == writer || age > DEAD_AFTER_MS);
    if ask == Ask::Wait {
        // Whoever has just handed the pen on lets those have it who have been waiting.
        TimeoutFuture::new(BEAT_MS).await;
    }
    loop {
        if ask == Ask::Steal || is_free() {
            beat(&key, &writer);
            // Two windows that find the pen free at once both write; a moment later one of them reads the other.
            TimeoutFuture::new(80).await;
            if beating(&key).is_none_or(|(found, _)| found == writer) {
                break;
            }
        }
        if ask != Ask::Wait {
            return None;
        }
        TimeoutFuture::new(LOOK_MS).await;
    }
    let _rival = rival(&key, &writer, lost.clone());
    let (own_key, own) = (key.clone(), writer.clone());
    let _beat = Interval::new(BEAT_MS, move || {
        if beating(&own_key).is_none_or(|(found, _)| found == own) {
            beat(&own_key, &own);
        } else {
            lost();
        }
    });
    Some(Pen::Heartbeat {
        key,
        writer,
        _beat,
        _rival,
    })
}

/// Calls `lost` as soon as another window beats under this key.
fn rival(key: &str, writer: &str, lost: Rc<dyn Fn()>) -> Option<EventListener> {
    let (key, own) = (key.to_owned(), format!("{writer} "));
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "storage", move |event| {
        let Some(event) = event.dyn_ref::<StorageEvent>() else {
            return;
        };
        let beat = event.new_value().filter(|_| event.key().as_deref() == Some(&key));
        if beat.is_some_and(|beat| !beat.starts_with(&own)) {
            lost();
        }
    }))
}

fn beat(key: &str, writer: &str) {
    let now = js_sys::Date::now() as u64;
    // Where nothing can be kept, there is no other window to agree with.
    let _ = local::set(key, &format!("{writer} {now}").as_str().into());
}

/// Whose heartbeat is there, and how many milliseconds it lies from now: one of a clock that was ahead is as dead
/// as one that is old.
fn beating(key: &str) -> Option<(String, u64)> {
    let text = String::from(local::get(key).ok()??);
    let (writer, at) = text.split_once(' ')?;
    let now = js_sys::Date::now() as u64;
    Some((writer.to_owned(), now.abs_diff(at.parse().ok()?)))
}
