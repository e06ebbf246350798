//! The patches that reach a machine.

use manifest::Secret;

use super::message::message;
use crate::resource::Spec;

message! {
    /// The patches that reach a machine. Its id is the machine's UUID.
    ClusterMachineConfigPatches = "ClusterMachineConfigPatchesSpec" {
        /// The texts in the order in which they apply, each of one or several YAML documents.
        patches: Vec<Secret> = "patches",
    }
}

impl Spec for ClusterMachineConfigPatches {
    const TYPE: &'static str = "ClusterMachineConfigPatches.omni.sidero.dev";
}
