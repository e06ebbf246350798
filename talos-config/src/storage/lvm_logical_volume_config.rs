//! `LVMLogicalVolumeConfig`.

use serde::{Deserialize, Serialize};

use crate::meta::{ApiVersion, DocumentKind, KindOf};
use crate::scalar::{ByteSize, Size, unless_empty, words};

/// A volume in a group of volumes (LVM) (`storage.LVMLogicalVolumeConfigV1Alpha1`).
///
/// Since 1.14.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[doc(alias = "LVMLogicalVolumeConfig")]
pub struct LvmLogicalVolumeConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `LVMLogicalVolumeConfig`.
    pub kind: KindOf<Self>,
    /// Name of the volume: 1 to 63 ASCII letters, digits, hyphens and underscores.
    #[serde(default)]
    pub name: String,
    /// How it lies on the disks. Absent: `linear`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub r#type: Option<LvmLogicalVolumeType>,
    /// Copies beside the first, at least 1; for `raid1` and `raid10` only. Absent: 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mirrors: Option<u32>,
    /// Disks that it is spread over, at least 2; for `raid0` and `raid10` only. Absent: all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stripes: Option<u32>,
    /// Where it gets its place; a finished document says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provisioning: Option<LvmLogicalVolumeProvisioningSpec>,
}

impl DocumentKind for LvmLogicalVolumeConfig {
    const KIND: &'static str = "LVMLogicalVolumeConfig";

    fn name(&self) -> Option<&str> {
        Some(&self.name)
    }
}

impl LvmLogicalVolumeConfig {
    /// A document with this name and nothing else.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }
}

/// Where a volume gets its place (`storage.LVMLogicalVolumeProvisioningSpec`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[doc(alias = "LVMLogicalVolumeProvisioningSpec")]
pub struct LvmLogicalVolumeProvisioningSpec {
    /// Name of the group; needed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub volume_group: Option<String>,
    /// Least size, not above the largest. Absent: none.
    #[serde(default, deserialize_with = "unless_empty", skip_serializing_if = "Option::is_none")]
    pub min_size: Option<ByteSize>,
    /// Largest size, in bytes or as a share of the group; needed, without a sign.
    #[serde(default, deserialize_with = "unless_empty", skip_serializing_if = "Option::is_none")]
    pub max_size: Option<Size>,
}

words! {
    /// How a volume lies on its disks (`storage.LVMLogicalVolumeType`).
    #[doc(alias = "LVMLogicalVolumeType")]
    pub enum LvmLogicalVolumeType = "LVMLogicalVolumeType" {
        /// One after the other.
        Linear = "linear",
        /// The same on each.
        Raid1 = "raid1",
        /// In stripes.
        Raid0 = "raid0",
        /// In stripes, each of them twice or more.
        Raid10 = "raid10",
    }
}
