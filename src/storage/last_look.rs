//! What the page 检查 listed when it was last opened, for each draft. A loss does no harm.

use super::local;

/// The beginning of the keys of our entries.
const PREFIX: &str = "jiping.look.";

/// Keeps what was listed, or forgets it. Where nothing can be kept the next look has none to compare with.
pub fn keep(id: &str, text: Option<&str>) {
    let key = format!("{PREFIX}{id}");
    if text.is_none_or(|text| local::set(&key, &text.into()).is_err()) {
        let _ = local::remove(&key);
    }
}

/// What was listed last.
pub fn last(id: &str) -> Option<String> {
    Some(local::get(&format!("{PREFIX}{id}")).ok()??.into())
}
