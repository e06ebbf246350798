//! What is added to the chart's own containers.

use serde::{Deserialize, Serialize};

use super::Any;
use crate::values::shape::replaced;

/// A variable in the environment of a container.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EnvVar {
    /// Its name.
    pub name: String,
    /// Its value; must be a text, so numbers and booleans want quotes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// Where its value comes from, instead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value_from: Option<Any>,
}

/// Where a container sees a volume.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct VolumeMount {
    /// The volume.
    pub name: String,
    /// The directory in the container.
    pub mount_path: String,
    /// Whether mounts made later are passed on: `None` (when absent), `HostToContainer` or `Bidirectional`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mount_propagation: Option<String>,
    /// Whether it cannot be written to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub read_only: Option<bool>,
    /// Whether that holds for mounts below it: `Disabled`, `IfPossible` or `Enabled`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recursive_read_only: Option<String>,
    /// The part of the volume to see.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sub_path: Option<String>,
    /// The same, with variables of the environment in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sub_path_expr: Option<String>,
}

/// A directory of the host that a container sees.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct HostPathMount {
    /// The name of the volume that is made for it.
    pub name: String,
    /// The directory in the container.
    pub mount_path: String,
    /// The directory of the host.
    pub host_path: String,
    /// What must be there: `Directory`, `DirectoryOrCreate`, `File`, ...
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub host_path_type: Option<String>,
    /// Whether it cannot be written to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub read_only: Option<bool>,
    /// Whether mounts made later are passed on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mount_propagation: Option<String>,
}

/// The name of a Secret.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SecretName {
    /// The name.
    pub name: String,
}

replaced!(Vec<EnvVar>, Vec<VolumeMount>, Vec<HostPathMount>, Vec<SecretName>);
