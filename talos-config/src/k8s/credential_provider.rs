//! `KubeCredentialProviderConfig`.

use manifest::Map;
use serde::{Deserialize, Serialize};

use crate::meta::{ApiVersion, DocumentKind, KindOf};

/// Programs that know credentials for registries (`k8s.KubeCredentialProviderConfigV1Alpha1`). The v1alpha1 document
/// may not have `machine.kubelet` beside it.
///
/// Since 1.14.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KubeCredentialProviderConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `KubeCredentialProviderConfig`.
    pub kind: KindOf<Self>,
    /// A credential provider configuration, as Kubernetes defines it. Patches replace it.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub configuration: Map,
}

impl DocumentKind for KubeCredentialProviderConfig {
    const KIND: &'static str = "KubeCredentialProviderConfig";
}
