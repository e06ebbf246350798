//! Clusters.

use serde::{Deserialize, Serialize};

use super::ProtoDuration;
use crate::resource::Spec;

/// A cluster. Its id is its name: letters, digits, dashes and underscores.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[doc(alias = "ClusterSpec")]
pub struct Cluster {
    /// Kubernetes version without a leading `v`; one that the Talos version supports.
    #[serde(rename = "kubernetesversion")]
    pub kubernetes_version: String,
    /// Talos version without a leading `v`; never below the minor release that the cluster began with.
    #[serde(rename = "talosversion")]
    pub talos_version: String,
    /// Switches; absent means all off.
    pub features: Option<ClusterFeatures>,
    /// Backups of etcd; absent means none.
    #[serde(rename = "backupconfiguration")]
    pub backup_configuration: Option<BackupConfiguration>,
}

/// Switches of a cluster.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[doc(alias = "Cluster.Features")]
#[expect(clippy::struct_excessive_bools, reason = "upstream's shape")]
pub struct ClusterFeatures {
    /// Reach services of the cluster through Omni.
    #[serde(rename = "enableworkloadproxy")]
    pub enable_workload_proxy: bool,
    /// Encrypt the disks with keys that Omni keeps. Fixed when the cluster is made; Talos 1.5 and later.
    #[serde(rename = "diskencryption")]
    pub disk_encryption: bool,
    /// Use the discovery service inside Omni.
    #[serde(rename = "useembeddeddiscoveryservice")]
    pub use_embedded_discovery_service: bool,
    /// Leave Kubernetes nodes alone that no machine stands behind, where they are annotated so. Omni 1.10.
    #[serde(rename = "enablenodeauditskip")]
    pub enable_node_audit_skip: bool,
    /// Do without the public discovery service. Omni 1.10; clusters made with Talos 1.14 or later.
    #[serde(rename = "disablepublicdiscoveryservice")]
    pub disable_public_discovery_service: bool,
}

/// How often etcd is backed up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[doc(alias = "EtcdBackupConf")]
pub struct BackupConfiguration {
    /// Time between backups; from an hour to a day, unless Omni was started with other limits.
    pub interval: Option<ProtoDuration>,
    /// Whether backups are made.
    pub enabled: bool,
}

impl Spec for Cluster {
    const TYPE: &'static str = "Clusters.omni.sidero.dev";
}
