//! What a report says in words, as far as it was accepted.

use crate::documents::import::reading::reading::{Destination, Piece};

/// 采用的一段文字: where it goes, its heading, its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Where it goes.
    pub goes: Destination,
    /// The heading that it stood under.
    pub heading: String,
    /// The text.
    pub text: String,
}

impl From<&Piece> for Kept {
    fn from(piece: &Piece) -> Self {
        Kept {
            goes: piece.goes,
            heading: piece.heading.clone(),
            text: piece.text.clone(),
        }
    }
}
