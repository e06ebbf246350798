//! `cluster.discovery`.

use serde::{Deserialize, Serialize};

/// How machines of the cluster find each other (`v1alpha1.ClusterDiscoveryConfig`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClusterDiscoveryConfig {
    /// Whether they do. Absent: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enabled: Option<bool>,
    /// Where they announce themselves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub registries: Option<DiscoveryRegistriesConfig>,
}

/// Where machines announce themselves (`v1alpha1.DiscoveryRegistriesConfig`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DiscoveryRegistriesConfig {
    /// In annotations of the Kubernetes node.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kubernetes: Option<RegistryKubernetesConfig>,
    /// At the discovery service.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<RegistryServiceConfig>,
}

/// Discovery through annotations of the Kubernetes node (`v1alpha1.RegistryKubernetesConfig`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegistryKubernetesConfig {
    /// Whether it is off. Absent: false. It does not work with Kubernetes 1.32 and newer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disabled: Option<bool>,
}

/// Discovery through a service outside (`v1alpha1.RegistryServiceConfig`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegistryServiceConfig {
    /// Whether it is off. Absent: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disabled: Option<bool>,
    /// URL of the service, without a path. Absent: `https://discovery.talos.dev/`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub endpoint: Option<String>,
}
