//! Whether the manifests that Talos starts Kubernetes with are up to date.

use super::message::message;
use crate::resource::Spec;

message! {
    /// Whether the manifests that Talos starts Kubernetes with are up to date. Its id is the cluster's name.
    KubernetesUpgradeManifestStatus = "KubernetesUpgradeManifestStatusSpec" {
        /// How many manifests differ from what runs in the cluster.
        out_of_sync: i32 = "outofsync",
        /// The last error that ended a comparison; empty if there was none.
        last_fatal_error: String = "lastfatalerror",
    }
}

impl Spec for KubernetesUpgradeManifestStatus {
    const TYPE: &'static str = "KubernetesUpgradeManifestStatuses.omni.sidero.dev";
}
