//! `KubeExternalManifestConfig`.

use std::collections::BTreeMap;

use manifest::Secret;
use serde::{Deserialize, Serialize};

use crate::meta::{ApiVersion, DocumentKind, KindOf};
use crate::scalar::Url;

/// Objects that are fetched and put into the cluster at its start (`k8s.KubeExternalManifestConfigV1Alpha1`).
///
/// Since 1.14.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KubeExternalManifestConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `KubeExternalManifestConfig`.
    pub kind: KindOf<Self>,
    /// Name of the manifest, a DNS name in lower case.
    #[serde(default)]
    pub name: String,
    /// HTTP headers with which it is fetched; a token may be among them.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub headers: BTreeMap<String, Secret>,
    /// Where it is, `http` or `https`; a finished document has one. It may be fetched only once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<Url>,
}

impl DocumentKind for KubeExternalManifestConfig {
    const KIND: &'static str = "KubeExternalManifestConfig";

    fn name(&self) -> Option<&str> {
        Some(&self.name)
    }
}

impl KubeExternalManifestConfig {
    /// A document with this name and nothing else.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }
}
