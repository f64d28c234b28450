//! 去年的文字: prose that came over from last year's report and was neither rewritten nor confirmed yet.

use serde::{Deserialize, Serialize};

use crate::domain::values::row::{Id, plain_row};

/// 一段去年的文字, until it is settled.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct LastYearText {
    /// Identity.
    pub id: Id,
    /// The key of the field, as [`super::field::Field::key`] gives it.
    pub field: String,
    /// What was written last year.
    pub text: String,
    /// 仍然适用: it was said to hold again, word for word.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub confirmed: bool,
}

plain_row!(LastYearText);
