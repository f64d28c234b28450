//! What a check of a text by itself is given.

use crate::domain::checks::finding::finding::Finding;
use crate::domain::draft::field::Field;
use crate::domain::prose::found::Found;

/// A text, wherever it is written, and its quantities.
#[derive(Clone, Copy, Debug)]
pub struct OfText<'a> {
    /// Where it is written.
    pub field: Field,
    /// What is written.
    pub text: &'a str,
    /// What it counts and measures.
    pub quantities: &'a [Found],
}

/// A check of a text by itself.
pub type TextCheck = fn(&OfText<'_>, &mut Vec<Finding>);
