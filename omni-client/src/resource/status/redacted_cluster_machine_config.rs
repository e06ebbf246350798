//! The configuration of a machine, without its secrets.

use super::message::message;
use crate::resource::Spec;

message! {
    /// The configuration that Omni made for a machine, with its secrets blotted out. Its id is the machine's UUID.
    RedactedClusterMachineConfig = "RedactedClusterMachineConfigSpec" {
        /// The configuration, one or several YAML documents.
        data: String = "data",
        /// The text as a zstd frame with Omni's own dictionary; Omni leaves it empty in YAML.
        compressed_data: Vec<u8> = "compresseddata",
    }
}

impl Spec for RedactedClusterMachineConfig {
    const TYPE: &'static str = "RedactedClusterMachineConfigs.omni.sidero.dev";
}
