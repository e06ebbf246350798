//! How the configuration of a machine changed.

use super::message::message;
use crate::resource::Spec;

message! {
    /// One change of a machine's configuration. Its id is the machine's UUID with the time of the change.
    MachineConfigDiff = "MachineConfigDiffSpec" {
        /// The lines that came and went, without secrets.
        diff: String = "diff",
        /// The same as a zstd frame with Omni's own dictionary. If there is one, `diff` does not count.
        compressed_diff: Vec<u8> = "compresseddiff",
    }
}

impl Spec for MachineConfigDiff {
    const TYPE: &'static str = "MachineConfigDiffs.omni.sidero.dev";
}
