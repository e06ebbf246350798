//! `KubeSpanEndpointsConfig`.

use serde::{Deserialize, Serialize};

use crate::meta::{ApiVersion, DocumentKind, KindOf};
use crate::scalar::AddrPort;

/// Further addresses of a machine in the KubeSpan mesh, such as those that a NAT gives it
/// (`network.KubespanEndpointsConfigV1Alpha1`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KubeSpanEndpointsConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `KubeSpanEndpointsConfig`.
    pub kind: KindOf<Self>,
    /// The addresses, with ports. Patches append.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub extra_announced_endpoints: Vec<AddrPort>,
}

impl DocumentKind for KubeSpanEndpointsConfig {
    const KIND: &'static str = "KubeSpanEndpointsConfig";
}
