//! 不处理: a finding that the office has a reason to leave as it is. It comes back when what it rests on changes.

use serde::{Deserialize, Serialize};

use crate::domain::values::row::{Id, plain_row};

/// 一条不处理的检查结果.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SetAside {
    /// Identity.
    pub id: Id,
    /// The code of the check: "A4".
    pub code: String,
    /// The key of the field, as [`super::field::Field::key`] gives it.
    pub field: String,
    /// The texts of the fields that it rested on, as they were.
    pub basis: Vec<String>,
    /// The sentence as it was.
    pub message: String,
    /// 不处理的理由.
    pub reason: String,
}

plain_row!(SetAside);
