//! How a document says what it is.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Error, Unexpected};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A type that holds the documents of one kind.
pub trait DocumentKind {
    /// The kind, as it stands behind the key `kind`.
    const KIND: &'static str;

    /// The name, by which documents of the kind are told apart; none for a kind that a configuration has once.
    fn name(&self) -> Option<&str> {
        None
    }
}

/// The `apiVersion` of every kind that has one: `v1alpha1`. Another one is refused.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ApiVersion;

const VERSION: &str = "v1alpha1";

impl Serialize for ApiVersion {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(VERSION)
    }
}

impl<'de> Deserialize<'de> for ApiVersion {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        only(deserializer, VERSION).map(|()| Self)
    }
}

/// The `kind` of a document that is a `T`. Another one is refused.
pub struct KindOf<T>(PhantomData<fn() -> T>);

impl<T: DocumentKind> Serialize for KindOf<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(T::KIND)
    }
}

impl<'de, T: DocumentKind> Deserialize<'de> for KindOf<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        only(deserializer, T::KIND).map(|()| Self::default())
    }
}

impl<T: DocumentKind> fmt::Debug for KindOf<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::KIND)
    }
}

impl<T> Default for KindOf<T> {
    fn default() -> Self {
        Self(PhantomData)
    }
}

impl<T> Clone for KindOf<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for KindOf<T> {}

impl<T> PartialEq for KindOf<T> {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl<T> Eq for KindOf<T> {}

/// Reads the one text that can stand here.
fn only<'de, D: Deserializer<'de>>(deserializer: D, wanted: &str) -> Result<(), D::Error> {
    let found = String::deserialize(deserializer)?;
    if found == wanted {
        return Ok(());
    }
    Err(D::Error::invalid_value(Unexpected::Str(&found), &format!("`{wanted}`").as_str()))
}
