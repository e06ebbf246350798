//! `accelerators`: what an accelerator needs from the machine.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// What a machine with an accelerator needs besides the label.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Accelerator {
    /// System extensions with driver and firmware, such as `siderolabs/i915`. They become the
    /// `ExtensionsConfiguration` of each machine that carries the label.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub extensions: Vec<String>,
    /// Kernel modules to load, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub modules: Vec<String>,
    /// Kernel parameters to set.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub sysctls: BTreeMap<String, String>,
}

impl Accelerator {
    /// Whether the machine's configuration changes, and not only its image.
    #[must_use]
    pub fn needs_patch(&self) -> bool {
        !(self.modules.is_empty() && self.sysctls.is_empty())
    }
}
