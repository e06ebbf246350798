//! `KubeStaticPodConfig`.

use manifest::Map;
use serde::{Deserialize, Serialize};

use crate::meta::{ApiVersion, DocumentKind, KindOf};

/// A pod that the kubelet runs without an API server (`k8s.KubeStaticPodConfigV1Alpha1`).
///
/// Since 1.14.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KubeStaticPodConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `KubeStaticPodConfig`.
    pub kind: KindOf<Self>,
    /// Name of the document, a DNS name in lower case.
    #[serde(default)]
    pub name: String,
    /// The pod, as Kubernetes defines it; a finished document has one. Patches replace it.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub pod: Map,
}

impl DocumentKind for KubeStaticPodConfig {
    const KIND: &'static str = "KubeStaticPodConfig";

    fn name(&self) -> Option<&str> {
        Some(&self.name)
    }
}

impl KubeStaticPodConfig {
    /// A document with this name and nothing else.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }
}
