//! Where a reference stands in a text.

/// A piece of a sentence: words, or a figure that comes from data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The text.
    pub text: String,
    /// Whether it is a figure.
    pub figure: bool,
}
