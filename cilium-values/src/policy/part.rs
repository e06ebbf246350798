//! A value inside of an object, with the way to it.

use manifest::{FieldPath, Value};

/// A value inside of an object, with the way to it.
#[derive(Clone)]
pub(crate) struct Part<'a> {
    pub(crate) path: FieldPath,
    pub(crate) value: &'a Value,
}

impl<'a> Part<'a> {
    pub(crate) fn root(value: &'a Value) -> Self {
        Self { path: FieldPath::root(), value }
    }

    /// The value of a key; null is as good as absent.
    pub(crate) fn get(&self, key: &str) -> Option<Self> {
        let value = self.value.get(key).filter(|value| !value.is_null())?;
        Some(Self { path: self.path.clone().key(key), value })
    }

    /// The items of the list of a key.
    pub(crate) fn items(&self, key: &str) -> impl Iterator<Item = Self> + use<'a> {
        let list = self.value.get(key).and_then(Value::as_sequence).unwrap_or_default();
        let path = self.path.clone().key(key);
        list.iter().enumerate().map(move |(index, value)| Self { path: path.clone().index(index), value })
    }

    /// How many items the list of a key has.
    pub(crate) fn count(&self, key: &str) -> usize {
        self.value.get(key).and_then(Value::as_sequence).map_or(0, <[Value]>::len)
    }

    /// The text of a key; an absent one is empty.
    pub(crate) fn text(&self, key: &str) -> &'a str {
        self.value.get(key).and_then(Value::as_str).unwrap_or_default()
    }

    /// The number of a key; an absent one is 0.
    pub(crate) fn number(&self, key: &str) -> i64 {
        self.value.get(key).and_then(Value::as_i64).unwrap_or_default()
    }

    /// The value itself as a text.
    pub(crate) fn as_str(&self) -> &'a str {
        self.value.as_str().unwrap_or_default()
    }
}
