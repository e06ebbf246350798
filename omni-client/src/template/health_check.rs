//! `kubernetes.healthchecks` of a cluster.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{GoDuration, Inline, is_default};

/// A job that must succeed before an upgrade goes on: `client/pkg/template/internal/models/kubernetes_healthcheck.go`.
/// Since Omni 1.9.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
#[doc(alias = "KubernetesHealthCheck")]
pub struct HealthCheck {
    /// Labels of the resource. Keys under `omni.sidero.dev/` are refused.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub labels: BTreeMap<String, String>,
    /// Annotations of the resource. Keys under `omni.sidero.dev/` are refused.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub annotations: BTreeMap<String, String>,
    /// The whole id of the resource. Absent: made of the name of the cluster and the name.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub id_override: String,
    /// The name; required unless there is an id.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// The Kubernetes `Job` itself. Excludes `file`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub job: Option<Inline>,
    /// The file with the job, relative to the template. Excludes `job`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub file: String,
    /// Time between two runs while an upgrade waits; zero or less means 30 seconds. At least 5 seconds to the
    /// server.
    #[serde(skip_serializing_if = "is_default")]
    pub interval: GoDuration,
}

impl HealthCheck {
    /// What messages call it: its id, or else its name.
    pub(super) fn identifier(&self) -> &str {
        if self.id_override.is_empty() { &self.name } else { &self.id_override }
    }
}
