//! How far the Talos upgrade of a machine is.

use super::message::{enumeration, message};
use crate::resource::Spec;

message! {
    /// How far the Talos upgrade of a machine is. Its id is the machine's UUID.
    MachineUpgradeStatus = "MachineUpgradeStatusSpec" {
        /// The id of the schematic that it shall have.
        schematic_id: String = "schematicid",
        /// The version of Talos that it shall have.
        talos_version: String = "talosversion",
        /// The id of the schematic that it has.
        current_schematic_id: String = "currentschematicid",
        /// The version of Talos that it has.
        current_talos_version: String = "currenttalosversion",
        /// What is being done.
        phase: Phase = "phase",
        /// How it goes, for people.
        status: String = "status",
        /// What went wrong; empty if nothing did.
        error: String = "error",
        /// Whether the machine is upgraded while it waits for a configuration.
        is_maintenance: bool = "ismaintenance",
    }
}

impl Spec for MachineUpgradeStatus {
    const TYPE: &'static str = "MachineUpgradeStatuses.omni.sidero.dev";
}

enumeration! {
    /// What the Talos upgrade of a machine is doing.
    Phase = "MachineUpgradeStatusSpec.Phase" {
        /// It is not known yet.
        Unknown = 0,
        /// It waits for its turn.
        Pending = 1,
        /// The machine moves to another version or schematic.
        Upgrading = 2,
        /// The machine has what it shall have.
        UpToDate = 3,
    }
}
