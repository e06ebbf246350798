//! What the configuration of a machine is made with.

use super::machine_status::SecurityState;
use super::message::message;
use crate::resource::Spec;

message! {
    /// What Omni makes the configuration of a machine with. Its id is the machine's UUID.
    MachineConfigGenOptions = "MachineConfigGenOptionsSpec" {
        /// The disk that Talos is installed on, such as `/dev/sda`; empty until one is chosen.
        install_disk: String = "installdisk",
        /// The image that Talos is installed from.
        install_image: Option<InstallImage> = "installimage",
    }
}

impl Spec for MachineConfigGenOptions {
    const TYPE: &'static str = "MachineConfigGenOptions.omni.sidero.dev";
}

message! {
    /// The image that Talos is installed from, part by part.
    InstallImage = "MachineConfigGenOptionsSpec.InstallImage" {
        /// The version of Talos.
        talos_version: String = "talosversion",
        /// The id of the schematic.
        schematic_id: String = "schematicid",
        /// Whether the schematic is known yet.
        schematic_initialized: bool = "schematicinitialized",
        /// Whether the machine's schematic cannot be told, as its image did not come from an image factory.
        schematic_invalid: bool = "schematicinvalid",
        /// The platform as Talos spells it, such as `aws` or `metal`.
        platform: String = "platform",
        /// How far the machine's boot is to be trusted, on which the kind of image depends.
        security_state: Option<SecurityState> = "securitystate",
        /// The host of the image factory that the image comes from.
        image_factory_host: String = "imagefactoryhost",
    }
}
