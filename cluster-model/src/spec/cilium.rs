//! `cilium`: the network between the pods, and the addresses it hands out.

use cilium_values::Values;
use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use super::Expose;
use crate::scalar::{AddressRange, Name};

/// Cilium in the cluster.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Cilium {
    /// Helm values, laid over what Talos requires (`cilium_values::talos::preset`). What is set here wins, also
    /// where that breaks the cluster: the checks say so.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "std::collections::BTreeMap<String, serde_json::Value>"))]
    pub values: Values,
    /// Pools of addresses for services of type `LoadBalancer` (`CiliumLoadBalancerIPPool`).
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub pools: IndexMap<Name, Pool>,
    /// Who answers ARP for those addresses (`CiliumL2AnnouncementPolicy`).
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub l2: IndexMap<Name, L2Policy>,
    /// Services that get an address of a pool.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub expose: IndexMap<Name, Expose>,
}

/// The addresses of a pool: a list of ranges.
pub type Pool = Vec<AddressRange>;

/// Who announces which addresses on which interfaces.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct L2Policy {
    /// Go regular expressions, of which one must match an interface's name, anywhere in it. Empty: every
    /// interface that Cilium manages.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub interfaces: Vec<String>,
    /// Whether to announce `spec.externalIPs` of services. Default: true.
    #[serde(default = "super::yes", rename = "externalIPs")]
    pub external_ips: bool,
    /// Whether to announce load-balancer addresses of services. Default: true.
    #[serde(default = "super::yes", rename = "loadBalancerIPs")]
    pub load_balancer_ips: bool,
}

impl Default for L2Policy {
    fn default() -> Self {
        Self { interfaces: Vec::new(), external_ips: true, load_balancer_ips: true }
    }
}
