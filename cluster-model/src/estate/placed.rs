//! A value that remembers where it was said.

use std::ops::Deref;

use manifest::{FieldPath, Place};

/// A value and the place that set it.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed<T> {
    /// The value.
    pub value: T,
    /// Where it was said; for a default, where it would be said.
    pub place: Place,
}

impl<T> Placed<T> {
    /// A value set at a path of the spec.
    pub fn at(path: FieldPath, value: T) -> Self {
        Self { value, place: Place::value(path) }
    }
}

impl<T> Deref for Placed<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}
