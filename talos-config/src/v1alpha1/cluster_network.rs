//! `cluster.network`.

use serde::{Deserialize, Serialize};

/// The pod network (`v1alpha1.ClusterNetworkConfig`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ClusterNetworkConfig {
    /// The network plugin that Talos installs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cni: Option<CniConfig>,
    /// Domain of services. Absent: `cluster.local`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dns_domain: Option<String>,
    /// Subnets of pods, at most one a family. Absent: `10.244.0.0/16`. Patches replace the list.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pod_subnets: Vec<String>,
    /// Subnets of services, at most one a family. Absent: `10.96.0.0/12`. Patches replace the list.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub service_subnets: Vec<String>,
}

/// The network plugin that Talos installs (`v1alpha1.CNIConfig`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[doc(alias = "CNIConfig")]
pub struct CniConfig {
    /// `flannel`, `custom` or `none`. Needed: only without the whole section is it `flannel`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Manifests of the plugin; only with `custom`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub urls: Vec<String>,
    /// Details of flannel; only with `flannel`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub flannel: Option<FlannelCniConfig>,
}

/// Details of flannel (`v1alpha1.FlannelCNIConfig`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[doc(alias = "FlannelCNIConfig")]
pub struct FlannelCniConfig {
    /// Further arguments of flanneld.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub extra_args: Vec<String>,
    /// Whether network policies are enforced by kube-network-policies. Absent: false. Since 1.13.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kube_network_policies_enabled: Option<bool>,
}
