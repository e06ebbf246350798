//! `machine.features`.

use serde::{Deserialize, Serialize};

/// Switches for parts of Talos (`v1alpha1.FeaturesConfig`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FeaturesConfig {
    /// Whether the Talos API knows roles. Always on since 1.12, whatever is written here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rbac: Option<bool>,
    /// Whether the default host name is derived from the machine's id. Absent: false. Deprecated since 1.12:
    /// `HostnameConfig`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stable_hostname: Option<bool>,
    /// Access to the Talos API from pods. Deprecated since 1.14: `KubeTalosAPIAccessConfig`.
    #[serde(rename = "kubernetesTalosAPIAccess", default, skip_serializing_if = "Option::is_none")]
    pub kubernetes_talos_api_access: Option<KubernetesTalosApiAccessConfig>,
    /// Whether client certificates must be marked as such. Always on since 1.12.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub apid_check_ext_key_usage: Option<bool>,
    /// Whether XFS project quotas are on for the ephemeral volume. Absent: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disk_quota_support: Option<bool>,
    /// The local proxy to the API server. Deprecated since 1.14: `KubePrismConfig`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kube_prism: Option<KubePrism>,
    /// The caching resolver on the machine. Deprecated since 1.14: `ResolverConfig`.
    #[serde(rename = "hostDNS", default, skip_serializing_if = "Option::is_none")]
    pub host_dns: Option<HostDnsConfig>,
    /// The image cache. Deprecated since 1.14: `ImageCacheConfig`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image_cache: Option<ImageCacheConfig>,
    /// How addresses of the node are ordered: `v1` or `v2`. Absent: `v1`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub node_address_sort_algorithm: Option<String>,
}

/// Access to the Talos API from pods; only on control planes (`v1alpha1.KubernetesTalosAPIAccessConfig`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[doc(alias = "KubernetesTalosAPIAccessConfig")]
pub struct KubernetesTalosApiAccessConfig {
    /// Whether there is any. Absent: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enabled: Option<bool>,
    /// Roles that service accounts may have, such as `os:reader`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub allowed_roles: Vec<String>,
    /// Namespaces that may ask.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub allowed_kubernetes_namespaces: Vec<String>,
}

/// The local proxy to the API servers of all control planes (`v1alpha1.KubePrism`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KubePrism {
    /// Whether it runs. Absent: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enabled: Option<bool>,
    /// Port on 127.0.0.1 of the machine. Absent: 7445.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub port: Option<u16>,
}

/// The caching resolver on the machine (`v1alpha1.HostDNSConfig`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[doc(alias = "HostDNSConfig")]
pub struct HostDnsConfig {
    /// Whether it runs. Absent: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enabled: Option<bool>,
    /// Whether the cluster's DNS asks it; needs `enabled`. Absent: false.
    #[serde(rename = "forwardKubeDNSToHost", default, skip_serializing_if = "Option::is_none")]
    pub forward_kube_dns_to_host: Option<bool>,
    /// Whether names of cluster members are answered. Absent: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resolve_member_names: Option<bool>,
}

/// The image cache (`v1alpha1.ImageCacheConfig`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ImageCacheConfig {
    /// Whether images are served from the machine's own cache. Absent: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub local_enabled: Option<bool>,
}
