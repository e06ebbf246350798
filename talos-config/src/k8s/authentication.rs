//! `KubeAuthenticationConfig`.

use manifest::Map;
use serde::{Deserialize, Serialize};

use crate::meta::{ApiVersion, DocumentKind, KindOf};

/// How the API server knows who asks (`k8s.KubeAuthenticationConfigV1Alpha1`). For control planes only.
///
/// Since 1.14.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KubeAuthenticationConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `KubeAuthenticationConfig`.
    pub kind: KindOf<Self>,
    /// An authentication configuration, as Kubernetes defines it. Patches replace it.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub configuration: Map,
}

impl DocumentKind for KubeAuthenticationConfig {
    const KIND: &'static str = "KubeAuthenticationConfig";
}
