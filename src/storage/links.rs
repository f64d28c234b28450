//! 关联文件: a file on the disk that is written again whenever the draft rests. Chromium only.

use js_sys::{Array, Function, JsString, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::database;
use super::database::LINKS;
use super::local::{Fault, fault};

/// Whether this browser can write to a file again.
pub fn is_possible() -> bool {
    web_sys::window().is_some_and(|window| {
        let picker = Reflect::get(&window, &"showSaveFilePicker".into());
        picker.is_ok_and(|picker| picker.is_function())
    })
}

/// Lets the user choose the file; none if the user does not.
pub async fn choose(id: &str, name: &str) -> Option<String> {
    let window = web_sys::window()?;
    let options = Object::new();
    Reflect::set(&options, &"suggestedName".into(), &name.into()).ok()?;
    let accept = Object::new();
    Reflect::set(&accept, &"application/json".into(), &Array::of1(&".json".into())).ok()?;
    let kind = Object::new();
    Reflect::set(&kind, &"description".into(), &"项目文件".into()).ok()?;
    Reflect::set(&kind, &"accept".into(), &accept).ok()?;
    Reflect::set(&options, &"types".into(), &Array::of1(&kind)).ok()?;
    let file = call(&window, "showSaveFilePicker", &[&options]).await.ok()?;
    database::change(LINKS, &[(id.to_owned(), Some(file.clone()))])
        .await
        .ok()?;
    Some(name_of(&file))
}

/// The name of the file that a draft is linked to.
pub async fn linked(id: &str) -> Option<String> {
    Some(name_of(&handle(id).await.ok()??))
}

/// Writes the file. [`Fault::Denied`] means that the user has to allow it again, which only a press can ask
/// for; [`Fault::Gone`] that there is no link.
pub async fn write(id: &str, text: &JsString, ask: bool) -> Result<String, Fault> {
    let file = handle(id).await?.ok_or(Fault::Gone)?;
    let mode = Object::new();
    Reflect::set(&mode, &"mode".into(), &"readwrite".into()).map_err(fault)?;
    // Files of the browser's own have no such question.
    if Reflect::has(&file, &"queryPermission".into()).unwrap_or(false) {
        let method = if ask { "requestPermission" } else { "queryPermission" };
        let state = call(&file, method, &[&mode]).await.map_err(fault)?;
        if state.as_string().as_deref() != Some("granted") {
            return Err(Fault::Denied);
        }
    }
    let stream = call(&file, "createWritable", &[]).await.map_err(fault)?;
    call(&stream, "write", &[text]).await.map_err(fault)?;
    // Until it is closed, the file is as it was before.
    call(&stream, "close", &[]).await.map_err(fault)?;
    Ok(name_of(&file))
}

/// Forgets the file; it stays on the disk.
pub async fn forget(id: &str) -> Result<(), Fault> {
    database::change(LINKS, &[(id.to_owned(), None)]).await
}

async fn handle(id: &str) -> Result<Option<JsValue>, Fault> {
    let found = database::read(LINKS, id).await?;
    Ok(found.into_iter().find(|(key, _)| key == id).map(|(_, handle)| handle))
}

fn name_of(file: &JsValue) -> String {
    let name = Reflect::get(file, &"name".into()).ok();
    name.and_then(|name| name.as_string()).unwrap_or_default()
}

async fn call(target: &JsValue, method: &str, values: &[&JsValue]) -> Result<JsValue, JsValue> {
    let method: Function = Reflect::get(target, &method.into())?.dyn_into()?;
    let arguments: Array = values.iter().map(|value| (*value).clone()).collect();
    let promise: Promise = method.apply(target, &arguments)?.dyn_into()?;
    JsFuture::from(promise).await
}
