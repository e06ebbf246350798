//! What a values file says about one key: nothing, that the chart's default is to go, or a value.

use std::fmt;
use std::ops::{Deref, DerefMut};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// One key of a values file.
///
/// Helm tells three cases apart, and so does this type: a key that is absent leaves the chart's default, a key
/// that is `null` removes the default (templates then see nothing at all), any other value replaces it.
///
/// ```
/// use cilium_values::values::Setting;
///
/// let mut replicas = Setting::default();
/// assert!(replicas.is_unset());
/// replicas = 2.into();
/// assert_eq!(replicas.get(), Some(&2));
/// assert_eq!(Setting::<i64>::Null.get(), None);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Setting<T> {
    /// The key is absent.
    #[default]
    Unset,
    /// The key is `null`.
    Null,
    /// The key has a value.
    Set(T),
}

/// A key that holds further keys.
///
/// It gives its keys by dereference, also where it is absent: then all of them are. Writing to one makes it
/// present.
///
/// ```
/// use cilium_values::Values;
///
/// let mut values = Values::default();
/// assert!(values.cgroup.auto_mount.enabled.is_unset());
/// values.cgroup.auto_mount.enabled = false.into();
/// assert!(!values.cgroup.is_unset());
/// ```
#[derive(Clone, PartialEq)]
pub struct Group<T> {
    /// Absent also where the key is `null`.
    keys: Option<Box<T>>,
    is_null: bool,
}

/// Named keys that belong together: what a [`Group`] holds.
pub trait Shape: Default + Overlay + 'static {
    /// The shape in which no key is set.
    fn empty() -> &'static Self;
}

/// Values that can be laid over others as Helm does it: mappings are merged key by key, everything else replaces
/// what was there.
pub trait Overlay: Clone {
    /// Lays `over` over `self`.
    fn overlay(&mut self, over: &Self);

    /// What of `self` is not the same in `base`; absent where nothing is left. Laid over `base`, it gives `self`
    /// again as far as `self` says anything.
    fn difference(&self, base: &Self) -> Option<Self>;

    /// Takes out the keys that are `null`, as Helm does once everything is merged.
    fn drop_nulls(&mut self) {}
}

impl<T> Setting<T> {
    /// The value, if there is one.
    pub fn get(&self) -> Option<&T> {
        match self {
            Self::Set(value) => Some(value),
            Self::Unset | Self::Null => None,
        }
    }

    /// The value by copy, if there is one.
    pub fn value(&self) -> Option<T>
    where
        T: Copy,
    {
        self.get().copied()
    }

    /// Whether the key is absent. A key that is `null` is not.
    pub fn is_unset(&self) -> bool {
        matches!(self, Self::Unset)
    }

    /// Whether the key is `null`.
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }
}

impl Setting<bool> {
    /// Whether the value is `true`; an absent one is not.
    #[must_use]
    pub fn is_true(&self) -> bool {
        self.value() == Some(true)
    }

    /// Whether the value is `false`; an absent one is not.
    #[must_use]
    pub fn is_false(&self) -> bool {
        self.value() == Some(false)
    }
}

impl Setting<String> {
    /// The text; an absent one is empty.
    #[must_use]
    pub fn text(&self) -> &str {
        self.get().map_or("", String::as_str)
    }
}

impl<T> From<T> for Setting<T> {
    fn from(value: T) -> Self {
        Self::Set(value)
    }
}

impl From<&str> for Setting<String> {
    fn from(text: &str) -> Self {
        Self::Set(text.to_owned())
    }
}

impl<T: Serialize> Serialize for Setting<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.get().serialize(serializer)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Setting<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Option::deserialize(deserializer)?.map_or(Self::Null, Self::Set))
    }
}

impl<T: Overlay> Overlay for Setting<T> {
    fn overlay(&mut self, over: &Self) {
        match (self, over) {
            (_, Self::Unset) => {}
            (Self::Set(value), Self::Set(over)) => value.overlay(over),
            (this, over) => *this = over.clone(),
        }
    }

    fn difference(&self, base: &Self) -> Option<Self> {
        match (self, base) {
            (Self::Unset, _) | (Self::Null, Self::Null | Self::Unset) => None,
            (Self::Set(value), Self::Set(base)) => value.difference(base).map(Self::Set),
            (this, _) => Some(this.clone()),
        }
    }

    fn drop_nulls(&mut self) {
        match self {
            Self::Unset => {}
            Self::Null => *self = Self::Unset,
            Self::Set(value) => value.drop_nulls(),
        }
    }
}

impl<T: Shape> Group<T> {
    /// The group with these keys.
    pub fn new(keys: T) -> Self {
        Self { keys: Some(Box::new(keys)), is_null: false }
    }

    /// A group that is `null`: none of the chart's defaults below it remains.
    #[must_use]
    pub fn null() -> Self {
        Self { keys: None, is_null: true }
    }

    /// Whether the key is absent.
    #[must_use]
    pub fn is_unset(&self) -> bool {
        self.keys.is_none() && !self.is_null
    }

    /// Whether the key is `null`.
    #[must_use]
    pub fn is_null(&self) -> bool {
        self.is_null
    }
}

impl<T: fmt::Debug> fmt::Debug for Group<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.keys {
            Some(keys) => keys.fmt(f),
            None => f.write_str(if self.is_null { "Null" } else { "Unset" }),
        }
    }
}

impl<T> Default for Group<T> {
    fn default() -> Self {
        Self { keys: None, is_null: false }
    }
}

impl<T: Shape> Deref for Group<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.keys.as_deref().unwrap_or_else(|| T::empty())
    }
}

impl<T: Shape> DerefMut for Group<T> {
    fn deref_mut(&mut self) -> &mut T {
        self.is_null = false;
        self.keys.get_or_insert_default()
    }
}

impl<T: Serialize> Serialize for Group<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.keys.serialize(serializer)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Group<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let keys: Option<Box<T>> = Option::deserialize(deserializer)?;
        Ok(Self { is_null: keys.is_none(), keys })
    }
}

impl<T: Shape> Overlay for Group<T> {
    fn overlay(&mut self, over: &Self) {
        match (&mut self.keys, &over.keys) {
            (Some(keys), Some(over)) => keys.overlay(over),
            _ if over.is_unset() => {}
            _ => *self = over.clone(),
        }
    }

    fn difference(&self, base: &Self) -> Option<Self> {
        match (&self.keys, &base.keys) {
            (Some(keys), Some(base)) => keys.difference(base).map(Self::new),
            (Some(_), None) => Some(self.clone()),
            (None, Some(_)) if self.is_null => Some(self.clone()),
            (None, _) => None,
        }
    }

    fn drop_nulls(&mut self) {
        self.is_null = false;
        if let Some(keys) = &mut self.keys {
            keys.drop_nulls();
        }
    }
}

#[cfg(feature = "schema")]
impl<T: schemars::JsonSchema> schemars::JsonSchema for Setting<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        Option::<T>::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Option::<T>::json_schema(generator)
    }
}

#[cfg(feature = "schema")]
impl<T: schemars::JsonSchema> schemars::JsonSchema for Group<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        Option::<T>::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Option::<T>::json_schema(generator)
    }
}
