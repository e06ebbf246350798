//! What is stored.

use std::collections::BTreeMap;
use std::fmt;

use crate::client::wire::Timestamp;
use crate::resource::shown_id;

/// Identity, labels and life of a resource.
#[derive(Clone, PartialEq, prost::Message)]
#[prost(skip_debug)]
pub struct Metadata {
    /// The namespace.
    #[prost(string, tag = "1")]
    pub namespace: String,
    /// The full type.
    #[prost(string, tag = "2")]
    pub r#type: String,
    /// The name among the resources of its type.
    #[prost(string, tag = "3")]
    pub id: String,
    /// A decimal number, or `undefined`.
    #[prost(string, tag = "4")]
    pub version: String,
    /// The controller that alone may write it; empty for what users made.
    #[prost(string, tag = "5")]
    pub owner: String,
    /// `running` or `tearingDown`.
    #[prost(string, tag = "6")]
    pub phase: String,
    /// When it was made.
    #[prost(message, optional, tag = "7")]
    pub created: Option<Timestamp>,
    /// When it was last written.
    #[prost(message, optional, tag = "8")]
    pub updated: Option<Timestamp>,
    /// Who has to let go of it.
    #[prost(string, repeated, tag = "9")]
    pub finalizers: Vec<String>,
    /// The labels.
    #[prost(btree_map = "string, string", tag = "10")]
    pub labels: BTreeMap<String, String>,
    /// The annotations.
    #[prost(btree_map = "string, string", tag = "11")]
    pub annotations: BTreeMap<String, String>,
}

impl fmt::Debug for Metadata {
    /// All of it, but for an id that is a secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            namespace,
            r#type,
            id,
            version,
            owner,
            phase,
            created,
            updated,
            finalizers,
            labels,
            annotations,
        } = self;
        f.debug_struct("Metadata")
            .field("namespace", namespace)
            .field("type", r#type)
            .field("id", &shown_id(r#type, id))
            .field("version", version)
            .field("owner", owner)
            .field("phase", phase)
            .field("created", created)
            .field("updated", updated)
            .field("finalizers", finalizers)
            .field("labels", labels)
            .field("annotations", annotations)
            .finish()
    }
}

/// A spec, in one form or both.
#[derive(Clone, PartialEq, prost::Message)]
#[prost(skip_debug)]
pub struct Spec {
    /// The message of the type; the only form that is read when a client writes.
    #[prost(bytes = "vec", tag = "1")]
    pub proto_spec: Vec<u8>,
    /// The same as YAML, decompressed; empty unless the server wrote it.
    #[prost(string, tag = "2")]
    pub yaml_spec: String,
}

impl fmt::Debug for Spec {
    /// Without the content, which may be secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Spec").finish_non_exhaustive()
    }
}

/// Metadata and spec.
#[derive(Clone, PartialEq, prost::Message)]
pub struct Resource {
    /// The metadata; never absent.
    #[prost(message, optional, tag = "1")]
    pub metadata: Option<Metadata>,
    /// The spec; absent in the remains of a resource.
    #[prost(message, optional, tag = "2")]
    pub spec: Option<Spec>,
}
