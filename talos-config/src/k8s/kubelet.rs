//! `KubeletConfig`.

use std::collections::BTreeMap;

use manifest::Map;
use serde::{Deserialize, Serialize};

use crate::meta::{ApiVersion, DocumentKind, KindOf};
use crate::scalar::ArgValue;

/// The kubelet (`k8s.KubeletConfigV1Alpha1`). The v1alpha1 document may not have `machine.kubelet` beside it.
///
/// Since 1.14.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KubeletConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `KubeletConfig`.
    pub kind: KindOf<Self>,
    /// Its image, with a tag even if it has a digest; a finished document has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image: Option<String>,
    /// Parts of its own configuration, without `apiVersion` and `kind`. Keys that belong to Talos are refused.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub config: Map,
    /// Further command line arguments, by name without dashes. Patches replace an argument.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub extra_args: BTreeMap<String, ArgValue>,
    /// Addresses of the cluster's DNS service. Absent: the tenth address of each service subnet. Patches append.
    #[serde(rename = "clusterDNS", default, skip_serializing_if = "Vec::is_empty")]
    pub cluster_dns: Vec<String>,
    /// Whether pods run under the runtime's seccomp profile by default. Absent: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default_runtime_seccomp_profile_enabled: Option<bool>,
}

impl DocumentKind for KubeletConfig {
    const KIND: &'static str = "KubeletConfig";
}
