//! What every object of Kubernetes has: API version, kind and metadata.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::CiliumVersion;

/// A Kubernetes object with a spec: what a manifest holds.
///
/// There is no status: that is written by controllers, not declared.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Object<S> {
    /// The API group and version, such as `cilium.io/v2`.
    pub api_version: String,
    /// The kind, such as `CiliumLoadBalancerIPPool`.
    pub kind: String,
    /// Name, namespace, labels and annotations.
    pub metadata: Metadata,
    /// What is wanted.
    pub spec: S,
}

/// Identity and notes of an object (`ObjectMeta` of Kubernetes, the part that is declared).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Metadata {
    /// Its name, unique per kind and namespace.
    pub name: String,
    /// Its namespace; absent for kinds of the whole cluster, and for `default`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub namespace: Option<String>,
    /// Labels: others select it by them.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub labels: BTreeMap<String, String>,
    /// Annotations: notes that others read.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub annotations: BTreeMap<String, String>,
}

/// Whether objects of a kind belong to namespaces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// They are those of the whole cluster.
    Cluster,
    /// Each belongs to one.
    Namespaced,
}

impl Scope {
    pub(super) const fn is_namespaced(self) -> bool {
        matches!(self, Self::Namespaced)
    }
}

/// The content of an object that knows what kind it is: a spec, or for kinds without one all that is beside the
/// metadata.
pub trait Kind {
    /// All that an object has beside `apiVersion`, `kind` and `metadata`.
    type Body: Clone + std::fmt::Debug + PartialEq + Serialize + DeserializeOwned;

    /// The kind, as it is written in manifests.
    const KIND: &'static str;
    /// The kind in plural and lower case, as it is written in addresses of the API.
    const PLURAL: &'static str;
    /// What `kubectl` takes in its place.
    const SHORT_NAMES: &'static [&'static str];
    /// Whether each object belongs to a namespace.
    const IS_NAMESPACED: bool;

    /// The API version to write it in for a version of Cilium; none where that version has no such kind.
    fn api_version(cilium: &CiliumVersion) -> Option<&'static str>;
}

impl<S: Kind> Object<S> {
    /// An object of the cluster without labels and annotations, or none where this version of Cilium has no such
    /// kind.
    pub fn new(cilium: &CiliumVersion, name: impl Into<String>, spec: S) -> Option<Self> {
        Some(Self {
            api_version: S::api_version(cilium)?.to_owned(),
            kind: S::KIND.to_owned(),
            metadata: Metadata { name: name.into(), ..Metadata::default() },
            spec,
        })
    }
}
