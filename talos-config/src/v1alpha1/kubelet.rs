//! `machine.kubelet`.

use std::collections::BTreeMap;

use manifest::Map;
use serde::{Deserialize, Serialize};

use crate::scalar::ArgValue;

/// The kubelet of the machine (`v1alpha1.KubeletConfig`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KubeletConfig {
    /// Image of the kubelet. Absent: the default of the Talos version.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image: Option<String>,
    /// Addresses of the cluster's DNS service. Absent: the tenth address of each service subnet.
    #[serde(rename = "clusterDNS", default, skip_serializing_if = "Vec::is_empty")]
    pub cluster_dns: Vec<String>,
    /// Further command line arguments, by name without dashes. Lists since 1.13.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub extra_args: BTreeMap<String, ArgValue>,
    /// Further mounts into the kubelet's container. Patches append.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub extra_mounts: Vec<ExtraMount>,
    /// Parts of the kubelet's own configuration. Thirteen keys belong to Talos and are refused, `apiVersion`
    /// and `kind` among them.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub extra_config: Map,
    /// Credential providers for image pulls, as Kubernetes defines them.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub credential_provider_config: Map,
    /// Whether pods run under the runtime's seccomp profile by default. Absent: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default_runtime_seccomp_profile_enabled: Option<bool>,
    /// Whether the node registers with its full domain name. Absent: false.
    #[serde(rename = "registerWithFQDN", default, skip_serializing_if = "Option::is_none")]
    pub register_with_fqdn: Option<bool>,
    /// Which of the machine's addresses the kubelet announces.
    #[serde(rename = "nodeIP", default, skip_serializing_if = "Option::is_none")]
    pub node_ip: Option<KubeletNodeIpConfig>,
    /// Whether the kubelet runs without joining the cluster. Absent: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub skip_node_registration: Option<bool>,
    /// Whether static pods in `/etc/kubernetes/manifests` are ignored. Absent: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disable_manifests_directory: Option<bool>,
}

/// Which addresses the kubelet announces (`v1alpha1.KubeletNodeIPConfig`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[doc(alias = "KubeletNodeIPConfig")]
pub struct KubeletNodeIpConfig {
    /// Subnets that the address must be in; a leading `!` excludes one. Absent: the first address found.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub valid_subnets: Vec<String>,
}

/// A mount into the kubelet's container, as the OCI runtime specification has it (`v1alpha1.ExtraMount`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExtraMount {
    /// Path inside the container.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub destination: Option<String>,
    /// Type of the file system, such as `bind`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub r#type: Option<String>,
    /// Path on the machine.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Mount options, such as `bind`, `rshared`, `rw`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<String>,
    /// Mapping of user ids.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub uid_mappings: Vec<LinuxIdMapping>,
    /// Mapping of group ids.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gid_mappings: Vec<LinuxIdMapping>,
}

/// A range of ids inside a container and where it lies on the host (`v1alpha1.LinuxIDMapping`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[doc(alias = "LinuxIDMapping")]
pub struct LinuxIdMapping {
    /// First id inside the container.
    #[serde(rename = "containerID", default, skip_serializing_if = "Option::is_none")]
    pub container_id: Option<u32>,
    /// First id on the host.
    #[serde(rename = "hostID", default, skip_serializing_if = "Option::is_none")]
    pub host_id: Option<u32>,
    /// How many ids.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub size: Option<u32>,
}
