//! A cloud that Talos runs in.

use super::message::{enumeration, message};
use crate::resource::{Architecture, Spec};

/// A cloud that Talos runs in. Its id is the name of the platform, such as `aws`.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct CloudPlatformConfig(pub PlatformConfig);

impl Spec for CloudPlatformConfig {
    const TYPE: &'static str = "CloudPlatformConfigs.omni.sidero.dev";
    const NAMESPACE: &'static str = "virtual";
}

message! {
    /// A platform that Talos runs on, and the media that there are for it.
    PlatformConfig = "PlatformConfigSpec" {
        /// Its name for people.
        label: String = "label",
        /// What it is.
        description: String = "description",
        /// The processors that it has.
        architectures: Vec<Architecture> = "architectures",
        /// Where its part of the documentation of Talos is.
        documentation: String = "documentation",
        /// What the name of its disk image ends in, such as `raw.xz`.
        disk_image_suffix: String = "diskimagesuffix",
        /// The ways to boot that it has.
        boot_methods: Vec<BootMethod> = "bootmethods",
        /// The first version of Talos that runs on it; empty if all do.
        min_version: String = "minversion",
        /// Whether it can do Secure Boot.
        secure_boot_supported: bool = "securebootsupported",
    }
}

enumeration! {
    /// A way to boot.
    BootMethod = "PlatformConfigSpec.BootMethod" {
        /// Not said.
        Unknown = 0,
        /// From a disk image.
        DiskImage = 1,
        /// From an ISO image.
        Iso = 2,
        /// From the network, by PXE.
        Pxe = 3,
    }
}
