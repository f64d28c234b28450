//! A value shared between successive versions of a draft, compared by pointer before content.
//!
//! A keystroke makes a new draft. Rows that did not change are the same allocation in both, so that
//! copying, comparing, evaluating and rendering cost only what changed.

use std::ops::Deref;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

/// An immutable value that many drafts may hold. Absent on purpose: interior mutability.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Shared<T>(Rc<T>);

impl<T> Shared<T> {
    /// Wraps a value.
    pub fn new(value: T) -> Self {
        Self(Rc::new(value))
    }

    /// Holds what another holds already, without a copy.
    pub fn of(held: Rc<T>) -> Self {
        Self(held)
    }

    /// The value for another that holds it.
    pub fn held(&self) -> Rc<T> {
        Rc::clone(&self.0)
    }

    /// Whether both are the same allocation, which implies the same content.
    pub fn is_same(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T: Clone> Shared<T> {
    /// The value for editing; copied first if another draft holds it too.
    pub fn make_mut(&mut self) -> &mut T {
        Rc::make_mut(&mut self.0)
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: Eq> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        self.is_same(other) || *self.0 == *other.0
    }
}

impl<T: Eq> Eq for Shared<T> {}
