//! The system extensions that a machine shall have.

use super::message::message;
use crate::resource::Spec;

message! {
    /// The system extensions that a machine shall have. Its id is the machine's UUID.
    MachineExtensions = "MachineExtensionsSpec" {
        /// The extensions, by name.
        extensions: Vec<String> = "extensions",
    }
}

impl Spec for MachineExtensions {
    const TYPE: &'static str = "MachineExtensions.omni.sidero.dev";
}
