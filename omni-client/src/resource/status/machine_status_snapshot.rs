//! What a machine last said of itself.

use super::message::{enumeration, message};
use crate::resource::Spec;

message! {
    /// What a machine last said of itself. Its id is the machine's UUID.
    MachineStatusSnapshot = "MachineStatusSnapshotSpec" {
        /// What Talos said; absent if it has not said anything.
        machine_status: Option<MachineStatusEvent> = "machinestatus",
        /// Whether its provider is changing its power.
        power_stage: PowerStage = "powerstage",
        /// The id of the boot that it is in, another one after each start of its kernel.
        boot_id: String = "bootid",
    }
}

impl Spec for MachineStatusSnapshot {
    const TYPE: &'static str = "MachineStatusSnapshots.omni.sidero.dev";
}

message! {
    /// What Talos says of its machine.
    MachineStatusEvent = "machine.MachineStatusEvent" {
        /// What it is busy with.
        stage: MachineStage = "stage",
        /// How it is doing.
        status: Option<MachineStatus> = "status",
    }
}

message! {
    /// How a machine is doing, as Talos says it.
    MachineStatus = "machine.MachineStatusEvent.MachineStatus" {
        /// Whether it is ready.
        ready: bool = "ready",
        /// What it is not ready for; empty if it is ready.
        unmet_conditions: Vec<UnmetCondition> = "unmetconditions",
    }
}

message! {
    /// Something that a machine still lacks to be ready.
    UnmetCondition = "machine.MachineStatusEvent.MachineStatus.UnmetCondition" {
        /// What it lacks.
        name: String = "name",
        /// Why it lacks it.
        reason: String = "reason",
    }
}

enumeration! {
    /// What a machine is busy with, as Talos says it.
    MachineStage = "machine.MachineStatusEvent.MachineStage" {
        /// Nobody knows.
        Unknown = 0,
        /// It is starting.
        Booting = 1,
        /// Talos is being written to its disk.
        Installing = 2,
        /// It has no configuration, and waits for one.
        Maintenance = 3,
        /// It is doing its work.
        Running = 4,
        /// It is restarting.
        Rebooting = 5,
        /// It is stopping.
        ShuttingDown = 6,
        /// It is being wiped.
        Resetting = 7,
        /// Talos is being upgraded.
        Upgrading = 8,
    }
}

enumeration! {
    /// Whether the power of a machine is being changed.
    PowerStage = "MachineStatusSnapshotSpec.PowerStage" {
        /// It is not, as far as is known.
        None = 0,
        /// It is switched off.
        PoweredOff = 1,
        /// It is being switched on.
        PoweringOn = 2,
    }
}
