//! Which configuration a machine has.

use super::message::message;
use crate::resource::Spec;

message! {
    /// Which configuration and which Talos a machine was last given. Its id is the machine's UUID.
    ClusterMachineConfigStatus = "ClusterMachineConfigStatusSpec" {
        /// The version of the resource that the configuration came from.
        cluster_machine_config_version: String = "clustermachineconfigversion",
        /// The SHA-256 of the configuration.
        cluster_machine_config_sha256: String = "clustermachineconfigsha256",
        /// Why a configuration was last refused; empty if none was.
        last_config_error: String = "lastconfigerror",
        /// The version of Talos.
        talos_version: String = "talosversion",
        /// The id of the schematic.
        schematic_id: String = "schematicid",
        /// The configuration with its secrets blotted out.
        redacted_current_machine_config: String = "redactedcurrentmachineconfig",
        /// The text as a zstd frame with Omni's own dictionary; Omni leaves it empty in YAML.
        compressed_redacted_machine_config: Vec<u8> = "compressedredactedmachineconfig",
        /// The id of the boot that a change shall end; Omni waits for another one. Empty if it waits for none.
        pre_reboot_boot_id: String = "prerebootbootid",
        /// The hash of the documents that are applied before an upgrade, such as those that name trusted roots.
        applied_high_priority_config_hash: String = "appliedhighpriorityconfighash",
        /// The image factory that the installed image came from.
        image_factory_host: String = "imagefactoryhost",
    }
}

impl Spec for ClusterMachineConfigStatus {
    const TYPE: &'static str = "ClusterMachineConfigStatuses.omni.sidero.dev";
}
