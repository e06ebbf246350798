//! Whether the configuration that a machine came with was kept.

use super::message::message;
use crate::resource::Spec;

message! {
    /// Whether the configuration that a machine came with was made into a config patch. Its id is the machine's UUID.
    MachineConfigExtractionStatus = "MachineConfigExtractionStatusSpec" {
        /// Whether Omni has dealt with it, be it that there was nothing to keep.
        initialized: bool = "initialized",
        /// Why it could not be kept; empty if it could, or if there was nothing to keep.
        error: String = "error",
    }
}

impl Spec for MachineConfigExtractionStatus {
    const TYPE: &'static str = "MachineConfigExtractionStatuses.omni.sidero.dev";
}
