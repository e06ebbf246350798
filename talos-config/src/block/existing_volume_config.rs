//! `ExistingVolumeConfig`.

use serde::{Deserialize, Serialize};

use super::{ScrubConfig, TrimConfig};
use crate::meta::{ApiVersion, DocumentKind, KindOf};
use crate::scalar::Expression;

/// A partition or disk that somebody else made, mounted at `/var/mnt/` and its name
/// (`block.ExistingVolumeConfigV1Alpha1`). A `UserVolumeConfig` may not have its name.
///
/// Since 1.11.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExistingVolumeConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `ExistingVolumeConfig`.
    pub kind: KindOf<Self>,
    /// Name of the volume: ASCII letters, digits and hyphens.
    #[serde(default)]
    pub name: String,
    /// How it is found; a finished document says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub discovery: Option<VolumeDiscoverySpec>,
    /// How it is mounted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mount: Option<ExistingMountSpec>,
    /// How its disk is told which blocks are free. Since 1.14.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trim: Option<TrimConfig>,
    /// How it is checked for damage. Since 1.14.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scrub: Option<ScrubConfig>,
}

impl DocumentKind for ExistingVolumeConfig {
    const KIND: &'static str = "ExistingVolumeConfig";

    fn name(&self) -> Option<&str> {
        Some(&self.name)
    }
}

impl ExistingVolumeConfig {
    /// A document with this name and nothing else.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }
}

/// How a volume is found (`block.VolumeDiscoverySpec`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct VolumeDiscoverySpec {
    /// Which one it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub volume_selector: Option<VolumeSelector>,
}

/// Which volume is meant (`block.VolumeSelector`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VolumeSelector {
    /// Condition on `volume` and `disk`, such as `volume.partition_label == "data"`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub r#match: Option<Expression>,
}

/// How a volume that was there is mounted (`block.ExistingMountSpec`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExistingMountSpec {
    /// Whether nothing can be written. Absent: false. Before 1.13 the only setting.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub read_only: Option<bool>,
    /// Whether reading a file leaves its time alone. Absent: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disable_access_time: Option<bool>,
    /// Whether programs cannot be started there and device files have no effect. Absent: true.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub secure: Option<bool>,
}
