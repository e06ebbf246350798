//! `machine.kernel`.

use serde::{Deserialize, Serialize};

/// Kernel modules (`v1alpha1.KernelConfig`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KernelConfig {
    /// Modules to load, in order. Patches append.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub modules: Vec<KernelModuleConfig>,
}

/// A kernel module (`v1alpha1.KernelModuleConfig`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KernelModuleConfig {
    /// Its name.
    pub name: String,
    /// Its parameters, each `name=value`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parameters: Vec<String>,
}
