//! A resource whose spec has a type.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::Metadata;
use crate::Scope;

/// A resource: metadata, and the spec of its type.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Resource<S> {
    /// Identity, labels and life.
    pub metadata: Metadata,
    /// What is wanted or known.
    pub spec: S,
}

/// The spec of one type of resource.
///
/// Specs are written with all their fields, as Omni writes them, under the lower-cased names that Omni uses in YAML.
/// A field that is absent from a file has its empty value.
pub trait Spec: Serialize + DeserializeOwned {
    /// The full type, such as `ConfigPatches.omni.sidero.dev`.
    const TYPE: &'static str;
    /// The namespace in which Omni looks for it.
    const NAMESPACE: &'static str = "default";
}

impl<S: Spec> Resource<S> {
    /// A resource in the namespace of its type, without labels.
    #[must_use]
    pub fn new(id: impl Into<String>, spec: S) -> Self {
        Self { metadata: Metadata::new(S::NAMESPACE, S::TYPE, id), spec }
    }
}

impl<S> Resource<S> {
    /// The name among the resources of its type.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.metadata.id
    }

    /// Sets a label.
    #[must_use]
    pub fn labelled(mut self, key: impl Into<String>, value: impl Into<String>) -> Self {
        self.metadata.labels.insert(key.into(), value.into());
        self
    }

    /// Sets an annotation.
    #[must_use]
    pub fn annotated(mut self, key: impl Into<String>, value: impl Into<String>) -> Self {
        self.metadata.annotations.insert(key.into(), value.into());
        self
    }

    /// Sets the labels that make the resource reach what the scope says, and no other scope label.
    #[must_use]
    pub fn scoped(mut self, scope: &Scope) -> Self {
        self.metadata.labels.retain(|key, _| !Scope::LABELS.contains(&key.as_str()));
        self.metadata.labels.extend(scope.labels().map(|(key, value)| (key.to_owned(), value.to_owned())));
        self
    }
}
