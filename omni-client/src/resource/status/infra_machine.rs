//! What is wanted of a machine that a provider looks after.

use manifest::Secret;

use super::message::{enumeration, message};
use crate::resource::{Acceptance, Spec};

message! {
    /// What Omni wants of a machine that a provider looks after. Its id is the machine's UUID.
    InfraMachine = "InfraMachineSpec" {
        /// Whether it is to be on.
        preferred_power_state: MachinePowerState = "preferredpowerstate",
        /// Whether Omni may use it.
        acceptance_status: Acceptance = "acceptancestatus",
        /// The version of Talos of its cluster; empty while it is in none.
        cluster_talos_version: String = "clustertalosversion",
        /// The system extensions.
        extensions: Vec<String> = "extensions",
        /// A new text each time that it leaves a cluster, upon which the provider wipes it.
        wipe_id: String = "wipeid",
        /// Extra arguments for the kernel, in one text.
        extra_kernel_args: String = "extrakernelargs",
        /// A new text here asks for a reboot.
        requested_reboot_id: String = "requestedrebootid",
        /// Whether it is kept from being given to clusters.
        cordoned: bool = "cordoned",
        /// How often it was found with Talos on its disk; more than at the last wipe means that it is installed.
        install_event_id: u64 = "installeventid",
        /// The token by which Omni knows the machine again.
        node_unique_token: Secret = "nodeuniquetoken",
        /// A new text here asks to switch it off; empty if nobody asks.
        power_off_request_id: String = "poweroffrequestid",
    }
}

impl Spec for InfraMachine {
    const TYPE: &'static str = "InfraMachines.omni.sidero.dev";
    const NAMESPACE: &'static str = "infra-provider";
}

enumeration! {
    /// Whether a machine is to be on.
    MachinePowerState = "InfraMachineSpec.MachinePowerState" {
        /// It is to be off.
        Off = 0,
        /// It is to be on.
        On = 1,
    }
}
