//! How far Omni is with a cluster's Kubernetes manifests.

use std::collections::BTreeMap;

use super::message::{enumeration, message};
use crate::resource::{ManifestMode, Spec};

message! {
    /// How far Omni is with the Kubernetes objects that it applies to a cluster. Its id is the cluster's name.
    ClusterKubernetesManifestsStatus = "ClusterKubernetesManifestsStatusSpec" {
        /// The groups of manifests by their ids.
        groups: BTreeMap<String, GroupStatus> = "groups",
        /// How many objects are not yet as they should be.
        out_of_sync: i32 = "outofsync",
        /// How many objects there are.
        total: i32 = "total",
        /// What went wrong last; empty if nothing did.
        last_error: String = "lasterror",
    }
}

impl Spec for ClusterKubernetesManifestsStatus {
    const TYPE: &'static str = "ClusterKubernetesManifestsStatuses.omni.sidero.dev";
}

message! {
    /// How far Omni is with an object.
    ManifestStatus = "ClusterKubernetesManifestsStatusSpec.ManifestStatus" {
        /// What is being done with it.
        phase: ManifestStatusPhase = "phase",
        /// Its kind, such as `Deployment`.
        kind: String = "kind",
        /// Its name.
        name: String = "name",
        /// Its namespace; empty if it belongs to the whole cluster.
        namespace: String = "namespace",
        /// The API group of its kind; empty for the core of Kubernetes.
        group: String = "group",
    }
}

enumeration! {
    /// What is being done with an object.
    ManifestStatusPhase = "ClusterKubernetesManifestsStatusSpec.ManifestStatus.Phase" {
        /// Nobody knows yet.
        Unknown = 0,
        /// It is yet to be applied.
        Pending = 1,
        /// It is as it should be.
        Applied = 2,
        /// It is being deleted.
        Deleting = 3,
    }
}

message! {
    /// How far Omni is with a group of manifests.
    GroupStatus = "ClusterKubernetesManifestsStatusSpec.GroupStatus" {
        /// What is being done with the group.
        phase: GroupStatusPhase = "phase",
        /// Whether its objects are kept as they are.
        mode: ManifestMode = "mode",
        /// Its objects by their ids.
        manifests: BTreeMap<String, ManifestStatus> = "manifests",
    }
}

enumeration! {
    /// What is being done with a group of manifests.
    GroupStatusPhase = "ClusterKubernetesManifestsStatusSpec.GroupStatus.Phase" {
        /// Nobody knows yet.
        Unknown = 0,
        /// It is yet to be applied.
        Pending = 1,
        /// Some of its objects are not yet as they should be.
        Progressing = 2,
        /// All its objects are as they should be.
        Applied = 3,
        /// It is being deleted.
        Deleting = 4,
    }
}
