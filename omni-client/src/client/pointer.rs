//! Which resource is meant.

use std::fmt;

use crate::resource::{Metadata, shown_id};

/// Namespace, type and id of a resource.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
#[doc(alias = "resource.Pointer")]
pub struct Pointer {
    /// The full type, such as `Clusters.omni.sidero.dev`.
    pub resource_type: String,
    /// The namespace, nearly always `default`.
    pub namespace: String,
    /// The id.
    pub id: String,
}

impl Pointer {
    /// Points at a resource that may or may not be there.
    pub fn new(
        namespace: impl Into<String>,
        resource_type: impl Into<String>,
        id: impl Into<String>,
    ) -> Self {
        Self { resource_type: resource_type.into(), namespace: namespace.into(), id: id.into() }
    }

    /// Points at the resource with these metadata.
    #[must_use]
    pub fn of(metadata: &Metadata) -> Self {
        Self::new(&*metadata.namespace, &*metadata.resource_type, &*metadata.id)
    }

    /// The id as it may be shown to people: masked where it is a secret, which the id of a join token is.
    #[must_use]
    pub fn shown_id(&self) -> &str {
        shown_id(&self.resource_type, &self.id)
    }
}

impl fmt::Debug for Pointer {
    /// What `Display` shows.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Pointer({self})")
    }
}

impl fmt::Display for Pointer {
    /// As Omni names a resource in messages: `Type(namespace/id)`. An id that is a secret is masked.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}({}/{})", self.resource_type, self.namespace, self.shown_id())
    }
}
