//! `SwapVolumeConfig`.

use serde::{Deserialize, Serialize};

use super::{EncryptionSpec, ProvisioningSpec};
use crate::meta::{ApiVersion, DocumentKind, KindOf};

/// A partition for swap space (`block.SwapVolumeConfigV1Alpha1`).
///
/// Since 1.11.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SwapVolumeConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `SwapVolumeConfig`.
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

impl DocumentKind for SwapVolumeConfig {
    const KIND: &'static str = "SwapVolumeConfig";

    fn name(&self) -> Option<&str> {
        Some(&self.name)
    }
}

impl SwapVolumeConfig {
    /// A document with this name and nothing else.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }
}
