//! `ExternalVolumeConfig`.

use serde::{Deserialize, Serialize};

use super::FilesystemType;
use crate::meta::{ApiVersion, DocumentKind, KindOf};

/// A volume outside of the machine, mounted at `/var/mnt/` and its name (`block.ExternalVolumeConfigV1Alpha1`).
///
/// Since 1.13.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExternalVolumeConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `ExternalVolumeConfig`.
    pub kind: KindOf<Self>,
    /// Name of the volume: 1 to 34 ASCII letters, digits and hyphens.
    #[serde(default)]
    pub name: String,
    /// How it is reached; `virtiofs` is the only one. A finished document says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filesystem_type: Option<FilesystemType>,
    /// How it is mounted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mount: Option<ExternalMountSpec>,
}

impl DocumentKind for ExternalVolumeConfig {
    const KIND: &'static str = "ExternalVolumeConfig";

    fn name(&self) -> Option<&str> {
        Some(&self.name)
    }
}

impl ExternalVolumeConfig {
    /// A document with this name and nothing else.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }
}

/// How a volume outside of the machine is mounted (`block.ExternalMountSpec`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExternalMountSpec {
    /// Whether nothing can be written. Absent: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub read_only: Option<bool>,
    /// Whether reading a file leaves its time alone. Absent: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disable_access_time: Option<bool>,
    /// Whether programs cannot be started there and device files have no effect. Absent: true.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub secure: Option<bool>,
    /// A directory of the host of a virtual machine.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub virtiofs: Option<VirtiofsMountSpec>,
}

/// A directory of the host of a virtual machine (`block.VirtiofsMountSpec`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VirtiofsMountSpec {
    /// Name that the host gave it; needed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tag: Option<String>,
}
