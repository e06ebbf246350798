//! `KubeCoreDNSConfig`.

use serde::{Deserialize, Serialize};

use crate::meta::{ApiVersion, DocumentKind, KindOf};

/// The cluster's DNS (`k8s.KubeCoreDNSConfigV1Alpha1`). For control planes only; the v1alpha1 document may not have
/// `cluster.coreDNS` beside it.
///
/// Since 1.14.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[doc(alias = "KubeCoreDNSConfig")]
pub struct KubeCoreDnsConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `KubeCoreDNSConfig`.
    pub kind: KindOf<Self>,
    /// Whether Talos installs it. Absent: true.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enabled: Option<bool>,
    /// Its image. Absent: what Talos has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image: Option<String>,
}

impl DocumentKind for KubeCoreDnsConfig {
    const KIND: &'static str = "KubeCoreDNSConfig";
}
