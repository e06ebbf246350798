//! The mapping of a [`Value`].

use std::cmp::Ordering;
use std::fmt;

use indexmap::IndexMap;

use super::Value;
use crate::MASK;
use crate::secret_key::holds_secret;

/// Keys with values, in the order in which they were put in.
///
/// Keys are texts; a key that was written as a number or boolean is kept as the text of it. Equality does not
/// look at the order. `Debug` shows [`MASK`] in place of what stands behind a key such as `token` or `secret`.
#[derive(Clone, Default, PartialEq)]
pub struct Map {
    entries: IndexMap<String, Value>,
}

impl Map {
    /// A mapping without entries.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// How many entries there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are no entries.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Whether there is such a key.
    #[must_use]
    pub fn contains_key(&self, key: &str) -> bool {
        self.entries.contains_key(key)
    }

    /// The value of a key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Value> {
        self.entries.get(key)
    }

    /// The value of a key, to be changed in place.
    pub fn get_mut(&mut self, key: &str) -> Option<&mut Value> {
        self.entries.get_mut(key)
    }

    /// The value of a key, to be changed in place; a key that is not there yet is put at the end with
    /// [`Value::Null`].
    pub fn get_or_insert(&mut self, key: impl Into<String>) -> &mut Value {
        self.entries.entry(key.into()).or_default()
    }

    /// Puts a value behind a key and returns what stood there before. A known key keeps its place in the
    /// order, a new one goes to the end.
    pub fn insert(&mut self, key: impl Into<String>, value: impl Into<Value>) -> Option<Value> {
        self.entries.insert(key.into(), value.into())
    }

    /// Takes an entry out and returns its value. The others keep their order; costs a step per later entry.
    pub fn remove(&mut self, key: &str) -> Option<Value> {
        self.entries.shift_remove(key)
    }

    /// Keeps only the entries that the function says yes to.
    pub fn retain(&mut self, mut keep: impl FnMut(&str, &mut Value) -> bool) {
        self.entries.retain(|key, value| keep(key, value));
    }

    /// Puts the entries into the order of their keys. Equal is never asked for: no key is there twice.
    pub fn sort_keys_by(&mut self, mut compare: impl FnMut(&str, &str) -> Ordering) {
        self.entries.sort_by(|left, _, right, _| compare(left, right));
    }

    /// The entries in order.
    #[must_use]
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&str, &Value)> {
        self.entries.iter().map(|(key, value)| (key.as_str(), value))
    }

    /// The entries in order, with values to be changed in place.
    pub fn iter_mut(&mut self) -> impl ExactSizeIterator<Item = (&str, &mut Value)> {
        self.entries.iter_mut().map(|(key, value)| (key.as_str(), value))
    }

    /// The entries in order, taken out.
    #[must_use]
    pub fn into_entries(self) -> impl ExactSizeIterator<Item = (String, Value)> {
        self.entries.into_iter()
    }

    /// The keys in order.
    pub fn keys(&self) -> impl ExactSizeIterator<Item = &str> {
        self.entries.keys().map(String::as_str)
    }
}

impl fmt::Debug for Map {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut map = f.debug_map();
        for (key, value) in &self.entries {
            if holds_secret(key) && !value.is_null() {
                map.entry(key, &format_args!("{MASK}"));
            } else {
                map.entry(key, value);
            }
        }
        map.finish()
    }
}

impl<K: Into<String>, V: Into<Value>> FromIterator<(K, V)> for Map {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        Self { entries: entries.into_iter().map(|(key, value)| (key.into(), value.into())).collect() }
    }
}

impl<K: Into<String>, V: Into<Value>> Extend<(K, V)> for Map {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, entries: I) {
        self.entries.extend(entries.into_iter().map(|(key, value)| (key.into(), value.into())));
    }
}
