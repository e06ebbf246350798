//! How a set of machines is doing.

use super::cluster_status::Machines;
use super::message::{enumeration, message};
use crate::resource::{MachineAllocation, Spec};

message! {
    /// How a set of machines is doing. Its id is the set's.
    MachineSetStatus = "MachineSetStatusSpec" {
        /// What it is busy with.
        phase: MachineSetPhase = "phase",
        /// Whether it has all its machines, and none of them is being changed.
        ready: bool = "ready",
        /// What is wrong with it; empty if nothing is.
        error: String = "error",
        /// How many machines it has.
        machines: Option<Machines> = "machines",
        /// One hash over the configurations of all its machines.
        config_hash: String = "confighash",
        /// The class that its machines come from; absent if they are named one by one.
        machine_allocation: Option<MachineAllocation> = "machineallocation",
        /// How many machines are locked while changes wait for them.
        locked_updates: u32 = "lockedupdates",
    }
}

impl Spec for MachineSetStatus {
    const TYPE: &'static str = "MachineSetStatuses.omni.sidero.dev";
}

enumeration! {
    /// What a set of machines is busy with.
    MachineSetPhase = "MachineSetPhase" {
        /// Nobody knows.
        Unknown = 0,
        /// Machines are being added.
        ScalingUp = 1,
        /// Machines are being removed.
        ScalingDown = 2,
        /// It has the machines that it should have.
        Running = 3,
        /// It is being taken down.
        Destroying = 4,
        /// It cannot become what it should be.
        Failed = 5,
        /// Machines are being given other configurations.
        Reconfiguring = 6,
        /// Machines are being given another Talos.
        Upgrading = 7,
    }
}
