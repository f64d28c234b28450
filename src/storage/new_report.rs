//! What was answered for the last new report, so that it need not be said again. A loss does no harm.

use super::local;

/// The key of our entry.
const KEY: &str = "jiping.new";

/// Remembers it.
pub fn remember(text: &str) {
    let _ = local::set(KEY, &text.into());
}

/// What is remembered.
pub fn remembered() -> Option<String> {
    Some(local::get(KEY).ok()??.into())
}
