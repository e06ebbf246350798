//! `kind: Machine`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Patch, is_default, kind};

kind!(MachineKind = "Machine");

/// What is special about one machine of a template: `client/pkg/template/internal/models/machine.go`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct Machine {
    /// Always `Machine`.
    pub kind: MachineKind,
    /// The whole list of its system extensions; it replaces that of the machine set and the cluster. Absent: theirs
    /// holds. Empty: none at all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub system_extensions: Option<Vec<String>>,
    /// UUID of the machine; required, and listed in one of the sets.
    pub name: String,
    /// Labels of the machine in its set. Keys under `omni.sidero.dev/` are refused.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub labels: BTreeMap<String, String>,
    /// Annotations of the machine in its set. Keys under `omni.sidero.dev/` are refused.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub annotations: BTreeMap<String, String>,
    /// Keeps the machine as it is: no new configuration, no upgrade, no removal. Workers only.
    #[serde(skip_serializing_if = "is_default")]
    pub locked: bool,
    /// How Talos is installed.
    #[serde(skip_serializing_if = "is_default")]
    pub install: Install,
    /// Patches for this machine; their weights begin at 400.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub patches: Vec<Patch>,
    /// Its extra kernel arguments, instead of those of its set or of the cluster. Since Omni 1.5.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kernel_args: Option<Vec<String>>,
}

/// `install` of a machine.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[doc(alias = "MachineInstall")]
pub struct Install {
    /// The disk, such as `/dev/nvme0n1`. Empty: Omni chooses one.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub disk: String,
}

impl Machine {
    /// A machine about which nothing is special yet.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }
}
