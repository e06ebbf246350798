//! `kind: Cluster`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{GoDuration, HealthCheck, Manifest, Patch, is_default, kind};

kind!(ClusterKind = "Cluster");

/// The cluster of a template: `client/pkg/template/internal/models/cluster.go`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct Cluster {
    /// Always `Cluster`.
    pub kind: ClusterKind,
    /// The system extensions of all machines. Absent: machines keep what they have. Empty: none at all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub system_extensions: Option<Vec<String>>,
    /// Name of the cluster: its id, and the value of every `cluster` label. Required; letters, digits, dashes and
    /// underscores.
    pub name: String,
    /// Labels of the cluster in Omni. Keys under `omni.sidero.dev/` are refused.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub labels: BTreeMap<String, String>,
    /// Annotations of the cluster in Omni. Keys under `omni.sidero.dev/` are refused.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub annotations: BTreeMap<String, String>,
    /// What concerns Kubernetes.
    pub kubernetes: Kubernetes,
    /// What concerns Talos.
    pub talos: Talos,
    /// Switches.
    #[serde(skip_serializing_if = "is_default")]
    pub features: Features,
    /// Patches for every machine; their weights begin at 200.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub patches: Vec<Patch>,
    /// Extra kernel arguments of every machine that has none of its own or of its set. Not for sets that use a
    /// machine class. Since Omni 1.5.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kernel_args: Option<Vec<String>>,
}

/// `kubernetes` of a cluster.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[doc(alias = "KubernetesCluster")]
pub struct Kubernetes {
    /// The version, such as `v1.35.3`; required, the `v` may be left out.
    pub version: String,
    /// Objects that Omni applies. Since Omni 1.7.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub manifests: Vec<Manifest>,
    /// Jobs that must succeed before an upgrade goes on. Since Omni 1.9.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub healthchecks: Vec<HealthCheck>,
}

/// `talos` of a cluster.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[doc(alias = "TalosCluster")]
pub struct Talos {
    /// The version, such as `v1.12.6`; required, and so is the `v`.
    pub version: String,
}

/// `features` of a cluster. All are off unless said otherwise.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
#[expect(clippy::struct_excessive_bools, reason = "upstream's shape")]
pub struct Features {
    /// Encrypt the disks with keys that Omni keeps. Talos 1.5 and later; fixed when the cluster is made.
    #[serde(skip_serializing_if = "is_default")]
    pub disk_encryption: bool,
    /// Reach services of the cluster through Omni.
    #[serde(skip_serializing_if = "is_default")]
    pub enable_workload_proxy: bool,
    /// Use the discovery service inside Omni.
    #[serde(skip_serializing_if = "is_default")]
    pub use_embedded_discovery_service: bool,
    /// Do without the public discovery service. Since Omni 1.10, for clusters made with Talos 1.14 or later.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub disable_public_discovery_service: Option<bool>,
    /// Leave Kubernetes nodes alone that no machine stands behind, where they are annotated so. Since Omni 1.10.
    #[serde(skip_serializing_if = "is_default")]
    pub enable_node_audit_skip: bool,
    /// Backups of etcd.
    #[serde(skip_serializing_if = "is_default")]
    pub backup_configuration: Backups,
}

/// `features.backupConfiguration` of a cluster.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[doc(alias = "BackupConfiguration")]
pub struct Backups {
    /// Time between backups; zero or less means none are made.
    #[serde(skip_serializing_if = "is_default")]
    pub interval: GoDuration,
}

impl Cluster {
    /// A cluster with a name and its versions: Kubernetes with or without a `v`, Talos with one.
    #[must_use]
    pub fn new(name: impl Into<String>, kubernetes: impl Into<String>, talos: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            kubernetes: Kubernetes { version: kubernetes.into(), ..Kubernetes::default() },
            talos: Talos { version: talos.into() },
            ..Self::default()
        }
    }
}
