//! `ContainerConfig`.

use serde::{Deserialize, Serialize};

use super::ContainerMount;
use crate::meta::{ApiVersion, DocumentKind, KindOf};

/// A container that Talos runs itself, without Kubernetes (`container.ContainerConfigV1Alpha1`).
///
/// Since 1.14.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ContainerConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `ContainerConfig`.
    pub kind: KindOf<Self>,
    /// Name of the container: at most 63 ASCII lower case letters, digits and hyphens.
    #[serde(default)]
    pub name: String,
    /// Its image; a finished document has one. Without a digest there is a warning, since a restart may bring another
    /// one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image: Option<String>,
    /// What is started. Absent: what the image says.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub entrypoint: Vec<String>,
    /// Its arguments. Absent: what the image says. Patches append.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub args: Vec<String>,
    /// Directory that it starts in. Absent: what the image says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub working_dir: Option<String>,
    /// User that it runs as.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub run_as: Option<ContainerRunAs>,
    /// Variables, as `NAME=value`, over those of the image. Patches append.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub environment: Vec<String>,
    /// Directories that it sees; no two at the same place. Patches append.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mounts: Vec<ContainerMount>,
    /// What it may do to the machine.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub security: Option<ContainerSecurity>,
    /// Which network it sees.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub network: Option<ContainerNetwork>,
    /// What it may use.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resources: Option<ContainerResources>,
    /// What it waits for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub depends_on: Option<ContainerDependsOn>,
}

impl DocumentKind for ContainerConfig {
    const KIND: &'static str = "ContainerConfig";

    fn name(&self) -> Option<&str> {
        Some(&self.name)
    }
}

impl ContainerConfig {
    /// A document with this name and nothing else.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }
}

/// User that a container runs as (`container.ContainerRunAs`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContainerRunAs {
    /// Number of the user, not negative; 0 is root on the machine. Absent: what the image says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub uid: Option<i32>,
    /// Number of the group, not negative. Absent: what the image says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gid: Option<i32>,
}

/// What a container may do to the machine (`container.ContainerSecurity`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContainerSecurity {
    /// `restricted` or `privileged`. Absent: `restricted`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profile: Option<String>,
    /// Rights that it has beyond or does not have of its profile.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capabilities: Option<ContainerCapabilities>,
    /// Whether it reaches `machined`, which runs the machine, by its socket. Absent: false. Since 1.14.1.
    #[serde(default, rename = "machinedAccess", skip_serializing_if = "Option::is_none")]
    pub machined_access: Option<bool>,
}

/// Rights of the kernel, in upper case without `CAP_`; none in both lists (`container.ContainerCapabilities`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContainerCapabilities {
    /// What a container gets. Not `ALL`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub add: Vec<String>,
    /// What it loses; `ALL` for all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub drop: Vec<String>,
}

/// Which network a container sees (`container.ContainerNetwork`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContainerNetwork {
    /// `none`, or `host` for that of the machine. Absent: `none`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mode: Option<String>,
}

/// What a container may use (`container.ContainerResources`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContainerResources {
    /// What it may not go beyond.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limits: Option<ContainerResourceLimits>,
}

/// What a container may not go beyond (`container.ContainerResourceLimits`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContainerResourceLimits {
    /// Thousandths of a core, such as `1500m`. Absent: no limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cpu: Option<String>,
    /// Bytes, such as `64MiB`; beyond it the container is stopped. Absent: no limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub memory: Option<String>,
}

/// What a container waits for (`container.ContainerDependsOn`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContainerDependsOn {
    /// Paths on the machine that must exist.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub paths: Vec<String>,
    /// What must be ready: `addresses`, `connectivity`, `hostname`, `etcfiles`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub networks: Vec<String>,
    /// Whether the clock must be right. Absent: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<bool>,
    /// Other containers that must run, by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub containers: Vec<String>,
}
