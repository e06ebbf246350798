//! `LVMVolumeGroupConfig`.

use serde::{Deserialize, Serialize};

use crate::meta::{ApiVersion, DocumentKind, KindOf};
use crate::scalar::Expression;

/// Disks and partitions as one pool of space (LVM) (`storage.LVMVolumeGroupConfigV1Alpha1`).
///
/// Since 1.14.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[doc(alias = "LVMVolumeGroupConfig")]
pub struct LvmVolumeGroupConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `LVMVolumeGroupConfig`.
    pub kind: KindOf<Self>,
    /// Name of the group: 1 to 63 ASCII letters, digits, hyphens and underscores.
    #[serde(default)]
    pub name: String,
    /// What it is made of; a finished document says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provisioning: Option<ProvisioningSpec>,
}

impl DocumentKind for LvmVolumeGroupConfig {
    const KIND: &'static str = "LVMVolumeGroupConfig";

    fn name(&self) -> Option<&str> {
        Some(&self.name)
    }
}

impl LvmVolumeGroupConfig {
    /// A document with this name and nothing else.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }
}

/// What a group of volumes is made of (`storage.ProvisioningSpec`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ProvisioningSpec {
    /// Which disks and partitions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub volume_selector: Option<LvmVolumeSelectorSpec>,
}

/// Which disks and partitions are meant (`storage.LVMVolumeSelectorSpec`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[doc(alias = "LVMVolumeSelectorSpec")]
pub struct LvmVolumeSelectorSpec {
    /// Condition on `volume` and, for whole disks, `disk`; needed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub r#match: Option<Expression>,
}
