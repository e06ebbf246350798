//! How many machines may be upgraded at once.

use std::collections::BTreeMap;

use super::message::message;
use crate::resource::Spec;

message! {
    /// How many machines of a cluster may be upgraded at once right now. Its id is the cluster's name.
    UpgradeRollout = "UpgradeRolloutSpec" {
        /// The number of machines by the id of their machine set; none of a set that is missing may begin.
        machine_sets_upgrade_quota: BTreeMap<String, i32> = "machinesetsupgradequota",
    }
}

impl Spec for UpgradeRollout {
    const TYPE: &'static str = "UpgradeRollouts.omni.sidero.dev";
    const NAMESPACE: &'static str = "ephemeral";
}
