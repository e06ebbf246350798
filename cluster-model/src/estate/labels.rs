//! The labels of a node.

use std::sync::Arc;

use super::Placed;
use crate::scalar::{LabelKey, LabelValue};

/// Labels with the places that set them, each key once, in the order of the keys. A copy shares them.
///
/// A machine has a handful of them, and as a sorted list they need a quarter of the memory that a map would.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Labels {
    entries: Arc<[(LabelKey, Placed<LabelValue>)]>,
}

impl Labels {
    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The value of a label.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Placed<LabelValue>> {
        self.iter().find(|(label, _)| label.as_str() == key).map(|(_, value)| value)
    }

    /// All labels, in the order of their keys.
    pub fn iter(&self) -> impl Iterator<Item = (&LabelKey, &Placed<LabelValue>)> {
        self.entries.iter().map(|(key, value)| (key, value))
    }

    /// Whether both are the same but for where that is said.
    pub(crate) fn is_same_apart_from_places(&self, other: &Self) -> bool {
        let mut both = self.entries.iter().zip(&*other.entries);
        Arc::ptr_eq(&self.entries, &other.entries)
            || self.entries.len() == other.entries.len()
                && both.all(|((key, one), (other_key, other))| key == other_key && one.value == other.value)
    }
}

impl FromIterator<(LabelKey, Placed<LabelValue>)> for Labels {
    /// Of a key that comes several times the last value counts.
    fn from_iter<I: IntoIterator<Item = (LabelKey, Placed<LabelValue>)>>(labels: I) -> Self {
        let mut entries: Vec<_> = labels.into_iter().collect();
        entries.reverse();
        entries.sort_by(|(one, _), (other, _)| one.cmp(other));
        entries.dedup_by(|(one, _), (other, _)| one == other);
        Self { entries: entries.into() }
    }
}

#[cfg(test)]
mod tests {
    use manifest::FieldPath;

    use super::Labels;
    use crate::estate::Placed;

    #[test]
    fn each_key_stands_once_with_its_last_value() {
        let label = |(index, (key, value)): (usize, (&str, &str))| {
            (key.parse().unwrap(), Placed::at(FieldPath::root().index(index), value.parse().unwrap()))
        };
        let given = [("zone", "core"), ("tier", "low"), ("zone", "edge")];
        let labels: Labels = given.into_iter().enumerate().map(label).collect();
        let shown: Vec<(&str, &str)> =
            labels.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
        assert_eq!(shown, [("tier", "low"), ("zone", "edge")]);
        let zone = labels.get("zone").unwrap();
        assert_eq!(zone.place.path, FieldPath::root().index(2));
        assert_eq!(labels.get("rack"), None);
    }
}
