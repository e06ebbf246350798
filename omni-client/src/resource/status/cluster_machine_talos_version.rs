//! The Talos that a machine shall run.

use super::message::message;
use crate::resource::Spec;

message! {
    /// The Talos that a machine of a cluster shall run. Its id is the machine's UUID.
    ClusterMachineTalosVersion = "ClusterMachineTalosVersionSpec" {
        /// The version.
        talos_version: String = "talosversion",
        /// The id of the schematic.
        schematic_id: String = "schematicid",
    }
}

impl Spec for ClusterMachineTalosVersion {
    const TYPE: &'static str = "ClusterMachineTalosVersions.omni.sidero.dev";
}
