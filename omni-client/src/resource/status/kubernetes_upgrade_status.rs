//! How far the Kubernetes upgrade of a cluster is.

use super::message::{enumeration, message};
use crate::resource::Spec;

message! {
    /// How far the Kubernetes upgrade of a cluster is. Its id is the cluster's name.
    KubernetesUpgradeStatus = "KubernetesUpgradeStatusSpec" {
        /// What is being done.
        phase: Phase = "phase",
        /// What went wrong; empty if nothing did.
        error: String = "error",
        /// What is done at this moment, for people.
        step: String = "step",
        /// How it goes, for people.
        status: String = "status",
        /// The version of the last upgrade that came to its end, without a `v`.
        last_upgrade_version: String = "lastupgradeversion",
        /// The version that the cluster is on its way to; empty if no upgrade is under way.
        current_upgrade_version: String = "currentupgradeversion",
        /// The versions that the cluster can be brought to, without a `v`.
        upgrade_versions: Vec<String> = "upgradeversions",
    }
}

impl Spec for KubernetesUpgradeStatus {
    const TYPE: &'static str = "KubernetesUpgradeStatuses.omni.sidero.dev";
}

enumeration! {
    /// What a Kubernetes upgrade is doing.
    Phase = "KubernetesUpgradeStatusSpec.Phase" {
        /// It is not known yet.
        Unknown = 0,
        /// The cluster moves to another version.
        Upgrading = 1,
        /// There is nothing to do.
        Done = 2,
        /// It failed.
        Failed = 3,
        /// The cluster goes back to the version that it had.
        Reverting = 4,
    }
}
