//! What a provider says of a machine that it looks after.

use manifest::Secret;

use super::message::{enumeration, message};
use crate::resource::{ProtoTimestamp, Spec};

message! {
    /// What a provider says of a machine that it looks after. Its id is the machine's UUID.
    InfraMachineStatus = "InfraMachineStatusSpec" {
        /// Whether it is on.
        power_state: MachinePowerState = "powerstate",
        /// Whether it is clean: nothing is left to be wiped.
        ready_to_use: bool = "readytouse",
        /// The request for a reboot that was last carried out.
        last_reboot_id: String = "lastrebootid",
        /// When it was last rebooted; absent if never.
        last_reboot_timestamp: Option<ProtoTimestamp> = "lastreboottimestamp",
        /// Whether Talos is installed on it.
        installed: bool = "installed",
        /// The token that the machine had when it was last wiped.
        wiped_node_unique_token: Secret = "wipednodeuniquetoken",
        /// The request to switch it off that is being honoured; empty if none is.
        last_power_off_id: String = "lastpoweroffid",
    }
}

impl Spec for InfraMachineStatus {
    const TYPE: &'static str = "InfraMachineStatuses.omni.sidero.dev";
    const NAMESPACE: &'static str = "infra-provider";
}

enumeration! {
    /// Whether a machine is on.
    MachinePowerState = "InfraMachineStatusSpec.MachinePowerState" {
        /// The provider does not know.
        Unknown = 0,
        /// It is off.
        Off = 1,
        /// It is on.
        On = 2,
    }
}
