//! `machine.disks[]` and `machine.install`: disks by v1alpha1.

use serde::{Deserialize, Serialize};

use crate::scalar::{DiskSize, DiskSizeMatcher};

/// A further disk to partition, format and mount (`v1alpha1.MachineDisk`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MachineDisk {
    /// Path of the disk, such as `/dev/sdb`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub device: Option<String>,
    /// Its partitions, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub partitions: Vec<DiskPartition>,
}

/// A partition of a further disk, formatted with XFS (`v1alpha1.DiskPartition`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DiskPartition {
    /// How large it is, in bytes. Absent: the rest of the disk; only the last partition may.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub size: Option<DiskSize>,
    /// Where it is mounted, below `/var/mnt`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mountpoint: Option<String>,
}

/// Installation of Talos to disk (`v1alpha1.InstallConfig`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct InstallConfig {
    /// Path of the disk. Either this or `disk_selector`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disk: Option<String>,
    /// Chooses the disk by what it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disk_selector: Option<InstallDiskSelector>,
    /// Further kernel arguments. Not together with `grub_use_uki_cmdline`. Deprecated since 1.12.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub extra_kernel_args: Vec<String>,
    /// Image of the installer. Absent: the one of the running version.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image: Option<String>,
    /// System extensions. Deprecated since 1.10: build them into the installer image.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub extensions: Vec<InstallExtensionConfig>,
    /// Whether a boot loader is installed. Deprecated, without effect.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bootloader: Option<bool>,
    /// Whether the disk is wiped first. Absent: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wipe: Option<bool>,
    /// Whether the partition table is marked bootable for old BIOSes. Absent: false.
    #[serde(rename = "legacyBIOSSupport", default, skip_serializing_if = "Option::is_none")]
    pub legacy_bios_support: Option<bool>,
    /// Whether GRUB takes its kernel arguments from the image. Absent: false. Since 1.12.
    #[serde(rename = "grubUseUKICmdline", default, skip_serializing_if = "Option::is_none")]
    pub grub_use_uki_cmdline: Option<bool>,
}

/// Chooses the disk to install to (`v1alpha1.InstallDiskSelector`). All fields that are set must match; `*`
/// stands for any text.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct InstallDiskSelector {
    /// How large it must be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub size: Option<DiskSizeMatcher>,
    /// Kernel name; refused by validation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Model name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub model: Option<String>,
    /// Serial number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub serial: Option<String>,
    /// Kernel modalias.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub modalias: Option<String>,
    /// UUID of the device.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub uuid: Option<String>,
    /// World wide id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wwid: Option<String>,
    /// Kind of disk: `ssd`, `hdd`, `nvme` or `sd`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub r#type: Option<String>,
    /// Path on the bus.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bus_path: Option<String>,
}

/// A system extension (`v1alpha1.InstallExtensionConfig`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InstallExtensionConfig {
    /// Image of the extension.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image: Option<String>,
}
