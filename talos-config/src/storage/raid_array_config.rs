//! `RAIDArrayConfig`.

use serde::{Deserialize, Serialize};

use crate::meta::{ApiVersion, DocumentKind, KindOf};
use crate::scalar::{Expression, words};

/// Disks and partitions that hold the same (Linux MD) (`storage.RAIDArrayConfigV1Alpha1`).
///
/// Since 1.14.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[doc(alias = "RAIDArrayConfig")]
pub struct RaidArrayConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `RAIDArrayConfig`.
    pub kind: KindOf<Self>,
    /// Name of the array: 1 to 32 ASCII letters, digits, hyphens and underscores.
    #[serde(default)]
    pub name: String,
    /// How it lies on the disks. Absent: `raid1`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<MdLevel>,
    /// Where the description of the array is. Absent: `1.0`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub metadata: Option<MdMetadata>,
    /// What it is made of; a finished document says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provisioning: Option<RaidProvisioningSpec>,
}

impl DocumentKind for RaidArrayConfig {
    const KIND: &'static str = "RAIDArrayConfig";

    fn name(&self) -> Option<&str> {
        Some(&self.name)
    }
}

impl RaidArrayConfig {
    /// A document with this name and nothing else.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }
}

/// What an array is made of (`storage.RAIDProvisioningSpec`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[doc(alias = "RAIDProvisioningSpec")]
pub struct RaidProvisioningSpec {
    /// Which disks and partitions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub volume_selector: Option<RaidVolumeSelector>,
}

/// Which disks and partitions are meant, never those of the system (`storage.RAIDVolumeSelector`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[doc(alias = "RAIDVolumeSelector")]
pub struct RaidVolumeSelector {
    /// Condition on `volume` and, for whole disks, `disk`; needed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub r#match: Option<Expression>,
}

words! {
    /// How an array lies on its disks (`storage.MDLevel`).
    #[doc(alias = "MDLevel")]
    pub enum MdLevel = "MDLevel" {
        /// The same on each.
        Raid1 = "raid1",
    }
}

words! {
    /// Where the description of an array is (`storage.MDMetadata`).
    #[doc(alias = "MDMetadata")]
    pub enum MdMetadata = "MDMetadata" {
        /// At the end of the disks, so that the machine can boot from them.
        V1_0 = "1.0",
        /// Near the start of the disks.
        V1_2 = "1.2",
    }
}
