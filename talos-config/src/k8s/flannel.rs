//! `KubeFlannelCNIConfig`.

use manifest::Map;
use serde::{Deserialize, Serialize};

use super::ResourcesConfig;
use crate::meta::{ApiVersion, DocumentKind, KindOf};

/// Flannel as the network between pods (`k8s.KubeFlannelCNIConfigV1Alpha1`). For control planes only; the v1alpha1
/// document may not have `cluster.network` beside it.
///
/// Since 1.14.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[doc(alias = "KubeFlannelCNIConfig")]
pub struct KubeFlannelCniConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `KubeFlannelCNIConfig`.
    pub kind: KindOf<Self>,
    /// How packets travel, such as `vxlan`; a finished document has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub backend_type: Option<String>,
    /// UDP port of tunnels. Absent: what Flannel has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub backend_port: Option<u16>,
    /// Largest packet in bytes outside of the tunnel. Absent: that of KubeSpan if it is on, else what Flannel finds.
    #[serde(rename = "backendMTU", default, skip_serializing_if = "Option::is_none")]
    pub backend_mtu: Option<u32>,
    /// Further settings of the way, as Flannel has them.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub backend_extra_config: Map,
    /// What Flannel gets and may use.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resources: Option<ResourcesConfig>,
    /// Further command line arguments of `flanneld`, with dashes. Patches append.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub extra_args: Vec<String>,
    /// Whether network policies have effect. Absent: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kube_network_policies_enabled: Option<bool>,
}

impl DocumentKind for KubeFlannelCniConfig {
    const KIND: &'static str = "KubeFlannelCNIConfig";
}
