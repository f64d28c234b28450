//! What a window keeps for itself over a reload: the way back of the open draft.

use web_sys::Storage;

/// The beginning of the keys of our entries.
const PREFIX: &str = "jiping.history.";

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
