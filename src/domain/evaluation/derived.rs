//! Figures that may be missing: a derived value, or the gap that stands in its way.

use crate::domain::draft::field::Field;
use crate::domain::values::input::{Entry, Value};

/// Why a figure cannot be had yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The first input that stands in the way.
    pub field: Field,
    /// What is the matter with it.
    pub cause: Cause,
}

/// What is the matter with an input that a figure needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// Nothing typed.
    Blank,
    /// Typed, but not a value.
    Unread,
    /// It is the base of a rate, and zero.
    ZeroBase,
}

/// A derived value, or what is missing for it. A blank part gives a gap, never a zero.
pub type Derived<T> = Result<T, Gap>;

/// The sum of derived values, or the first gap; none where there is nothing to add.
pub fn sum<T: std::iter::Sum>(values: impl Iterator<Item = Derived<T>>) -> Option<Derived<T>> {
    let mut values = values.peekable();
    values.peek()?;
    Some(
        values
            .collect::<Derived<Vec<T>>>()
            .map(|values| values.into_iter().sum()),
    )
}

/// The accepted value of an entry, or why there is none.
pub fn required<T: Value>(entry: &Entry<T>, field: Field) -> Derived<T> {
    match entry {
        Entry::Accepted(value) => Ok(value.clone()),
        Entry::Blank => Err(Gap {
            field,
            cause: Cause::Blank,
        }),
        Entry::Unread(..) => Err(Gap {
            field,
            cause: Cause::Unread,
        }),
    }
}
