//! Files: handed to the browser for downloading, and chosen by the user for reading.

use std::rc::Rc;

use gloo_events::EventListener;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, HtmlInputElement, Url};

/// No file that this tool can open is larger.
const LARGEST: u64 = 20 * 1024 * 1024;

/// Hands bytes to the browser as a download.
pub fn download(name: &str, kind: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let parts = Array::of1(&Uint8Array::from(bytes));
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let document = web_sys::window()
        .and_then(|window| window.document())
        .ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // The browser reads the address after this turn; a minute is more than it needs.
    gloo_timers::callback::Timeout::new(60_000, move || {
        let _ = Url::revoke_object_url(&address);
    })
    .forget();
    Ok(())
}

/// What became of a chosen file: its name, and its bytes or a sentence.
pub type Read = (String, Result<Vec<u8>, String>);

/// Lets the user choose a file and answers once it is read. Choosing none answers nothing.
pub fn choose(accept: &str, answer: Rc<dyn Fn(Read)>) -> Result<(), JsValue> {
    let document = web_sys::window()
        .and_then(|window| window.document())
        .ok_or(JsValue::NULL)?;
    let input: HtmlInputElement = document.create_element("input")?.unchecked_into();
    input.set_type("file");
    input.set_accept(accept);
    let chosen = input.clone();
    EventListener::once(&input, "change", move |_| {
        if let Some(file) = chosen.files().and_then(|files| files.get(0)) {
            read(file, answer);
        }
    })
    .forget();
    input.click();
    Ok(())
}

/// Reads a file, for example one dropped on the page.
pub fn read(file: File, answer: Rc<dyn Fn(Read)>) {
    let name = file.name();
    // A file beyond the limit is never loaded.
    if size(&file) > LARGEST {
        let megabytes = LARGEST / 1024 / 1024;
        answer((
            name,
            Err(format!("文件超过 {megabytes} MB，没有打开。请核对选对了没有。")),
        ));
        return;
    }
    let promise = file.array_buffer();
    wasm_bindgen_futures::spawn_local(async move {
        let content = match wasm_bindgen_futures::JsFuture::from(promise).await {
            Ok(buffer) => Ok(Uint8Array::new(&buffer).to_vec()),
            Err(_) => Err("文件读不出来，可能被别的程序占用，请关掉后再试。".to_owned()),
        };
        answer((name, content));
    });
}

/// The size in whole bytes; the browser counts them in a number of its own kind.
#[expect(
    clippy::disallowed_types,
    reason = "the browser gives sizes as floating point; this is where they become whole"
)]
fn size(file: &File) -> u64 {
    let size: f64 = file.size();
    size as u64
}
