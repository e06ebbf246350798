//! The schematic that a machine shall have.

use super::message::message;
use crate::resource::Spec;

message! {
    /// The schematic that a machine shall have. Its id is the machine's UUID.
    SchematicConfiguration = "SchematicConfigurationSpec" {
        /// The id of the schematic.
        schematic_id: String = "schematicid",
        /// The version of Talos that it was made for.
        talos_version: String = "talosversion",
    }
}

impl Spec for SchematicConfiguration {
    const TYPE: &'static str = "SchematicConfigurations.omni.sidero.dev";
}
