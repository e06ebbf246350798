//! `KernelModuleConfig`.

use serde::{Deserialize, Serialize};

use crate::meta::{ApiVersion, DocumentKind, KindOf};

/// A module that the kernel loads (`runtime.KernelModuleConfigV1Alpha1`).
///
/// Since 1.14.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KernelModuleConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `KernelModuleConfig`.
    pub kind: KindOf<Self>,
    /// Name of the module.
    #[serde(default)]
    pub name: String,
    /// Its parameters, as `name=value`; a change needs a reboot. Patches append.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parameters: Vec<String>,
}

impl DocumentKind for KernelModuleConfig {
    const KIND: &'static str = "KernelModuleConfig";

    fn name(&self) -> Option<&str> {
        Some(&self.name)
    }
}

impl KernelModuleConfig {
    /// A document with this name and nothing else.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }
}
