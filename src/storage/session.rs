//! What a window keeps for itself over a reload: the way back of the open draft, the report that comes in.

use web_sys::Storage;

/// The beginning of the keys of our entries.
const PREFIX: &str = "jiping.history.";

/// The key of the report that is being taken in.
const INTAKE: &str = "jiping.intake";

/// The key of 显示比例.
const ZOOM: &str = "jiping.zoom";

fn storage() -> Option<Storage> {
    web_sys::window()?.session_storage().ok().flatten()
}

/// Keeps the way back of a draft. Where there is no room the reload begins without one.
pub fn keep_history(id: &str, text: &str) {
    if let Some(storage) = storage() {
        let key = format!("{PREFIX}{id}");
        if storage.set_item(&key, text).is_err() {
            let _ = storage.remove_item(&key);
        }
    }
}

/// The way back of a draft as it was kept.
pub fn history(id: &str) -> Option<String> {
    storage()?.get_item(&format!("{PREFIX}{id}")).ok().flatten()
}

/// Keeps how large the preview is shown.
pub fn keep_zoom(code: &str) {
    if let Some(storage) = storage() {
        // Without room a reload shows the usual size.
        let _ = storage.set_item(ZOOM, code);
    }
}

/// How large the preview was shown.
pub fn zoom() -> Option<String> {
    storage()?.get_item(ZOOM).ok().flatten()
}

/// Keeps the report that is being taken in, or forgets it. Where there is no room the reload begins anew.
pub fn keep_intake(text: Option<&str>) {
    if let Some(storage) = storage()
        && text.is_none_or(|text| storage.set_item(INTAKE, text).is_err())
    {
        let _ = storage.remove_item(INTAKE);
    }
}

/// The report that was being taken in.
pub fn intake() -> Option<String> {
    storage()?.get_item(INTAKE).ok().flatten()
}
