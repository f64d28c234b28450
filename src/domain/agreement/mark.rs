//! 标注一个数: how it stands, and to what it was held.

use std::ops::Range;

use crate::domain::draft::field::Field;
use crate::domain::values::input::choices;

choices! {
    /// 核对的结果.
    Standing {
        /// It contradicts something.
        Differs = "differs" "对不上",
        /// Nothing that it could be held against was found.
        Alone = "alone" "没有可核对的",
        /// It agrees with something.
        Agrees = "agrees" "相符",
    }
}

/// A number with how it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Its bytes in the text, with its unit.
    pub range: Range<usize>,
    /// How it stands.
    pub standing: Standing,
    /// What it was held against; none where it stands alone.
    pub witnesses: Vec<Witness>,
}

/// What a number was held against.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Witness {
    /// What it is and says, one sentence.
    pub words: String,
    /// Where that is written, with the words around it; none where the sentence says all.
    pub place: Option<(Field, String)>,
}

impl Witness {
    /// One that the sentence says wholly.
    pub fn plain(words: impl Into<String>) -> Self {
        Witness {
            words: words.into(),
            place: None,
        }
    }

    /// One that is written at a place.
    pub fn at(words: impl Into<String>, field: Field, quote: impl Into<String>) -> Self {
        Witness {
            words: words.into(),
            place: Some((field, quote.into())),
        }
    }
}

impl Mark {
    /// A number that contradicts these, or else agrees with those, or stands alone.
    pub fn of(range: Range<usize>, against: Vec<Witness>, with: Vec<Witness>) -> Self {
        let (standing, witnesses) = if !against.is_empty() {
            (Standing::Differs, against)
        } else if !with.is_empty() {
            (Standing::Agrees, with)
        } else {
            (Standing::Alone, Vec::new())
        };
        Mark {
            range,
            standing,
            witnesses,
        }
    }
}
