//! How the upgrade of a cluster's Talos goes.

use super::message::{enumeration, message};
use crate::resource::Spec;

message! {
    /// How the upgrade of a cluster's Talos goes. Its id is the cluster's name.
    TalosUpgradeStatus = "TalosUpgradeStatusSpec" {
        /// How far it is.
        phase: Phase = "phase",
        /// Why it failed; empty if it did not.
        error: String = "error",
        /// The step that it is at; empty if no upgrade runs.
        step: String = "step",
        /// How that step goes; empty if no upgrade runs.
        status: String = "status",
        /// The version that was last reached.
        last_upgrade_version: String = "lastupgradeversion",
        /// The version that it goes to; empty if no upgrade runs.
        current_upgrade_version: String = "currentupgradeversion",
        /// The versions that the cluster can go to.
        upgrade_versions: Vec<String> = "upgradeversions",
    }
}

impl Spec for TalosUpgradeStatus {
    const TYPE: &'static str = "TalosUpgradeStatuses.omni.sidero.dev";
}

enumeration! {
    /// How far an upgrade of Talos is.
    Phase = "TalosUpgradeStatusSpec.Phase" {
        /// Nobody knows.
        Unknown = 0,
        /// Machines are being upgraded.
        Upgrading = 1,
        /// There is nothing to do.
        Done = 2,
        /// It failed.
        Failed = 3,
        /// Machines are going back to the version before.
        Reverting = 4,
        /// Machines are getting other schematics of the same version.
        UpdatingMachineSchematics = 5,
    }
}
