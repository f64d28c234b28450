//! Which hints of first use were put away. A loss shows them again.

use super::local;

/// The key of our entry.
const KEY: &str = "jiping.hints";

/// Keeps which were put away.
pub fn keep(text: &str) {
    let _ = local::set(KEY, &text.into());
}

/// Which were put away.
pub fn kept() -> Option<String> {
    Some(local::get(KEY).ok()??.into())
}
