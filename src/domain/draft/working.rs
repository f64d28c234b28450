//! 算式: how a number was reckoned that was typed as `=38000+500`. The number counts; this is a note beside it.

use serde::{Deserialize, Serialize};

/// 一个数的算式.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Working {
    /// The key of the field, as [`super::field::Field::key`] gives it.
    pub field: String,
    /// The calculation as it was typed, with its equals sign.
    pub calculation: String,
}
