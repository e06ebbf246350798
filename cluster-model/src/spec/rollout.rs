//! `rollout`: how the change reaches the cluster.

use std::fmt;

use serde::{Deserialize, Serialize};

/// What the rollout starts from, and its order if it is not to be the usual one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Rollout {
    /// What is there before the first step. Default: `running`, the harder of the two.
    #[serde(default)]
    pub cluster: ClusterState,
    /// The steps in the order in which they are to be done. Absent: the order that is known to be safe.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub steps: Option<Vec<StepId>>,
}

/// What is there before the first step.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum ClusterState {
    /// Nothing: the cluster is created from the template.
    New,
    /// A cluster with Talos' default network: flannel and kube-proxy run and stay until they are deleted.
    #[default]
    Running,
}

/// A step of the rollout.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum StepId {
    /// Create the cluster from its template.
    CreateCluster,
    /// Patches of the first layer: scheduling, resolvers, labels.
    NodeConfig,
    /// System extensions, modules and kernel parameters of accelerators.
    Accelerators,
    /// Everything that Cilium needs is at hand, rendered and pulled; nothing is installed yet.
    CiliumReady,
    /// Talos stops installing a network plugin and kube-proxy.
    CniNone,
    /// Delete the `DaemonSet` `kube-flannel`, which Talos leaves behind.
    RemoveFlannel,
    /// Delete the `DaemonSet` `kube-proxy`, which Talos leaves behind.
    RemoveKubeProxy,
    /// Install Cilium.
    CiliumInstall,
    /// Restart what still hangs on the old network.
    RestartPods,
    /// Address pools, announcements and exposed services.
    Expose,
    /// The checks that show that it worked.
    Verify,
}

impl Rollout {
    pub(super) fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

impl fmt::Display for StepId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::CreateCluster => "create-cluster",
            Self::NodeConfig => "node-config",
            Self::Accelerators => "accelerators",
            Self::CiliumReady => "cilium-ready",
            Self::CniNone => "cni-none",
            Self::RemoveFlannel => "remove-flannel",
            Self::RemoveKubeProxy => "remove-kube-proxy",
            Self::CiliumInstall => "cilium-install",
            Self::RestartPods => "restart-pods",
            Self::Expose => "expose",
            Self::Verify => "verify",
        })
    }
}
