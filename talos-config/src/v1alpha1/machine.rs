//! `machine`.

use std::collections::BTreeMap;
use std::net::IpAddr;

use serde::{Deserialize, Serialize};

/// What concerns the machine (`v1alpha1.MachineConfig`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[doc(alias = "v1alpha1.MachineConfig")]
pub struct MachineConfig {
    /// Host networking.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub network: Option<NetworkConfig>,
    /// Kernel parameters, by name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub sysctls: BTreeMap<String, String>,
    /// Talos' own services.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub features: Option<FeaturesConfig>,
    /// Kernel modules.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kernel: Option<KernelConfig>,
    /// Labels of the Kubernetes node.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub node_labels: BTreeMap<String, String>,
}

/// `machine.network` (`v1alpha1.NetworkConfig`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[doc(alias = "v1alpha1.NetworkConfig")]
pub struct NetworkConfig {
    /// Resolvers, in order of preference. Patches append to the list.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub nameservers: Vec<IpAddr>,
}

/// `machine.features` (`v1alpha1.FeaturesConfig`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[doc(alias = "v1alpha1.FeaturesConfig")]
pub struct FeaturesConfig {
    /// The local proxy to the API server.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kube_prism: Option<KubePrism>,
}

/// `machine.features.kubePrism` (`v1alpha1.KubePrism`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[doc(alias = "v1alpha1.KubePrism")]
pub struct KubePrism {
    /// Whether it runs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enabled: Option<bool>,
    /// The port on 127.0.0.1 of the machine. Absent: 7445.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub port: Option<u16>,
}

/// `machine.kernel` (`v1alpha1.KernelConfig`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[doc(alias = "v1alpha1.KernelConfig")]
pub struct KernelConfig {
    /// Modules to load, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub modules: Vec<KernelModuleConfig>,
}

/// `machine.kernel.modules[]` (`v1alpha1.KernelModuleConfig`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[doc(alias = "v1alpha1.KernelModuleConfig")]
pub struct KernelModuleConfig {
    /// Name of the module.
    pub name: String,
}
