//! The arguments that a machine's kernel is and shall be started with.

use super::message::message;
use crate::resource::Spec;

message! {
    /// The arguments that a machine's kernel is and shall be started with. Its id is the machine's UUID.
    KernelArgsStatus = "KernelArgsStatusSpec" {
        /// The arguments that are wanted.
        args: Vec<String> = "args",
        /// The arguments in the schematic that the machine has.
        current_args: Vec<String> = "currentargs",
        /// Why the arguments cannot be changed for now, for people; empty if they can.
        unmet_conditions: Vec<String> = "unmetconditions",
        /// All that the kernel was started with.
        current_cmdline: String = "currentcmdline",
    }
}

impl Spec for KernelArgsStatus {
    const TYPE: &'static str = "KernelArgsStatuses.omni.sidero.dev";
}
