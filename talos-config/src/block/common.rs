//! What several kinds share.

use serde::{Deserialize, Serialize};

use crate::scalar::{ByteSize, Duration, Expression, Size, unless_empty, words};

/// Where a volume gets its place (`block.ProvisioningSpec`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ProvisioningSpec {
    /// Which disk. Needed, except for system volumes, which are on the system disk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disk_selector: Option<DiskSelector>,
    /// Whether the volume grows with its disk. Absent: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grow: Option<bool>,
    /// Least size; without it a user volume needs `maxSize`. Absent: what the volume wants.
    #[serde(default, deserialize_with = "unless_empty", skip_serializing_if = "Option::is_none")]
    pub min_size: Option<ByteSize>,
    /// Largest size, in bytes or, since 1.12, as a share of the disk; since 1.13 with a sign, what stays free.
    /// Absent: all there is.
    #[serde(default, deserialize_with = "unless_empty", skip_serializing_if = "Option::is_none")]
    pub max_size: Option<Size>,
}

/// Which disk is meant (`block.DiskSelector`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DiskSelector {
    /// Condition on `disk` and `system_disk`, such as `disk.transport == "nvme" && !system_disk`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub r#match: Option<Expression>,
}

/// How the disk of a volume is told which blocks are free, other than
/// [`FilesystemTrimConfig`](super::FilesystemTrimConfig) says (`block.TrimConfig`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TrimConfig {
    /// Whether it is. Absent: if there is such a document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enabled: Option<bool>,
    /// Time between two times; not negative. Absent: that of the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interval: Option<Duration>,
}

/// How a volume is checked for damage, other than [`FilesystemScrubConfig`](super::FilesystemScrubConfig) says
/// (`block.ScrubConfig`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScrubConfig {
    /// Whether it is. Absent: true.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enabled: Option<bool>,
    /// Time between two checks, at least ten seconds. Absent: that of the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interval: Option<Duration>,
}

/// Options of the file system XFS (`block.XFSSpec`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[doc(alias = "XFSSpec")]
pub struct XfsSpec {
    /// Least size of an allocation group. Absent: what Talos has, which keeps their number small on machines with
    /// many cores.
    #[serde(default, deserialize_with = "unless_empty", skip_serializing_if = "Option::is_none")]
    pub min_allocation_group_size: Option<ByteSize>,
}

words! {
    /// A file system (`block.FilesystemType`).
    pub enum FilesystemType = "FilesystemType" {
        /// None.
        None = "none",
        /// XFS.
        Xfs = "xfs",
        /// FAT.
        Vfat = "vfat",
        /// ext4.
        Ext4 = "ext4",
        /// That of a CD.
        Iso9660 = "iso9660",
        /// Swap space. In 1.11 and 1.12; no document may choose it.
        Swap = "swap",
        /// Swap space, by the name that it has by mistake since 1.13; no document may choose it.
        Swapi = "swapi",
        /// A directory of the host of a virtual machine. Since 1.13.
        Virtiofs = "virtiofs",
        /// Btrfs. Since 1.14.
        Btrfs = "btrfs",
    }
}
