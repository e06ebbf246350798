//! The v1alpha1 document, one file per section.

mod cluster;
mod machine;

use serde::{Deserialize, Serialize};

pub use cluster::{ClusterConfig, ClusterNetworkConfig, CniConfig, ProxyConfig};
pub use machine::{
    FeaturesConfig, KernelConfig, KernelModuleConfig, KubePrism, MachineConfig, NetworkConfig,
};

/// The v1alpha1 document (`v1alpha1.Config`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[doc(alias = "v1alpha1.Config")]
pub struct Config {
    /// What concerns the machine.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub machine: Option<MachineConfig>,
    /// What concerns the Kubernetes cluster.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cluster: Option<ClusterConfig>,
}
