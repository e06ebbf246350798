//! `CiliumLoadBalancerIPPool`: addresses for services of type `LoadBalancer`.

use serde::{Deserialize, Serialize};

use super::shape::kind;
use super::{Conditions, LabelSelector, Object, SpecAndStatus};

/// A pool with its metadata.
pub type CiliumLoadBalancerIpPool = Object<LoadBalancerIpPoolSpec>;

/// Addresses that LB-IPAM hands out (`CiliumLoadBalancerIPPool.spec`, cilium.io/v2 and v2alpha1, whose fields are
/// the same).
///
/// One bad block discards the whole pool, and nothing on the object says so. Two pools must not overlap, whatever
/// they select: the younger one is switched off.
#[doc(alias = "CiliumLoadBalancerIPPool")]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LoadBalancerIpPoolSpec {
    /// The addresses. Without any the pool serves nothing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub blocks: Vec<Block>,
    /// The services that get addresses of it, by their labels and by two more that LB-IPAM adds,
    /// `io.kubernetes.service.name` and `io.kubernetes.service.namespace`. Absent or empty: every service.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service_selector: Option<LabelSelector>,
    /// Whether it hands out no further addresses; those given stay. It still takes part in conflicts. Absent: no.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disabled: Option<bool>,
    /// Whether the first and last address of each `cidr` block are handed out, except for blocks of one or two
    /// addresses, which always are. Absent: yes.
    #[serde(default, rename = "allowFirstLastIPs", skip_serializing_if = "Option::is_none")]
    pub allow_first_last_ips: Option<YesNo>,
}

/// Some addresses of a pool: either `cidr`, or `start` with or without `stop`. A `cidr` wins over the others.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Block {
    /// A network; bits behind the prefix are ignored. The length of the prefix must be there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cidr: Option<String>,
    /// The first address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<String>,
    /// The last address, included. Absent: `start` is the only one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stop: Option<String>,
}

/// Yes or no as a text. YAML 1.1 reads the bare words as booleans, which the API server refuses: quote them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum YesNo {
    /// `"Yes"`.
    Yes,
    /// `"No"`.
    No,
}

impl Block {
    /// The network of this prefix.
    pub fn cidr(cidr: impl Into<String>) -> Self {
        Self { cidr: Some(cidr.into()), ..Self::default() }
    }

    /// The addresses from the first to the last one, both included.
    pub fn range(start: impl Into<String>, stop: impl Into<String>) -> Self {
        Self { start: Some(start.into()), stop: Some(stop.into()), cidr: None }
    }
}

kind!(
    LoadBalancerIpPoolSpec, "CiliumLoadBalancerIPPool", "ciliumloadbalancerippools",
    ["ippools", "ippool", "lbippool", "lbippools"], Cluster, SpecAndStatus<Self, Conditions>,
    ..18 => "cilium.io/v2alpha1", 18.. => "cilium.io/v2",
);
