//! `KubeEtcdEncryptionConfig`.

use std::fmt;

use manifest::{MASK, Map};
use serde::{Deserialize, Serialize};

use crate::meta::{ApiVersion, DocumentKind, KindOf};

/// How the API server encrypts what it stores (`k8s.KubeEtcdEncryptionConfigV1Alpha1`). For control planes only; the
/// v1alpha1 document may not have `cluster.secretboxEncryptionSecret` or `cluster.aescbcEncryptionSecret` beside it.
///
/// Since 1.14.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KubeEtcdEncryptionConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `KubeEtcdEncryptionConfig`.
    pub kind: KindOf<Self>,
    /// An encryption configuration, as Kubernetes defines it, without `apiVersion` and `kind`. It holds keys.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub config: Map,
}

impl DocumentKind for KubeEtcdEncryptionConfig {
    const KIND: &'static str = "KubeEtcdEncryptionConfig";
}

/// Shows that there is a configuration, not what is in it: keys are.
impl fmt::Debug for KubeEtcdEncryptionConfig {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("KubeEtcdEncryptionConfig").field("config", &MASK).finish_non_exhaustive()
    }
}
