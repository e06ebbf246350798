//! How many machines there are, by what is known of them.

use std::collections::BTreeMap;

use super::message::message;
use crate::resource::Spec;

message! {
    /// How many machines there are, by what is known of them. Its id is `metrics`.
    MachineStatusMetrics = "MachineStatusMetricsSpec" {
        /// How many have joined.
        registered_machines_count: u32 = "registeredmachinescount",
        /// How many are connected.
        connected_machines_count: u32 = "connectedmachinescount",
        /// How many belong to a cluster.
        allocated_machines_count: u32 = "allocatedmachinescount",
        /// How many wait to be let in.
        pending_machines_count: u32 = "pendingmachinescount",
        /// How many there are of each platform.
        platforms: BTreeMap<String, u32> = "platforms",
        /// How many booted with Secure Boot and how many did not.
        secure_boot_status: BTreeMap<String, u32> = "securebootstatus",
        /// How many booted from a unified kernel image and how many did not.
        uki_status: BTreeMap<String, u32> = "ukistatus",
        /// How many may join; 0 if there is no limit.
        registered_machines_limit: u32 = "registeredmachineslimit",
        /// Whether no more may join.
        registration_limit_reached: bool = "registrationlimitreached",
        /// How many have an image that did not come from an image factory.
        invalid_schematic_machines_count: u32 = "invalidschematicmachinescount",
        /// How many run a Talos that Omni will soon not support any more.
        approaching_talos_version_end_of_support_machines_count: u32 =
            "approachingtalosversionendofsupportmachinescount",
        /// How many run a Talos that Omni does not support any more.
        talos_version_end_of_support_machines_count: u32 = "talosversionendofsupportmachinescount",
        /// How many cores they have together.
        cores_count: u64 = "corescount",
    }
}

impl Spec for MachineStatusMetrics {
    const TYPE: &'static str = "MachineStatusMetrics.omni.sidero.dev";
    const NAMESPACE: &'static str = "ephemeral";
}
