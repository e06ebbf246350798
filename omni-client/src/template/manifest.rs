//! `kubernetes.manifests` of a cluster.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Inline;

/// Kubernetes objects that Omni applies: `client/pkg/template/internal/models/kubernetes_manifest.go`. Since Omni
/// 1.7.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[doc(alias = "KubernetesManifest")]
pub struct Manifest {
    /// The objects themselves. Excludes `file`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inline: Option<Inline>,
    /// Labels of the resource. Keys under `omni.sidero.dev/` are refused.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub labels: BTreeMap<String, String>,
    /// Annotations of the resource. Keys under `omni.sidero.dev/` are refused.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub annotations: BTreeMap<String, String>,
    /// The name, unique in the cluster. Absent: the name of the file.
    pub name: String,
    /// The file with the objects, relative to the template. Excludes `inline`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub file: String,
    /// Whether the objects are kept as they are; required.
    pub mode: Option<Mode>,
}

/// Whether applied objects are kept as they were given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[doc(alias = "KubernetesManifestMode")]
pub enum Mode {
    /// Applied again whenever they differ, and deleted with the group.
    Full,
    /// Applied once and then left alone.
    OneTime,
}

impl Manifest {
    /// What the group is called: its name, or else its file.
    pub(super) fn effective_name(&self) -> &str {
        if self.name.is_empty() { &self.file } else { &self.name }
    }
}
