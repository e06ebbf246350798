//! `KubeInlineManifestConfig`.

use serde::{Deserialize, Serialize};

use crate::meta::{ApiVersion, DocumentKind, KindOf};

/// Objects that are put into the cluster at its start (`k8s.KubeInlineManifestConfigV1Alpha1`).
///
/// Since 1.14.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KubeInlineManifestConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `KubeInlineManifestConfig`.
    pub kind: KindOf<Self>,
    /// Name of the manifest, a DNS name in lower case.
    #[serde(default)]
    pub name: String,
    /// The objects, YAML documents.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub manifest: Option<String>,
}

impl DocumentKind for KubeInlineManifestConfig {
    const KIND: &'static str = "KubeInlineManifestConfig";

    fn name(&self) -> Option<&str> {
        Some(&self.name)
    }
}

impl KubeInlineManifestConfig {
    /// A document with this name and nothing else.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }
}
