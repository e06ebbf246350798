//! `VolumeConfig`.

use serde::{Deserialize, Serialize};

use super::{EncryptionSpec, ProvisioningSpec, ScrubConfig, TrimConfig, XfsSpec};
use crate::meta::{ApiVersion, DocumentKind, KindOf};

/// A volume of the system (`block.VolumeConfigV1Alpha1`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct VolumeConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `VolumeConfig`.
    pub kind: KindOf<Self>,
    /// Which one: `EPHEMERAL`, `IMAGECACHE`, since 1.11 `STATE`, since 1.14 `ETCD`, `CRI`, `KUBELET` and `LOG`.
    #[serde(default)]
    pub name: String,
    /// Where it gets its place; not for `STATE`. Absent: on the system disk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provisioning: Option<ProvisioningSpec>,
    /// How it is formatted; not for `IMAGECACHE`. Without effect once it is. Since 1.14.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filesystem: Option<SystemVolumeFilesystemSpec>,
    /// How it is encrypted. Absent: not. For `STATE` and `EPHEMERAL` the v1alpha1 document may not say it too. Since
    /// 1.11.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub encryption: Option<EncryptionSpec>,
    /// How it is mounted; not for `STATE` and `IMAGECACHE`, and for `ETCD`, `CRI`, `KUBELET` and `LOG` only with
    /// `provisioning`. Since 1.13.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mount: Option<MountSpec>,
    /// How its disk is told which blocks are free. Since 1.14.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trim: Option<TrimConfig>,
    /// How it is checked for damage. Since 1.14.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scrub: Option<ScrubConfig>,
}

impl DocumentKind for VolumeConfig {
    const KIND: &'static str = "VolumeConfig";

    fn name(&self) -> Option<&str> {
        Some(&self.name)
    }
}

impl VolumeConfig {
    /// A document with this name and nothing else.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }
}

/// How a volume of the system is formatted (`block.SystemVolumeFilesystemSpec`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SystemVolumeFilesystemSpec {
    /// Options of XFS.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub xfs: Option<XfsSpec>,
}

/// How a volume of the system is mounted (`block.MountSpec`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MountSpec {
    /// Whether programs with special rights and device files have no effect there. Absent: true.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub secure: Option<bool>,
    /// Whether reading a file leaves its time alone; for `EPHEMERAL` only. Absent: false. Since 1.14.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disable_access_time: Option<bool>,
}
