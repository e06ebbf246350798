//! The system extensions that a machine has.

use super::message::{enumeration, message};
use crate::resource::Spec;

message! {
    /// The system extensions that a machine has, and those on their way. Its id is the machine's UUID.
    MachineExtensionsStatus = "MachineExtensionsStatusSpec" {
        /// The extensions.
        extensions: Vec<Item> = "extensions",
        /// The version of Talos that the extensions are for.
        talos_version: String = "talosversion",
    }
}

impl Spec for MachineExtensionsStatus {
    const TYPE: &'static str = "MachineExtensionsStatuses.omni.sidero.dev";
}

message! {
    /// A system extension of a machine.
    Item = "MachineExtensionsStatusSpec.Item" {
        /// Its name.
        name: String = "name",
        /// Whether it stays whatever the configuration says.
        immutable: bool = "immutable",
        /// Whether it is there.
        phase: Phase = "phase",
    }
}

enumeration! {
    /// Whether a system extension is there.
    Phase = "MachineExtensionsStatusSpec.Item.Phase" {
        /// It is.
        Installed = 0,
        /// It is wanted, and not there yet.
        Installing = 1,
        /// It is no longer wanted, and still there.
        Removing = 2,
    }
}
