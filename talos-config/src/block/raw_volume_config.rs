//! `RawVolumeConfig`.

use serde::{Deserialize, Serialize};

use super::{EncryptionSpec, ProvisioningSpec};
use crate::meta::{ApiVersion, DocumentKind, KindOf};

/// A partition that is made and not formatted (`block.RawVolumeConfigV1Alpha1`).
///
/// Since 1.11.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RawVolumeConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `RawVolumeConfig`.
    pub kind: KindOf<Self>,
    /// Name of the volume: 1 to 34 ASCII letters, digits and hyphens.
    #[serde(default)]
    pub name: String,
    /// Where it gets its place; a finished document says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provisioning: Option<ProvisioningSpec>,
    /// How it is encrypted. Absent: not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub encryption: Option<EncryptionSpec>,
}

impl DocumentKind for RawVolumeConfig {
    const KIND: &'static str = "RawVolumeConfig";

    fn name(&self) -> Option<&str> {
        Some(&self.name)
    }
}

impl RawVolumeConfig {
    /// A document with this name and nothing else.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }
}
