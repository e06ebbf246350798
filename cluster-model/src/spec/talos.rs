//! `talos`: settings of the operating system that the whole cluster shares.

use serde::{Deserialize, Serialize};

/// Settings of Talos for the whole cluster.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Talos {
    /// Whether workloads may run on control planes (`cluster.allowSchedulingOnControlPlanes`). Absent: Talos'
    /// default, false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub allow_scheduling_on_control_planes: Option<bool>,
    /// The network plugin that Talos itself installs (`cluster.network.cni.name`). Absent: none if the cluster
    /// has a section `cilium`, else Talos' default, flannel.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cni: Option<Cni>,
    /// Whether Talos runs kube-proxy (`cluster.proxy`). Absent: not if the cluster has a section `cilium`,
    /// else Talos' default, true.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kube_proxy: Option<bool>,
    /// The local proxy to the API server (`machine.features.kubePrism`). Absent: Talos' default, enabled on
    /// port 7445.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kube_prism: Option<KubePrism>,
}

/// The network plugin that Talos installs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Cni {
    /// Flannel, Talos' default.
    Flannel,
    /// None: something else brings the pod network, or the nodes never become ready.
    None,
}

/// `machine.features.kubePrism`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct KubePrism {
    /// Whether it runs. Default: true.
    #[serde(default = "super::yes")]
    pub enabled: bool,
    /// The port on 127.0.0.1 of every machine. Default: 7445.
    #[serde(default = "KubePrism::default_port")]
    pub port: u16,
}

impl Talos {
    pub(super) fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

impl KubePrism {
    fn default_port() -> u16 {
        Self::default().port
    }
}

impl Default for KubePrism {
    /// What Talos does when nothing is said: enabled, on port 7445 (`constants.DefaultKubePrismPort`).
    fn default() -> Self {
        Self { enabled: true, port: 7445 }
    }
}
