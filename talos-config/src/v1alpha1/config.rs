//! The v1alpha1 document itself.

use serde::{Deserialize, Serialize};

use super::{ClusterConfig, MachineConfig};

/// The machine and cluster configuration that is one document; every machine has exactly one
/// (`v1alpha1.Config`). Every field may be absent: a value of this type is also what a patch sets.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// Always `v1alpha1` by convention; Talos never looks at it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// Whether the machine writes more logs to its console. Absent: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub debug: Option<bool>,
    /// Whether the configuration is kept over a reboot. Absent: true; `false` is refused by validation.
    /// Deprecated since 1.10.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub persist: Option<bool>,
    /// What concerns the machine. A complete configuration must have it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub machine: Option<MachineConfig>,
    /// What concerns the cluster. A complete configuration must have it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cluster: Option<ClusterConfig>,
}
