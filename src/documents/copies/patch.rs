//! What differs between two texts as one cut: enough to keep many states of a draft in little room.

use serde::{Deserialize, Serialize};

/// Turns one text into another that shares its beginning and its end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Patch {
    /// How many bytes at the beginning stay.
    front: usize,
    /// How many bytes at the end stay.
    back: usize,
    /// What stands between them.
    middle: String,
}

impl Patch {
    /// What leads from one text to the other.
    pub fn between(from: &str, to: &str) -> Patch {
        let shared = from.bytes().zip(to.bytes()).take_while(|(a, b)| a == b).count();
        let front = (0..=shared)
            .rev()
            .find(|place| from.is_char_boundary(*place) && to.is_char_boundary(*place))
            .unwrap_or_default();
        let (from, to) = (&from[front..], &to[front..]);
        let shared = from
            .bytes()
            .rev()
            .zip(to.bytes().rev())
            .take_while(|(a, b)| a == b)
            .count();
        let back = (0..=shared)
            .rev()
            .find(|rest| from.is_char_boundary(from.len() - rest) && to.is_char_boundary(to.len() - rest))
            .unwrap_or_default();
        Patch {
            front,
            back,
            middle: to[..to.len() - back].to_owned(),
        }
    }

    /// The other text; none where this patch was not made for this text.
    pub fn apply(&self, from: &str) -> Option<String> {
        let rest = from.len().checked_sub(self.back).filter(|rest| *rest >= self.front)?;
        let (front, back) = (from.get(..self.front)?, from.get(rest..)?);
        Some([front, &self.middle, back].concat())
    }

    /// About how much room it takes.
    pub fn size(&self) -> usize {
        self.middle.len()
    }
}
