//! Changes that a machine is yet to get.

use super::message::message;
use crate::resource::Spec;

message! {
    /// Changes that a machine is yet to get. Its id is the machine's UUID.
    MachinePendingUpdates = "MachinePendingUpdatesSpec" {
        /// Another Talos; absent if it keeps its own.
        upgrade: Option<Upgrade> = "upgrade",
        /// What changes in its configuration, as a diff with secrets blotted out; empty if nothing does.
        config_diff: String = "configdiff",
        /// The diff as a zstd frame with Omni's own dictionary; Omni leaves it empty in YAML.
        compressed_config_diff: Vec<u8> = "compressedconfigdiff",
    }
}

impl Spec for MachinePendingUpdates {
    const TYPE: &'static str = "MachinePendingUpdates.omni.sidero.dev";
}

message! {
    /// The way from one Talos to another.
    Upgrade = "MachinePendingUpdatesSpec.Upgrade" {
        /// The id of the schematic that the machine has.
        from_schematic: String = "fromschematic",
        /// The id of the schematic that it shall have.
        to_schematic: String = "toschematic",
        /// The version that it has.
        from_version: String = "fromversion",
        /// The version that it shall have.
        to_version: String = "toversion",
    }
}
