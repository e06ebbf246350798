//! `KubeSpanConfig`.

use serde::{Deserialize, Serialize};

use crate::meta::{ApiVersion, DocumentKind, KindOf};
use crate::scalar::Prefix;

/// KubeSpan, the WireGuard mesh between the machines of a cluster (`network.KubeSpanConfigV1Alpha1`). The v1alpha1
/// document may not set `machine.network.kubespan` beside it, not even to turn it off.
///
/// Since 1.13.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KubeSpanConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `KubeSpanConfig`.
    pub kind: KindOf<Self>,
    /// Whether the machine takes part; needs discovery. Absent: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enabled: Option<bool>,
    /// Whether traffic between pods goes through the mesh as it is. Absent: false, the CNI tunnels it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub advertise_kubernetes_networks: Option<bool>,
    /// Whether traffic to a peer that is down goes around the mesh, in the clear. Absent: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub allow_down_peer_bypass: Option<bool>,
    /// Whether addresses that peers were seen with are passed on; not for more than 50 machines. Absent: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub harvest_extra_endpoints: Option<bool>,
    /// Largest packet in bytes, at least 1280. Absent: 1420.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mtu: Option<u32>,
    /// What is told to other machines.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filters: Option<KubeSpanFiltersConfig>,
}

impl DocumentKind for KubeSpanConfig {
    const KIND: &'static str = "KubeSpanConfig";
}

/// What a machine tells other machines about itself (`network.KubeSpanFiltersConfig`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KubeSpanFiltersConfig {
    /// Networks whose addresses peers may call; a leading `!` excludes one. Absent: all addresses. Patches append.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub endpoints: Vec<String>,
    /// Networks that are not announced, and so not reached through the mesh. Absent: none. Patches append.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exclude_advertised_networks: Vec<Prefix>,
}
