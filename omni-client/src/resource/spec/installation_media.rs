//! Presets for installation media.

use std::collections::BTreeMap;

use manifest::Secret;
use serde::{Deserialize, Serialize};

use super::GrpcTunnelMode;
use super::common::numbered;
use crate::resource::Spec;

/// What goes into an installation medium; its id is the name of the preset. Since Omni 1.5.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[doc(alias = "InstallationMediaConfigSpec")]
pub struct InstallationMediaConfig {
    /// Talos version without a leading `v`; empty means the one that Omni prefers.
    #[serde(rename = "talosversion")]
    pub talos_version: String,
    /// The processor; required.
    pub architecture: Architecture,
    /// System extensions.
    #[serde(rename = "installextensions")]
    pub install_extensions: Vec<String>,
    /// Extra kernel arguments in one text of at most 4096 bytes.
    #[serde(rename = "kernelargs")]
    pub kernel_args: String,
    /// For a cloud; excludes `sbc`.
    pub cloud: Option<CloudMedia>,
    /// For a single-board computer; excludes `cloud`.
    pub sbc: Option<SbcMedia>,
    /// The token that machines join with; empty means the default one.
    #[serde(rename = "jointoken")]
    pub join_token: Secret,
    /// Whether the medium is signed for secure boot.
    #[serde(rename = "secureboot")]
    pub secure_boot: bool,
    /// How the machines speak to Omni.
    #[serde(rename = "grpctunnel")]
    pub grpc_tunnel: GrpcTunnelMode,
    /// Labels that machines get that start from the medium.
    #[serde(rename = "machinelabels")]
    pub machine_labels: BTreeMap<String, String>,
    /// The bootloader, by its number in Omni's management protocol; 0 is the usual one.
    pub bootloader: i32,
    /// Machine configuration that the medium carries; not with every version of Talos.
    #[serde(rename = "embeddedmachineconfig")]
    pub embedded_machine_config: String,
    /// The image factory, one that Omni is configured with; empty means its first.
    #[serde(rename = "imagefactoryurl")]
    pub image_factory_url: String,
}

impl Spec for InstallationMediaConfig {
    const TYPE: &'static str = "InstallationMediaConfigs.omni.sidero.dev";
}

/// A processor architecture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "i32", into = "i32")]
#[doc(alias = "PlatformConfigSpec.Arch")]
pub enum Architecture {
    /// Not said; refused by the server.
    #[default]
    Unknown,
    /// 64-bit x86.
    Amd64,
    /// 64-bit ARM.
    Arm64,
}

numbered!(Architecture = "PlatformConfigSpec.Arch" { Unknown = 0, Amd64 = 1, Arm64 = 2 });

/// A medium for a cloud.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[doc(alias = "InstallationMediaConfigSpec.Cloud")]
pub struct CloudMedia {
    /// Name of the platform, such as `aws`; required.
    pub platform: String,
}

/// A medium for a single-board computer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[doc(alias = "InstallationMediaConfigSpec.SBC")]
pub struct SbcMedia {
    /// Name of the overlay, such as `rpi_generic`; required.
    pub overlay: String,
    /// Options of the overlay as YAML.
    #[serde(rename = "overlayoptions")]
    pub overlay_options: String,
}
