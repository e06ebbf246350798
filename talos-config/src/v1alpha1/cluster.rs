//! `cluster`: what concerns the Kubernetes cluster.

use std::collections::BTreeMap;

use manifest::Secret;
use serde::{Deserialize, Serialize};

use super::{
    ApiServerConfig, ClusterDiscoveryConfig, ClusterNetworkConfig, ControllerManagerConfig, EtcdConfig,
    ProxyConfig, SchedulerConfig,
};
use crate::scalar::{Certificate, CertificateAndKey, Duration, Key, Url};

/// What concerns the Kubernetes cluster (`v1alpha1.ClusterConfig`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ClusterConfig {
    /// Identity of the cluster at the discovery service. Deprecated since 1.14: `DiscoveryIdentityConfig`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Key of what is shared through the discovery service. Deprecated since 1.14: `DiscoveryIdentityConfig`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub secret: Option<Secret>,
    /// The control plane as a whole. Required up to 1.13. Deprecated since 1.14: `KubeClusterConfig`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub control_plane: Option<ControlPlaneConfig>,
    /// Name of the cluster. Deprecated since 1.14: `KubeClusterConfig`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cluster_name: Option<String>,
    /// Pod network. Deprecated since 1.14: `KubeNetworkConfig`, `KubeFlannelCNIConfig`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub network: Option<ClusterNetworkConfig>,
    /// Bootstrap token with which kubelets join.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token: Option<Secret>,
    /// AES-CBC key for secrets in etcd, base64. Deprecated since 1.14: `KubeEtcdEncryptionConfig`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub aescbc_encryption_secret: Option<Secret>,
    /// Secretbox key for secrets in etcd, base64. Deprecated since 1.14: `KubeEtcdEncryptionConfig`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub secretbox_encryption_secret: Option<Secret>,
    /// The root certificate authority of Kubernetes. Control planes hold the key too, workers must not.
    /// Deprecated since 1.14: `KubeAPIServerCAConfig`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ca: Option<CertificateAndKey>,
    /// Further certificate authorities that clients of Kubernetes are checked against. Deprecated since 1.14.
    #[serde(rename = "acceptedCAs", default, skip_serializing_if = "Vec::is_empty")]
    pub accepted_cas: Vec<Certificate>,
    /// Certificate authority of the aggregation layer. Deprecated since 1.14: `KubeAggregatorCAConfig`.
    #[serde(rename = "aggregatorCA", default, skip_serializing_if = "Option::is_none")]
    pub aggregator_ca: Option<CertificateAndKey>,
    /// Key that service account tokens are signed with. Deprecated since 1.14: `KubeServiceAccountConfig`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service_account: Option<Key>,
    /// kube-apiserver. Deprecated since 1.14: `KubeAPIServerConfig` and its kin.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub api_server: Option<ApiServerConfig>,
    /// kube-controller-manager. Deprecated since 1.14: `KubeControllerManagerConfig`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub controller_manager: Option<ControllerManagerConfig>,
    /// kube-proxy. Deprecated since 1.14: `KubeProxyConfig`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proxy: Option<ProxyConfig>,
    /// kube-scheduler. Deprecated since 1.14: `KubeSchedulerConfig`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scheduler: Option<SchedulerConfig>,
    /// How machines find each other. Deprecated since 1.14: `DiscoveryServiceConfig`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub discovery: Option<ClusterDiscoveryConfig>,
    /// etcd; only on control planes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub etcd: Option<EtcdConfig>,
    /// `CoreDNS`. Deprecated since 1.14: `KubeCoreDNSConfig`.
    #[serde(rename = "coreDNS", default, skip_serializing_if = "Option::is_none")]
    pub core_dns: Option<CoreDns>,
    /// A cloud provider that runs in the cluster.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub external_cloud_provider: Option<ExternalCloudProviderConfig>,
    /// URLs of manifests that are applied at bootstrap. Deprecated since 1.14: `KubeExternalManifestConfig`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub extra_manifests: Vec<String>,
    /// HTTP headers with which manifests are fetched.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub extra_manifest_headers: BTreeMap<String, Secret>,
    /// Manifests that are applied at bootstrap. Deprecated since 1.14: `KubeInlineManifestConfig`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub inline_manifests: Vec<ClusterInlineManifest>,
    /// The administrator's kubeconfig that Talos hands out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub admin_kubeconfig: Option<AdminKubeconfigConfig>,
    /// The old name of `allow_scheduling_on_control_planes`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub allow_scheduling_on_masters: Option<bool>,
    /// Whether workloads may run on control planes. Absent: false. Deprecated since 1.14: `KubeNodeConfig`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub allow_scheduling_on_control_planes: Option<bool>,
}

/// The control plane as a whole (`v1alpha1.ControlPlaneConfig`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ControlPlaneConfig {
    /// URL under which clients reach the API server: a host, and a port unless it is the scheme's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub endpoint: Option<Url>,
    /// Port of the API server on each machine. Absent: 6443.
    #[serde(rename = "localAPIServerPort", default, skip_serializing_if = "Option::is_none")]
    pub local_api_server_port: Option<u16>,
}

/// A cloud provider that runs in the cluster (`v1alpha1.ExternalCloudProviderConfig`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExternalCloudProviderConfig {
    /// Whether there is one. Absent: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enabled: Option<bool>,
    /// URLs of its manifests; only when enabled.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub manifests: Vec<String>,
}

/// A manifest that is applied at bootstrap (`v1alpha1.ClusterInlineManifest`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClusterInlineManifest {
    /// Name, unique in the list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The manifest, any number of documents. Leading tabs and line feeds are cut off.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contents: Option<String>,
}

/// The administrator's kubeconfig (`v1alpha1.AdminKubeconfigConfig`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AdminKubeconfigConfig {
    /// How long its certificate is valid. Absent: a year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cert_lifetime: Option<Duration>,
}

/// `CoreDNS` (`v1alpha1.CoreDNS`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[doc(alias = "CoreDNS")]
pub struct CoreDns {
    /// Whether Talos leaves it out. Absent: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disabled: Option<bool>,
    /// Its image. Absent: the default of the Talos version.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image: Option<String>,
}
