//! `cluster`.

use serde::{Deserialize, Serialize};

/// What concerns the Kubernetes cluster (`v1alpha1.ClusterConfig`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[doc(alias = "v1alpha1.ClusterConfig")]
pub struct ClusterConfig {
    /// The pod network.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub network: Option<ClusterNetworkConfig>,
    /// kube-proxy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proxy: Option<ProxyConfig>,
    /// Whether workloads may run on control planes. Absent: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub allow_scheduling_on_control_planes: Option<bool>,
}

/// `cluster.network` (`v1alpha1.ClusterNetworkConfig`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[doc(alias = "v1alpha1.ClusterNetworkConfig")]
pub struct ClusterNetworkConfig {
    /// The network plugin that Talos installs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cni: Option<CniConfig>,
}

/// `cluster.network.cni` (`v1alpha1.CNIConfig`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[doc(alias = "v1alpha1.CNIConfig")]
pub struct CniConfig {
    /// `flannel`, `custom` or `none`. Absent: `flannel`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// `cluster.proxy` (`v1alpha1.ProxyConfig`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[doc(alias = "v1alpha1.ProxyConfig")]
pub struct ProxyConfig {
    /// Whether Talos leaves kube-proxy out. Absent: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disabled: Option<bool>,
}
