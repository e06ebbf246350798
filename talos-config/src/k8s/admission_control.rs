//! `KubeAdmissionControlConfig`.

use manifest::Map;
use serde::{Deserialize, Serialize};

use crate::meta::{ApiVersion, DocumentKind, KindOf};

/// A plugin of the API server that judges what is written (`k8s.KubeAdmissionControlConfigV1Alpha1`). For control
/// planes only; the v1alpha1 document may not have `cluster.apiServer.admissionControl` beside it.
///
/// Since 1.14.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KubeAdmissionControlConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `KubeAdmissionControlConfig`.
    pub kind: KindOf<Self>,
    /// Name of the plugin, such as `PodSecurity`.
    #[serde(default)]
    pub name: String,
    /// Its configuration, as Kubernetes defines it. Patches merge.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub configuration: Map,
}

impl DocumentKind for KubeAdmissionControlConfig {
    const KIND: &'static str = "KubeAdmissionControlConfig";

    fn name(&self) -> Option<&str> {
        Some(&self.name)
    }
}

impl KubeAdmissionControlConfig {
    /// A document with this name and nothing else.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }
}
