//! `KubeNetworkConfig`.

use serde::{Deserialize, Serialize};

use crate::meta::{ApiVersion, DocumentKind, KindOf};
use crate::scalar::Prefix;

/// Addresses and names in the cluster (`k8s.KubeNetworkConfigV1Alpha1`). The v1alpha1 document may not have
/// `cluster.network` beside it.
///
/// Since 1.14.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KubeNetworkConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `KubeNetworkConfig`.
    pub kind: KindOf<Self>,
    /// Domain of services and pods. Absent: `cluster.local`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dns_domain: Option<String>,
    /// Networks of pods, one a family; at least one, as many as of services. Patches replace.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pod_subnets: Vec<Prefix>,
    /// Networks of services, one a family, at most 20 bits large. Patches replace.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub service_subnets: Vec<Prefix>,
    /// Length of the network of a node's pods, 1 to 32. Absent or 0: 24.
    #[serde(rename = "nodeCIDRMaskSizeIPv4", default, skip_serializing_if = "Option::is_none")]
    pub node_cidr_mask_size_ipv4: Option<i64>,
    /// Length of the network of a node's pods, 1 to 128. Absent or 0: 64.
    #[serde(rename = "nodeCIDRMaskSizeIPv6", default, skip_serializing_if = "Option::is_none")]
    pub node_cidr_mask_size_ipv6: Option<i64>,
}

impl DocumentKind for KubeNetworkConfig {
    const KIND: &'static str = "KubeNetworkConfig";
}
