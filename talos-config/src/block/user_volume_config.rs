//! `UserVolumeConfig`.

use serde::{Deserialize, Serialize};

use super::{EncryptionSpec, FilesystemType, ProvisioningSpec, ScrubConfig, TrimConfig, XfsSpec};
use crate::meta::{ApiVersion, DocumentKind, KindOf};
use crate::scalar::words;

/// A volume for workloads, mounted at `/var/mnt/` and its name (`block.UserVolumeConfigV1Alpha1`). An
/// `ExistingVolumeConfig` may not have its name.
///
/// Since 1.10.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct UserVolumeConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `UserVolumeConfig`.
    pub kind: KindOf<Self>,
    /// Name of the volume: 1 to 34 ASCII letters, digits and hyphens.
    #[serde(default)]
    pub name: String,
    /// What it is made of. Absent: `partition`. Since 1.12.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub volume_type: Option<VolumeType>,
    /// Where it gets its place. Needed for a partition and, without sizes, for a disk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provisioning: Option<ProvisioningSpec>,
    /// How it is formatted; not for a directory.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filesystem: Option<FilesystemSpec>,
    /// How it is encrypted; not for a directory. Absent: not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub encryption: Option<EncryptionSpec>,
    /// How it is mounted; not for a directory. Since 1.13.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mount: Option<UserMountSpec>,
    /// How its disk is told which blocks are free. Since 1.14.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trim: Option<TrimConfig>,
    /// How it is checked for damage. Since 1.14.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scrub: Option<ScrubConfig>,
}

impl DocumentKind for UserVolumeConfig {
    const KIND: &'static str = "UserVolumeConfig";

    fn name(&self) -> Option<&str> {
        Some(&self.name)
    }
}

impl UserVolumeConfig {
    /// A document with this name and nothing else.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }
}

/// How a volume is formatted (`block.FilesystemSpec`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FilesystemSpec {
    /// File system: `xfs`, `ext4` or `btrfs`. Absent: `xfs`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub r#type: Option<FilesystemType>,
    /// Whether space can be limited for a directory; XFS only. Absent: false. Since 1.11.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub project_quota_support: Option<bool>,
    /// Options of XFS. Since 1.14.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub xfs: Option<XfsSpec>,
}

/// How a volume is mounted (`block.UserMountSpec`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct UserMountSpec {
    /// Whether reading a file leaves its time alone. Absent: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disable_access_time: Option<bool>,
    /// Whether programs cannot be started there and device files have no effect. Absent: true.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub secure: Option<bool>,
}

words! {
    /// What a volume is made of. For a user volume the first two and `directory` (`block.VolumeType`).
    pub enum VolumeType = "VolumeType" {
        /// A partition.
        Partition = "partition",
        /// A whole disk.
        Disk = "disk",
        /// Memory.
        Tmpfs = "tmpfs",
        /// A directory on `EPHEMERAL`.
        Directory = "directory",
        /// A link to another one.
        Symlink = "symlink",
        /// A layer over another one.
        Overlay = "overlay",
        /// Something outside of the machine. Since 1.13.
        External = "external",
    }
}
