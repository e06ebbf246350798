//! `CiliumL2AnnouncementPolicy`: who answers ARP and neighbour discovery for addresses of services.

use serde::{Deserialize, Serialize};

use super::shape::kind;
use super::{Conditions, LabelSelector, Object, SpecAndStatus};

/// A policy with its metadata.
pub type CiliumL2AnnouncementPolicy = Object<L2AnnouncementPolicySpec>;

/// Which addresses of which services are announced, from which nodes, on which interfaces
/// (`CiliumL2AnnouncementPolicy.spec`, cilium.io/v2alpha1).
///
/// Needs the chart's `l2announcements.enabled` and `kubeProxyReplacement`. One node at a time announces a service;
/// a node that is selected but has no matching interface may be that one, and then nobody answers.
#[doc(alias = "CiliumL2AnnouncementPolicy")]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct L2AnnouncementPolicySpec {
    /// The services, by their labels and by `io.kubernetes.service.name` and `io.kubernetes.service.namespace`.
    /// Absent: every service.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service_selector: Option<LabelSelector>,
    /// The nodes, by their labels. Absent: every node.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub node_selector: Option<LabelSelector>,
    /// Go regular expressions of which one must match somewhere in an interface's name: `eth0` matches `veth01`
    /// too, `^eth0$` does not. Empty: every interface that Cilium has selected.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub interfaces: Vec<String>,
    /// Whether to announce `spec.externalIPs` of the services. Absent: no.
    #[serde(default, rename = "externalIPs", skip_serializing_if = "Option::is_none")]
    pub external_ips: Option<bool>,
    /// Whether to announce the load-balancer addresses of the services. Absent: no. With neither this nor
    /// `external_ips` the policy announces nothing.
    #[serde(default, rename = "loadBalancerIPs", skip_serializing_if = "Option::is_none")]
    pub load_balancer_ips: Option<bool>,
}

impl L2AnnouncementPolicySpec {
    /// Whether it announces any addresses: a policy with neither of the two switches takes part in elections for nothing.
    ///
    /// ```
    /// use cilium_values::resource::L2AnnouncementPolicySpec;
    ///
    /// let policy = L2AnnouncementPolicySpec::default();
    /// assert!(!policy.announces());
    /// assert!(L2AnnouncementPolicySpec { load_balancer_ips: Some(true), ..policy }.announces());
    /// ```
    #[must_use]
    pub fn announces(&self) -> bool {
        self.external_ips == Some(true) || self.load_balancer_ips == Some(true)
    }
}

kind!(
    L2AnnouncementPolicySpec, "CiliumL2AnnouncementPolicy", "ciliuml2announcementpolicies", ["l2announcement"], Cluster,
    SpecAndStatus<Self, Conditions>, _ => "cilium.io/v2alpha1",
);
