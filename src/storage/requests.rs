//! Waiting for what IndexedDB answers, and for how long.

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{EventTarget, IdbRequest};

use super::local::{Fault, fault};

/// How long an answer is waited for. A profile that is damaged or on a lost drive gives none at all.
const PATIENCE_MS: u32 = 3_000;

/// What a request comes to.
pub(super) async fn answer(request: &IdbRequest) -> Result<JsValue, Fault> {
    let (failed, done) = (request.clone(), request.clone());
    event(request, "success", &["error", "blocked"], move || {
        failed.error().ok().flatten().map_or(JsValue::NULL, JsValue::from)
    })
    .await?;
    done.result().map_err(fault)
}

/// Waits for one event, or for one of those that mean failure, or until patience ends.
pub(super) async fn event(
    target: &EventTarget,
    good: &'static str,
    bad: &[&'static str],
    reason: impl Fn() -> JsValue + 'static,
) -> Result<(), Fault> {
    let mut listeners = Vec::new();
    let mut patience = None;
    let reason = std::rc::Rc::new(reason);
    let promise = Promise::new(&mut |resolve, reject| {
        listeners.push(EventListener::once(target, good, move |_| {
            let _ = resolve.call0(&JsValue::NULL);
        }));
        for name in bad {
            let (reject, reason) = (reject.clone(), reason.clone());
            listeners.push(EventListener::once(target, *name, move |_| {
                let _ = reject.call1(&JsValue::NULL, &reason());
            }));
        }
        patience = Some(Timeout::new(PATIENCE_MS, move || {
            let _ = reject.call0(&JsValue::NULL);
        }));
    });
    let result = JsFuture::from(promise).await;
    drop((listeners, patience));
    result.map(|_| ()).map_err(fault)
}
