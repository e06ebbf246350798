//! `ExtensionServiceConfig`.

use serde::{Deserialize, Serialize};

use crate::meta::{ApiVersion, DocumentKind, KindOf};

/// Files and environment of a service that an extension brings (`extensions.ServiceConfigV1Alpha1`). A finished
/// document has at least one of the two.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExtensionServiceConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `ExtensionServiceConfig`.
    pub kind: KindOf<Self>,
    /// Name of the service, without the `ext-` that Talos puts before it.
    #[serde(default)]
    pub name: String,
    /// Files; patches merge those with the same `mountPath`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub config_files: Vec<ConfigFile>,
    /// Variables, as `NAME=value`. Patches append.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub environment: Vec<String>,
}

impl DocumentKind for ExtensionServiceConfig {
    const KIND: &'static str = "ExtensionServiceConfig";

    fn name(&self) -> Option<&str> {
        Some(&self.name)
    }
}

impl ExtensionServiceConfig {
    /// A document with this name and nothing else.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }
}

/// A file of a service (`extensions.ConfigFile`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ConfigFile {
    /// What is in it; needed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content: Option<String>,
    /// Path inside the service; needed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mount_path: Option<String>,
}
